/** Situations that tests draw: played, never set up by hand. */
import type {Action, History, HostName} from '../../source/sim/index.js';
import {type Deed, type Look, ms, play} from './stage.js';

export const client = {host: 'client'} as const;
export const server = {host: 'server'} as const;

export const listen: Action = {do: 'listen', host: 'server', port: 80};
export const connect: Action = {do: 'connect', host: 'client', port: 80};
export const drop = (packet: number): Action => ({do: 'packet', packet, mischief: {kind: 'drop'}});
const pattern = (socket: typeof client | typeof server, octets: number): Action => ({do: 'send', socket, payload: {pattern: octets}});

const buffers = (host: HostName, octets: number): readonly Deed[] => [
	[0, {do: 'knob', host, change: {knob: 'rcvbuf', value: octets}}],
	[0, {do: 'knob', host, change: {knob: 'sndbuf', value: octets}}],
];

export type Scene = {readonly history: () => History; readonly look: Look};

/** The second SYN is dropped while the SYN,ACK is on its way. */
export const midHandshake: Scene = {
	history: () =>
		play(
			[
				[0, {do: 'link', change: {delay: ms(900)}}],
				[0, listen],
				[0, connect],
				[1367, drop(3)],
			],
			1400,
		),
	look: {focus: 'client', last: {key: 'd', action: drop(3)}},
};

/** Data both ways; one segment was dropped, the one behind it waits out of order. */
export const dataBothWays: Scene = {
	history: () =>
		play(
			[
				...buffers('client', 8192),
				...buffers('server', 8192),
				[0, listen],
				[100, connect],
				[1000, pattern(client, 1000)],
				[1100, {do: 'accept', socket: server}],
				[1400, {do: 'recv', socket: client}],
				[2000, pattern(client, 1460)],
				[2030, drop(6)],
				[2030, pattern(client, 1460)],
				[2570, pattern(client, 1500)],
				[2580, pattern(server, 500)],
			],
			2600,
		),
	look: {
		pace: {kind: 'watch', factor: 0.05},
		last: {key: 's', action: {do: 'send', socket: {host: 'server', number: 4}, payload: {pattern: 500}}},
	},
};

/** The four closing segments are over, TIME_WAIT is not. */
export const closed: Scene = {
	history: () =>
		play(
			[
				[0, listen],
				[0, {do: 'accept', socket: server}],
				[1000, connect],
				[1200, pattern(client, 20)],
				[1250, {do: 'recv', socket: server}],
				[1250, pattern(server, 10)],
				[1300, {do: 'recv', socket: client}],
				[5000, {do: 'close', socket: client}],
				[6000, {do: 'recv', socket: server}],
				[7000, {do: 'close', socket: server}],
			],
			96_050,
		),
	look: {focus: 'client', title: 'worked-example', pace: {kind: 'watch', factor: 60}},
};

/** A SYN flood that fills the queue, one-shots armed on both sides. */
const flooded: Scene = {
	history: () =>
		play(
			[
				[0, listen],
				[0, {do: 'flood', host: 'server', port: 80, count: 9}],
				[60, {do: 'arm', host: 'server', filter: 'SYN,ACK', mischief: {kind: 'drop'}}],
				[60, {do: 'arm', host: 'client', filter: 'data', mischief: {kind: 'drop'}}],
			],
			80,
		),
	look: {picked: {client: undefined, server: 3}},
};

/** More segments in flight than the lane has rows. */
const crowded: Scene = {
	history: () =>
		play(
			[
				[0, {do: 'knob', host: 'server', change: {knob: 'app', value: 'reader'}}],
				[0, listen],
				[0, connect],
				[200, pattern(client, 60_000)],
				[320, drop(30)],
			],
			330,
		),
	look: {},
};

/** Forged, copied and damaged segments, numbers too long for their places. */
const meddled: Scene = {
	history: () =>
		play(
			[
				[0, {do: 'knob', host: 'client', change: {knob: 'isn', value: 4_294_967_000}}],
				[0, {do: 'knob', host: 'server', change: {knob: 'isn', value: 3_000_000_000}}],
				[0, listen],
				[0, connect],
				[200, {do: 'inject-rst', socket: server, place: 'outside'}],
				[205, pattern(client, 40)],
				[210, {do: 'packet', packet: 5, mischief: {kind: 'duplicate'}}],
				[215, {do: 'packet', packet: 5, mischief: {kind: 'corrupt'}}],
				[220, pattern(server, 70)],
			],
			240,
		),
	look: {numbers: 'absolute'},
};

export const scenes: Readonly<Record<string, Scene>> = {
	'the first screen': {history: () => play([], 0), look: {pace: {kind: 'idle'}}},
	'mid-handshake': midHandshake,
	'data both ways': dataBothWays,
	'a close that ends': closed,
	'a flood': flooded,
	'a crowd': crowded,
	'forged, copied and damaged segments': meddled,
	'a chosen packet': {history: crowded.history, look: {chosen: 9, pace: {kind: 'paused'}}},
	'a refused connection': {history: () => play([[0, connect]], 160), look: {focus: 'client'}},
	'a crash': {
		history: () =>
			play(
				[
					[0, listen],
					[0, connect],
					[300, {do: 'crash', host: 'server'}],
					[300, pattern(client, 5)],
				],
				360,
			),
		look: {},
	},
};
