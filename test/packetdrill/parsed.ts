/** Scripts for the tests of the reader: as data without the places where their parts stand. */
import assert from 'node:assert/strict';
import type {PktAction, PktScript} from '../../source/packetdrill/pkt.js';
import {type PktParseOptions, parsePkt} from '../../source/packetdrill/pkt-parser.js';

export function parsed(text: string, options: Omit<PktParseOptions, 'file'> = {}): PktScript {
	const {script, mistake} = parsePkt(text, {file: 'a.pkt', ...options});
	assert.deepEqual(mistake, undefined);
	assert.ok(script);
	return script;
}

/** Places and what is undefined are left out. */
export const plain = (value: unknown): unknown =>
	JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === 'place' ? undefined : part)));

/** The second event of a script: the first has to be at time 0. */
export function secondAction(text: string): PktAction {
	const {events} = parsed(`0 close(3) = 0\n${text}`);
	assert.equal(events.length, 2);
	assert.ok(events[1]);
	return events[1].action;
}
