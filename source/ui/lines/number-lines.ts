/** The rows of a pane that show the connection's numbers. */
import type {ScreenWords} from '../../locale/en/screen.js';
import type {CongestionName} from '../../tcp/profile.js';
import type {SeqView} from '../../view/numbers.js';
import type {Cell, NumbersView} from '../../view/pane.js';
import {join, type Line, plain, styled} from '../line.js';
import {measured} from './times.js';
import {firstFitting, mark, named, namedSeq, numberText, rowOf, type Spell, value} from './values.js';

export type RowPlace = {readonly width: number; readonly isWide: boolean; readonly isNewest: boolean; readonly words: ScreenWords};

/** Panes below this width write UNA..NXT and NXT+WND. */
const tiny = 21;

const spelled = ({value}: Cell<SeqView>, spell: Spell): string => (value === undefined ? '-' : spell(value.text));

function tinyRow(name: string, cells: readonly [string, ...{readonly isChanged: boolean}[]], place: RowPlace): Line {
	const [text, ...parts] = cells;
	return named(name, text, {isChanged: parts.some(({isChanged}) => isChanged), isNewest: place.isNewest});
}

/** A window counted in units of more than one octet says so. */
const scaled = (wnd: Line, scale: number | undefined): Line => (scale ? [...wnd, styled(` <<${scale}`, 'dim')] : wnd);

export function sndLine({una, nxt, sndWnd, sndScale}: NumbersView, place: RowPlace): Line {
	const {width, isWide, isNewest} = place;
	if (width < tiny) return rowOf(spell => [tinyRow('SND', [`${spelled(una, spell)}..${spelled(nxt, spell)}`, una, nxt], place)], '', width);
	if (!isWide)
		return rowOf(
			spell => [[styled('SND ', 'dim'), ...namedSeq('UNA', una, {spell, isNewest})], namedSeq('NXT', nxt, {spell, isNewest})],
			' ',
			width,
		);
	const wnd = scaled(named('WND', numberText(sndWnd), {...sndWnd, isNewest}), sndScale);
	return rowOf(spell => [namedSeq('SND.UNA', una, {spell, isNewest}), namedSeq('NXT', nxt, {spell, isNewest}), wnd], '  ', width);
}

export function rcvLine(numbers: NumbersView, place: RowPlace): Line {
	const {rcvNxt, rcvWnd, rcvScale} = numbers;
	const {width, isWide, isNewest} = place;
	if (width < tiny)
		return rowOf(spell => [tinyRow('RCV', [`${spelled(rcvNxt, spell)}+${numberText(rcvWnd)}`, rcvNxt, rcvWnd], place)], '', width);
	const own = named('WND', numberText(rcvWnd), {...rcvWnd, isNewest});
	const wnd = isWide ? scaled(own, rcvScale) : own;
	const start = isWide ? [] : [styled('RCV ', 'dim')];
	const gap = isWide || rcvNxt.value === undefined ? '  ' : ' ';
	const more = isWide ? (spell: Spell): readonly Line[] => agreed(numbers, spell, isNewest) : () => [];
	return rowOf(spell => [[...start, ...namedSeq(isWide ? 'RCV.NXT' : 'NXT', rcvNxt, {spell, isNewest})], wnd, ...more(spell)], gap, width);
}

/** What options add to a receiver, where there is room: the range that SACK tells of, ECN and whether it echoes a mark, the timestamp that is echoed. */
function agreed({sack, tsRecent, isEchoing}: NumbersView, spell: Spell, isNewest: boolean): readonly Line[] {
	const range = sack && `${spell(sack.from.text)}..${spell(sack.to.text)}`;
	return [
		...(range === undefined ? [] : [named('SACK', range, {isChanged: false, isNewest})]),
		...(isEchoing.value === undefined ? [] : [ecnWord(isEchoing, isNewest)]),
		...(tsRecent.value === undefined ? [] : [named('TS', numberText(tsRecent), {...tsRecent, isNewest})]),
	];
}

/** `ECN` where it was agreed, `ECN ECE` while this side tells of a mark. */
const ecnWord = (isEchoing: Cell<boolean>, isNewest: boolean): Line =>
	isEchoing.value ? named('ECN', 'ECE', {...isEchoing, isNewest}) : [styled('ECN', 'dim'), ...(isEchoing.isChanged ? [mark(true)] : [])];

/** The same in the four cells at the beginning of a narrow row. */
const shortEcn = ({value: isOn, isChanged}: Cell<boolean>, isNewest: boolean): Line => {
	if (isOn === undefined) return [plain('    ')];
	const word = isOn ? value('ECE', {isChanged}, isNewest) : styled('ECN', 'dim');
	return [word, mark(isChanged)];
};

/** Named only where it is not the one that the RFCs begin with. */
const algorithm = (congestion: CongestionName): readonly Line[] => (congestion === 'newreno' ? [] : [[styled(congestion, 'dim')]]);

/** Narrow panes: the window that the peer offers, and the one that the network bears. */
export function wndLine({sndWnd, cwnd, congestion, isEchoing}: NumbersView, {width, isNewest}: RowPlace): Line {
	const fields = [
		[...shortEcn(isEchoing, isNewest), ...named('WND', numberText(sndWnd), {...sndWnd, isNewest})],
		named('cwnd', numberText(cwnd), {...cwnd, isNewest}),
		...algorithm(congestion),
	];
	return rowOf(() => fields, '  ', width);
}

export function issLine({iss, irs, mss, peerMss}: NumbersView, {width, isNewest, words}: RowPlace): Line {
	const own = named('MSS', String(mss), {isChanged: false, isNewest});
	const both = [...own, ...named(`, ${words.mssPeer}`, numberText(peerMss), {...peerMss, isNewest})];
	const row = (last: Line): Line =>
		rowOf(
			spell => [namedSeq('ISS', iss, {spell, isNewest}), namedSeq('IRS', irs, {spell, isNewest}), last],
			'  ',
			Number.POSITIVE_INFINITY,
		);
	const short = rowOf(spell => [namedSeq('ISS', iss, {spell, isNewest}), namedSeq('IRS', irs, {spell, isNewest}), own], '  ', width);
	return firstFitting([row(both), row(own), short], width);
}

export function cwndLine({cwnd, ssthresh, flight, congestion}: NumbersView, {width, isNewest, words}: RowPlace): Line {
	const inFlight = [value(numberText(flight), flight, isNewest), mark(flight.isChanged), styled(words.inFlightOctets, 'dim')];
	const fields = [named('cwnd', numberText(cwnd), {...cwnd, isNewest}), named('ssthresh', numberText(ssthresh), {...ssthresh, isNewest})];
	const name = algorithm(congestion);
	const complete = join([...fields, inFlight, ...name], '  ');
	return firstFitting([complete, rowOf(() => [...fields, ...(name.length > 0 ? name : [inFlight])], '  ', width)], width);
}

function timeText(cell: Cell<number>, isWide: boolean): string {
	return cell.value === undefined ? '-' : measured(cell.value, isWide);
}

export function srttLine({srtt, rttvar, rto}: NumbersView, {width, isWide, isNewest}: RowPlace): Line {
	const field = (name: string, cell: Cell<number>): Line => named(name, timeText(cell, isWide), {...cell, isNewest});
	return rowOf(() => [field('srtt', srtt), field('rttvar', rttvar), field('rto', rto)], '  ', width);
}
