/** From a host's mouth into the wire: the packet gets its number, meets the one-shots, and the link draws its fate. */
import {launch} from '../net/flight.js';
import {enter, type Fate as LinkFate} from '../net/link.js';
import type {Packet} from '../net/packet.js';
import {nextBits} from '../net/random.js';
import {optionOctets} from '../tcp/option-codec.js';
import {note, type Out, rowKind, write} from '../tcp/out.js';
import {ACK, FIN, RST, type Segment, SYN} from '../tcp/segment.js';
import type {FlagFilter, HostName, Mischief} from './action.js';
import {addPacket, setFate} from './packets.js';
import {type Fate, fates, type Origin, origins} from './trace.js';
import type {World} from './world.js';

const headers = 40;
export const datagramOctets = ({options, text}: Segment): number =>
	headers + (options.length > 0 ? optionOctets(options) : 0) + text.length;

export const sideOf = (host: HostName): 0 | 1 => (host === 'client' ? 0 : 1);

/** Rows that belong to the wire, not to a host. */
export function onTheWire(out: Out): void {
	out.host = 2;
	out.socket = 0;
}

/** Everything the host wanted to send in this step, in order. */
export function transmitAll(world: World, from: HostName): void {
	const {out} = world.trace;
	const {segments, again, senders} = out;
	if (segments.length === 0) return;
	const host = world.hosts[from];
	for (let at = 0; at < segments.length; at++) {
		const segment = segments[at] as Segment;
		out.host = sideOf(from);
		out.socket = senders[at] as number;
		if (host.quietUntil > world.now) note(out, 'quiet-time', host.quietUntil);
		else send(world, from, segment, again[at] as boolean);
	}
	segments.length = 0;
	again.length = 0;
	senders.length = 0;
}

/** A row and a number. */
function record(world: World, from: HostName, segment: Segment, origin: Origin): number {
	const {out, packets} = world.trace;
	const row = out.rows.length;
	write(out, rowKind.segment, packets.length + 1);
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
	const n = record(world, from, segment, 'tcp');
	if (isRetransmission) world.trace.packets.isRetransmission[n - 1] = 1;
	const mischief = takeOneShot(world, from, segment);
	const direction = world.directions[from];
	const fate = enter(direction, datagramOctets(segment), world.now, world.streams[from]);
	const {socket} = world.trace.out;
	onTheWire(world.trace.out);
	if (direction.held > 0) letHeldPass(world, from, fate.dueAt);
	applyFate(world, {n, from, segment, socket}, fate, mischief);
}

type Sent = {readonly n: number; readonly from: HostName; readonly segment: Segment; readonly socket: number};

function applyFate(world: World, sent: Sent, fate: LinkFate, mischief: Mischief | undefined): void {
	const {out, packets} = world.trace;
	const {n} = sent;
	const dueAt = fate.dueAt + (mischief?.kind === 'delay' ? mischief.by : 0);
	packets.dueAt[n - 1] = dueAt;
	if (mischief?.kind === 'delay') note(out, 'link-delayed', n, mischief.by);
	if (fate.isQueueFull) lose(world, n, 'queue-full', world.now);
	else if (mischief?.kind === 'drop') lose(world, n, 'dropped', world.now);
	else if (fate.isLost) lose(world, n, 'lost', Math.round((world.now + dueAt) / 2));
	else fly(world, sent, dueAt, fate, mischief);
}

function fly(world: World, sent: Sent, dueAt: number, fate: LinkFate, mischief: Mischief | undefined): void {
	const isCorrupted = fate.isCorrupted || mischief?.kind === 'corrupt';
	const packet = newPacket(world, sent, dueAt, {isCorrupted, isHeld: fate.isHeld, isForged: false});
	launch(world.flight, packet);
	const {out} = world.trace;
	if (fate.isHeld) {
		world.directions[sent.from].held++;
		note(out, 'link-held', sent.n);
	}
	if (isCorrupted) note(out, 'link-corrupted', sent.n);
	if (fate.isDuplicated || mischief?.kind === 'duplicate') copyOf(world, packet);
}

type Nature = {readonly isCorrupted: boolean; readonly isHeld: boolean; readonly isForged: boolean};

function newPacket(world: World, {n, from, segment, socket}: Sent, dueAt: number, nature: Nature): Packet {
	const corruptBit = nature.isCorrupted ? nextBits(world.streams[from].bit) : 0;
	const {isCorrupted, isHeld, isForged} = nature;
	return {n, from: sideOf(from), segment, sentAt: world.now, dueAt, isCorrupted, corruptBit, isHeld, isForged, socket};
}

/** A copy arrives right behind its original. */
export function copyOf(world: World, original: Packet): void {
	const {out, packets} = world.trace;
	const from = original.from === 0 ? 'client' : 'server';
	out.socket = original.socket;
	out.host = original.from;
	const n = record(world, from, original.segment, 'duplicate');
	packets.of[n - 1] = original.n;
	onTheWire(out);
	packets.dueAt[n - 1] = original.dueAt;
	note(out, 'link-duplicated', original.n, n);
	const {isCorrupted} = original;
	launch(
		world.flight,
		newPacket(world, {n, from, segment: original.segment, socket: original.socket}, original.dueAt, {
			isCorrupted,
			isHeld: false,
			isForged: true,
		}),
	);
}

/** Forged: enters at the peer's end with the link's delay, never its loss. */
export function forge(world: World, from: HostName, segment: Segment): void {
	const {out, packets} = world.trace;
	onTheWire(out);
	out.host = sideOf(from);
	const n = record(world, from, segment, 'injected');
	onTheWire(out);
	const dueAt = world.now + world.directions[from].settings.delay;
	packets.dueAt[n - 1] = dueAt;
	launch(world.flight, newPacket(world, {n, from, segment, socket: 0}, dueAt, {isCorrupted: false, isHeld: false, isForged: true}));
}

/** It will not arrive. */
export function lose(world: World, n: number, fate: Fate, settledAt: number): void {
	const {out, packets} = world.trace;
	setFate(packets, n, fate, settledAt);
	write(out, rowKind.fate, n, fates.indexOf(fate));
	if (fate === 'lost') note(out, 'link-lost', n);
	else if (fate === 'dropped') note(out, 'dropped-by-hand', n);
	else if (fate === 'queue-full')
		note(out, 'link-queue-full', n, world.directions[packets.from[n - 1] === 0 ? 'client' : 'server'].settings.queue);
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
	if (held.length > 0) world.flight.sort((one, other) => one.dueAt - other.dueAt || one.n - other.n);
}

function takeOneShot(world: World, from: HostName, segment: Segment): Mischief | undefined {
	const at = world.armed.findIndex(({host, filter}) => host === from && matches(filter, segment));
	return at < 0 ? undefined : world.armed.splice(at, 1)[0]?.mischief;
}

export function matches(filter: FlagFilter, {flags, text}: Segment): boolean {
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
