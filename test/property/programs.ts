/** Programs that call as POSIX lets them, in any order, on any two stacks; and what only scripts ask of a world. */
import fc from 'fast-check';
import {addressOf} from '../../source/host/new-host.js';
import {ioctlRequests, messageFlags, type PosixCall, pollEvents, readNames, writeNames} from '../../source/host/posix/call.js';
import {type Action, type HostName, hostNames, otherHost} from '../../source/sim/index.js';
import type {ProfileName} from '../../source/tcp/profile.js';
import {seq} from '../../source/tcp/seq.js';
import {states} from '../../source/tcp/state.js';
import {type Deed, passing, wire} from './meddling.js';

const plain = {noNullPrototype: true};
const port = fc.constantFrom(80, 80, 81);
const fd = fc.constantFrom(3, 3, 4, 4, 5, 6);
const flags = fc.subarray([...messageFlags], {maxLength: 2});
const events = fc.subarray([...pollEvents], {maxLength: 3});
const len = fc.constantFrom(0, 1, 10, 1000, 5000, 40_000);

const whole = (level: 'SOL_SOCKET' | 'IPPROTO_TCP' | 'IPPROTO_IP', numbers: readonly number[], ...options: readonly string[]) =>
	fc.tuple(fc.constantFrom(...options), fc.constantFrom(...numbers)).map(([option, value]) => ({level, option, value}));

const settings = fc.oneof(
	whole('SOL_SOCKET', [0, 1], 'SO_REUSEADDR', 'SO_KEEPALIVE'),
	whole('SOL_SOCKET', [1, 2000, 30_000, 400_000], 'SO_SNDBUF', 'SO_RCVBUF'),
	whole('IPPROTO_TCP', [0, 1], 'TCP_NODELAY', 'TCP_CORK', 'TCP_QUICKACK', 'TCP_NOOPT'),
	whole('IPPROTO_TCP', [1, 2], 'TCP_KEEPIDLE', 'TCP_KEEPINTVL', 'TCP_KEEPINIT', 'TCP_KEEPCNT', 'TCP_SYNCNT'),
	whole('IPPROTO_TCP', [0, 90, 500, 3000], 'TCP_MAXSEG', 'TCP_USER_TIMEOUT', 'TCP_NOTSENT_LOWAT'),
	whole('IPPROTO_IP', [0, 1, 2, 3], 'IP_TOS', 'IP_TTL', 'IP_MTU_DISCOVER'),
);

const call = (host: HostName): fc.Arbitrary<PosixCall> =>
	fc.oneof(
		fc.record({call: fc.constant('socket' as const), isNonblocking: fc.boolean()}, plain),
		fc.record({call: fc.constant('bind' as const), fd, port}, plain),
		fc.record({call: fc.constant('listen' as const), fd, backlog: fc.nat(2)}, plain),
		fc.record({call: fc.constant('accept' as const), fd}, plain),
		fc.record({call: fc.constant('connect' as const), fd, addr: fc.constant(addressOf(otherHost(host))), port}, plain),
		{weight: 3, arbitrary: fc.record({call: fc.constantFrom(...readNames), fd, len, flags}, plain)},
		{weight: 3, arbitrary: fc.record({call: fc.constantFrom(...writeNames), fd, len, flags}, plain)},
		fc.record(
			{call: fc.constant('shutdown' as const), fd, how: fc.constantFrom('SHUT_RD' as const, 'SHUT_WR' as const, 'SHUT_RDWR' as const)},
			plain,
		),
		fc.record({call: fc.constant('close' as const), fd}, plain),
		fc.record({call: fc.constant('fcntl' as const), fd, command: fc.constant('F_SETFL' as const), isNonblocking: fc.boolean()}, plain),
		fc.record({call: fc.constant('ioctl' as const), fd, request: fc.constantFrom(...ioctlRequests)}, plain),
		fc
			.tuple(fd, events, fc.constantFrom(-1, 0, 50))
			.map(([one, which, timeout]): PosixCall => ({call: 'poll', entries: [{fd: one, events: which}], timeout})),
		fc
			.tuple(fd, settings)
			.map(([one, {level, option, value}]): PosixCall => ({call: 'setsockopt', fd: one, level, option, value: {kind: 'number', value}})),
		fd.map(
			(one): PosixCall => ({
				call: 'setsockopt',
				fd: one,
				level: 'SOL_SOCKET',
				option: 'SO_LINGER',
				value: {kind: 'linger', isOn: true, seconds: 0},
			}),
		),
	);

