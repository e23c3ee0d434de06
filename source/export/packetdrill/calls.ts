/** The lab's calls as the POSIX calls of a script. */
import type {Errno} from '../../host/errno.js';
import type {CallRecord} from '../../host/socket.js';
import type {PktCall, PktExpression} from '../../packetdrill/pkt.js';
import type {CallAction} from '../../sim/index.js';
import type {Call} from './deeds.js';
import {any, apply, call, either, integer, list, name, type Outcome, struct} from './expressions.js';
import type {Manner} from './schedule.js';

/** The script's descriptors, by those of the lab. */
export type Names = {
	readonly labels: Map<number, number>;
	next: number;
	/** Local ports by the lab's descriptors, where they are told at all; undefined: one connection needs none. */
	readonly ports: ReadonlyMap<number, number> | undefined;
	/** A descriptor that was made before any call needed it. */
	spare: number | undefined;
	/** New sockets are told not to wait for acknowledgments (TCP_NODELAY). */
	isNoDelay: boolean;
};

/** `isLong`: this one may wait. */
export type Line = {readonly action: PktCall; readonly isLong?: boolean};

const firstLabel = 3;

export const newNames = (ports: Names['ports']): Names => ({
	labels: new Map(),
	next: firstLabel,
	ports,
	spare: undefined,
	isNoDelay: false,
});

export const socketLine = (label: number): PktCall => call('socket', [any, name('SOCK_STREAM'), name('IPPROTO_TCP')], {result: label});

const newLabel = (names: Names): number => names.next++;

/** The descriptor that socket() gives; the first one may have been made already. */
function opened(names: Names, socket: number | undefined): {readonly label: number; readonly lines: readonly Line[]} {
	const {spare} = names;
	const label = spare ?? newLabel(names);
	names.spare = undefined;
	if (socket !== undefined) names.labels.set(socket, label);
	const made = spare === undefined ? [{action: socketLine(label)}] : [];
	return {label, lines: [...made, ...(names.isNoDelay ? [noDelay(label, true)] : [])]};
}

export const makeSpare = (names: Names): number => {
	names.spare = newLabel(names);
	return names.spare;
};

/** Undefined: the script has no descriptor for it. */
export function linesOf(names: Names, {action, socket, done}: Call, manner: Manner): readonly Line[] | undefined {
	if (action.do === 'listen') return listenLines(names, action, {socket, record: done?.record});
	if (action.do === 'connect') return connectLines(names, action, {socket, record: done?.record, manner});
	const label = socket === undefined ? undefined : names.labels.get(socket);
	if (label === undefined || !done) return undefined;
	if (socket !== undefined && (action.do === 'close' || action.do === 'abort')) names.labels.delete(socket);
	return otherLines(names, action, {label, record: done.record});
}

/** What a connect() in the background came to is asked for: the socket keeps it until then. */
export function errorLine({labels}: Names, {socket}: Call, error: Errno): PktCall | undefined {
	const label = socket === undefined ? undefined : labels.get(socket);
	const given = {kind: 'list', items: [name(error)]} as const;
	return label === undefined ? undefined : call('getsockopt', [integer(label), name('SOL_SOCKET'), name('SO_ERROR'), given, list(4)]);
}

const outcomeOf = ({result, error}: CallRecord): Outcome => ({result, error});

/** Any of the host's own addresses, and the peer's as packetdrill has it (RFC 5737). */
type Address = '0.0.0.0' | '192.0.2.1';

const address = (port: number, addr: Address): PktExpression =>
	struct({
		sa_family: name('AF_INET'),
		sin_port: apply('htons', integer(port)),
		sin_addr: apply('inet_addr', {kind: 'string', text: addr}),
	});

const place = ({ports}: Names, port: number, addr: Address = '0.0.0.0'): readonly PktExpression[] => [
	ports ? address(port, addr) : any,
	any,
];

const levelled = (label: number, level: string, option: string, value: readonly PktExpression[]): Line => ({
	action: call('setsockopt', [integer(label), name(level), name(option), ...value]),
});

const noDelay = (label: number, isOn: boolean): Line => levelled(label, 'IPPROTO_TCP', 'TCP_NODELAY', [list(isOn ? 1 : 0), integer(4)]);

/** Nagle's rule for every socket of the program, and for those to come. */
export function noDelayLines(names: Names, isOn: boolean): readonly Line[] {
	names.isNoDelay = isOn;
	return [...names.labels.values()].map(label => noDelay(label, isOn));
}

