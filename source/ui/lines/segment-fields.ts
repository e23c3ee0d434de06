/** The numbers of a segment behind its name: as many as there is room for. */
import type {PacketView} from '../../view/packet-view.js';
import {join, joinFitting, type Line, lineCells, plain} from '../line.js';
import {seqSpan} from './values.js';

const asIs = (text: string): string => text;

type Room = {readonly width: number /** Is there always a place for win=? */; readonly hasWindow: boolean};

/** Where not all have room, a window that is shut or opens again comes before the other numbers; the rest goes from the right. */
export function withNumbers(head: readonly Line[], {seq, ack, sack, win, isWindowNews}: PacketView, {width, hasWindow}: Room): Line {
	const window = [plain(`win=${win}`)];
	const first = [plain('seq='), seqSpan(seq, asIs)];
	const acknowledged = ack === undefined ? [] : [[plain('ack='), seqSpan(ack, asIs)]];
	const held = sack.map(({from, to}, at) => [plain(at === 0 ? 'sack=' : ''), seqSpan(from, asIs), plain('-'), seqSpan(to, asIs)]);
	const whole = [...head, first, ...acknowledged, ...held, ...(hasWindow || isWindowNews ? [window] : [])];
	if (!isWindowNews || lineCells(join(whole, ' ')) <= width) return joinFitting(whole, ' ', width);
	return joinFitting([...head, window, ...acknowledged, first], ' ', width);
}
