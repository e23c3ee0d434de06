/** How each state is reached by playing, what each event of the transition table is in its numbers, and what came of it. */
import {flagLetters, parseSegment} from '../../source/packetdrill/notation.js';
import {nextAt, type SegmentRecord} from '../../source/sim/index.js';
import {SYN} from '../../source/tcp/segment.js';
import {add, before, type Seq, seq} from '../../source/tcp/seq.js';

import type {State} from '../../source/tcp/state.js';
import type {Tcb} from '../../source/tcp/tcb.js';
import {never} from '../../source/tcp/timers.js';
import {
	abort,
	accept,
	calls,
	close,
	connect,
	crash,
	established,
	forge,
	type Lab,
	left,
	listen,
	type Move,
	packets,
	play,
	recv,
	send,
	set,
	shutdown,
	start,
	state,
	tcb,
	words,
} from './play.js';

type Subject = {readonly host: 'client' | 'server'; readonly number: number};
export type Stage = {readonly lab: Lab; readonly subject: Subject; readonly state: () => State};

const client: Subject = {host: 'client', number: 3};
const listener: Subject = {host: 'server', number: 3};
const child: Subject = {host: 'server', number: 4};

/** Established, and the peer gone without a word: from now on only forged segments arrive. Ten octets are in flight. */
const lonely: readonly Move[] = [...established, set('client', {knob: 'nagle', value: false}), crash('server')];
const waiting: readonly Move[] = [...lonely, send(client, 10), recv(client)];
const finWait1: readonly Move[] = [...waiting, shutdown(client)];
const finWait2: readonly Move[] = [...finWait1, forge(client, '. 8001:8001(0) ack 1012'), 50];
const closeWait: readonly Move[] = [...waiting, forge(client, 'F. 8001:8001(0) ack 1001'), 50];

const ways: Readonly<Record<State, {readonly subject: Subject; readonly moves: readonly Move[]}>> = {
	CLOSED: {subject: client, moves: [...lonely, abort(client)]},
	LISTEN: {subject: listener, moves: [listen('server'), accept('server')]},
	SYN_SENT: {subject: client, moves: [crash('server'), connect('client')]},
	SYN_RCVD: {subject: child, moves: [listen('server'), accept('server'), connect('client'), crash('client'), 60]},
	ESTABLISHED: {subject: client, moves: waiting},
	FIN_WAIT_1: {subject: client, moves: finWait1},
	FIN_WAIT_2: {subject: client, moves: finWait2},
	CLOSE_WAIT: {subject: client, moves: closeWait},
	CLOSING: {subject: client, moves: [...finWait1, forge(client, 'F. 8001:8001(0) ack 1001'), 50]},
	LAST_ACK: {subject: client, moves: [...closeWait, shutdown(client)]},
	TIME_WAIT: {subject: client, moves: [...finWait2, forge(client, 'F. 8001:8001(0) ack 1012'), 50]},
};

/** A child of a listener cannot be named in a call before accept(): calls meet SYN_RCVD after a simultaneous open. */
const simultaneous = {subject: client, moves: [crash('server'), connect('client'), forge(client, '80 > 49152 S 8000:8000(0)'), 60]};

/** The receive buffer is full: of eleven octets ten are taken, and where a FIN belongs to the way it came with them. */
const filled = (moves: readonly Move[]): readonly Move[] => [
	set('client', {knob: 'rcvbuf', value: 11}),
	...moves.filter(move => typeof move === 'number' || move.do !== 'recv').map(fillBeforeFin),
];

function fillBeforeFin(move: Move): Move {
	const isFin = typeof move !== 'number' && move.do === 'inject' && flagLetters(move.segment.flags) === 'F.';
	return isFin ? {...move, segment: {...move.segment, len: 10}} : move;
}

const closedWindows: Partial<Record<State, readonly Move[]>> = {
	SYN_RCVD: [set('server', {knob: 'rcvbuf', value: 0}), ...ways.SYN_RCVD.moves],
	ESTABLISHED: [...filled(waiting), forge(client, 'P. 8001:8012(11) ack 1001'), 50],
	FIN_WAIT_1: [...filled(finWait1), forge(client, 'P. 8001:8012(11) ack 1001'), 50],
	FIN_WAIT_2: [...filled(finWait2), forge(client, 'P. 8001:8012(11) ack 1012'), 50],
	CLOSE_WAIT: filled(closeWait),
	CLOSING: filled(ways.CLOSING.moves),
	LAST_ACK: filled(ways.LAST_ACK.moves),
	TIME_WAIT: filled(ways.TIME_WAIT.moves),
};

