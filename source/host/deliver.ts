/** A segment has reached the host: which connection, listener or closed port is it for (RFC 9293 § 3.10.7)? */
import {segmentArrives} from '../tcp/arrive.js';
import {acceptSyn, arriveAtClosed, mayOpen} from '../tcp/arrive-closed.js';
import {acceptCookie, answerWithCookie, refuseCookie} from '../tcp/cookie.js';
import {resetFor} from '../tcp/emit.js';
import {type IcmpError, icmpArrives} from '../tcp/icmp.js';
import {end} from '../tcp/move-to.js';
import {note} from '../tcp/out.js';
import {ACK, FIN, RST, type Segment, SYN} from '../tcp/segment.js';
import {add, atOrBefore, before, type Seq} from '../tcp/seq.js';
import {answering, encapsulate, isSameWay, isTunnelOpen} from '../tcp/udp.js';
import {cookieFor, isCookieDue, readCookie} from './cookies.js';
import {socketBy} from './lookup.js';
import {chooseIss, newSocket} from './new-socket.js';
import type {Socket} from './socket.js';
import {noteQueue, type Stack, subject} from './stack.js';
import {inherit} from './tuned.js';
import {settle} from './wake.js';

export function deliver(stack: Stack, segment: Segment): void {
	const socket = connectionOf(stack, segment);
	if (isDroppedSynFin(stack, socket, segment)) {
		note(stack.env.out, 'syn-fin-dropped', segment.seq);
		return;
	}
	if (!isTunnelOpen(segment, stack.env)) return;
	if (socket && !isSameWay(socket.tcb, segment)) arriveElsewhere(stack, socket, segment);
	else if (socket && !mayReopen(stack, socket, segment)) arriveAt(stack, socket, segment);
	else deliverToPort(stack, segment, socket && reopenIss(stack, socket));
}

function isDroppedSynFin({env, host}: Stack, socket: Socket | undefined, {flags}: Segment): boolean {
	if (!env.knobs.dropSynFin || (flags & (SYN | FIN)) !== (SYN | FIN)) return false;
	return socket?.tcb.state !== 'TIME_WAIT' || host.profile.synFinInTimeWait === 'drop';
}

/** For this connection by its ports, but not by the way that it takes. */
function arriveElsewhere(stack: Stack, {number, tcb}: Socket, segment: Segment): void {
	subject(stack, number);
	note(stack.env.out, 'udp-elsewhere', segment.udp?.sport ?? 0, tcb.ip.udp?.dport ?? 0);
	resetFor(segment, stack.env, tcb.ip);
}

/** An ICMP error goes to the connection whose segment it quotes; what quotes no connection of ours means nothing. */
export function deliverIcmp(stack: Stack, error: IcmpError): undefined {
	const {src, dst, sport, dport} = error;
	const socket = connectionOf(stack, {src: dst, dst: src, sport: dport, dport: sport});
	if (!socket) return;
	subject(stack, socket.number);
	const before = socket.tcb.state;
	icmpArrives(socket.tcb, error, stack.env);
	settle(stack, socket, before);
}

function connectionOf({host}: Stack, {src, sport, dst, dport}: Pick<Segment, 'src' | 'dst' | 'sport' | 'dport'>): Socket | undefined {
	for (const socket of host.live) {
		const {local, remote} = socket.tcb;
		if (remote.port === sport && local.port === dport && remote.addr === src && local.addr === dst) return socket;
	}
	return undefined;
}

const listenerAt = ({host}: Stack, port: number): Socket | undefined =>
	host.live.find(({kind, tcb}) => kind === 'listener' && tcb.local.port === port);

function arriveAt(stack: Stack, socket: Socket, segment: Segment): void {
	subject(stack, socket.number);
	if (isRefusedByAcceptQueue(stack, socket, segment)) return;
	const before = socket.tcb.state;
	segmentArrives(socket.tcb, segment, stack.env);
	settle(stack, socket, before);
}

/** The third segment finds the accept queue full: as on Linux it is dropped, and the request stays in the SYN queue (F17). */
function isRefusedByAcceptQueue(stack: Stack, {tcb, parent}: Socket, {flags, ack}: Segment): boolean {
	if (tcb.state !== 'SYN_RCVD' || parent === undefined || (flags & (ACK | RST | SYN)) !== ACK) return false;
	const listener = socketBy(stack.host, parent);
	const completes = before(tcb.snd.una, ack) && atOrBefore(ack, tcb.snd.max);
	if (!listener || !completes || !isFull(listener.acceptQueue, listener)) return false;
	note(stack.env.out, 'accept-queue-full-ack', listener.acceptQueue.length, listener.backlog);
	return true;
}

