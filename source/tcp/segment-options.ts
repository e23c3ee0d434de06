/** Options of a segment without SYN: a timestamp in every one once agreed (RFC 7323 § 3.2), SACK blocks where octets wait behind a hole or came twice. */
import {note} from './out.js';
import {noOptions, type Option, RST, type SackBlock} from './segment.js';
import {timestampAt} from './syn-options.js';
import type {Env, Tcb} from './tcb.js';

const nop: Option = {kind: 'nop'};

/** Blocks that fit into 40 octets, alone and behind a timestamp (RFC 2018 § 3). */
const mostBlocks = 4;
const mostWithStamp = 3;

/** `len`: octets of text, which come before SACK blocks where the segment is too small for both. */
export function segmentOptions(tcb: Tcb, flags: number, len: number, env: Env): readonly Option[] {
	const blocks = tcb.hasSack && !(flags & RST) ? blocksFor(tcb, len) : noBlocks;
	if (!tcb.hasTimestamps) return blocks.length > 0 ? [nop, nop, {kind: 'sack', blocks}] : noOptions;
	const stamped = stampNow(tcb, env);
	return blocks.length > 0 ? [...stamped, nop, nop, {kind: 'sack', blocks}] : stamped;
}

/** Segments of one tick share their timestamp. */
function stampNow(tcb: Tcb, {now}: Env): readonly Option[] {
	const {ts} = tcb;
	const val = timestampAt(tcb, now);
	if (ts.sent.val !== val || ts.sent.ecr !== ts.recent)
		ts.sent = {val, ecr: ts.recent, options: [nop, nop, {kind: 'TS', val, ecr: ts.recent}]};
	return ts.sent.options;
}

const noBlocks: readonly SackBlock[] = [];

const octetsOf = (blocks: number): number => 4 + 8 * blocks;

/** What came twice first (RFC 2883 § 4), then the newest range and the others in the order of their age (RFC 2018 § 4). */
function blocksFor({receiveBuffer, hasTimestamps, snd}: Tcb, len: number): readonly SackBlock[] {
	const {told, twice} = receiveBuffer;
	if (told.length === 0 && !twice) return noBlocks;
	const most = hasTimestamps ? mostWithStamp : mostBlocks;
	const blocks = (twice ? [twice, ...told] : told).slice(0, most);
	return len > 0 && len + octetsOf(blocks.length) > snd.mss ? noBlocks : blocks;
}

/** The blocks are on their way: what came twice is told once. */
export function settleBlocks({receiveBuffer}: Tcb, options: readonly Option[], {out}: Env): void {
	const last = options.at(-1);
	if (last?.kind !== 'sack') return;
	const {twice} = receiveBuffer;
	const [newest] = receiveBuffer.told;
	if (twice) note(out, 'dsack-sent', twice.from, twice.to);
	if (newest) note(out, 'sack-sent', newest.from, newest.to, receiveBuffer.told.length);
	receiveBuffer.twice = undefined;
}
