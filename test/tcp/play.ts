/**
 * Plays actions and writes down what went over the wire, a packet a line, so that a test shows the ladder it is about:
 *
 *     0 > S 1000:1000(0)            milliseconds; `>` from the client, `<` from the server; packetdrill's words, numbers absolute
 *    50 < S. 8000:8000(0) ack 1001
 */
import assert from 'node:assert/strict';
import {flagLetters, optionWords, parseSegment} from '../../source/packetdrill/notation.js';
import {
	type Action,
	act,
	advance,
	createHistory,
	findSocket,
	type HostName,
	type KnobChange,
	type LinkChange,
	nextAt,
	packetAt,
	packetCount,
	type Refusal,
	type Row,
	rowAt,
	rowCount,
	type SegmentRecord,
	type Setup,
	type SocketRef,
} from '../../source/sim/index.js';
import type {NoteCode} from '../../source/tcp/notes.js';
import type {ProfileName} from '../../source/tcp/profile.js';
import {ACK, type Option} from '../../source/tcp/segment.js';
import {add, seq} from '../../source/tcp/seq.js';
import type {State} from '../../source/tcp/state.js';
import type {Tcb} from '../../source/tcp/tcb.js';
import {never, type TimerName} from '../../source/tcp/timers.js';

export type Lab = ReturnType<typeof createHistory>;
/** An action, or so many milliseconds that pass. */
export type Move = Action | number;

export const start = (setup: Partial<Setup> = {}): Lab => createHistory(setup);
export const both = (profile: ProfileName): Partial<Setup> => ({profile: {client: profile, server: profile}});

/** In order; an action that is refused is a mistake of the test. */
export function play(lab: Lab, ...moves: readonly Move[]): Lab {
	for (const move of moves) {
		if (typeof move === 'number') advance(lab, lab.world.now + move * 1000);
		else assert.equal(act(lab, move), undefined, JSON.stringify(move));
	}
	return lab;
}

export const refusal = (lab: Lab, action: Action): Refusal | undefined => act(lab, action);

/** Lets time pass until nothing is due any more, or for so many virtual hours. */
export function playOut(lab: Lab, hours = 24): Lab {
	const end = lab.world.now + hours * 3_600_000_000;
	for (let at = nextAt(lab.world); at <= end; at = nextAt(lab.world)) advance(lab, at);
	return lab;
}

type Of = HostName | SocketRef;
const ref = (of: Of): SocketRef => (typeof of === 'string' ? {host: of} : of);

export const listen = (host: HostName, port = 80, more: {backlog?: number; reuseaddr?: boolean; name?: string} = {}): Action => ({
	do: 'listen',
	host,
	port,
	...more,
});
export const connect = (host: HostName, more: {port?: number; from?: number; name?: string; socket?: SocketRef} = {}): Action => ({
	do: 'connect',
	host,
	port: 80,
	...more,
});
export const accept = (of: Of = 'server', name?: string): Action => ({
	do: 'accept',
	socket: ref(of),
	...(name === undefined ? {} : {name}),
});
export const send = (of: Of, what: string | number): Action => ({
	do: 'send',
	socket: ref(of),
	payload: typeof what === 'string' ? {text: what} : {pattern: what},
});
export const recv = (of: Of, max?: number): Action => ({do: 'recv', socket: ref(of), ...(max === undefined ? {} : {max})});
export const shutdown = (of: Of): Action => ({do: 'shutdown', socket: ref(of)});
export const close = (of: Of): Action => ({do: 'close', socket: ref(of)});
export const abort = (of: Of): Action => ({do: 'abort', socket: ref(of)});
export const crash = (host: HostName): Action => ({do: 'crash', host});
export const restart = (host: HostName): Action => ({do: 'restart', host});
export const set = (host: HostName, change: KnobChange): Action => ({do: 'knob', host, change});
export const link = (change: LinkChange, from?: HostName): Action => ({do: 'link', change, ...(from ? {from} : {})});
type Filter = Extract<Action, {do: 'arm'}>['filter'];
export const drop = (host: HostName, filter: Filter = 'any'): Action => ({do: 'arm', host, filter, mischief: {kind: 'drop'}});
export const hold = (host: HostName, milliseconds: number, filter: Filter = 'any'): Action => ({
	do: 'arm',
	host,
	filter,
	mischief: {kind: 'delay', by: milliseconds * 1000},
});
export const flood = (host: HostName, count: number, port = 80): Action => ({do: 'flood', host, port, count});
export const forgeRst = (of: Of, place: Extract<Action, {do: 'inject-rst'}>['place']): Action => ({
	do: 'inject-rst',
	socket: ref(of),
	place,
});

