/** What the last event of a host changed, read from what the engine wrote about it: the `*` of the panes. */
import type {Socket} from '../host/socket.js';
import {noteCodeAt, packetAt, rowAt, rowKindAt} from '../sim/index.js';
import type {Row, SegmentRecord} from '../sim/trace.js';
import type {World} from '../sim/world.js';
import type {NoteCode} from '../tcp/notes.js';
import type {RowKind} from '../tcp/out.js';
import {ACK, FIN, RST, SYN} from '../tcp/segment.js';
import {add, before, offset, type Seq, seq, span} from '../tcp/seq.js';
import type {TimerName} from '../tcp/timers.js';
import {type HostEvent, rowsOfStep} from './host-event.js';
import {type Told, tells} from './told-values.js';

export type ValueName =
	| 'una'
	| 'nxt'
	| 'snd-wnd'
	| 'rcv-nxt'
	| 'rcv-wnd'
	| 'iss'
	| 'irs'
	| 'peer-mss'
	| 'ts-recent'
	| 'ecn'
	| 'cwnd'
	| 'ssthresh'
	| 'flight'
	| 'srtt'
	| 'rto-value'
	| 'send'
	| 'recv'
	| 'send-queue'
	| 'recv-queue'
	| TimerName;

type Step = {
	readonly world: World;
	readonly socket: Socket;
	readonly event: HostEvent;
	/** Rows of this socket. */
	readonly rows: readonly Row[];
	readonly sent: readonly SegmentRecord[];
	readonly arrived: SegmentRecord | undefined;
};

const has = ({rows}: Step, ...codes: readonly NoteCode[]): boolean => rows.some(row => row.kind === 'note' && codes.includes(row.code));

const count = ({rows}: Step, code: NoteCode): number => rows.filter(row => row.kind === 'note' && row.code === code).length;

/** A value that a rule left behind; undefined: the rule did not fire. */
function noted({rows}: Step, code: NoteCode, name: string): number | undefined {
	const row = rows.findLast(candidate => candidate.kind === 'note' && candidate.code === code);
	return row?.kind === 'note' ? row.values[name] : undefined;
}

const hasMoved = ({rows}: Step, ...to: readonly string[]): boolean => rows.some(row => row.kind === 'state' && to.includes(row.to));

/** SYN_SENT from CLOSED or LISTEN, or SYN_RCVD from LISTEN: the connection begins. */
const isBorn = ({rows}: Step): boolean =>
	rows.some(row => row.kind === 'state' && (row.from === 'CLOSED' || row.from === 'LISTEN') && row.to !== 'LISTEN');

const knowsPeer = (step: Step): boolean => has(step, 'syn-accepted', 'syn-ack-accepted', 'simultaneous-open');

function hasUnaMoved(step: Step): boolean {
	return isBorn(step) || has(step, 'ack-advances', 'syn-ack-accepted');
}

const occupies = ({len, flags}: SegmentRecord): boolean => len > 0 || (flags & (SYN | FIN)) !== 0;

/** After a time-out SND.NXT goes back to SND.UNA, and forward again with what is sent a second time. */
function hasNxtMoved(step: Step): boolean {
	const {snd, iss} = step.socket.tcb;
	if (isBorn(step) || step.sent.some(packet => occupies(packet) && !packet.isRetransmission)) return true;
	if (snd.una === iss) return false;
	if (noted(step, 'rto-fired', 'count') === 1 && snd.nxt !== snd.max) return true;
	if (hasOvertaken(step)) return true;
	const held = has(step, 'rto-fired', 'fast-retransmit', 'partial-ack') ? 1 : 0;
	return count(step, 'sent-again') > held;
}

/** The acknowledged SYN was never counted: there was no window to hold against it. What leaves may be as much as what was acknowledged. */
function hasFlightChanged(step: Step): boolean {
	if (isBorn(step) || has(step, 'syn-ack-accepted', 'handshake-complete')) return false;
	const sent = step.sent.reduce((sum, {len, isRetransmission}) => sum + (isRetransmission ? 0 : len), 0);
	const isBalanced = sent > 0 && sent === noted(step, 'ack-advances', 'octets');
	return !isBalanced && (hasUnaMoved(step) || hasNxtMoved(step));
}

/** After a time-out an ACK may tell of more than was sent again: SND.NXT jumps to it. */
function hasOvertaken(step: Step): boolean {
	if (!has(step, 'rtt-not-sampled', 'rtt-by-timestamp') || step.sent.length > 0) return false;
	const last = newest(packetsOf(step, 'sent'), occupies);
	return last?.isRetransmission === true && before(endOf(last), step.socket.tcb.snd.nxt);
}

const endOf = ({seq: from, len, flags}: SegmentRecord): Seq => add(seq(from), len + (flags & FIN ? 1 : 0));

const isTo = (packet: SegmentRecord, {tcb}: Socket): boolean => packet.dport === tcb.local.port && packet.sport === tcb.remote.port;

