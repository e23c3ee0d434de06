/** One row of the ladder, and which rows of the trace make one. */
import type {CallRecord} from '../host/socket.js';
import type {HostName} from '../sim/action.js';
import {packetAt, rowAt} from '../sim/index.js';
import type {Row, SegmentRecord} from '../sim/trace.js';
import type {World} from '../sim/world.js';
import type {RowKind} from '../tcp/out.js';
import type {Reason, State} from '../tcp/state.js';
import type {TimerName} from '../tcp/timers.js';
import {rowsOfStep} from './host-event.js';
import {type Outcome, outcomeOf} from './outcome.js';
import {type PacketView, packetView, type Seen} from './packet-view.js';

/** What stands at one host's edge: a time (virtual µs), the state it took then, or what became of what arrived. */
export type Edge = {readonly t: number | undefined; readonly state: State | undefined; readonly outcome?: Outcome | undefined};

export type SegmentRow = {
	readonly kind: 'segment';
	readonly packet: PacketView;
	/** When a dead one ended. */
	readonly endedAt: number | undefined;
	readonly client: Edge;
	readonly server: Edge;
	readonly isChosen: boolean;
};

type OwnRow = {readonly host: HostName; readonly t: number; readonly state: State | undefined};

export type LadderRow =
	| SegmentRow
	| (OwnRow & {readonly kind: 'call'; readonly call: CallRecord})
	/** A state changed without a call, a timer or a segment. */
	| (OwnRow & {readonly kind: 'change'; readonly why: Reason})
	| (OwnRow & {
			readonly kind: 'timer';
			readonly timer: TimerName /** How long it ran, virtual µs. */;
			readonly waited: number | undefined;
			readonly ended: 'sent' | 'gave-up' | 'over';
	  })
	| (OwnRow & {readonly kind: 'host'; readonly event: 'crash' | 'restart'});

type LadderSeen = Seen & {readonly chosen: number | undefined};

/** What a segment brings about at its receiver; all else comes from calls and timers. */
const arrivals: ReadonlySet<Reason> = new Set([
	'syn-arrived',
	'syn-ack-arrived',
	'ack-arrived',
	'fin-arrived',
	'fin-acked',
	'fin-and-ack-arrived',
	'rst-arrived',
	'syn-in-window',
	'cookie-arrived',
	'data-after-close',
]);

type StateRow = Extract<Row, {kind: 'state'}>;

const stateKind: ReadonlySet<RowKind> = new Set(['state']);
/** What of a step decides which row of the ladder tells of a state. */
const tellingKinds: ReadonlySet<RowKind> = new Set(['state', 'segment', 'timer']);

const statesIn = (world: World, step: number | undefined): readonly StateRow[] =>
	step === undefined ? [] : rowsOfStep(world, step, stateKind).filter((row): row is StateRow => row.kind === 'state');

/** The state that the sender took by sending: of the first segment that left its socket in this step. */
function stateBySending(world: World, packet: SegmentRecord): State | undefined {
	if (packet.origin !== 'tcp') return undefined;
	const rows = rowsOfStep(world, packet.sentInStep, tellingKinds).filter(row => row.host === packet.from && row.socket === packet.socket);
	const first = rows.find(row => row.kind === 'segment');
	if (first?.index !== packet.row || rows.some(isFired)) return undefined;
	return rows.findLast((row): row is StateRow => row.kind === 'state' && !arrivals.has(row.why))?.to;
}

/** The state that the receiver took when it arrived. */
const stateByArriving = (world: World, {to, arrivedInStep}: SegmentRecord): State | undefined =>
	statesIn(world, arrivedInStep).findLast(row => row.host === to && arrivals.has(row.why))?.to;

const isFired = (row: Row): boolean => row.kind === 'timer' && row.event === 'fired';

export function segmentRow(seen: LadderSeen, index: number): SegmentRow | undefined {
	const {world, chosen} = seen;
	const row = rowAt(world.trace, index);
	if (row.kind !== 'segment') return undefined;
	const record = packetAt(world.trace, row.n);
	const packet = packetView(record, seen);
	const sent: Edge = {t: record.sentAt, state: stateBySending(world, record)};
	const arrived = arrivedEdge(world, record);
	const [client, server] = record.from === 'client' ? [sent, arrived] : [arrived, sent];
	return {kind: 'segment', packet, endedAt: record.settledAt, client, server, isChosen: row.n === chosen};
}

/** What arrives damaged has come all the way, too. */
function arrivedEdge(world: World, record: SegmentRecord): Edge {
	if (record.fate !== 'delivered' && record.fate !== 'corrupted') return {t: undefined, state: undefined};
	const state = stateByArriving(world, record);
	return {t: record.settledAt, state, outcome: state === undefined ? outcomeOf(world, record) : undefined};
}

/** A row of its own for what no segment's row tells. */
export function ownRow(world: World, row: Row): LadderRow | undefined {
	if (row.host === undefined) return undefined;
	const at = {host: row.host, t: row.t};
	if (row.kind === 'host') return {kind: 'host', ...at, state: undefined, event: row.event};
	if (row.kind === 'timer') return isFired(row) ? timerRow(world, row) : undefined;
	if (row.kind !== 'state' || arrivals.has(row.why)) return undefined;
	const around = rowsOfStep(world, row.step).filter(
		other => other.host === row.host && (other.socket === row.socket || other.kind === 'host'),
	);
	if (around.some(other => other.kind === 'segment' || other.kind === 'host' || isFired(other))) return undefined;
	const call = around.find(other => other.kind === 'call');
	if (call?.kind === 'call') return {kind: 'call', ...at, state: row.to, call: call.call};
	return {kind: 'change', ...at, state: row.to, why: row.why};
}

/** A timer that sent nothing and changed nothing leaves no row; nor does the delayed ACK, which is only late. */
function timerRow(world: World, row: Extract<Row, {kind: 'timer'}>): LadderRow | undefined {
	if (row.timer === 'delayed-ack') return undefined;
	const around = rowsOfStep(world, row.step).filter(other => other.host === row.host && other.socket === row.socket);
	const state = around.findLast((other): other is StateRow => other.kind === 'state')?.to;
	const hasSent = around.some(other => other.kind === 'segment');
	if (row.host === undefined || (state === undefined && !hasSent)) return undefined;
	const hasGivenUp = around.some(
		other => other.kind === 'note' && (other.code === 'gave-up' || other.code === 'user-timeout' || other.code === 'keepalive-failed'),
	);
	const ended = hasGivenUp ? 'gave-up' : state === undefined ? 'sent' : 'over';
	return {kind: 'timer', host: row.host, t: row.t, state, timer: row.timer, waited: waitedIn(around), ended};
}

function waitedIn(rows: readonly Row[]): number | undefined {
	for (const row of rows) {
		if (row.kind !== 'note') continue;
		const {waited, wait, after} = row.values;
		const value = waited ?? wait ?? after;
		if (value !== undefined && value > 0) return value;
	}
	return undefined;
}
