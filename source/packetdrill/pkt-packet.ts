/** A packet of a script, from `<` or `>` on. */
import type {PktFeature, PktIcmp, PktPacket} from './pkt.js';
import {isNext, next, notSupported, type PktCursor, peek, unexpected, words} from './pkt-cursor.js';
import {takeIcmp, takeQuoted} from './pkt-icmp.js';
import {takeIp} from './pkt-ip.js';
import {takeTcp} from './pkt-tcp.js';

/** First words of packets that this program does not make. */
const unsupported: ReadonlyMap<string, PktFeature> = new Map([
	['ipv4', 'encapsulation'],
	['ipv6', 'encapsulation'],
	['gre', 'encapsulation'],
	['mpls', 'encapsulation'],
	['udp', 'udp'],
	['udplite', 'udplite'],
	['sctp', 'sctp'],
]);

export function takePacket(cursor: PktCursor): PktPacket {
	const direction = next(cursor);
	checkSupport(cursor);
	const ip = takeIp(cursor);
	checkSupport(cursor);
	const quoted = takeQuotedFirst(cursor);
	return isIcmp(cursor) ? takeIcmp(cursor, ip, quoted) : takeTcp(cursor, {ip, direction});
}

const isIcmp = (cursor: PktCursor): boolean => isNext(cursor, 'icmp') || isNext(cursor, 'icmpv6');

function checkSupport(cursor: PktCursor): void {
	const {kind, text} = peek(cursor);
	const feature = kind === 'word' ? unsupported.get(text) : undefined;
	if (feature) notSupported(cursor, feature);
}

/** `[1:1(0)] icmp …`: ports in brackets have no colon. */
function takeQuotedFirst(cursor: PktCursor): PktIcmp['quoted'] {
	if (peek(cursor, 2).text !== ':') return undefined;
	const quoted = takeQuoted(cursor);
	if (quoted && !isIcmp(cursor)) unexpected(cursor, words(['icmp', 'icmpv6']));
	return quoted;
}