/** Packets and rows are looked at so far back for what was before. */
const lookBack = 256;
const mostRows = 2000;

/** Packets between a socket and its peer, newest first; whole records are made only of these. */
function* packetsOf({world, socket, event}: Step, direction: 'sent' | 'received'): Generator<SegmentRecord> {
	const {packets} = world.trace;
	const {local, remote} = socket.tcb;
	const [sport, dport] = direction === 'sent' ? [local.port, remote.port] : [remote.port, local.port];
	const side = (event.host === 'client') === (direction === 'sent') ? 0 : 1;
	for (let at = packets.length - 1; at >= Math.max(0, packets.length - lookBack); at--) {
		if (packets.from[at] === side && packets.sport[at] === sport && packets.dport[at] === dport) yield packetAt(world.trace, at + 1);
	}
}

function newest(packets: Iterable<SegmentRecord>, isIt: (packet: SegmentRecord) => boolean): SegmentRecord | undefined {
	for (const packet of packets) if (isIt(packet)) return packet;
	return undefined;
}

/** Newer by its numbers, then by its arrival: only such a segment sets the window (RFC 9293 § 3.10.7.4). */
const isNewer = (a: SegmentRecord, b: SegmentRecord): boolean =>
	(offset(seq(b.seq), seq(a.seq)) || offset(seq(b.ack), seq(a.ack)) || (a.arrivedInStep ?? 0) - (b.arrivedInStep ?? 0)) > 0;

const noteKind: ReadonlySet<RowKind> = new Set(['note']);

/** Outside the window nothing of a segment counts. */
const wasTaken = (world: World, {arrivedInStep}: SegmentRecord): boolean =>
	!rowsOfStep(world, arrivedInStep ?? 0, noteKind).some(
		row => row.kind === 'note' && (row.code === 'old-data' || row.code === 'unacceptable'),
	);

/** Octets: the field of a SYN is not scaled. */
const windowIn = ({win, flags}: SegmentRecord, scale: number): number => (flags & SYN ? win : win * 2 ** scale);

/** Reordering reaches no further than this. */
const mostOvertaken = 12;

/** The window that the peer offered before, by what arrived before. */
function hasPeerWindowChanged(step: Step): boolean {
	const {world, socket, event, arrived} = step;
	const {scale} = socket.tcb.snd;
	if (arrived === undefined || !(arrived.flags & ACK) || arrived.flags & RST || windowIn(arrived, scale) !== socket.tcb.snd.wnd)
		return false;
	let last: SegmentRecord | undefined;
	let seen = 0;
	for (const packet of packetsOf(step, 'received')) {
		const hasArrived = packet.fate === 'delivered' && (packet.arrivedInStep ?? event.step) < event.step;
		if (!hasArrived || packet.flags & RST) continue;
		if ((last === undefined || isNewer(packet, last)) && wasTaken(world, packet)) last = packet;
		if (++seen === mostOvertaken) break;
	}
	return last === undefined || windowIn(last, scale) !== windowIn(arrived, scale);
}

/** Octets by which RCV.NXT has moved. */
function taken(step: Step): number {
	const {tcb} = step.socket;
	const inOrder = noted(step, 'data-in-order', 'len') ?? noted(step, 'hole-filled', 'octets') ?? 0;
	return inOrder + (has(step, 'fin-arrived') && tcb.hasPeerFin ? 1 : 0);
}

/** The edge that the last segment before this event promised, against what it is now. */
function hasOwnWindowChanged(step: Step): boolean {
	const {socket, event} = step;
	const {rcv} = socket.tcb;
	if (isBorn(step)) return true;
	const last = newest(
		packetsOf(step, 'sent'),
		packet => packet.origin === 'tcp' && packet.sentInStep < event.step && !(packet.flags & RST),
	);
	if (last === undefined) return taken(step) > 0;
	if (!(last.flags & ACK)) return last.win !== rcv.wnd;
	const edge: Seq = add(seq(last.ack), windowIn(last, rcv.scale));
	const nxtBefore = add(rcv.nxt, -taken(step));
	return span(nxtBefore, edge) !== rcv.wnd;
}

function hasCwndChanged(step: Step): boolean {
	if (hasMoved(step, 'ESTABLISHED')) return true;
	if (has(step, 'slow-start', 'congestion-avoidance', 'cubic-friendly', 'cubic-concave', 'cubic-convex')) return true;
	if (has(step, 'fast-retransmit', 'partial-ack', 'recovery-over', 'recovery-entered')) return true;
	if (has(step, 'cwnd-restarted', 'cwnd-reduced', 'reduction-undone', 'probe-found-loss')) return true;
	if (has(step, 'ecn-reduces', 'cwnd-follows', 'reduction-over')) return isNewValue(step, 'cwnd');
	if (has(step, 'ack-duplicate') && step.socket.tcb.congestion.inRecovery) return true;
	return has(step, 'cwnd-collapsed') && isNewValue(step, 'cwnd');
}

