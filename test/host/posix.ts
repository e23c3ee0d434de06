/** POSIX calls as moves, and what came of them as packetdrill writes it, without the arguments: `recv = 5`, `connect = -1 EINPROGRESS`. */

import {addressOf} from '../../source/host/new-host.js';
import type {MessageFlag, OptionLevel, OptionValue, PollEvent, PosixCall} from '../../source/host/posix/call.js';
import {type Action, type HostName, otherHost} from '../../source/sim/index.js';
import type {ProfileName} from '../../source/tcp/profile.js';
import {both, type Lab, type Move, play, rows, start} from '../tcp/play.js';

export const port = 8080;

/** The calls of one host's program; the descriptors are those of the host. */
const program = (host: HostName) => {
	const make = (call: PosixCall): Action => ({do: 'posix', host, call});
	return {
		socket: (isNonblocking = false) => make({call: 'socket', isNonblocking}),
		bind: (fd: number, at = port) => make({call: 'bind', fd, port: at}),
		listen: (fd: number, backlog = 1) => make({call: 'listen', fd, backlog}),
		accept: (fd: number) => make({call: 'accept', fd}),
		connect: (fd: number, to = port) => make({call: 'connect', fd, addr: addressOf(otherHost(host)), port: to}),
		read: (fd: number, len: number, ...flags: readonly MessageFlag[]) => make({call: 'recv', fd, len, flags}),
		write: (fd: number, len: number, ...flags: readonly MessageFlag[]) => make({call: 'send', fd, len, flags}),
		shutdown: (fd: number, how: 'SHUT_RD' | 'SHUT_WR' | 'SHUT_RDWR') => make({call: 'shutdown', fd, how}),
		close: (fd: number) => make({call: 'close', fd}),
		nonblock: (fd: number, isNonblocking = true) => make({call: 'fcntl', fd, command: 'F_SETFL', isNonblocking}),
		flags: (fd: number) => make({call: 'fcntl', fd, command: 'F_GETFL'}),
		ioctl: (fd: number, request: 'SIOCINQ' | 'FIONREAD' | 'SIOCOUTQ' | 'SIOCOUTQNSD') => make({call: 'ioctl', fd, request}),
		poll: (fd: number, timeout: number, ...events: readonly PollEvent[]) => make({call: 'poll', entries: [{fd, events}], timeout}),
		get: (fd: number, option: string, level: OptionLevel = levelOf(option)) => make({call: 'getsockopt', fd, level, option}),
		set: (fd: number, option: string, value: number | OptionValue, level: OptionLevel = levelOf(option)) =>
			make({call: 'setsockopt', fd, level, option, value: typeof value === 'number' ? {kind: 'number', value} : value}),
	};
};

const levelOf = (option: string): OptionLevel =>
	option.startsWith('SO_') ? 'SOL_SOCKET' : option.startsWith('IP_') ? 'IPPROTO_IP' : 'IPPROTO_TCP';

export const client = program('client');
export const server = program('server');

/** Both ends connected and 200 ms passed: the client's descriptor is 3, the server's listener 3 and its connection 4. */
export const connected = (profile: ProfileName): Lab =>
	play(start(both(profile)), server.socket(), server.bind(3), server.listen(3), server.accept(3), client.socket(), client.connect(3), 200);

/** What completed on a host since the last look, in milliseconds when `timed`. */
export function outcomes(lab: Lab, host: HostName, {since = 0, isTimed = false}: {since?: number; isTimed?: boolean} = {}): string[] {
	const found: string[] = [];
	for (const row of rows(lab)) {
		if (row.kind !== 'call' || row.host !== host || row.index < since) continue;
		const {call, result, error, values} = row.call;
		const text = `${call} = ${result}${error ? ` ${error}` : ''}${values ? ` ${valueText(values)}` : ''}`;
		found.push(isTimed ? `${row.t / 1000} ${text}` : text);
	}
	return found;
}

type Values = NonNullable<Extract<ReturnType<typeof rows>[number], {kind: 'call'}>['call']['values']>;

function valueText(values: Values): string {
	if (values.kind === 'count') return `[${values.count}]`;
	if (values.kind === 'events') return `[${values.revents.map(events => events.join('|')).join(', ')}]`;
	const {value} = values;
	if (value.kind === 'number') return `[${value.value}]`;
	if (value.kind === 'linger') return `[${value.isOn ? value.seconds : 'off'}]`;
	return value.kind === 'error' ? `[${value.error ?? 0}]` : `"${value.text}"`;
}

/** Plays on, and returns what completed on one host meanwhile. */
export function after(lab: Lab, host: HostName, ...moves: readonly Move[]): string[] {
	const since = rows(lab).length;
	return outcomes(play(lab, ...moves), host, {since});
}

export function timedAfter(lab: Lab, host: HostName, ...moves: readonly Move[]): string[] {
	const since = rows(lab).length;
	return outcomes(play(lab, ...moves), host, {since, isTimed: true});
}
