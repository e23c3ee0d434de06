/** Sessions as packetdrill scripts, for tests. */
import assert from 'node:assert/strict';
import {type Packetdrill, packetdrillOf} from '../../../source/export/packetdrill/packetdrill.js';
import {packetdrillEn} from '../../../source/locale/en/packetdrill.js';
import {titleOf} from '../../../source/script/script.js';
import type {HostName} from '../../../source/sim/index.js';
import {played} from '../../script/run-script.js';

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