const host = fc.constantFrom(...hostNames);
const called = host.chain(name => call(name).map((made): Action => ({do: 'posix', host: name, call: made})));

/** Router and operator: what neither program asked for. */
const others: fc.Arbitrary<Action> = fc.oneof(
	fc
		.tuple(host, fc.constantFrom([3, 1], [3, 3], [3, 4], [4, 0], [11, 0]), fc.constantFrom(0, 68, 600, 1400), fc.nat(3000))
		.map(([name, [type = 3, code = 0], mtu, ahead]): Action => {
			const iss = name === 'client' ? 1000 : 8000;
			const ends = {
				src: addressOf(name),
				dst: addressOf(otherHost(name)),
				sport: name === 'client' ? 49_152 : 80,
				dport: name === 'client' ? 80 : 49_152,
			};
			return {do: 'icmp', host: name, error: {type, code, mtu, ...ends, seq: seq(iss + ahead)}};
		}),
	fc.record({do: fc.constant('tcpdrop' as const), host, state: fc.constantFrom(...states)}, plain),
	fc
		.tuple(host, fc.boolean(), fc.boolean(), fc.boolean())
		.map(([name, sack, timestamps, wscale]): Action => ({do: 'tune', host: name, knobs: {sack, timestamps, wscale}})),
);

const deed: fc.Arbitrary<Deed> = fc.oneof(
	{weight: 6, arbitrary: called.map((action): Deed => ({kind: 'act', action}))},
	{weight: 1, arbitrary: wire.map((action): Deed => ({kind: 'act', action}))},
	{weight: 1, arbitrary: others.map((action): Deed => ({kind: 'act', action}))},
	{weight: 3, arbitrary: passing},
);

const posix = (name: HostName, made: PosixCall): Deed => ({kind: 'act', action: {do: 'posix', host: name, call: made}});

/** Numbers that the others know, and a connection: descriptor 3 of the client, 4 of the server. */
const opening = ([client, server]: readonly [ProfileName, ProfileName]): readonly Deed[] => [
	{kind: 'act', action: {do: 'profile', host: 'client', profile: client}},
	{kind: 'act', action: {do: 'profile', host: 'server', profile: server}},
	{kind: 'act', action: {do: 'knob', host: 'client', change: {knob: 'isn', value: 1000}}},
	{kind: 'act', action: {do: 'knob', host: 'server', change: {knob: 'isn', value: 8000}}},
	posix('server', {call: 'socket'}),
	posix('server', {call: 'bind', fd: 3, port: 80}),
	posix('server', {call: 'listen', fd: 3, backlog: 2}),
	posix('server', {call: 'accept', fd: 3}),
	posix('client', {call: 'socket'}),
	posix('client', {call: 'connect', fd: 3, addr: addressOf('server'), port: 80}),
	{kind: 'wait', for: 120_000},
];

const stack = fc.constantFrom<ProfileName>('textbook', 'linux', 'linux', 'freebsd');

export const arbitraryPrograms: fc.Arbitrary<readonly Deed[]> = fc
	.tuple(fc.tuple(stack, stack), fc.array(deed, {minLength: 1, maxLength: 40, size: 'max'}))
	.map(([stacks, deeds]) => [...opening(stacks), ...deeds]);
