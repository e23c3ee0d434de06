/** End to end: every octet that an application is handed is held against what the other one sent (RFC 9293 § 2.2, "reliable"). */
import {isPattern} from '../host/pattern.js';
import type {PayloadSource, Socket} from '../host/socket.js';
import {check} from '../tcp/check.js';
import {type HostName, otherHost} from './action.js';
import type {World} from './world.js';

export function verifyHanded(world: World, name: HostName): void {
	const {handed} = world.hosts[name];
	if (handed.length === 0) return;
	const {scripted} = world.setup;
	for (const {socket, at, octets} of handed) {
		if (scripted) check(octets.every(isZero), () => `octets from ${at} on are not the zeros that came`);
		const sender = world.hasForgedText ? undefined : peerOf(world, otherHost(name), socket);
		if (sender) compare(sender, at, octets);
	}
	handed.length = 0;
}

/** The text of whoever is played from outside. */
const isZero = (octet: number): boolean => octet === 0;

/** The other end of this very connection, not of an older one with the same ports. */
function peerOf({hosts}: World, name: HostName, {tcb}: Socket): Socket | undefined {
	const {sockets} = hosts[name];
	for (let at = sockets.length - 1; at >= 0; at--) {
		const other = sockets[at];
		if (other?.tcb.iss === tcb.irs && other.tcb.local.port === tcb.remote.port && other.tcb.remote.port === tcb.local.port) return other;
	}
	return undefined;
}

function compare({sentParts}: Socket, at: number, octets: Uint8Array): void {
	let place = at;
	const end = at + octets.length;
	let part = sentParts.findLastIndex(({at: from}) => from <= place);
	while (place < end) {
		const sent = sentParts[part];
		check(sent !== undefined, () => `octet ${place} was never sent`);
		const to = Math.min(end, sentParts[part + 1]?.at ?? end);
		comparePart(sent, place, place === at && to === end ? octets : octets.subarray(place - at, to - at));
		place = to;
		part++;
	}
}

function comparePart({at, source}: {readonly at: number; readonly source: PayloadSource}, place: number, octets: Uint8Array): void {
	const isRight = 'bytes' in source ? areBytes(source.bytes, place - at, octets) : isPattern(octets, place);
	check(isRight, () => `octets from ${place} on are not those that were sent`);
}

function areBytes(bytes: Uint8Array, from: number, octets: Uint8Array): boolean {
	for (let at = 0; at < octets.length; at++) if (bytes[from + at] !== octets[at]) return false;
	return true;
}
