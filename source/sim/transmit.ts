/** From a host's mouth into the wire: the packet gets its number, meets the one-shots, and the link draws its fate. */
import {launch, reorder} from '../net/flight.js';
import {enter, type Fate as LinkFate} from '../net/link.js';
import type {Packet, Side} from '../net/packet.js';
import {nextBits} from '../net/random.js';
import {isCapable} from '../tcp/ecn.js';
import {optionOctets} from '../tcp/option-codec.js';
import {note, type Out, rowKind, write} from '../tcp/out.js';
import {ACK, FIN, RST, type Segment, SYN} from '../tcp/segment.js';
import {udpHeaderOctets} from '../tcp/wire.js';
import type {FlagFilter, HostName, Mischief} from './action.js';
import {addPacket, setFate} from './packets.js';
import {type Fate, fates, type Origin, origins} from './trace.js';
import type {World} from './world.js';

const headers = 40;
const datagramOctets = ({options, text, udp}: Segment): number =>
	headers + (udp ? udpHeaderOctets : 0) + (options.length > 0 ? optionOctets(options) : 0) + text.length;

export const sideOf = (host: HostName): Side => (host === 'client' ? 0 : 1);
export const hostAt = (side: Side): HostName => (side === 0 ? 'client' : 'server');

/** Rows that belong to the wire, not to a host. */
export function onTheWire(out: Out): void {
	out.host = 2;
	out.socket = 0;
}

/** Everything the host wanted to send in this step, in order. */
export function transmitAll(world: World, from: HostName): void {
	const {out} = world.trace;
	const {segments, again, senders} = out;
	if (out.waiting === 0) return;
	const host = world.hosts[from];
	for (let at = 0; at < out.waiting; at++) {
		const segment = segments[at] as Segment;
		out.host = sideOf(from);
		out.socket = senders[at] as number;
		if (host.quietUntil > world.now) note(out, 'quiet-time', host.quietUntil);
		else send(world, from, segment, again[at] as boolean);
	}
	out.waiting = 0;
}

/** A row and a number. */
function record(world: World, from: HostName, segment: Segment, origin: Origin): number {
	const {out, packets} = world.trace;
	const row = out.rows.length;
	write(out, rowKind.segment, 1, packets.length + 1);
	const n = addPacket(packets, segment, sideOf(from), world.now);
	const at = n - 1;
	packets.row[at] = row;
	packets.origin[at] = origins.indexOf(origin);
	packets.of[at] = 0;
	packets.isRetransmission[at] = 0;
	packets.socket[at] = out.socket;
	packets.sentInStep[at] = out.step;
	return n;
}

function send(world: World, from: HostName, segment: Segment, isRetransmission: boolean): void {
	const packet = newPacket(world, from, segment, 'tcp');
	if (isRetransmission) world.trace.packets.isRetransmission[packet.n - 1] = 1;
	const mischief = world.armed.length > 0 ? takeOneShot(world, from, segment) : undefined;
	const direction = world.directions[from];
	const fate = enter(direction, datagramOctets(segment), world.now, world.streams[from]);
	onTheWire(world.trace.out);
	if (direction.held > 0) letHeldPass(world, from, fate.dueAt);
	applyFate(world, packet, fate, mischief);
}

/** Numbered and written down; where it goes is not said yet. */
function newPacket(world: World, from: HostName, segment: Segment, origin: Origin): Packet {
	const n = record(world, from, segment, origin);
	const {now} = world;
	const {socket} = world.trace.out;
	return {
		n,
		from: sideOf(from),
		segment,
		sentAt: now,
		dueAt: now,
		isCorrupted: false,
		corruptBit: 0,
		markedAt: undefined,
		isHeld: false,
		socket,
	};
}

function due(world: World, packet: Packet, at: number): void {
	packet.dueAt = at;
	world.trace.packets.dueAt[packet.n - 1] = at;
}

function applyFate(world: World, packet: Packet, fate: LinkFate, mischief: Mischief | undefined): void {
	const {n} = packet;
	due(world, packet, fate.dueAt + (mischief?.kind === 'delay' ? mischief.by : 0));
	if (mischief?.kind === 'delay') note(world.trace.out, 'link-delayed', n, mischief.by);
	if (fate.isQueueFull) lose(world, n, 'queue-full', world.now);
	else if (mischief?.kind === 'drop') lose(world, n, 'dropped', world.now);
	else if (fate.isLost) lose(world, n, 'lost', Math.round((world.now + packet.dueAt) / 2));
	else fly(world, packet, fate, mischief);
}

