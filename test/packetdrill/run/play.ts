/** Small scripts, run: what became of them, and which field was to blame. */
import assert from 'node:assert/strict';
import {parsePkt} from '../../../source/packetdrill/pkt-parser.js';
import {type Drill, drillScript} from '../../../source/packetdrill/run/drill.js';
import type {ProfileName} from '../../../source/tcp/profile.js';

export function drillText(text: string, profile: ProfileName = 'textbook'): Drill {
	const {script, mistake} = parsePkt(text, {file: 'test.pkt'});
	assert.ok(script, JSON.stringify(mistake));
	return drillScript(script, profile);
}

/** `pass`, or the line, the kind of failure and the fields that differ: `9 segment flags`. */
export function outcomeOf(text: string, profile?: ProfileName): string {
	const {result, culprit} = drillText(text, profile);
	if (!culprit) return result;
	const {verdict, place} = culprit;
	if (verdict.kind === 'unsupported') return `${place.line} unsupported ${verdict.unsupported.what} ${verdict.unsupported.text}`;
	if (verdict.kind === 'passed') return result;
	const wrong = (verdict.fields ?? []).filter(({isSame}) => !isSame).map(({field}) => field);
	return [place.line, verdict.failure.code, ...wrong].join(' ');
}

/** A listener on port 8080; a SYN is the next thing to come. */
export const listening = `0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
+0 bind(3, ..., ...) = 0
+0 listen(3, 1) = 0
`;

/** Six lines more: a connection on descriptor 4, its handshake done 0.1 s after the start. */
export const accepted = `${listening}+0 < S 0:0(0) win 65535 <mss 1000>
+0 > S. 0:0(0) ack 1 <mss 1460>
+.1 < . 1:1(0) ack 1 win 65535
+0 accept(3, ..., ...) = 4
`;

/** The line that follows `accepted`. */
export const next = 8;