const reuse = (label: number): Line => levelled(label, 'SOL_SOCKET', 'SO_REUSEADDR', [list(1), integer(4)]);

type Made = {readonly socket: number | undefined; readonly record: CallRecord | undefined};

/** What fails on a new descriptor leaves it closed. */
const failed = (label: number, lines: readonly Line[]): readonly Line[] => [...lines, {action: call('close', [integer(label)])}];

function listenLines(names: Names, {port, backlog = 5, reuseaddr}: CallAction & {do: 'listen'}, {socket, record}: Made): readonly Line[] {
	const {label, lines} = opened(names, socket);
	const before = [...lines, ...(reuseaddr ? [reuse(label)] : [])];
	const bind: Line = {
		action: call('bind', [integer(label), ...place(names, port)], record?.failed === 'bind' ? outcomeOf(record) : undefined),
	};
	if (record?.failed === 'bind') return failed(label, [...before, bind]);
	return [...before, bind, {action: call('listen', [integer(label), integer(backlog)], record && outcomeOf(record))}];
}

type Connecting = Made & {readonly manner: Manner};

function connectLines(
	names: Names,
	{port: to, from, socket: listener}: CallAction & {do: 'connect'},
	{socket, record, manner}: Connecting,
): readonly Line[] | undefined {
	const known = listener && socket !== undefined ? names.labels.get(socket) : undefined;
	if (listener && known === undefined) return undefined;
	const {label, lines} = known === undefined ? opened(names, socket) : {label: known, lines: []};
	const hasFailedToBind = record?.failed === 'bind';
	const port = from ?? (known === undefined && socket !== undefined ? names.ports?.get(socket) : undefined);
	const before = [
		...lines,
		...(port === undefined ? [] : [{action: bindLine(names, {label, port}, hasFailedToBind ? outcomeOf(record) : undefined)}]),
	];
	if (hasFailedToBind) return failed(label, before);
	const connect = (outcome: Outcome): PktCall => call('connect', [integer(label), ...place(names, to, '192.0.2.1')], outcome);
	if (manner !== 'in-background') return [...before, {action: connect(record ? outcomeOf(record) : {result: 0}), isLong: true}];
	const mode = (...flags: readonly string[]): Line => ({
		action: call('fcntl', [integer(label), name('F_SETFL'), flags.length > 1 ? either(...flags) : name('O_RDWR')]),
	});
	return [...before, mode('O_RDWR', 'O_NONBLOCK'), {action: connect({result: -1, error: 'EINPROGRESS'})}, mode('O_RDWR')];
}

type Done = {readonly label: number; readonly record: CallRecord};

function otherLines(names: Names, action: Exclude<CallAction, {do: 'listen' | 'connect'}>, done: Done): readonly Line[] {
	const fd = integer(done.label);
	const outcome = outcomeOf(done.record);
	switch (action.do) {
		case 'accept':
			return [{action: call('accept', [fd, any, any], accepted(names, done.record)), isLong: true}];
		case 'recv':
			return [{action: call('read', [fd, any, integer(roomFor(action.max, outcome.result))], outcome), isLong: true}];
		case 'send':
			return [{action: call('write', [fd, any, integer(lengthOf(action.payload))], outcome), isLong: true}];
		case 'shutdown':
			return [{action: call('shutdown', [fd, name('SHUT_WR')], outcome)}];
		case 'close':
			return [{action: call('close', [fd], outcome)}];
		case 'abort':
			return [linger(done.label), {action: call('close', [fd], outcome)}];
	}
}

const linger = (label: number): Line =>
	levelled(label, 'SOL_SOCKET', 'SO_LINGER', [struct({onoff: integer(1), linger: integer(0)}), integer(8)]);

/** A name of its own for what accept() returns. */
function accepted(names: Names, {result, error}: CallRecord): Outcome {
	if (error !== undefined) return {result, error};
	const label = newLabel(names);
	names.labels.set(result, label);
	return {result: label};
}

/** A round number that everything readable fits into, where the session asked for everything. */
function roomFor(max: number | undefined, read: number): number {
	if (max !== undefined) return max;
	let room = 1000;
	while (room < read) room *= 10;
	return room;
}

const lengthOf = (payload: (CallAction & {do: 'send'})['payload']): number => ('text' in payload ? payload.text.length : payload.pattern);

export const bindLine = (names: Names, {label, port}: {readonly label: number; readonly port: number}, outcome?: Outcome): PktCall =>
	call('bind', [integer(label), ...place(names, port)], outcome);

export const closeLine = (label: number): PktCall => call('close', [integer(label)]);
