/** The timers that run: a bar that drains, what is left of what. */

import {cells, pad} from '../../export/cells.js';
import type {TimerName} from '../../tcp/timers.js';
import type {TimerView} from '../../view/timer-view.js';
import {free, full} from '../glyphs.js';
import {type Line, plain, styled} from '../line.js';
import {drained} from './bars.js';
import {barCells} from './buffer-lines.js';
import type {RowPlace} from './number-lines.js';
import {part} from './times.js';
import {mark, value} from './values.js';

/** As the field writes them, the same in every language; at most four cells. */
export const timerNames: Readonly<Record<TimerName, string>> = {
	rto: 'RTO',
	'2msl': '2MSL',
	'delayed-ack': 'dACK',
	persist: 'pers',
	'fin-wait-2': 'FW2',
	keepalive: 'keep',
	user: 'user',
	'loss-probe': 'TLP',
	reorder: 'RACK',
};

/** From the fullest to the barest. */
function texts(timer: TimerView, more: number, {isWide, words}: RowPlace): readonly string[] {
	const {left: remaining, total} = part(timer.left, timer.total, isWide);
	const whole = words.of(remaining, total);
	const again = timer.again === undefined ? '' : `, ${words.again[timer.again.kind](timer.again.count)}`;
	const rest = more > 0 ? ` +${more}` : '';
	const full = again === '' || isWide ? whole : remaining;
	return [`${full}${again}${rest}`, `${full}${again}`, full, remaining];
}

/** `more`: so many others run that have no row. */
export function timerLine(timer: TimerView, more: number, place: RowPlace): Line {
	const {width, isWide, isNewest} = place;
	const versions = texts(timer, more, place);
	const text = versions.find(version => cells(version) + 10 <= width) ?? versions[versions.length - 1] ?? '';
	const size = barCells(width, cells(text), isWide);
	const filled = drained(timer.left, timer.total, size);
	const bar = [plain(full.repeat(filled)), styled(free.repeat(size - filled), 'dim')];
	return [styled(pad(timerNames[timer.name], 4), 'dim'), mark(timer.isChanged), ...bar, plain(' '), value(text, timer, isNewest)];
}
