/** Options of levels IPPROTO_TCP and IPPROTO_IP (tcp(7), tcp(4), ip(7)). */

import {setQuick} from '../../tcp/ack-habit.js';
import {stampOctets} from '../../tcp/agree-options.js';
import {type PushMode, push} from '../../tcp/chunks/push.js';
import {switchCongestion} from '../../tcp/congestion.js';
import {setKeepIdle} from '../../tcp/fire.js';
import {assumedMss} from '../../tcp/ip-version.js';
import {largestText} from '../../tcp/new-tcb.js';
import {armUser} from '../../tcp/output.js';
import type {CongestionName, Knobs} from '../../tcp/profile.js';
import {udpOctets} from '../../tcp/udp.js';
import {isFresh} from '../readiness.js';
import type {Socket} from '../socket.js';
import {type Stack, subject} from '../stack.js';
import {override} from '../tuned.js';
import {settle} from '../wake.js';
import type {OptionValue} from './call.js';
import {number, type SocketOption, setNumber, shown} from './option.js';

const level = 'IPPROTO_TCP';
const perSecond = 1_000_000;

const knobsOf = ({host}: Stack, {knobs}: Socket): Readonly<Knobs> => knobs ?? host.knobs;

/** The connection goes on with the new setting at once: what waited for it leaves, `pushed` where that has to be said. */
function change(stack: Stack, socket: Socket, settings: Parameters<typeof override>[2], pushed?: PushMode): undefined {
	override(stack.host, socket, settings);
	if (!stack.host.live.includes(socket)) return;
	subject(stack, socket.number);
	const {chunks} = socket.tcb;
	if (pushed && chunks) push(socket.tcb, chunks, pushed, stack.env);
	settle(stack, socket, socket.tcb.state);
}

/** It pushes what waits now, even what TCP_CORK holds back; later text waits for that again. */
const nodelay: SocketOption = {
	level,
	get: (stack, socket) => shown(stack, !knobsOf(stack, socket).nagle, 0x4),
	set: setNumber((stack, socket, value) =>
		value === 0 ? change(stack, socket, {nagle: true}) : change(stack, socket, {nagle: false}, {isForced: true, isCorked: false}),
	),
};

/** `bit`: of TCP_CORK and TCP_NOPUSH. */
const cork = (bit: number): SocketOption => ({
	level,
	get: (stack, socket) => shown(stack, knobsOf(stack, socket).cork, bit),
	set: setNumber((stack, socket, value) =>
		value === 0 ? change(stack, socket, {cork: false}, {isForced: false, isCorked: false}) : change(stack, socket, {cork: true}),
	),
});

/** Only where acknowledging is a habit that a program may change. */
const quickack: SocketOption = {
	level,
	get: (_stack, {tcb}) => number(tcb.ackHabit.isTalking ? 0 : 1),
	set: setNumber((stack, socket, value) => {
		if (stack.host.profile.delayedAck.atOnceAfter !== 'adaptive') return 'ENOPROTOOPT';
		setQuick(socket.tcb, value !== 0);
		return change(stack, socket, {});
	}),
};

const noopt: SocketOption = {
	level,
	get: (stack, socket) => shown(stack, knobsOf(stack, socket).noOptions, 0x8),
	set: setNumber((stack, socket, value) => change(stack, socket, {noOptions: value !== 0})),
};

/** Whole seconds, at least one. */
const secondsOption = (knob: 'keepIdle' | 'keepInterval' | 'openTimeout'): SocketOption => ({
	level,
	get: (stack, socket) => number(Math.floor((knobsOf(stack, socket)[knob] ?? 0) / perSecond)),
	set: setNumber((stack, socket, value) => (value < 1 ? 'EINVAL' : change(stack, socket, {[knob]: value * perSecond}))),
});

/** A connection that lives waits anew. */
const keepIdle: SocketOption = {
	...secondsOption('keepIdle'),
	set: (stack, socket, value) => {
		const error = secondsOption('keepIdle').set?.(stack, socket, value);
		if (!error && stack.host.live.includes(socket)) setKeepIdle(socket.tcb, stack.env);
		return error;
	},
};

