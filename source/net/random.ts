/**
 * Seeded random numbers, one stream a purpose, so that turning one knob does not reshuffle the rest. The generator is sfc32
 * (Chris Doty-Humphrey's small fast counter, public domain), its state four 32-bit numbers: plain data, copied with the world.
 */

export const purposes = ['jitter', 'loss', 'duplicate', 'corrupt', 'reorder', 'bit', 'iss', 'port', 'cookie'] as const;
type Purpose = (typeof purposes)[number];

export type Stream = {a: number; b: number; c: number; counter: number};
export type HostStreams = Record<Purpose, Stream>;
export type Streams = Record<'client' | 'server', HostStreams>;

/** The next 32 bits. */
export function nextBits(stream: Stream): number {
	const sum = (((stream.a + stream.b) | 0) + stream.counter) | 0;
	stream.counter = (stream.counter + 1) | 0;
	stream.a = stream.b ^ (stream.b >>> 9);
	stream.b = (stream.c + (stream.c << 3)) | 0;
	stream.c = ((stream.c << 21) | (stream.c >>> 11)) + sum;
	stream.c |= 0;
	return sum >>> 0;
}

/** In [0, 1). */
export const nextShare = (stream: Stream): number => nextBits(stream) / 4294967296;

/** A whole number in [0, below). */
export const nextBelow = (stream: Stream, below: number): number => Math.floor(nextShare(stream) * below);

/** FNV-1a over the name, so that streams of one seed have nothing in common. */
function hash(name: string): number {
	let value = 2166136261;
	for (const letter of name) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 16777619);
	return value >>> 0;
}

function newStream(seed: number, name: string): Stream {
	const stream = {a: seed | 0, b: Math.floor(seed / 4294967296) | 0, c: hash(name) | 0, counter: 1};
	for (let warmUp = 0; warmUp < 12; warmUp++) nextBits(stream);
	return stream;
}

const newHostStreams = (seed: number, host: string): HostStreams =>
	Object.fromEntries(purposes.map(purpose => [purpose, newStream(seed, `${host}-${purpose}`)])) as HostStreams;

export const newStreams = (seed: number): Streams => ({client: newHostStreams(seed, 'client'), server: newHostStreams(seed, 'server')});
