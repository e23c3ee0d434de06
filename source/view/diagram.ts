/** Where both hosts stand in the state diagram, and the way they went: read from the state rows of the trace. */
import type {Host} from '../host/host.js';
import type {Socket} from '../host/socket.js';
import type {HostName} from '../sim/action.js';
import {rowAt} from '../sim/index.js';
import type {Row, Trace} from '../sim/trace.js';
import type {World} from '../sim/world.js';
import {rowKind} from '../tcp/out.js';
import type {Reason, State} from '../tcp/state.js';
import type {PaceView} from './screen-input.js';

/** `t` in virtual µs. */
type Move = {readonly from: State; readonly to: State; readonly why: Reason; readonly t: number};

export type Track = {
	readonly host: HostName;
	/** Undefined: no socket yet. */
	readonly socket: number | undefined;
	/** From CLOSED on; a child's way begins with its listener's. */
	readonly moves: readonly Move[];
	readonly here: State;
	/** When it came there, virtual µs. */
	readonly since: number;
	/** How long TIME_WAIT lasts on this host, µs. */
	readonly timeWait: number;
};

export type DiagramView = {
	readonly tracks: Readonly<Record<HostName, Track>>;
	/** Virtual µs. */
	readonly now: number;
	readonly pace: PaceView['kind'];
};

type StateRow = Extract<Row, {kind: 'state'}>;

/** A million rows are one pass over a column of octets; only the few state rows become objects. */
function* stateRows(trace: Trace): Generator<StateRow> {
	const {rows} = trace.out;
	const column = rows.kind.subarray(0, rows.length);
	for (let index = column.indexOf(rowKind.state); index >= 0; index = column.indexOf(rowKind.state, index + 1)) {
		const row = rowAt(trace, index);
		if (row.kind === 'state') yield row;
	}
}

/** The way of one socket; what its listener does after the child was born is not the child's way. */
function movesOf(rows: readonly StateRow[], socket: Socket): readonly Move[] {
	const own = rows.filter(row => row.socket === socket.number);
	const born = own[0]?.index ?? Number.POSITIVE_INFINITY;
	const before = socket.parent === undefined ? [] : rows.filter(row => row.socket === socket.parent && row.index < born);
	return [...before, ...own].map(({from, to, why, t}) => ({from, to, why, t}));
}

function trackOf(own: Host, socket: Socket | undefined, rows: readonly StateRow[]): Track {
	const host = own.name;
	const timeWait = 2 * own.knobs.msl;
	if (!socket) return {host, socket: undefined, moves: [], here: 'CLOSED', since: 0, timeWait};
	const ofHost = rows.filter(row => row.host === host);
	const moves = movesOf(ofHost, socket);
	return {host, socket: socket.number, moves, here: socket.tcb.state, since: moves[moves.length - 1]?.t ?? 0, timeWait};
}

type DiagramInput = {
	readonly world: World;
	readonly now: number;
	readonly pace: PaceView['kind'];
	/** The sockets that the panes show. */
	readonly sockets: Readonly<Record<HostName, Socket | undefined>>;
};

export function buildDiagram({world, now, pace, sockets}: DiagramInput): DiagramView {
	const rows = [...stateRows(world.trace)];
	const track = (host: HostName): Track => trackOf(world.hosts[host], sockets[host], rows);
	return {tracks: {client: track('client'), server: track('server')}, now, pace};
}

/** Virtual µs that a host has spent in a state so far; undefined: it never was there. */
export function timeIn({moves, here}: Track, state: State, now: number): number | undefined {
	let spent: number | undefined;
	for (const [index, {to, t}] of moves.entries()) {
		if (to !== state) continue;
		const until = moves[index + 1]?.t ?? (here === state ? now : t);
		spent = (spent ?? 0) + until - t;
	}
	return spent;
}

/** Was it ever there? Everybody begins in CLOSED. */
export const wasIn = ({moves}: Track, state: State): boolean => state === 'CLOSED' || moves.some(({to}) => to === state);
