/** How a packet is drawn on its track: brackets tell the origin, the signs around them the fate. Every cell is ASCII. */
import type {Fate} from '../sim/trace.js';
import type {PacketView, Source} from './packet-view.js';

const brackets: Readonly<Record<NonNullable<Source> | 'first', readonly [string, string]>> = {
	first: ['[', ']'],
	again: ['[[', ']]'],
	copy: ['(', ')'],
	forged: ['{', '}'],
};

function signed(body: string, fate: Fate, from: PacketView['from']): string {
	switch (fate) {
		case 'in-flight':
		case 'delivered':
			return from === 'client' ? `${body}>` : `<${body}`;
		case 'corrupted':
			return from === 'client' ? `~${body}~>` : `<~${body}~`;
		case 'dropped':
			return `x${body}x`;
		case 'lost':
		case 'queue-full':
		case 'unreachable':
			return `:${body}:`;
	}
}

/** `SYN,ACK` in little: `S.`, as packetdrill writes it. */
const inLetters = (word: string): string =>
	word
		.split(',')
		.map(name => (name === 'ACK' ? '.' : name.charAt(0)))
		.join('');

/** `ecn`: the mark of a router stands behind the word. */
type Drawn = Pick<PacketView, 'word' | 'source' | 'fate' | 'from'> & {readonly ecn?: Pick<PacketView['ecn'], 'now'>};

export function glyphOf({word, source, fate, from, ecn}: Drawn, lane: number): string {
	const [open, close] = brackets[source ?? 'first'];
	const mark = ecn?.now === 'CE' ? ' CE' : '';
	const glyph = signed(`${open}${word}${mark}${close}`, fate, from);
	return glyph.length <= lane ? glyph : signed(`${open}${inLetters(word)}${mark}${close}`, fate, from);
}
