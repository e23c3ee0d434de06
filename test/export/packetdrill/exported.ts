/** Sessions as packetdrill scripts, for tests. */
import assert from 'node:assert/strict';
import {type Packetdrill, packetdrillOf} from '../../../source/export/packetdrill/packetdrill.js';
import {packetdrillEn} from '../../../source/locale/en/packetdrill.js';
import {parsePkt} from '../../../source/packetdrill/pkt-parser.js';
import {drillScript} from '../../../source/packetdrill/run/drill.js';
import {titleOf} from '../../../source/script/script.js';
import type {HostName} from '../../../source/sim/index.js';
import type {ProfileName} from '../../../source/tcp/profile.js';
import {played} from '../../script/run-script.js';

const profileNames: readonly ProfileName[] = ['textbook', 'linux', 'freebsd'];

export function exported(text: string, host: HostName): Packetdrill {
	const {script, history} = played(text);
	return packetdrillOf(history, {host, title: titleOf(script), words: packetdrillEn});
}

/** The lines below the head. */
export function eventsOf(text: string, host: HostName): readonly string[] {
	const {lines, unsayable} = exported(text, host);
	assert.deepEqual(unsayable, undefined);
	assert(lines);
	return lines.slice(lines.indexOf('') + 1);
}

/** What comes of the text, read and run as `drill` does it. */
export function resultOf(text: string): string {
	const {script, mistake} = parsePkt(text, {file: 'exported.pkt'});
	assert.deepEqual(mistake, undefined);
	assert(script);
	const profile = profileNames.find(name => name === script.firstLineProfile);
	assert(profile);
	return drillScript(script, profile).result;
}