/** What this event left, and what the trace told of before. Undefined: nothing, or too far back. */
function toldNow({rows}: Step, name: Told): number | undefined {
	const row = rows.findLast(candidate => candidate.kind === 'note' && tells(name, candidate.code));
	return row?.kind === 'note' ? row.values[name] : undefined;
}

function toldBefore({world: {trace}, socket, event}: Step, name: Told): number | undefined {
	const first = event.rows[0]?.index ?? 0;
	for (let index = first - 1; index >= Math.max(0, first - mostRows); index--) {
		if (rowKindAt(trace, index) !== 'note' || !tells(name, noteCodeAt(trace, index))) continue;
		const row = rowAt(trace, index);
		if (row.kind === 'note' && row.host === event.host && row.socket === socket.number) return row.values[name];
	}
	return undefined;
}

/** `first`: the value before any rule has told of it. */
function isNewValue(step: Step, name: Told, first?: number): boolean {
	const now = toldNow(step, name);
	return now !== undefined && now !== (toldBefore(step, name) ?? first);
}

/** send() hands over octets, an ACK takes them away, a segment moves them from waiting to in flight. */
function hasSendChanged(step: Step): boolean {
	const hasMoved = step.sent.some(({len}) => len > 0) && hasNxtMoved(step);
	return hasMoved || hasSendQueueChanged(step);
}

/** Sending moves nothing out of the queue: octets stay until they are acknowledged. */
const hasSendQueueChanged = (step: Step): boolean => (noted(step, 'ack-advances', 'octets') ?? 0) > 0 || hasQueued(step);

/** A send() of this step was taken, or parks with what did not fit. */
const hasQueued = ({rows, socket, event}: Step): boolean =>
	rows.some(row => row.kind === 'call' && row.call.call === 'send' && row.call.result > 0) ||
	socket.parked.some(call => call.call === 'send' && call.began === event.t && call.taken > 0);

function hasReceiveChanged(step: Step): boolean {
	return has(step, 'data-out-of-order', 'syn-data-kept') || hasReceiveQueueChanged(step);
}

function hasReceiveQueueChanged(step: Step): boolean {
	if (has(step, 'data-in-order', 'hole-filled')) return true;
	return step.rows.some(row => row.kind === 'call' && row.call.call === 'recv' && row.call.result > 0);
}

const tests: readonly (readonly [ValueName, (step: Step) => boolean])[] = [
	['una', hasUnaMoved],
	['nxt', hasNxtMoved],
	['snd-wnd', step => knowsPeer(step) || hasPeerWindowChanged(step)],
	['rcv-nxt', step => knowsPeer(step) || taken(step) > 0],
	['rcv-wnd', hasOwnWindowChanged],
	['iss', isBorn],
	['irs', knowsPeer],
	['peer-mss', step => has(step, 'mss-agreed')],
	['ts-recent', step => has(step, 'timestamps-agreed', 'ts-recent-taken')],
	['ecn', step => has(step, 'ecn-agreed') || has(step, 'ce-arrived') !== has(step, 'cwr-arrived')],
	['cwnd', hasCwndChanged],
	['ssthresh', step => isNewValue(step, 'ssthresh')],
	['flight', hasFlightChanged],
	['srtt', step => has(step, 'rtt-sampled')],
	['rto-value', step => isNewValue(step, 'rto', step.world.hosts[step.event.host].knobs.rtoInitial)],
	['send', hasSendChanged],
	['recv', hasReceiveChanged],
	['send-queue', hasSendQueueChanged],
	['recv-queue', hasReceiveQueueChanged],
];

function armed({rows, socket}: Step): readonly TimerName[] {
	return rows.flatMap(row =>
		row.kind === 'timer' && row.event === 'armed' && socket.tcb.timers[row.timer].at === row.at ? [row.timer] : [],
	);
}

function sentIn(world: World, rows: readonly Row[]): readonly SegmentRecord[] {
	return rows.flatMap(row => (row.kind === 'segment' ? [packetAt(world.trace, row.n)] : [])).filter(({origin}) => origin === 'tcp');
}

/** The names of what has another value than before the event. */
export function changesOf(world: World, event: HostEvent | undefined, socket: Socket): ReadonlySet<ValueName> {
	const rows = event?.rows.filter(row => row.socket === socket.number) ?? [];
	const fate = event?.rows.find(row => row.kind === 'fate');
	const arrived = fate?.kind === 'fate' ? packetAt(world.trace, fate.n) : undefined;
	const isIts = rows.length > 0 || (arrived !== undefined && isTo(arrived, socket));
	if (event === undefined || !isIts) return new Set();
	const step: Step = {world, socket, event, rows, sent: sentIn(world, rows), arrived};
	return new Set([...tests.flatMap(([name, isChanged]) => (isChanged(step) ? [name] : [])), ...armed(step)]);
}