function fly(world: World, packet: Packet, fate: LinkFate, mischief: Mischief | undefined): void {
	launch(world.flight, packet);
	if (fate.isHeld) hold(world, packet);
	if (fate.isCorrupted || mischief?.kind === 'corrupt') corrupt(world, packet);
	if (mischief?.kind === 'mark') mark(world, packet, Math.round((world.now + packet.dueAt) / 2));
	if (fate.isDuplicated || mischief?.kind === 'duplicate') copyOf(world, packet);
}

function hold(world: World, packet: Packet): void {
	packet.isHeld = true;
	world.directions[hostAt(packet.from)].held++;
	note(world.trace.out, 'link-held', packet.n);
}

/** One bit will arrive flipped. */
export function corrupt(world: World, packet: Packet): void {
	packet.isCorrupted = true;
	packet.corruptBit = nextBits(world.streams[hostAt(packet.from)].bit);
	note(world.trace.out, 'link-corrupted', packet.n);
}

/** A router on the way sets CE at `at` (virtual µs); one that finds it set leaves it. The segment itself stays as it was sent. */
export function mark(world: World, packet: Packet, at: number): void {
	if (packet.markedAt !== undefined) return;
	setMark(world, packet, at);
	note(world.trace.out, 'link-marked', packet.n);
}

function setMark({trace: {packets}}: World, packet: Packet, at: number | undefined): void {
	packet.markedAt = at;
	packets.markedAt[packet.n - 1] = at ?? Number.NaN;
}

/** A copy arrives right behind its original. */
export function copyOf(world: World, original: Packet): void {
	const {out, packets} = world.trace;
	out.socket = original.socket;
	out.host = original.from;
	const packet = newPacket(world, hostAt(original.from), original.segment, 'duplicate');
	packets.of[packet.n - 1] = original.n;
	onTheWire(out);
	due(world, packet, original.dueAt);
	packet.isCorrupted = original.isCorrupted;
	packet.corruptBit = original.corruptBit;
	setMark(world, packet, original.markedAt);
	note(out, 'link-duplicated', original.n, packet.n);
	launch(world.flight, packet);
}

/** Forged: enters at the peer's end with the link's delay, never its loss. */
export function forge(world: World, from: HostName, segment: Segment, origin: Origin = 'injected'): void {
	const {out} = world.trace;
	onTheWire(out);
	out.host = sideOf(from);
	const packet = newPacket(world, from, segment, origin);
	onTheWire(out);
	due(world, packet, world.now + world.directions[from].settings.delay);
	launch(world.flight, packet);
}

/** It will not arrive. */
export function lose(world: World, n: number, fate: Fate, settledAt: number): void {
	const {out, packets} = world.trace;
	setFate(packets, n, fate, settledAt);
	write(out, rowKind.fate, 2, n, fates.indexOf(fate));
	if (fate === 'lost') note(out, 'link-lost', n);
	else if (fate === 'dropped') note(out, 'dropped-by-hand', n);
	else if (fate === 'queue-full') note(out, 'link-queue-full', n, world.directions[hostAt(packets.from[n - 1] as Side)].settings.queue);
}

/** Those that were held back go right behind the one that has just entered, unless their time comes first. */
function letHeldPass(world: World, from: HostName, passesAt: number): void {
	const side = sideOf(from);
	const {packets} = world.trace;
	const held = world.flight.filter(packet => packet.isHeld && packet.from === side);
	for (const packet of held) {
		packet.isHeld = false;
		const at = Math.max(passesAt + 1, packet.dueAt - world.directions[from].settings.delay);
		packet.dueAt = Math.min(packet.dueAt, at);
		packets.dueAt[packet.n - 1] = packet.dueAt;
	}
	world.directions[from].held = 0;
	if (held.length > 0) reorder(world.flight);
}

function takeOneShot(world: World, from: HostName, segment: Segment): Mischief | undefined {
	const at = world.armed.findIndex(({host, filter, mischief}) => host === from && matches(filter, segment) && mayMeet(mischief, segment));
	return at < 0 ? undefined : world.armed.splice(at, 1)[0]?.mischief;
}

/** Only what is capable of ECN can be marked; the one-shot waits for it. */
const mayMeet = ({kind}: Mischief, segment: Segment): boolean => kind !== 'mark' || isCapable(segment);

function matches(filter: FlagFilter, {flags, text}: Segment): boolean {
	switch (filter) {
		case 'any':
			return true;
		case 'SYN':
			return (flags & (SYN | ACK)) === SYN;
		case 'SYN,ACK':
			return (flags & (SYN | ACK)) === (SYN | ACK);
		case 'ACK':
			return (flags & (SYN | FIN | RST | ACK)) === ACK && text.length === 0;
		case 'FIN':
			return (flags & FIN) !== 0;
		case 'RST':
			return (flags & RST) !== 0;
		case 'data':
			return text.length > 0;
	}
}