/** A world in which the subject is in this state, ready for the event. */
export function stages(name: string, event: string): Stage {
	const wanted = name as State;
	const way = wanted === 'SYN_RCVD' && event in userCalls ? simultaneous : ways[wanted];
	const moves = (event === 'DATA-0W' ? closedWindows[wanted] : undefined) ?? way.moves;
	const lab = play(start(), ...moves);
	return {lab, subject: way.subject, state: () => state(lab, way.subject)};
}

type Numbers = {
	readonly una: Seq;
	readonly max: Seq;
	readonly nxt: Seq;
	readonly wnd: number;
	readonly good: Seq;
	readonly ackOfFin: Seq;
	readonly peerFin: Seq;
};

function numbersOf(block: Tcb): Numbers {
	const {snd, rcv, finSeq, hasPeerFin, iss} = block;
	return {
		una: snd.una,
		max: snd.max,
		nxt: rcv.nxt,
		wnd: rcv.wnd,
		/** An acknowledgment that is right: of the SYN while it is out, of nothing new after that. */
		good: snd.una === iss ? snd.max : snd.una,
		ackOfFin: add(finSeq ?? snd.max, 1),
		peerFin: hasPeerFin ? add(rcv.nxt, -1) : rcv.nxt,
	};
}

const at = (flags: string, from: Seq, len: number, ack?: Seq): string =>
	`${flags} ${from}:${add(from, len)}(${len})${ack === undefined ? '' : ` ack ${ack}`}`;

const arrivals: Readonly<Record<string, (numbers: Numbers, block: Tcb) => string>> = {
	SYN: ({nxt}) => at('S', nxt, 0),
	'SYN-OUT': ({nxt, wnd}) => at('S', add(nxt, wnd), 0),
	SYNACK: ({nxt}, {iss}) => at('S.', nxt, 0, add(iss, 1)),
	'SYNACK-BAD': ({nxt, max}) => at('S.', nxt, 0, add(max, 100)),
	ACK: ({nxt, una, max}, {iss}) => at('.', nxt, 0, una === iss ? max : before(add(una, 5), max) ? add(una, 5) : una),
	'ACK-DUP': ({nxt, una}) => at('.', nxt, 0, una),
	'ACK-OLD': ({nxt, una}, {snd}) => at('.', nxt, 0, add(una, -snd.maxWnd - 1)),
	'ACK-NEW': ({nxt, max}) => at('.', nxt, 0, add(max, 1)),
	'ACK-FIN': ({nxt, ackOfFin}) => at('.', nxt, 0, ackOfFin),
	NOACK: ({nxt}) => at('-', nxt, 5),
	'RST-X': ({nxt}) => at('R', nxt, 0),
	'RST-IN': ({nxt}) => at('R', add(nxt, 1), 0),
	'RST-OUT': ({nxt, wnd}) => at('R', add(nxt, wnd), 0),
	RSTACK: ({nxt, max, una}, {iss}) => at('R.', nxt, 0, una === iss ? max : add(max, 77)),
	FIN: ({nxt, good}) => at('F.', nxt, 0, good),
	'FIN-ACKS': ({peerFin, ackOfFin}) => at('F.', peerFin, 0, ackOfFin),
	'FIN-DUP': ({nxt, good}) => at('F.', add(nxt, -1), 0, good),
	DATA: ({nxt, good}) => at('P.', nxt, 5, good),
	'DATA-OOO': ({nxt, good}) => at('P.', add(nxt, 5), 5, good),
	'DATA-OUT': ({nxt, wnd, good}) => at('P.', add(nxt, wnd), 5, good),
	'DATA-0W': ({nxt, good}) => at('P.', nxt, 5, good),
};

type Caller = {readonly host: Subject['host']; readonly socket: Subject | undefined; readonly port: number};

/** A passive OPEN is always a new socket: "connection already exists" means that its port is in use. */
const userCalls: Readonly<Record<string, (caller: Caller) => readonly Move[]>> = {
	'OPEN-P': ({host, port}) => [listen(host, port)],
	'OPEN-A': ({host, socket}) => [connect(host, socket && {socket})],
	SEND: ({host, socket}) => [send(socket ?? host, 5)],
	RECEIVE: ({host, socket}) => [recv(socket ?? host)],
	CLOSE: ({host, socket}) => [close(socket ?? host)],
	ABORT: ({host, socket}) => [abort(socket ?? host)],
	STATUS: () => [],
};

const timers = {'T-USER': 'user', 'T-REXMT': 'rto', 'T-TW': '2msl'} as const;
type TimerEvent = keyof typeof timers;
const isTimerEvent = (event: string): event is TimerEvent => event in timers;

