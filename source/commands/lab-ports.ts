import {existsSync, writeFileSync} from 'node:fs';
import type {Ports} from '../app/store.js';
import type {Clock} from '../app/ticker.js';
import {jsonLines} from '../export/json.js';
import {ladderLines} from '../export/ladder.js';
import type {Wordless} from '../export/packetdrill/deeds.js';
import {packetdrillOf} from '../export/packetdrill/packetdrill.js';
import {exportEn} from '../locale/en/export.js';
import {packetdrillEn} from '../locale/en/packetdrill.js';
import {exportZh} from '../locale/zh/export.js';
import {packetdrillZh} from '../locale/zh/packetdrill.js';
import type {History, HostName} from '../sim/index.js';
import type {Settings} from './command.js';
import {codeOf} from './script-source.js';

export const clock: Clock = {
	now: () => performance.now(),
	setTimer: (callback, ms) => {
		const timer = setTimeout(callback, ms);
		return () => clearTimeout(timer);
	},
};

function writeNew(file: string, text: string): string | undefined {
	try {
		writeFileSync(file, text, {flag: 'wx'});
		return undefined;
	} catch (error) {
		return codeOf(error);
	}
}

const joined = (lines: Iterable<string>): string => Array.from(lines, line => `${line}\n`).join('');

function packetdrill(history: History, host: HostName, lang: Settings['lang']): string | Wordless {
	const {lines, unsayable} = packetdrillOf(history, {host, title: undefined, words: lang === 'zh' ? packetdrillZh : packetdrillEn});
	return unsayable ? {host, unsayable} : joined(lines);
}

/** The clock and the files, for the lab. */
export const portsFor = ({lang}: Settings): Ports => ({
	clock,
	writeNew,
	exists: existsSync,
	print: (format, history) => {
		const {world} = history;
		switch (format) {
			case 'text':
				return joined(ladderLines({world, title: undefined, lang, words: lang === 'zh' ? exportZh : exportEn}));
			case 'json':
				return joined(jsonLines({world, title: undefined, lang, failed: 0}));
			case 'packetdrill-client':
				return packetdrill(history, 'client', lang);
			case 'packetdrill-server':
				return packetdrill(history, 'server', lang);
		}
	},
});
