/** Anything that can be asked of a world, in any order and at any time. */
import fc from 'fast-check';
import {
	type Action,
	act,
	advance,
	type FlagFilter,
	type History,
	type HostName,
	hostNames,
	type Mischief,
	type SocketRef,
	stepOn,
} from '../../source/sim/index.js';
import type {ProfileName} from '../../source/tcp/profile.js';
import {ACK, FIN, RST, SYN} from '../../source/tcp/segment.js';
import {arbitraryOptions} from './arbitrary-segment.js';

/** An action, microseconds that pass, or so many steps. */
export type Deed =
	| {readonly kind: 'act'; readonly action: Action}
	| {readonly kind: 'wait'; readonly for: number}
	| {readonly kind: 'step'; readonly count: number};

export function perform(history: History, deed: Deed): void {
	if (deed.kind === 'act') act(history, deed.action);
	else if (deed.kind === 'wait') advance(history, history.world.now + deed.for, 2000);
	else for (let count = 0; count < deed.count; count++) stepOn(history);
}

const plain = {noNullPrototype: true};
const host: fc.Arbitrary<HostName> = fc.constantFrom(...hostNames);
const socket: fc.Arbitrary<SocketRef> = fc.oneof(
	{weight: 3, arbitrary: host.map((name): SocketRef => ({host: name}))},
	{weight: 4, arbitrary: fc.constantFrom<SocketRef>({host: 'client', number: 3}, {host: 'server', number: 4})},
	{weight: 1, arbitrary: fc.record({host, number: fc.integer({min: 3, max: 7})}, plain)},
);
const filter: fc.Arbitrary<FlagFilter> = fc.constantFrom('SYN', 'SYN,ACK', 'ACK', 'FIN', 'RST', 'data', 'any');
const mischief: fc.Arbitrary<Mischief> = fc.oneof(
	fc.constantFrom<Mischief>({kind: 'drop'}, {kind: 'duplicate'}, {kind: 'corrupt'}, {kind: 'mark'}),
	fc.nat(500_000).map((by): Mischief => ({kind: 'delay', by})),
);
const share = fc.nat(30).map(percent => percent / 100);

/** Numbers near those that the textbook profile uses, so that windows are met. */
const nearSeq = fc.oneof(fc.integer({min: 990, max: 1300}), fc.integer({min: 7990, max: 8300}), fc.nat(0xffffffff));
const flags = fc.oneof(fc.constantFrom(0, SYN, ACK, SYN | ACK, RST, RST | ACK, FIN | ACK, FIN | SYN), fc.nat(255));
const segment = fc.record(
	{flags, seq: nearSeq, len: fc.nat(40), ack: nearSeq, win: fc.constantFrom(0, 1, 100, 65_535), urg: fc.nat(10), options: arbitraryOptions},
	plain,
);

const calls: fc.Arbitrary<Action> = fc.oneof(
	fc.record({do: fc.constant('listen' as const), host, port: fc.constantFrom(80, 81), backlog: fc.nat(2), reuseaddr: fc.boolean()}, plain),
	fc.record({do: fc.constant('connect' as const), host, port: fc.constantFrom(80, 80, 5000)}, plain),
	fc.record({do: fc.constant('connect' as const), host, port: fc.constant(5000), from: fc.constant(5000)}, plain),
	socket.map((ref): Action => ({do: 'connect', host: ref.host, port: 80, socket: ref})),
	fc.record({do: fc.constant('accept' as const), socket}, plain),
	fc.record({do: fc.constant('recv' as const), socket, max: fc.integer({min: 1, max: 3000})}, plain),
	fc.record({do: fc.constant('recv' as const), socket}, plain),
	fc.record({do: fc.constant('send' as const), socket, payload: fc.nat(5000).map(pattern => ({pattern}))}, plain),
	fc.record({do: fc.constantFrom('shutdown' as const, 'close' as const, 'abort' as const), socket}, plain),
);

const knob = fc.oneof(
	fc.record(
		{
			knob: fc.constantFrom(
				'nagle' as const,
				'delayedAck' as const,
				'keepalive' as const,
				'challengeAck' as const,
				'quietTime' as const,
				'synCookies' as const,
			),
			value: fc.boolean(),
		},
		plain,
	),
	fc.record({knob: fc.constantFrom('rcvbuf' as const, 'sndbuf' as const), value: fc.integer({min: 1, max: 5000})}, plain),
	fc.record({knob: fc.constant('mss' as const), value: fc.constantFrom(1, 100, 1460)}, plain),
	fc.record({knob: fc.constant('app' as const), value: fc.constantFrom('manual' as const, 'reader' as const, 'echo' as const)}, plain),
	fc.record({knob: fc.constant('congestion' as const), value: fc.constantFrom('newreno' as const, 'cubic' as const)}, plain),
	fc.record({knob: fc.constant('ecn' as const), value: fc.constantFrom('on' as const, 'off' as const, 'passive' as const)}, plain),
	fc.record({knob: fc.constant('isn' as const), value: fc.constantFrom(0, 1000, 0xffffffff)}, plain),
	fc.record({knob: fc.constantFrom('retries' as const, 'synRetries' as const), value: fc.nat(3)}, plain),
	fc.record({knob: fc.constantFrom('msl' as const, 'rtoMin' as const), value: fc.integer({min: 1000, max: 3_000_000})}, plain),
);