export const events: readonly string[] = [...Object.keys(userCalls), ...Object.keys(arrivals), ...Object.keys(timers)];

type Outcome = {readonly sends: string; readonly next: State; readonly signal: string};

/** Lets the event happen. What is sent is told in the word of the table that stands for it, the expected one first; else as it is. */
export function happen(stage: Stage, event: string, expected: string): Outcome {
	const {lab, subject} = stage;
	if (isTimerEvent(event) && !isRunning(stage, event)) return {sends: 'no timer', next: stage.state(), signal: '-'};
	const numbers = numbersOf(tcb(lab, subject));
	const host = lab.world.hosts[subject.host];
	const before = {packets: packets(lab).length, calls: calls(lab, subject.host).length, sockets: host.sockets.length};
	const arrival = arrivals[event]?.(numbers, tcb(lab, subject));
	if (isTimerEvent(event)) letRing(stage, event);
	else play(lab, ...(arrival ? [forge(subject, `${portsOf(stage)} ${arrival}`), 50] : callOf(stage, event)));
	const made = host.sockets.slice(before.sockets).find(socket => socket.tcb.state !== 'CLOSED');
	const sent = packets(lab)
		.slice(before.packets)
		.filter(packet => packet.origin === 'tcp' && packet.sentAt === lab.world.now);
	const done = calls(lab, subject.host).slice(before.calls).join(', ');
	return {
		sends: inTableWords(sent, meanings(made?.tcb ?? tcb(lab, subject), numbers, arrival), expected),
		next: made?.tcb.state ?? stage.state(),
		signal: done || (event in userCalls && event !== 'STATUS' ? 'parked' : '-'),
	};
}

function portsOf({lab, subject}: Stage): string {
	const {local, remote} = tcb(lab, subject);
	return `${remote.port || 49_152} > ${local.port}`;
}

function callOf(stage: Stage, event: string): readonly Move[] {
	const {state, subject, lab} = stage;
	const socket = state() === 'CLOSED' && event === 'OPEN-A' ? undefined : subject;
	return userCalls[event]?.({host: subject.host, socket, port: tcb(lab, subject).local.port}) ?? [];
}

/** Does the timer run? Before the handshake is over the limit of SYNs stands for the user time-out. */
const isRunning = ({lab, subject, state}: Stage, event: TimerEvent): boolean =>
	left(lab, subject, event === 'T-USER' && isOpening[state()] ? 'rto' : timers[event]) !== undefined;

const isOpening: Partial<Record<State, true>> = {SYN_SENT: true, SYN_RCVD: true};

/** Time passes up to the instant in which the timer goes; of the user time-out up to the end of the connection. */
function letRing(stage: Stage, event: TimerEvent): void {
	const {lab, subject, state} = stage;
	if (event !== 'T-USER') play(lab, left(lab, subject, timers[event]) ?? 0);
	else while (state() !== 'CLOSED' && nextAt(lab.world) !== never) play(lab, (nextAt(lab.world) - lab.world.now) / 1000);
}

/** What the words of the table stand for, in numbers. `block`: as it is after the event. */
function meanings(block: Tcb, before: Numbers, arrival: string | undefined): Readonly<Record<string, string>> {
	const segment = arrival === undefined ? undefined : parseSegment(arrival).segment;
	const {snd, rcv, iss, finSeq, timers: running} = block;
	const answers = segment && {
		RST: at('R', seq(segment.ack ?? 0), 0),
		'RST,ACK': at('R.', seq(0), 0, add(seq(segment.seq), segment.len + (segment.flags & SYN ? 1 : 0))),
	};
	return {
		...answers,
		ACK: at('.', snd.max, 0, rcv.nxt),
		'RST own': at('R', before.max, 0),
		SYN: at('S', iss, 0),
		'SYN,ACK': at('S.', iss, 0, rcv.nxt),
		FIN: at('F.', before.max, 0, rcv.nxt),
		data: at('P.', before.max, 5, rcv.nxt),
		again: at(finSeq === undefined ? 'P.' : 'FP.', before.una, 10, rcv.nxt),
		[running['delayed-ack'].at === never ? '-' : 'delayed ACK']: '',
	};
}

function inTableWords(sent: readonly SegmentRecord[], stands: Readonly<Record<string, string>>, expected: string): string {
	const actual = sent.map(packet => words(packet)).join(', ');
	if (stands[expected] === actual) return expected;
	return Object.keys(stands).find(word => stands[word] === actual) ?? actual;
}
