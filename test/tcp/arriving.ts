/** Segments that a test plays to a host by hand: the peer is scripted, the wire takes no time. */
import assert from 'node:assert/strict';
import {parseSegment} from '../../source/packetdrill/notation.js';
import type {Action, HostName} from '../../source/sim/index.js';
import type {ProfileName} from '../../source/tcp/profile.js';
import {plainIp} from '../../source/tcp/segment.js';
import {seq} from '../../source/tcp/seq.js';
import {accept, connect, type Lab, ladder, listen, type Move, play, set, start} from './play.js';

const addresses = {client: 0x0a00_0001, server: 0x0a00_0002} as const;
export const port = 50_000;

/** From port 50000 of the other host to port 80 of the server, or the other way round; numbers absolute. */
export function arrive(host: HostName, text: string, tos = 0): Action {
	const {segment, error} = parseSegment(text);
	assert.ok(segment, `${text}: ${error?.code} at column ${error?.column}`);
	const {flags, len, ack = 0, win = 65_535, urg = 0, options = []} = segment;
	const ends = host === 'server' ? {sport: port, dport: 80} : {sport: 80, dport: port};
	const other = host === 'server' ? 'client' : 'server';
	const header = {...plainIp, tos, src: addresses[other], dst: addresses[host], ...ends};
	return {do: 'arrive', host, segment: {...header, flags, seq: seq(segment.seq), len, ack: seq(ack), wnd: win, urg, options}};
}

export const tune = (host: HostName, knobs: Extract<Action, {do: 'tune'}>['knobs']): Action => ({do: 'tune', host, knobs});

const noDelay = {delay: 0, jitter: 0, rate: 0, queue: 50, loss: 0, duplicate: 0, corrupt: 0, reorder: 0};

/** One real host; ISN 8000 as a server, 1000 as a client. */
export function alone(host: HostName, profile: ProfileName, ...moves: readonly Move[]): Lab {
	const scripted = host === 'server' ? 'client' : 'server';
	const lab = start({scripted, profile: {client: profile, server: profile}, link: {client: noDelay, server: noDelay}});
	return play(lab, set(host, {knob: 'isn', value: host === 'server' ? 8000 : 1000}), ...moves);
}

/** A listener, and a client that opens with these options and is at 1001; accepted as socket 4. */
export const opened = (profile: ProfileName, options: string, ...moves: readonly Move[]): Lab =>
	alone(
		'server',
		profile,
		...moves,
		listen('server'),
		arrive('server', `S 1000:1000(0) win 65535 ${options}`),
		1,
		arrive('server', `. 1001:1001(0) ack 8001 win 65535 ${/TS/.test(options) ? '<nop,nop,TS val 101 ecr 0>' : ''}`),
		1,
		accept('server'),
	);

export const connecting = (profile: ProfileName, ...moves: readonly Move[]): Lab =>
	alone('client', profile, ...moves, connect('client', {from: port}), 1);

/** What the host itself sent last, options and all, without its time and arrow. */
export const lastSent = (lab: Lab, host: HostName): string =>
	(ladder(lab, {from: host, options: true}).at(-1) ?? '').replace(/^\S+ \S /, '');
