import {newAckHabit} from './ack-habit-state.js';
import {newCubic} from './cubic-state.js';
import {assumedMss, headerOctets} from './ip-version.js';
import {newReceiveMemory} from './memory/receive-memory.js';
import type {CongestionName, Knobs} from './profile.js';
import {newReceiveBuffer} from './receive-buffer.js';
import {newScoreboard} from './scoreboard.js';
import {noOptions} from './segment.js';
import {newSendBuffer} from './send-buffer.js';
import {type Seq, seq} from './seq.js';
import type {Congestion, Endpoint, Env, Tcb} from './tcb.js';
import {never, newTimers} from './timers.js';

/** The largest text that a datagram of so many octets carries. */
export const largestText = (mtu: number, knobs: Knobs): number => Math.min(mtu - headerOctets(knobs), knobs.maxSegment || mtu);

const announcedMss = ({mss, maxSegment}: Knobs): number => Math.min(mss, maxSegment || mss);

const zero = seq(0);

/** A TCB in CLOSED with its initial send sequence number; `remote` is empty for a listener. */
export function newTcb(local: Endpoint, remote: Endpoint, iss: Seq, {knobs, profile, now}: Omit<Env, 'out'>): Tcb {
	return {
		state: 'CLOSED',
		isPassive: false,
		local,
		remote,
		iss,
		irs: zero,
		hasIrs: false,
		snd: newSnd(iss, assumedMss(knobs)),
		rcv: {nxt: zero, wnd: Math.min(knobs.rcvbuf, 65535), scale: 0, up: undefined, mss: announcedMss(knobs)},
		hasWscale: false,
		hasSack: false,
		hasTimestamps: false,
		hasEcn: false,
		ts: newStamps(profile.hasTimestampOffset ? iss : 0, now),
		ecn: {isEchoing: false, isCwrDue: false, reducedTo: iss},
		ip: {tos: 0, ttl: 64, mtu: knobs.mtu, udp: undefined},
		sendBuffer: newSendBuffer(knobs.sndbuf),
		scoreboard: newScoreboard(iss),
		chunks: undefined,
		receiveBuffer: newReceiveBuffer(knobs.rcvbuf, profile.sackMemory),
		receiveMemory: newReceiveMemory(now),
		hasUser: true,
		isFinQueued: false,
		isMoreComing: false,
		finSeq: undefined,
		hasPeerFin: false,
		peerFinSeq: undefined,
		isReceiveClosed: false,
		isReadShut: false,
		timers: newTimers(),
		dueAt: never,
		rtt: newRtt(iss, knobs.rtoInitial),
		congestion: newCongestion(iss, knobs.congestion, now),
		retries: 0,
		wasSynRetransmitted: false,
		synRepeats: 0,
		unackedTo: [],
		unackedAt: [],
		probes: 0,
		persistInterval: 0,
		keepaliveProbes: 0,
		lastHeardAt: now,
		ackPendingOctets: 0,
		ackHabit: newAckHabit(now),
		isAckNow: false,
		challenges: [],
		synAnsweredAt: Number.NEGATIVE_INFINITY,
		softError: undefined,
		failure: undefined,
		stateSince: now,
	};
}

const newSnd = (iss: Seq, mss: number): Tcb['snd'] => ({
	una: iss,
	nxt: iss,
	max: iss,
	wnd: 0,
	scale: 0,
	wl1: zero,
	wl2: zero,
	maxWnd: 0,
	mss,
	peerMss: mss,
	hasPeerMss: false,
	up: iss,
});

const newStamps = (offset: number, now: number): Tcb['ts'] => ({
	offset,
	recent: 0,
	recentAt: now,
	lastAckSent: zero,
	sent: {val: -1, ecr: 0, options: noOptions},
});

const newRtt = (iss: Seq, rto: number): Tcb['rtt'] => ({
	srtt: undefined,
	rttvar: 0,
	rto,
	timing: undefined,
	deviation: 0,
	variation: 0,
	most: 0,
	roundEnd: iss,
});

const newCongestion = (iss: Seq, algorithm: CongestionName, now: number): Congestion => ({
	algorithm,
	cwnd: 0,
	ssthresh: 2 ** 30,
	credit: 0,
	usage: {isLimited: false, most: 0, upTo: iss},
	cubic: newCubic(iss),
	lastSentAt: now,
	dupAcks: 0,
	limited: 0,
	recover: iss,
	inRecovery: false,
	hadPartialAck: false,
});
