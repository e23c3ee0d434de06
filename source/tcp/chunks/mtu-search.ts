/**
 * Packetization layer path MTU discovery (RFC 4821) as Linux does it: a segment larger than usual asks how much the path carries, since a
 * router may drop in silence what is too large for it. Sizes are those of IP datagrams, in octets.
 */
import {headersOf, limitText, stampOctets} from '../agree-options.js';
import {headerOctets} from '../ip-version.js';
import {note} from '../out.js';
import {add, atOrBefore, before, span} from '../seq.js';
import type {Env, Tcb} from '../tcb.js';
import {inFlight, nextOf, type SendQueue} from './chunk.js';
import {currentSsthresh, cwndOf, setCwnd, setSsthresh} from './cwnd.js';
import {takeFront} from './front.js';
import {repeatTooLarge} from './path-mtu.js';
import {isSilentFor} from './patience.js';
import {transmitNew} from './transmit.js';

const textOf = (tcb: Tcb, mtu: number, env: Env): number => mtu - headersOf(tcb, env);
const mtuOf = (tcb: Tcb, text: number, env: Env): number => text + headersOf(tcb, env);

/** The connection is open: between the size that is taken for safe and what both announced. */
export function startSearch(tcb: Tcb, queue: SendQueue, env: Env): void {
	const {knobs} = env;
	if (knobs.mtuProbing === 0) return;
	const {mtu} = queue;
	mtu.isOn = knobs.mtuProbing > 1;
	mtu.high = Math.min(tcb.snd.peerMss + headerOctets(knobs), tcb.ip.mtu);
	mtu.since = env.now;
	// Who was opened by the peer begins large all the same, and who opens counts the options that were offered, as the kernel does.
	mtu.low = knobs.mtuBase + headerOctets(knobs) + (knobs.timestamps ? stampOctets : 0);
	if (mtu.isOn && !tcb.isPassive) limitText(tcb, env);
	mtu.low = mtuOf(tcb, knobs.mtuBase, env);
}

/** Before new text leaves. `waits`: nothing else leaves now, so that there is room for a probe soon. */
export function probeSize(tcb: Tcb, queue: SendQueue, env: Env): 'none' | 'waits' | 'sent' {
	const {snd} = tcb;
	if (!mayProbe(tcb, queue)) return 'none';
	const size = nextSize(tcb, queue, env);
	const needed = size + (queue.reordering + 1) * snd.mss;
	const end = queue.chunks.at(-1)?.end ?? snd.nxt;
	if (size === 0 || span(snd.nxt, end) < needed || snd.wnd < needed) return 'none';
	if (before(add(snd.una, snd.wnd), add(snd.nxt, needed))) return 'waits';
	const out = inFlight(queue);
	if (out + 2 > cwndOf(tcb)) return out === 0 ? 'none' : 'waits';
	if (!takeFront(tcb, queue, size)) return 'none';
	send(tcb, queue, size, env);
	return 'sent';
}

const leastWindow = 11;

const mayProbe = (tcb: Tcb, {mtu, phase}: SendQueue): boolean =>
	mtu.size === 0 && phase === 'open' && cwndOf(tcb) >= leastWindow && tcb.receiveBuffer.told.length === 0 && !tcb.receiveBuffer.twice;

/** Half way; 0: close enough, until it is time to look again. */
function nextSize(tcb: Tcb, {mtu}: SendQueue, env: Env): number {
	if (mtu.high - mtu.low >= env.knobs.mtuThreshold) return textOf(tcb, (mtu.high + mtu.low) >> 1, env);
	if (env.now - mtu.since >= env.knobs.mtuInterval) {
		mtu.high = tcb.snd.peerMss + headerOctets(env.knobs);
		mtu.low = mtuOf(tcb, tcb.snd.mss, env);
		mtu.since = env.now;
	}
	return 0;
}

/** One segment in place of two. */
function send(tcb: Tcb, queue: SendQueue, size: number, env: Env): void {
	const {snd} = tcb;
	const {mss} = snd;
	const chunk = nextOf(queue);
	const cwnd = cwndOf(tcb);
	queue.mtu.size = mtuOf(tcb, size, env);
	queue.mtu.from = chunk?.seq ?? snd.nxt;
	queue.mtu.to = chunk?.end ?? snd.nxt;
	note(env.out, 'mtu-probe-sent', queue.mtu.size, mss);
	snd.mss = size;
	transmitNew(tcb, queue, env);
	snd.mss = mss;
	setCwnd(tcb, cwnd - 1);
}

/** snd.una has moved: the path carries it (tcp_mtup_probe_success). */
export function settleProbe(tcb: Tcb, queue: SendQueue, env: Env): void {
	const {mtu} = queue;
	if (mtu.size === 0 || !atOrBefore(mtu.to, tcb.snd.una)) return;
	setCwnd(tcb, Math.max(1, Math.floor((cwndOf(tcb) * mtuOf(tcb, tcb.snd.mss, env)) / mtu.size)));
	tcb.congestion.credit = 0;
	setSsthresh(tcb, currentSsthresh(tcb, queue));
	mtu.low = mtu.size;
	mtu.size = 0;
	limitText(tcb, env);
	note(env.out, 'mtu-probe-answered', mtu.low, tcb.snd.mss);
}

/** What came behind it has arrived, the probe has not: no congestion, so cwnd stays. True when that was it. */
export function failProbe(tcb: Tcb, queue: SendQueue, env: Env): boolean {
	const {mtu} = queue;
	if (mtu.size === 0 || tcb.snd.una !== mtu.from || (queue.phase !== 'open' && queue.phase !== 'disorder')) return false;
	note(env.out, 'mtu-probe-lost', mtu.size, tcb.snd.mss);
	mtu.high = mtu.size - 1;
	mtu.size = 0;
	setCwnd(tcb, cwndOf(tcb) + 1);
	repeatTooLarge(tcb, queue, tcb.snd.mss, env);
	return true;
}

/** Time-out after time-out: maybe only what is large disappears. The search begins, or begins lower (tcp_mtu_probing). */
export function suspectBlackHole(tcb: Tcb, queue: SendQueue, env: Env): void {
	const {mtuProbing, mtuBase, mtuFloor} = env.knobs;
	if (mtuProbing === 0 || !isSilentFor(tcb, queue, firstRetries, env)) return;
	const {mtu} = queue;
	if (mtu.isOn) {
		const text = Math.min(mtuBase, textOf(tcb, mtu.low, env) >> 1);
		mtu.low = mtuOf(tcb, Math.max(text, mtuFloor, env.profile.leastSegment), env);
	} else {
		mtu.isOn = true;
		mtu.since = env.now;
	}
	limitText(tcb, env);
	note(env.out, 'mtu-search-lower', mtu.low, tcb.snd.mss);
}

/** tcp_retries1. */
const firstRetries = 3;