/** Forged as from the peer, in packetdrill's words with absolute numbers. */
export function forge(of: Of, text: string): Action {
	const {segment, error} = parseSegment(text);
	assert.ok(segment, `${text}: ${error?.code} at column ${error?.column}`);
	const {ack = 0, win = 65_535, urg = 0, options = [], sport, dport, ...rest} = segment;
	const ports = sport === undefined || dport === undefined ? {} : {sport, dport};
	return {do: 'inject', socket: ref(of), segment: {...rest, ...ports, ack, win, urg, options}};
}

/** listen, connect and 200 ms: both ends established, the server's with the number 4 and accepted. */
export const established: readonly Move[] = [listen('server'), accept('server'), connect('client'), 200];

type Shown = {
	readonly win?: boolean;
	readonly options?: boolean;
	readonly fate?: boolean;
	readonly from?: HostName;
	readonly since?: number;
};

export function packets(lab: Lab): readonly SegmentRecord[] {
	const {trace} = lab.world;
	return Array.from({length: packetCount(trace)}, (_, index) => packetAt(trace, index + 1));
}

export function words({flags, seq: first, len, ack, win, options}: SegmentRecord, shown: Shown = {}): string {
	const parts = [flagLetters(flags), `${first}:${add(seq(first), len)}(${len})`];
	if (flags & ACK) parts.push(`ack ${ack}`);
	if (shown.win) parts.push(`win ${win}`);
	if (shown.options && options.length > 0) parts.push(`<${optionWords(options as readonly Option[])}>`);
	return parts.join(' ');
}

function line(packet: SegmentRecord, shown: Shown): string {
	const fate = packet.fate === 'delivered' || packet.fate === 'in-flight' || shown.fate === false ? '' : ` ${packet.fate}`;
	const origin = packet.origin === 'tcp' ? '' : ` ${packet.origin}`;
	const arrow = packet.from === 'client' ? '>' : '<';
	return `${packet.sentAt / 1000} ${arrow} ${words(packet, shown)}${origin}${fate}`;
}

const tidy = (text: string): string[] =>
	text
		.split('\n')
		.map(row => row.trim().replace(/\s+/g, ' '))
		.filter(row => row !== '');

/** Every packet of one side, or of both, from a moment on (milliseconds). */
export const ladder = (lab: Lab, shown: Shown = {}): string[] =>
	packets(lab)
		.filter(packet => (!shown.from || packet.from === shown.from) && packet.sentAt >= (shown.since ?? 0) * 1000)
		.map(packet => line(packet, shown));

/** The ladder is exactly this. */
export const shows = (lab: Lab, expected: string, shown: Shown = {}): void => assert.deepEqual(ladder(lab, shown), tidy(expected));

export function rows(lab: Lab): readonly Row[] {
	const {trace} = lab.world;
	return Array.from({length: rowCount(trace)}, (_, index) => rowAt(trace, index));
}

/** `SYN_SENT ESTABLISHED …`: the states a host's connections entered, one connection's when a number is given. */
export function moves(lab: Lab, host: HostName, socket?: number): string {
	const entered: State[] = [];
	for (const row of rows(lab)) if (row.kind === 'state' && row.host === host && (socket ?? row.socket) === row.socket) entered.push(row.to);
	return entered.join(' ');
}

/** `connect 0`, `recv 5`, `accept 4`, `connect -1 ECONNREFUSED`: the calls that completed. */
export function calls(lab: Lab, host: HostName): string[] {
	const done: string[] = [];
	for (const row of rows(lab)) {
		if (row.kind !== 'call' || row.host !== host) continue;
		const {call, result, error} = row.call;
		done.push(`${call} ${result}${error ? ` ${error}` : ''}`);
	}
	return done;
}

type Note = {readonly t: number; readonly host: HostName | undefined; readonly values: Readonly<Record<string, number>>};

/** Every firing of a rule; times in milliseconds. */
export function notes(lab: Lab, code: NoteCode): readonly Note[] {
	const found: Note[] = [];
	for (const row of rows(lab))
		if (row.kind === 'note' && row.code === code) found.push({t: row.t / 1000, host: row.host, values: row.values});
	return found;
}

export function tcb(lab: Lab, of: Of): Tcb {
	const socket = findSocket(lab.world, ref(of), 'condition');
	assert.ok(socket, `no socket ${JSON.stringify(of)}`);
	return socket.tcb;
}

export const state = (lab: Lab, of: Of): State => findSocket(lab.world, ref(of), 'condition')?.tcb.state ?? 'CLOSED';

/** Milliseconds until a timer goes; undefined when it does not run. */
export function left(lab: Lab, of: Of, timer: TimerName): number | undefined {
	const {at} = tcb(lab, of).timers[timer];
	return at === never ? undefined : (at - lab.world.now) / 1000;
}
