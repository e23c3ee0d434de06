/** Sentences for options, explicit congestion notification and ICMP. */
import type {NoteSentences} from '../teller.js';

export type OptionNotes = Pick<
	NoteSentences,
	| 'wscale-agreed'
	| 'sack-agreed'
	| 'timestamps-agreed'
	| 'ts-recent-taken'
	| 'paws-dropped'
	| 'timestamp-missing'
	| 'rtt-by-timestamp'
	| 'sack-sent'
	| 'dsack-sent'
	| 'ecn-agreed'
	| 'ecn-refused'
	| 'ce-arrived'
	| 'ece-sent'
	| 'ece-arrived'
	| 'cwnd-reduced'
	| 'cwr-sent'
	| 'cwr-arrived'
	| 'urgent-arrived'
	| 'icmp-refused'
	| 'icmp-ignored'
	| 'icmp-elsewhere'
	| 'mtu-probe-sent'
	| 'mtu-probe-answered'
	| 'mtu-probe-lost'
	| 'mtu-search-lower'
	| 'icmp-remembered'
	| 'backoff-reverted'
	| 'path-mtu-lowered'
	| 'blackholed'
	| 'udp-ignored'
	| 'udp-elsewhere'
	| 'syn-fin-dropped'
	| 'syn-again-limited'
	| 'syn-again-soon'
	| 'time-wait-silent'
>;

const shown = (shift: number): string => String(2 ** shift);

export const optionNotesEn: OptionNotes = {
	'wscale-agreed': ({own, peer}, t) =>
		`Window fields count in units: those of ${t.here} of ${shown(own)} bytes, those of ${t.peer} of ${shown(peer)}. Only a SYN's field does not.`,
	'sack-agreed': () => `Both SYNs permit SACK: behind a hole each side tells what it has, so that only what is missing comes again.`,
	'timestamps-agreed': ({recent}) =>
		`Both SYNs carry timestamps: every segment tells the time of its sender and echoes the peer's, now ${recent}.`,
	'ts-recent-taken': ({recent}, t) => `${t.Here} will echo timestamp ${recent}: it is of the oldest segment not acknowledged yet.`,
	'paws-dropped': ({val, recent}) =>
		`Timestamp ${val} lies before ${recent}, the last one seen: a wanderer of an earlier lap of numbers. Dropped, with an ACK.`,
	'timestamp-missing': ({seq}, t) => `Timestamps were agreed, but ${t.packet} (seq=${t.far(seq)}) has none: it is dropped.`,
	'rtt-by-timestamp': ({rtt}, t) =>
		`Sent twice, but the echoed timestamp tells which sending was answered: a round trip of ${t.time(rtt)}.`,
	'sack-sent': ({from, to, count}, t) =>
		`SACK: ${t.farRange(from, to)} ${to - from === 1 ? 'is' : 'are'} here${count > 1 ? `, with ${count - 1} more behind holes` : ''}, so ${t.peer} need not send that again.`,
	'dsack-sent': ({from, to}, t) =>
		`The first SACK block says what came twice: ${t.farRange(from, to)}. Now ${t.peer} knows that it was sent in vain.`,
	'ecn-agreed': () => 'Both sides know ECN: a router in trouble may mark a packet instead of dropping it.',
	'ecn-refused': (_, t) => `${t.Peer} does not grant ECN: only a lost packet will tell of congestion.`,
	'ce-arrived': (_, t) => `${t.packet} was marked on the way: congestion. ${t.Here} sets ECE in its ACKs until ${t.peer} says CWR.`,
	'ece-sent': (_, t) => `ECE: tells ${t.peer} that a router marked a packet.`,
	'ece-arrived': ({ack}, t) =>
		`ECE with ack=${t.own(ack)}: a router marked a packet of ${t.here}. That counts like a loss, once for each window.`,
	'cwnd-reduced': ({ssthresh, cwnd}) => `Nothing is lost, so nothing is sent again; but cwnd falls to ${cwnd}, ssthresh to ${ssthresh}.`,
	'cwr-sent': (_, t) => `CWR on new data: the congestion window was reduced, ${t.peer} can stop setting ECE.`,
	'cwr-arrived': (_, t) => `CWR: ${t.peer} has slowed down, so ${t.here} stops setting ECE.`,
	'urgent-arrived': ({up, ahead}, t) =>
		`URG: ${t.octets(ahead)} from here to ${t.far(up)} are urgent. They keep their place in the stream, only the pointer is new.`,
	'icmp-refused': ({type, code}, t) =>
		`ICMP ${type}/${code} quotes the SYN of ${t.here}, and nobody has answered it: the connection is given up.`,
	'icmp-ignored': ({type, code}) => `ICMP ${type}/${code} changes nothing: such errors may pass, and anybody can forge them.`,
	'mtu-probe-sent': ({mtu, mss}, t) => `${t.Here} asks the path whether it carries ${mtu}: one segment larger than the usual ${mss} goes.`,
	'mtu-probe-answered': ({mtu, mss}, t) => `The probe of ${mtu} arrived: from now on segments of ${t.here} hold up to ${mss}.`,
	'mtu-probe-lost': ({mtu, mss}) =>
		`The probe of ${mtu} is lost, what followed is not: too large for the path, no congestion. It goes again in pieces of ${mss}.`,
	'mtu-search-lower': ({mtu, mss}, t) =>
		`Nothing arrives any more; maybe a router drops large datagrams in silence: ${t.here} tries ${mtu}, ${mss} a segment.`,
	'icmp-remembered': ({type, code}, t) =>
		`ICMP ${type}/${code} ends nothing here: only if ${t.peer} stays silent will the program hear of it.`,
	'backoff-reverted': ({rto}, t) =>
		`The network is broken, not congested: the RTO of ${t.here} is ${t.time(rto)} again, one doubling less.`,
	'icmp-elsewhere': ({seq, una, sndMax}, t) =>
		`The ICMP error quotes seq=${t.own(seq)}, but what is in flight is ${t.ownRange(una, sndMax)}: forged, or too late. Ignored.`,
	'path-mtu-lowered': ({mtu, mss}, t) =>
		`A router on the path carries ${t.octets(mtu)} at most: ${t.here} sends segments of ${mss} from now on.`,
	blackholed: ({port}) => `Nobody listens on port ${port}, and this host is set to tell nobody: no RST.`,
	'udp-ignored': ({port}, t) => `${t.packet} is inside UDP, and UDP port ${port} is not one that takes TCP: ignored.`,
	'udp-elsewhere': ({port, own}, t) =>
		`${t.packet} comes ${port > 0 ? `by UDP port ${port}` : 'without UDP'}, the connection goes ${own > 0 ? `by UDP port ${own}` : 'without UDP'}: not a segment of it, so RST.`,
	'syn-fin-dropped': (_, t) => `${t.packet} opens and closes at once: this host drops SYN with FIN.`,
	'syn-again-limited': ({per}, t) => `The same SYN again; it was answered less than ${t.time(per)} ago, so now it is not.`,
	'syn-again-soon': ({after}, t) =>
		`That was for an older connection, which the RST will end: the SYN goes out again after ${t.time(after)} already.`,
	'time-wait-silent': (_, t) => `${t.packet} is no news in TIME_WAIT: it gets no answer.`,
};