const mostCount = 127;

const keepCount: SocketOption = {
	level,
	get: (stack, socket) => number(knobsOf(stack, socket).keepProbes),
	set: setNumber((stack, socket, value) => (value < 1 || value > mostCount ? 'EINVAL' : change(stack, socket, {keepProbes: value}))),
};

/** Intervals of a SYN before the doubling begins are not counted; a SYN,ACK has none. */
const uncounted = ({host}: Stack): number => Math.max(0, host.profile.syn.intervals.length - 1);

const synCount: SocketOption = {
	level,
	get: (stack, socket) => number(knobsOf(stack, socket).synRetries - uncounted(stack)),
	set: setNumber((stack, socket, value) =>
		value < 1 || value > mostCount ? 'EINVAL' : change(stack, socket, {synRetries: value + uncounted(stack), synAckRetries: value}),
	),
};

/** Milliseconds; 0: the host's own rule. */
const userTimeout: SocketOption = {
	level,
	get: (_stack, {overrides}) => number(Math.floor((overrides?.userTimeout ?? 0) / 1000)),
	set: setNumber((stack, socket, value) => {
		if (value < 0) return 'EINVAL';
		change(stack, socket, {userTimeout: value === 0 ? undefined : value * 1000});
		armUser(socket.tcb, stack.env);
		return undefined;
	}),
};

/** What the socket itself was given; 0: the host's limit holds. */
const notsentLowat: SocketOption = {
	level,
	get: (_stack, {overrides}) => number((overrides?.notsentLowat ?? 0) | 0),
	set: setNumber((stack, socket, value) => change(stack, socket, {notsentLowat: value === 0 ? undefined : value >>> 0})),
};

const leastSegment = {limit: 88, size: 176} as const;
const largestLimit = 32_767;

/** A limit that was set shows until there is a connection. */
const maxSegment: SocketOption = {
	level,
	get(stack, socket) {
		const {tcb, kind} = socket;
		const knobs = knobsOf(stack, socket);
		if (kind === 'listener' || tcb.remote.port === 0) return number(knobs.maxSegment || assumedMss(knobs));
		const isSize = stack.host.profile.sockets.maxSegment === 'size';
		if (isSize) return number(Math.min(largestText(tcb.ip.mtu - udpOctets(tcb, knobs), knobs), tcb.snd.peerMss));
		const assumed = (knobs.maxSegment || assumedMss(knobs)) - (knobs.timestamps ? stampOctets : 0);
		return number(tcb.state === 'SYN_SENT' ? assumed : tcb.snd.mss);
	},
	set: setNumber((stack, socket, value) => {
		const manner = stack.host.profile.sockets.maxSegment;
		const most = manner === 'size' ? sizeOf(stack, socket) : largestLimit;
		if ((value !== 0 && value < leastSegment[manner]) || value > most || (value === 0 && manner === 'size')) return 'EINVAL';
		change(stack, socket, {maxSegment: value});
		if (manner === 'size') socket.tcb.snd.mss = Math.min(socket.tcb.snd.mss, value);
		return undefined;
	}),
};

function sizeOf(stack: Stack, socket: Socket): number {
	const value = maxSegment.get(stack, socket);
	return value.kind === 'number' ? value.value : 0;
}

/** As programs call them. */
const algorithms: Readonly<Record<string, CongestionName>> = {reno: 'newreno', newreno: 'newreno', cubic: 'cubic'};
const algorithmName: Readonly<Record<CongestionName, string>> = {newreno: 'reno', cubic: 'cubic'};

function setCongestion(stack: Stack, socket: Socket, value: OptionValue): 'EINVAL' | 'ENOENT' | undefined {
	if (value.kind !== 'text') return 'EINVAL';
	const congestion = algorithms[value.text];
	if (!congestion) return 'ENOENT';
	change(stack, socket, {congestion});
	switchCongestion(socket.tcb, congestion, stack.env);
	return undefined;
}

