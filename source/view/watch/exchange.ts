/** What the lane shows of an event: the segment that came, or the one that was expected beside the one that was sent; else the event in words. */
import type {PktPacket, PktTcp} from '../../packetdrill/pkt.js';
import {actionWords} from '../../packetdrill/pkt-print-action.js';
import type {Drill} from '../../packetdrill/run/drill.js';
import type {Check} from '../../packetdrill/run/verdict.js';
import {type HostName, otherHost, packetAt} from '../../sim/index.js';
import {wordOf} from '../packet-view.js';
import {currentCheck, type WatchInput} from './watch-input.js';

/** A segment on its way across the lane. */
export type Arrow = {readonly from: HostName; readonly word: string};

export type Exchange =
	| {readonly kind: 'begin'}
	| {readonly kind: 'arrives'; readonly arrow: Arrow; readonly numbers: readonly string[]}
	| {
			readonly kind: 'sends';
			readonly expected: Arrow;
			readonly numbers: readonly string[];
			/** Undefined: nothing was sent. */
			readonly actual: (Arrow & {readonly first: number; readonly last: number}) | undefined;
			readonly isSame: boolean;
	  }
	/** `unsupported`: nobody does it. */
	| {readonly kind: 'words'; readonly what: 'call' | 'command' | 'code' | 'unsupported'; readonly text: string; readonly isSame: boolean};

const wordOfPacket = (packet: PktPacket): string => (packet.kind === 'tcp' ? wordOf(packet) : 'ICMP');

/** As the script writes them; those that it leaves out are left out. */
function numbersOf(packet: PktPacket): readonly string[] {
	if (packet.kind !== 'tcp') return [];
	const {seq, ack, win, isSeqUnchecked, ip}: PktTcp = packet;
	return [
		...(isSeqUnchecked ? [] : [`seq=${seq}`]),
		...(ack === undefined ? [] : [`ack=${ack}`]),
		...(win === undefined ? [] : [`win=${win}`]),
		...(ip.ecn === undefined ? [] : [`[${ip.ecn}]`]),
	];
}

/** Several that add up to what was expected count as one. */
function sentBy({history, host}: Drill, {verdict}: Check): (Arrow & {readonly first: number; readonly last: number}) | undefined {
	const numbers = verdict.kind === 'unsupported' ? [] : (verdict.packets ?? []);
	const records = numbers.map(n => packetAt(history.world.trace, n));
	const last = records.at(-1);
	const [first] = records;
	if (!first || !last) return undefined;
	const len = records.reduce((sum, record) => sum + record.len, 0);
	return {from: host, word: wordOf({flags: last.flags, len}), first: first.n, last: last.n};
}

export function buildExchange(input: WatchInput): Exchange {
	const check = currentCheck(input);
	const {drill} = input.watched;
	const {script, host} = drill.run;
	if (!check) return {kind: 'begin'};
	const isSame = check.verdict.kind === 'passed';
	const action = script.events[check.event]?.action;
	switch (action?.kind) {
		case 'inbound': {
			const {packet} = action;
			return {kind: 'arrives', arrow: {from: otherHost(host), word: wordOfPacket(packet)}, numbers: numbersOf(packet)};
		}
		case 'outbound': {
			const {packet} = action;
			return {
				kind: 'sends',
				expected: {from: host, word: wordOfPacket(packet)},
				numbers: numbersOf(packet),
				actual: sentBy(drill, check),
				isSame,
			};
		}
		case undefined:
			return {kind: 'words', what: 'command', text: (check.event < 0 ? script.init : script.cleanup)?.text ?? '', isSame};
		case 'call':
		case 'command':
		case 'code':
		case 'unsupported':
			return {kind: 'words', what: action.kind, text: actionWords(action), isSame};
	}
}
