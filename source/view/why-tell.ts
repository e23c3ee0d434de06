/** One event of the world, from the rows it left in the trace: what there is to tell of it, the most telling first. */
import {socketBy} from '../host/lookup.js';
import type {CallRecord} from '../host/socket.js';
import {packetAt} from '../sim/index.js';
import type {Row, SegmentRecord} from '../sim/trace.js';
import {ACK, RST} from '../tcp/segment.js';
import type {Reason, State} from '../tcp/state.js';
import {winBefore} from './packet-view.js';
import {actionItems, type Ranked} from './why-action.js';
import type {WhyItem} from './why-item.js';
import {noteItems} from './why-notes.js';
import {arrivalIn, briefOf, placeAt, type Seen} from './why-place.js';
import {rank} from './why-rank.js';

export type Step = {
	readonly seen: Seen;
	readonly rows: readonly Row[];
	/** What came in. */
	readonly arrived: SegmentRecord | undefined;
	/** Undefined: an arrival or a timer. */
	readonly action: Extract<Row, {kind: 'action'}> | undefined;
	/** Is the world as this step left it? */
	readonly isNewest: boolean;
};

export function readStep(seen: Seen, rows: readonly Row[], isNewest: boolean): Step {
	const action = rows.find((row): row is Extract<Row, {kind: 'action'}> => row.kind === 'action');
	return {seen, rows, arrived: arrivalIn(seen.world, rows), action, isNewest};
}

/** Most telling first. */
export function tell(step: Step): readonly WhyItem[] {
	const refusal = step.action?.refusal;
	if (refusal) return [{kind: 'refused', refusal}];
	const ranked = [...actionItems(step), ...step.rows.flatMap(row => rowItems(step, row)), ...noteItems(step)];
	const told = ranked.length > 0 ? ranked : leftoverItems(step);
	return told.toSorted((one, other) => other.rank - one.rank).map(({item}) => item);
}

/** An arrival or a timer that changed nothing. */
function leftoverItems({seen, arrived, rows}: Step): readonly Ranked[] {
	const timer = rows.find(row => row.kind === 'timer' && row.event === 'fired');
	if (!arrived && timer?.kind === 'timer' && timer.host !== undefined) {
		const place = placeAt(seen, {host: timer.host, socket: timer.socket, t: timer.t, arrived});
		return [{rank: rank.arrival, item: {kind: 'timer', place, timer: timer.timer}}];
	}
	if (!arrived) return [];
	const place = placeAt(seen, {host: arrived.to, socket: 0, t: seen.now, arrived});
	return [{rank: rank.arrival, item: {kind: 'arrival', place, packet: briefOf(seen.world, arrived), win: windowTold(seen, arrived)}}];
}

function windowTold({world}: Seen, arrived: SegmentRecord): number | undefined {
	const {win, flags} = arrived;
	const isTold = (flags & (ACK | RST)) === ACK && (win === 0 || win !== (winBefore(world.trace, arrived) ?? win));
	return isTold ? win : undefined;
}

function rowItems(step: Step, row: Row): readonly Ranked[] {
	switch (row.kind) {
		case 'state':
			return stateItem(step, row);
		case 'call':
			return callItem(step, row);
		case 'timer':
			return timerItem(step, row);
		case 'segment':
		case 'fate':
		case 'queue':
		case 'note':
		case 'mark':
		case 'host':
		case 'action':
			return [];
	}
}

const sections: Readonly<Record<Reason, string>> = {
	listen: '3.10.1',
	connect: '3.10.1',
	'syn-arrived': '3.10.7.2',
	'syn-ack-arrived': '3.10.7.3',
	'ack-arrived': '3.10.7.4',
	'fin-arrived': '3.10.7.4',
	'fin-acked': '3.10.7.4',
	'fin-and-ack-arrived': '3.10.7.4',
	close: '3.10.4',
	shutdown: '3.10.4',
	abort: '3.10.5',
	'rst-arrived': '3.10.7.4',
	'syn-in-window': '3.10.7.4',
	'cookie-arrived': '3.10.7.2',
	'icmp-arrived': '3.9.2.2',
	'timed-out': '3.8.3',
	'2msl-over': '3.10.8',
	'fin-wait-2-over': '3.6.1',
	'unread-data': '3.6.1',
	'data-after-close': '3.6.1',
	'listener-closed': '3.10.4',
	crash: '3.5.1',
};

const sectionOf = (from: State, why: Reason): string =>
	from === 'SYN_SENT' && (why === 'syn-arrived' || why === 'rst-arrived') ? '3.10.7.3' : sections[why];

/** A crash is told once, not for each connection it took. */
function stateItem({seen, arrived}: Step, {host, socket: number, t, from, to, why}: Extract<Row, {kind: 'state'}>): readonly Ranked[] {
	if (host === undefined || why === 'crash') return [];
	const socket = socketBy(seen.world.hosts[host], number);
	const place = placeAt(seen, {host, socket: number, t, arrived});
	const port = socket?.tcb.local.port ?? 0;
	const item = {
		kind: 'state',
		place,
		from,
		to,
		why,
		port,
		isFromListener: socket?.parent !== undefined,
		ref: `RFC 9293 § ${sectionOf(from, why)}`,
	} as const;
	return [{rank: rank.state, item}];
}

function isAskedFor({action}: Step, {call, posix}: CallRecord): boolean {
	const asked = action?.action;
	return asked?.do === 'posix' ? asked.call === posix : asked?.do === call;
}

function callItem(step: Step, {host, socket, t, call: record}: Extract<Row, {kind: 'call'}>): readonly Ranked[] {
	if (host === undefined) return [];
	const {call, error, argument, failed} = record;
	const isAsked = isAskedFor(step, record);
	const place = placeAt(step.seen, {host, socket, t, arrived: step.arrived});
	if (error) {
		const hasPort = call === 'listen' || call === 'connect' || call === 'bind';
		const item = {kind: 'error', place, call: failed ?? call, error, argument: hasPort ? argument : undefined} as const;
		return [{rank: isAsked ? rank.failed : rank.failedLater, item}];
	}
	const isTelling = call === 'recv' || call === 'accept';
	if ((call === 'send' && isAsked) || (!isTelling && step.rows.some(row => row.kind === 'state' && row.host === host))) return [];
	return [{rank: isTelling ? (isAsked ? rank.asked : rank.call) : rank.quietCall, item: {kind: 'call', place, call, record}}];
}

/** Only the first wait for a new segment; where a round trip was measured, that sentence has the sum. */
function timerItem(
	{seen, rows, isNewest}: Step,
	{host, socket: number, t, timer, event, at}: Extract<Row, {kind: 'timer'}>,
): readonly Ranked[] {
	if (!isNewest || timer !== 'rto' || event !== 'armed' || host === undefined || at === undefined) return [];
	const rtt = socketBy(seen.world.hosts[host], number)?.tcb.rtt;
	const isTold = rows.some(row => row.kind === 'note' && (row.code === 'rtt-sampled' || row.code === 'rto-fired'));
	if (rtt?.srtt === undefined || isTold || !rows.some(row => row.kind === 'segment' && packetAt(seen.world.trace, row.n).socket === number))
		return [];
	const place = placeAt(seen, {host, socket: number, t, arrived: undefined});
	return [{rank: rank.rtoArmed, item: {kind: 'rto-armed', place, srtt: rtt.srtt, rttvar: rtt.rttvar, rto: at - t, ref: 'RFC 6298 § 2.4'}}];
}