/** IP_PMTUDISC_WANT, which is how it begins, and IP_PMTUDISC_DO believe routers; the other values do without them (ip(7)). */
const believing: readonly number[] = [1, 2];
const mostManner = 5;

const mtuDiscover: SocketOption = {
	level: 'IPPROTO_IP',
	get: (stack, socket) => number(socket.kept.IP_MTU_DISCOVER ?? (knobsOf(stack, socket).pathMtuDiscovery ? 1 : 0)),
	set: setNumber((stack, socket, value) => {
		if (value < 0 || value > mostManner) return 'EINVAL';
		socket.kept = {...socket.kept, IP_MTU_DISCOVER: value};
		return change(stack, socket, {pathMtuDiscovery: believing.includes(value)});
	}),
};

/** The two low bits belong to ECN (RFC 3168 § 5). */
const ecnBits = 3;

const tos: SocketOption = {
	level: 'IPPROTO_IP',
	get: (_stack, {tcb}) => number(tcb.ip.tos),
	set: setNumber((_stack, {tcb}, value) => {
		tcb.ip = {...tcb.ip, tos: (value & ~ecnBits & 0xff) | (tcb.ip.tos & ecnBits)};
		return undefined;
	}),
};

const defaultTtl = 64;

/** −1 takes it back. */
const ttl: SocketOption = {
	level: 'IPPROTO_IP',
	get: (_stack, {tcb}) => number(tcb.ip.ttl),
	set: setNumber((_stack, {tcb}, value) => {
		if (value !== -1 && (value < 1 || value > 255)) return 'EINVAL';
		tcb.ip = {...tcb.ip, ttl: value === -1 ? defaultTtl : value};
		return undefined;
	}),
};

const largestPort = 0xffff;

/** Before there is a connection, and only while UDP is taken here; 0: none (tcp(4)). */
const remoteUdpPort: SocketOption = {
	level,
	get: (_stack, socket) => number((isFresh(socket) ? socket.kept.TCP_REMOTE_UDP_ENCAPS_PORT : socket.tcb.ip.udp?.dport) ?? 0),
	set: setNumber((stack, socket, value) => {
		const mayBe = value === 0 || (value > 0 && value <= largestPort && stack.host.knobs.udpPort !== 0);
		if (!mayBe || socket.tcb.state !== 'CLOSED') return 'EINVAL';
		socket.kept = {...socket.kept, TCP_REMOTE_UDP_ENCAPS_PORT: value};
		return undefined;
	}),
};

/** By name. Times in seconds, but TCP_USER_TIMEOUT in milliseconds; EINVAL for what is out of range. */
export const tcpOptions: Readonly<Record<string, SocketOption>> = {
	TCP_NODELAY: nodelay,
	TCP_CORK: cork(1),
	TCP_NOPUSH: cork(0x1000),
	TCP_QUICKACK: quickack,
	TCP_NOOPT: noopt,
	TCP_MAXSEG: maxSegment,
	TCP_KEEPIDLE: keepIdle,
	TCP_KEEPINTVL: secondsOption('keepInterval'),
	TCP_KEEPINIT: secondsOption('openTimeout'),
	TCP_KEEPCNT: keepCount,
	TCP_SYNCNT: synCount,
	TCP_USER_TIMEOUT: userTimeout,
	TCP_NOTSENT_LOWAT: notsentLowat,
	TCP_REMOTE_UDP_ENCAPS_PORT: remoteUdpPort,
	TCP_CONGESTION: {
		level,
		get: (stack, socket) => ({kind: 'text', text: algorithmName[knobsOf(stack, socket).congestion]}),
		set: setCongestion,
	},
	IP_TOS: tos,
	IP_TTL: ttl,
	IPV6_TCLASS: {...tos, level: 'IPPROTO_IPV6'},
	IPV6_UNICAST_HOPS: {...ttl, level: 'IPPROTO_IPV6'},
	IP_MTU_DISCOVER: mtuDiscover,
};
