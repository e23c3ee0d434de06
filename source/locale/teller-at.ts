/** The names and numbers of the place where something happened, in one language. */
import type {PacketBrief, Place} from '../view/why-item.js';
import {countdown, duration} from './duration.js';
import type {Catalogue} from './en.js';
import type {Teller} from './teller.js';

const numberText = (seq: number, base: number | undefined): string => {
	if (base === undefined) return String(seq >>> 0);
	const offset = (seq - base) | 0;
	return offset < 0 ? String(offset) : `+${offset}`;
};

const packetText = (packet: PacketBrief | undefined, {format}: Catalogue): string => {
	if (packet === undefined) return format.segment;
	const text = format.packet(packet.n);
	return packet.origin === 'injected' ? format.forged(text) : text;
};

const peerName = ({peer}: Place, {format}: Catalogue): string => (typeof peer === 'string' ? format.host(peer) : peer.address);

function rangeText(from: number, to: number, {base, words}: {base: number | undefined; words: Catalogue}): string {
	const first = numberText(from, base);
	return to - from === 1 ? words.format.byte(first) : words.format.bytes(first, numberText(to - 1, base));
}

export function tellerAt(place: Place, words: Catalogue, isRangeTold = false): Teller {
	const {format} = words;
	const {relative, t} = place;
	const here = format.host(place.host);
	const peer = peerName(place, words);
	const packet = packetText(place.packet, words);
	return {
		here,
		Here: format.capital(here),
		heres: format.owner(here),
		Heres: format.capital(format.owner(here)),
		peer,
		Peer: format.capital(peer),
		peers: format.owner(peer),
		Peers: format.capital(format.owner(peer)),
		packet,
		own: seq => numberText(seq, relative?.own),
		far: seq => numberText(seq, relative?.far),
		ownRange: (from, to) => rangeText(from, to, {base: relative?.own, words}),
		farRange: (from, to) => rangeText(from, to, {base: relative?.far, words}),
		mss: place.mss,
		octets: format.octets,
		sent: place.sent ? `${format.packet(place.sent.n)} ${place.sent.word}` : format.oldest,
		time: duration,
		left: countdown,
		until: at => duration(at - t),
		leftUntil: at => countdown(at - t),
		isRangeTold,
	};
}