/** Linux counts so: full when longer than the backlog, hence backlog + 1 fit. */
const isFull = (queue: readonly number[], {backlog}: Socket): boolean => queue.length > backlog;

function deliverToPort(stack: Stack, segment: Segment, iss: Seq | undefined): void {
	const listener = listenerAt(stack, segment.dport);
	subject(stack, listener?.number ?? 0);
	if (!listener) arriveAtClosed(segment, stack.env);
	else if (mayBeCookie(stack, listener, segment)) openFromCookie(stack, listener, segment);
	else if (mayOpen(listener.tcb, segment, stack.env) && hasRoom(stack, listener, segment)) openChild(stack, listener, segment, iss);
}

function hasRoom(stack: Stack, listener: Socket, segment: Segment): boolean {
	const {env, host} = stack;
	const {synQueue, acceptQueue, backlog} = listener;
	if (isFull(acceptQueue, listener)) note(env.out, 'accept-queue-full-syn', acceptQueue.length, backlog);
	else if (!isFull(synQueue, listener)) return true;
	else if (host.knobs.synCookies) sendCookie(stack, listener, segment);
	else note(env.out, 'syn-queue-full', synQueue.length, backlog);
	return false;
}

/** Nothing is kept but the moment. */
function sendCookie(stack: Stack, listener: Socket, segment: Segment): void {
	listener.cookieSentAt = stack.env.now;
	const {iss, mss} = cookieFor(stack, segment);
	answerWithCookie(segment, iss, mss, stack.env);
}

/** A bare acknowledgment for a listener that has sent cookies lately. */
const mayBeCookie = ({env, host}: Stack, {cookieSentAt}: Socket, {flags}: Segment): boolean =>
	host.knobs.synCookies && (flags & (ACK | RST | SYN)) === ACK && isCookieDue(cookieSentAt, env.now);

/** The connection that the cookie stands for is made, and meets the segment as if its SYN had been kept. */
function openFromCookie(stack: Stack, listener: Socket, segment: Segment): void {
	const {env} = stack;
	const cookie = readCookie(stack, segment);
	if (!cookie) {
		refuseCookie(segment, env);
	} else if (isFull(listener.acceptQueue, listener)) {
		note(env.out, 'accept-queue-full-ack', listener.acceptQueue.length, listener.backlog);
	} else {
		const child = newChild(stack, listener, segment, cookie.iss);
		acceptCookie(child.tcb, segment, cookie.mss, env);
		arriveAt(stack, child, segment);
	}
}

/** The SYN makes a connection of its own, in the SYN queue until the third segment comes. */
function openChild(stack: Stack, listener: Socket, segment: Segment, iss: Seq | undefined): void {
	const child = newChild(stack, listener, segment, iss ?? chooseIss(stack));
	acceptSyn(child.tcb, segment, stack.env);
	listener.synQueue.push(child.number);
	noteQueue(stack, listener, 'syn');
}

function newChild(stack: Stack, listener: Socket, {dst, dport, src, sport, udp}: Segment, iss: Seq): Socket {
	const child = newSocket(stack, {local: {addr: dst, port: dport}, remote: {addr: src, port: sport}, iss});
	child.isOpen = false;
	child.parent = listener.number;
	inherit(child, listener);
	stack.host.live.push(child);
	subject(stack, child.number);
	if (udp) encapsulate(child.tcb, answering(udp), stack.env.knobs);
	return child;
}

/** MAY-2: a SYN behind all that the old connection ever received may open the pair anew, where the profile does that. */
function mayReopen(stack: Stack, {tcb}: Socket, {flags, seq, dport}: Segment): boolean {
	if (tcb.state !== 'TIME_WAIT' || stack.host.profile.synInTimeWait !== 'reopen') return false;
	if ((flags & (SYN | ACK | RST)) !== SYN || !before(tcb.rcv.nxt, seq)) return false;
	return stack.host.profile.timeWaitAnswers === 'news' || listenerAt(stack, dport) !== undefined;
}

function reopenIss(stack: Stack, socket: Socket): Seq | undefined {
	const {reopenIssStep} = stack.host.profile;
	const iss = reopenIssStep === undefined ? undefined : add(socket.tcb.snd.nxt, reopenIssStep);
	subject(stack, socket.number);
	end(socket.tcb, 'syn-arrived', stack.env);
	stack.host.live.splice(stack.host.live.indexOf(socket), 1);
	return iss;
}
