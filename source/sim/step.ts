/**
 * One event of the world: the next packet arrives, or the next timer fires. The only function besides `perform` that changes a world.
 * At one instant packets go before timers, packets in the order of their numbers, the client's timers first.
 */
import {deliver} from '../host/deliver.js';
import {fireNext, nextTimerAt} from '../host/due.js';
import type {Stack} from '../host/stack.js';
import type {Packet} from '../net/packet.js';
import {check} from '../tcp/check.js';
import {marked} from '../tcp/ecn.js';
import {note, rowKind, write} from '../tcp/out.js';
import {never} from '../tcp/timers.js';
import {decode, encode} from '../tcp/wire.js';
import type {HostName} from './action.js';
import {setFate} from './packets.js';
import {type Fate, fates} from './trace.js';
import {hostAt, onTheWire, sideOf, transmitAll} from './transmit.js';
import {verifyHanded} from './verify.js';
import type {World} from './world.js';

/** Virtual µs of the next event, `never` when nothing more can happen by itself. */
export function nextAt({flight, hosts}: World): number {
	const packetAt = flight[0]?.dueAt ?? never;
	return Math.min(packetAt, nextTimerAt(hosts.client), nextTimerAt(hosts.server));
}

/** Rows written from now on happen now, to this host. */
export function stackOf(world: World, name: HostName): Stack {
	const {out, calls} = world.trace;
	const host = world.hosts[name];
	out.now = world.now;
	out.host = sideOf(name);
	out.socket = 0;
	return {host, env: {now: world.now, profile: host.profile, knobs: host.knobs, out}, calls, streams: world.streams};
}

/** Begins a step: time moves, the trace counts. */
export function beginStep(world: World, at: number): void {
	check(at >= world.now, () => `time went back from ${world.now} to ${at}`);
	world.now = at;
	world.steps++;
	world.trace.out.now = at;
	world.trace.out.step = world.steps;
}

/** The next event, if it is due by `until` (virtual µs); false when none is. */
export function step(world: World, until: number = Number.MAX_VALUE): boolean {
	const packetAt = world.flight[0]?.dueAt ?? never;
	const clientAt = nextTimerAt(world.hosts.client);
	const serverAt = nextTimerAt(world.hosts.server);
	const at = Math.min(packetAt, clientAt, serverAt);
	if (at > until || at === never) return false;
	beginStep(world, Math.max(at, world.now));
	if (packetAt <= at) arrive(world);
	else fireTimer(world, clientAt <= at ? 'client' : 'server');
	return true;
}

function fireTimer(world: World, name: HostName): void {
	fireNext(stackOf(world, name));
	finish(world, name);
}

function arrive(world: World): void {
	const packet = world.flight.shift();
	if (!packet) return;
	const to: HostName = packet.from === 0 ? 'server' : 'client';
	if (packet.isHeld) world.directions[hostAt(packet.from)].held--;
	const fate = fateOf(world, packet, to);
	setFate(world.trace.packets, packet.n, fate, world.now);
	if (fate === 'delivered' || fate === 'corrupted') world.trace.packets.arrivedInStep[packet.n - 1] = world.steps;
	onTheWire(world.trace.out);
	write(world.trace.out, rowKind.fate, 2, packet.n, fates.indexOf(fate));
	const stack = stackOf(world, to);
	if (fate === 'delivered') hand(world, packet, to, stack);
	else if (fate === 'unreachable') note(stack.env.out, 'host-down', packet.n);
	else note(stack.env.out, 'checksum-failed', packet.n);
}

function fateOf(world: World, packet: Packet, to: HostName): Fate {
	const host = world.hosts[to];
	if (!host.isUp || packet.segment.dst !== host.addr) return 'unreachable';
	return packet.isCorrupted && isDamaged(packet) ? 'corrupted' : 'delivered';
}

/** Only a damaged packet is worth its octets: one bit is flipped, and the checksums tell. */
function isDamaged({segment, corruptBit}: Packet): boolean {
	const octets = encode(segment);
	const bit = corruptBit % (octets.length * 8);
	octets[bit >> 3] = (octets[bit >> 3] as number) ^ (1 << (bit & 7));
	return decode(octets).error !== undefined;
}

function hand(world: World, packet: Packet, to: HostName, stack: Stack): void {
	const {quietUntil} = stack.host;
	if (quietUntil > world.now) {
		note(stack.env.out, 'quiet-time-dropped', packet.n, quietUntil);
		return;
	}
	if (to === world.setup.scripted) return;
	deliver(stack, packet.markedAt === undefined ? packet.segment : marked(packet.segment));
	finish(world, to);
}

/** What the host did goes out, and what it handed over is checked. */
export function finish(world: World, name: HostName): void {
	transmitAll(world, name);
	verifyHanded(world, name);
}