const linkChange = fc.record(
	{
		delay: fc.nat(200_000),
		jitter: fc.nat(100_000),
		loss: share,
		duplicate: share,
		corrupt: share,
		reorder: share,
		rate: fc.constantFrom(0, 64_000),
		queue: fc.nat(5),
	},
	plain,
);

/** What happens on the way. */
export const wire: fc.Arbitrary<Action> = fc.oneof(
	fc.record({do: fc.constant('link' as const), change: linkChange}, plain),
	fc.record({do: fc.constantFrom('arm' as const, 'disarm' as const), host, filter, mischief}, plain),
	fc.record({do: fc.constant('packet' as const), packet: fc.integer({min: 1, max: 60}), mischief}, plain),
	fc.record(
		{do: fc.constant('inject-rst' as const), socket, place: fc.constantFrom('exact' as const, 'in-window' as const, 'outside' as const)},
		plain,
	),
	fc.record({do: fc.constant('inject' as const), socket, segment}, plain),
	fc.record({do: fc.constant('flood' as const), host, port: fc.constant(80), count: fc.nat(4)}, plain),
);

const fates: fc.Arbitrary<Action> = fc.oneof(
	fc.record({do: fc.constantFrom('crash' as const, 'restart' as const), host}, plain),
	fc.record({do: fc.constant('knob' as const), host, change: knob}, plain),
	fc.record(
		{do: fc.constant('profile' as const), host, profile: fc.constantFrom('textbook' as const, 'linux' as const, 'freebsd' as const)},
		plain,
	),
	fc.constant<Action>({do: 'mark', mark: {kind: 'cue', line: 1, text: {en: 'here'}}}),
);

const action = fc.oneof({weight: 6, arbitrary: calls}, {weight: 3, arbitrary: wire}, {weight: 1, arbitrary: fates});

/** Begins with a server and a client more often than not, so that there is something to meddle with. */
const opening: readonly Deed[] = [
	{kind: 'act', action: {do: 'knob', host: 'server', change: {knob: 'ecn', value: 'passive'}}},
	{kind: 'act', action: {do: 'knob', host: 'client', change: {knob: 'ecn', value: 'on'}}},
	{kind: 'act', action: {do: 'listen', host: 'server', port: 80}},
	{kind: 'act', action: {do: 'accept', socket: {host: 'server'}}},
	{kind: 'act', action: {do: 'connect', host: 'client', port: 80}},
	{kind: 'wait', for: 120_000},
];

/** Nobody does anything for a while. */
export const passing: fc.Arbitrary<Deed> = fc.oneof(
	{weight: 2, arbitrary: fc.constantFrom(0, 50_000, 1_000_000, 70_000_000).map((time): Deed => ({kind: 'wait', for: time}))},
	{weight: 1, arbitrary: fc.integer({min: 1, max: 6}).map((count): Deed => ({kind: 'step', count}))},
);

const deed: fc.Arbitrary<Deed> = fc.oneof(
	{weight: 4, arbitrary: action.map((what): Deed => ({kind: 'act', action: what}))},
	{weight: 3, arbitrary: passing},
);

export const arbitraryDeeds: fc.Arbitrary<readonly Deed[]> = fc
	.tuple(fc.integer({min: 0, max: 4}), fc.array(deed, {minLength: 1, maxLength: 50, size: 'max'}))
	.map(([chance, deeds]) => (chance > 0 ? [...opening, ...deeds] : deeds));

const stack = fc.constantFrom<ProfileName>('textbook', 'linux', 'freebsd');

const become = (name: HostName, profile: ProfileName): Deed => ({kind: 'act', action: {do: 'profile', host: name, profile}});

/** The same between any two stacks. */
export const arbitraryDeedsOnStacks: fc.Arbitrary<readonly Deed[]> = fc
	.tuple(stack, stack, arbitraryDeeds)
	.map(([client, server, deeds]) => [become('client', client), become('server', server), ...deeds]);
