/**
 * SYN cookies (RFC 4987 § 3.6): when the SYN queue is full, the ISN of the SYN,ACK says what the queue would have kept, and the third
 * segment brings it back. Laid out as Linux does: a keyed hash of addresses and ports, plus the peer's ISN, plus a slow counter in the
 * upper octet, plus in the lower three a second hash with the index of an MSS. The key is drawn from the host's own stream. The hash
 * mixes well but is no cipher: nobody attacks here who could compute.
 */
import {nextBits} from '../net/random.js';
import {mssOf, type Segment} from '../tcp/segment.js';
import {add, type Seq, seq as toSeq} from '../tcp/seq.js';
import type {Stack} from './stack.js';

/** Two bits of MSS: the one announced is rounded down to one of these (or up to the first). */
const sizes = [536, 1300, 1440, 1460] as const;

/** The counter's step, µs, and how many steps a cookie is good for. */
const counterStep = 60_000_000;
const lifetime = 2;

type Cookie = {readonly iss: Seq; readonly mss: number};

const counterAt = (now: number): number => Math.floor(now / counterStep);

/** The ISN that answers a SYN. */
export function cookieFor(stack: Stack, segment: Segment): Cookie {
	const key = keyOf(stack);
	const counter = counterAt(stack.env.now);
	const announced = mssOf(segment) ?? sizes[0];
	const fits = sizes.findLastIndex(size => size <= announced);
	const index = Math.max(0, fits);
	const low = (hash(key, segment, counter + 1) + index) & 0xffffff;
	return {iss: toSeq(hash(key, segment, 0) + segment.seq + ((counter & 0xff) << 24) + low), mss: sizes[index] ?? sizes[0]};
}

/** What the acknowledged number says, if it is a cookie of this host for these addresses and ports that is young enough. */
export function readCookie(stack: Stack, segment: Segment): Cookie | undefined {
	const key = keyOf(stack);
	const iss = add(segment.ack, -1);
	const rest = toSeq(iss - hash(key, segment, 0) - add(segment.seq, -1));
	const counter = counterAt(stack.env.now);
	const age = (counter - (rest >>> 24)) & 0xff;
	if (age >= lifetime) return undefined;
	const mss = sizes[(rest - hash(key, segment, counter - age + 1)) & 0xffffff];
	return mss === undefined ? undefined : {iss, mss};
}

/** May the third segment of a cookie sent then still come? */
export const isCookieDue = (sentAt: number | undefined, now: number): boolean =>
	sentAt !== undefined && counterAt(now) - counterAt(sentAt) < lifetime;

function keyOf({host, streams}: Stack): number {
	host.cookieKey ??= nextBits(streams[host.name].cookie);
	return host.cookieKey;
}

/** 32 bits; `salt` 0 for the first hash, one more than the counter for the second. */
function hash(key: number, {src, dst, sport, dport}: Segment, salt: number): number {
	let value = key;
	for (const word of [src, dst, (sport << 16) | dport, salt]) value = mixed(value, word);
	return scattered(value);
}

function mixed(value: number, word: number): number {
	const next = Math.imul(word ^ (word >>> 15), 0x2c1b3c6d);
	const sum = value ^ Math.imul(next ^ (next >>> 12), 0x297a2d39);
	return (Math.imul((sum << 13) | (sum >>> 19), 5) + 0x3c6ef372) | 0;
}

function scattered(value: number): number {
	const first = Math.imul(value ^ (value >>> 16), 0x7feb352d);
	const second = Math.imul(first ^ (first >>> 15), 0x346ca68b);
	return (second ^ (second >>> 16)) >>> 0;
}
