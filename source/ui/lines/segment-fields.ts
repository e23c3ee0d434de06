/** The numbers of a segment behind its name: as many as there is room for. */
import type {PacketView} from '../../view/packet-view.js';
import {join, joinFitting, type Line, lineCells, plain, styled} from '../line.js';
import {seqSpan} from './values.js';

const asIs = (text: string): string => text;

type Room = {readonly width: number /** Is there always a place for win=? */; readonly hasWindow: boolean};

/** Flags that the name of a segment with text leaves out. */
export const ecnFlags = ({ecn}: PacketView): readonly Line[] => ecn.flags.map(flag => [plain(flag)]);

/** A router's mark. */
export const ecnMark = ({ecn}: PacketView): readonly Line[] => (ecn.now === 'CE' ? [[styled('CE', 'error')]] : []);

/**
 * Where not all have room, a window that is shut or opens again comes before the other numbers, and what a bare ACK says of data behind
 * a hole before its own number, which says nothing new; the rest goes from the right.
 */
export function withNumbers(head: readonly Line[], packet: PacketView, {width, hasWindow}: Room): Line {
	const {seq, ack, sack, win, isWindowNews, ecn} = packet;
	const window = [plain(`win=${win}`)];
	const first = [plain('seq='), seqSpan(seq, asIs)];
	const acknowledged = ack === undefined ? [] : [[plain('ack='), seqSpan(ack, asIs)]];
	const held = sack.map(({from, to}, at) => [plain(at === 0 ? 'sack=' : ''), seqSpan(from, asIs), plain('-'), seqSpan(to, asIs)]);
	const capable = ecn.now === undefined || ecn.now === 'CE' ? [] : [[styled(ecn.now, 'dim')]];
	const whole = [...head, first, ...acknowledged, ...held, ...(hasWindow || isWindowNews ? [window] : []), ...capable];
	const hasRoom = lineCells(join(whole, ' ')) <= width;
	const withoutOwn = [...head, ...acknowledged, ...held];
	const isToldBySack = !hasRoom && held.length > 0 && packet.word === 'ACK' && !isWindowNews;
	if (isToldBySack && lineCells(join(withoutOwn.slice(0, head.length + 2), ' ')) <= width) return joinFitting(withoutOwn, ' ', width);
	if (!isWindowNews || hasRoom) return joinFitting(whole, ' ', width);
	return joinFitting([...head, window, ...acknowledged, first], ' ', width);
}
