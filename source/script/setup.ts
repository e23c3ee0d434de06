/** What a script's head and the flags of the command line make of a new world. */
import {defaultLink, type LinkSettings} from '../net/packet.js';
import type {HostName, LinkChange} from '../sim/action.js';
import type {Setup} from '../sim/index.js';
import type {ProfileName} from '../tcp/profile.js';
import {type Script, type Statement, seedOf} from './script.js';

/** What the command line says; it wins over seed and profile of a script, and sets the link before line 1. */
export type Given = {readonly seed?: number | undefined; readonly profile?: ProfileName | undefined; readonly link?: LinkChange};

/** Head, link and knobs prepare the run; the first other statement begins it. */
export const isSetting = (statement: Statement): boolean => {
	switch (statement.kind) {
		case 'title':
		case 'intro':
		case 'seed':
		case 'pause':
			return true;
		case 'act':
			return statement.action.do === 'profile' || statement.action.do === 'link' || statement.action.do === 'knob';
		case 'say':
		case 'cue':
		case 'run':
		case 'step':
		case 'until':
		case 'expect':
			return false;
	}
};

/** Statements before this index prepare the run. */
export function headLength({statements}: Script): number {
	const first = statements.findIndex(statement => !isSetting(statement));
	return first < 0 ? statements.length : first;
}

export function setupOf(script: Script, {seed, profile, link}: Given = {}): Setup {
	const settings: LinkSettings = {...defaultLink, ...link};
	return {
		seed: seed ?? seedOf(script) ?? 1,
		profile: profile ? {client: profile, server: profile} : profilesOf(script),
		link: {client: settings, server: settings},
	};
}

function profilesOf(script: Script): Record<HostName, ProfileName> {
	const profiles: Record<HostName, ProfileName> = {client: 'textbook', server: 'textbook'};
	for (const statement of script.statements.slice(0, headLength(script))) {
		if (statement.kind !== 'act' || statement.action.do !== 'profile') continue;
		const {host, profile} = statement.action;
		if (host !== 'server') profiles.client = profile;
		if (host !== 'client') profiles.server = profile;
	}
	return profiles;
}
