/** Every rule that can fire, in English: what happened, and why, with its numbers. Two screen lines of 80 at most. */
import type {NoteSentences, Teller} from '../teller.js';
import {formatEn} from './format.js';
import {optionNotesEn} from './option-notes.js';

const {capital} = formatEn;

/** "Bytes 1-20 leave: …", or only the reason where the bytes were named before. */
const leaves = (t: Teller, {from, to}: {from: number; to: number}, reason: string): string =>
	t.isRangeTold ? `${capital(reason)}.` : `${capital(t.ownRange(from, to))} ${plural(to - from, 'leave')}: ${reason}.`;

const is = (count: number): string => (count === 1 ? 'is' : 'are');

/** What so many of them do. */
const plural = (count: number, verb: string): string => (count === 1 ? `${verb}s` : verb);

const queueOf = (length: number, limit: number, what: string): string => `${length} ${what}, backlog ${limit}`;

const bounded = (t: Teller, sum: number, rto: number): string => {
	if (Math.round(sum) === rto) return ', the new RTO';
	return sum < rto ? `; the RTO is never less than ${t.time(rto)}` : `; the RTO is never more than ${t.time(rto)}`;
};

const cameBefore = (t: Teller, {seq, len, rcvNxt}: {seq: number; len: number; rcvNxt: number}): string =>
	`${len > 1 ? capital(t.farRange(seq, seq + len)) : `Number ${t.far(seq)}`} came before; RCV.NXT is ${t.far(rcvNxt)}. Dropped, but acknowledged again: the first ACK may be lost.`;

export const notesEn: NoteSentences = {
	...optionNotesEn,
	'syn-sent': ({iss, mss}, t) => `${t.Heres} numbers begin at ${t.own(iss)}, which the SYN uses up. Its MSS is ${mss}.`,
	'syn-accepted': ({irs, iss}, t) =>
		`The SYN used up ${t.far(irs)}, so it answers ack=${t.far(irs + 1)}; its own numbers begin at ${t.own(iss)}.`,
	'syn-ack-accepted': ({irs, ack}, t) =>
		`ack=${t.own(ack)}: its SYN arrived. The third segment says ack=${t.far(irs + 1)}, and may carry data.`,
	'simultaneous-open': ({irs, iss}, t) =>
		`Both sides sent a SYN: a simultaneous open, without a listener. ${t.Here} sends SYN,ACK seq=${t.own(iss)} ack=${t.far(irs + 1)}.`,
	'handshake-complete': ({ack}, t) => `ack=${t.own(ack)} is one past its SYN: it arrived, each side knows the other's numbers.`,
	'mss-agreed': ({own, peer}, t) =>
		own === peer
			? `MSS: each side announced that it takes segments of up to ${t.octets(own)}, and sends no larger ones.`
			: `MSS: ${t.here} takes segments of up to ${t.octets(own)}, ${t.peer} of up to ${peer}. Each keeps to what the other announced.`,
	'mss-assumed': ({assumed}, t) =>
		`${t.Peer} announced no MSS, so ${t.here} sends segments of at most ${t.octets(assumed)}, which every host must take.`,
	'syn-data-kept': ({len}, t) =>
		`The SYN carries ${t.octets(len)}: ${t.here} keeps them, but its program gets them only when the handshake is complete.`,
	'syn-data-dropped': ({len}, t) =>
		`The SYN carries ${t.octets(len)}: ${t.here} drops them and acknowledges only the SYN, so they must come again.`,
	'syn-again': ({seq, rcvNxt}, t) =>
		`SYN seq=${t.far(seq)} was here before (RCV.NXT is ${t.far(rcvNxt)}): the answer may be lost, so ${t.here} answers again.`,
	'ack-for-nothing': ({ack}, t) =>
		`ack=${t.own(ack)} acknowledges nothing that ${t.here} sent: a leftover of an older connection, or forged.`,
	'rst-without-ack': (_, t) => `${t.Here} waits for SYN,ACK: only a RST that acknowledges its SYN is genuine. This one is ignored.`,
	'segment-without-syn': ({seq}, t) =>
		`${t.Here} waits for SYN,ACK; ${t.packet} (seq=${t.far(seq)}) has no SYN, so it means nothing yet and is dropped.`,
	refused: ({ack}, t) => `The RST says ack=${t.own(ack)}, so it answers the SYN of ${t.here}: it is genuine.`,
	'port-closed': ({port}, t) =>
		`${t.Here} has neither a listener nor such a connection on port ${port}: RST, so that nobody waits for an answer.`,
	'listen-rst': ({ack}, t) =>
		`The listener has sent nothing that ack=${t.own(ack)} could acknowledge, so ${t.packet} belongs to no connection here: RST.`,
	'listen-ignored': ({seq}, t) => `A listener waits for SYN; ${t.packet} (seq=${t.far(seq)}) is none, and is dropped without an answer.`,
	'rst-ignored-closed': (_, t) =>
		`A RST for a connection that ${t.here} does not have is dropped. Nobody answers a RST, else two hosts would never stop.`,
	'back-to-listen': () =>
		`The handshake was not complete, so the half-open connection is forgotten. The listener stays, accept() hears nothing of it.`,
	'sent-nothing-in-flight': ({from, to, wnd, cwnd}, t) =>
		leaves(t, {from, to}, `nothing of ${t.here} was in flight, so Nagle holds nothing back; window ${wnd} and cwnd ${cwnd} have room`),
	'sent-full-segment': ({from, to, wnd, cwnd}, t) =>
		leaves(t, {from, to}, `a full segment never waits; window ${wnd} and cwnd ${cwnd} have room`),
	'sent-without-nagle': ({from, to, flight}, t) =>
		leaves(t, {from, to}, `Nagle holds nothing back (it is off, or a close follows), though ${t.octets(flight)} are in flight`),
	'sent-half-window': ({from, to, maxWnd}, t) =>
		leaves(t, {from, to}, `no full segment, but at least half of ${maxWnd}, the largest window that ${t.peer} ever offered`),
	'sent-by-override': ({from, to}, t) => leaves(t, {from, to}, 'the window has room for few bytes only, but they have waited long enough'),
	'sent-again': ({from, to, count}, t) =>
		from === to
			? `The FIN goes out again (retransmission ${count}): it counts as lost until it is acknowledged.`
			: `${capital(t.ownRange(from, to))} ${to - from === 1 ? 'goes' : 'go'} out again${count > 0 ? ` (retransmission ${count})` : ''}: what is not acknowledged stays in the send buffer.`,
	'cork-waits': ({waiting, mss}, t) => `TCP_CORK: ${t.octets(waiting)} of ${t.here} wait for more, until they fill a segment of ${mss}.`,
	'nagle-waits': ({waiting, flight, mss}, t) =>
		`${t.octets(waiting)} wait: less than a full segment (${mss}), and ${t.octets(flight)} in flight are not acknowledged yet. That is Nagle's rule.`,
	'window-limits': ({waiting, wnd, flight}, t) =>
		wnd === 0
			? `${t.octets(waiting)} wait: the window of ${t.peer} is 0.`
			: `${t.octets(waiting)} wait: the window of ${t.peer} is ${wnd}, and ${t.octets(flight)} of it are in flight.`,
	'cwnd-limits': ({waiting, cwnd, flight}, t) =>
		`${t.octets(waiting)} wait: cwnd ${cwnd} is all that the network is trusted with, and ${flight} are in flight already.`,
	'sws-waits': ({waiting, usable, mss}, t) =>
		`${t.octets(waiting)} wait: the window has room for ${usable} only. So small a segment is not worth its header (a full one: ${mss}).`,
	'probe-sent': ({seq, next}, t) =>
		`The window is closed. ${t.Here} asks with a probe, seq=${t.own(seq)}: the news that it opens may have been lost. Again in ${t.time(next)}.`,
	'window-closed': ({una}, t) =>
		`${t.Peer} announces window 0: from ${t.own(una)} on ${t.here} may send nothing. It will probe, so that both do not wait for ever.`,
	'window-opened': ({wnd}, t) => `The window of ${t.peer} is open again: ${t.octets(wnd)} may be sent.`,
	'fin-sent': ({seq}, t) => `FIN seq=${t.own(seq)}: no more data. It uses up one number and is acknowledged like data.`,
	'fin-waits-for-open': ({iss}, t) => `shutdown() before the handshake is over: the FIN waits until SYN seq=${t.own(iss)} is acknowledged.`,
	'fin-waits': ({waiting}, t) => `The FIN comes after the last byte: ${t.octets(waiting)} of the send buffer go before it.`,
	'rst-sent': ({seq}, t) =>
		`RST seq=${t.own(seq)}: ${t.here} ends the connection at once. No FIN, no answer; what is still in the buffers is lost.`,
	'ack-advances': ({ack, octets, flight}, t) =>
		octets === 0
			? `ack=${t.own(ack)}: everything before it has arrived; there was no data in it.`
			: `ack=${t.own(ack)}: ${t.octets(octets)} arrived, off ${t.heres} send buffer; ${flight === 0 ? 'none' : flight} in flight.`,
	'ack-duplicate': ({ack, count}, t) =>
		`Duplicate ACK ${count} of ${t.own(ack)}: later bytes came, these did not.${count < 3 ? ' The third means: lost.' : ''}`,
	'ack-old': ({ack, una}, t) => `ack=${t.own(ack)} says nothing new: ${t.here} knows already that everything before ${t.own(una)} arrived.`,
	'ack-unsent': ({ack, sndNxt}, t) =>
		`ack=${t.own(ack)} acknowledges what ${t.here} has not sent (SND.NXT ${t.own(sndNxt)}): dropped, and answered with the true numbers.`,
	'ack-too-old': ({ack, una, maxWnd}, t) =>
		`ack=${t.own(ack)} lies more than a window (${maxWnd}) before SND.UNA ${t.own(una)}: perhaps a blind guess. Dropped, with a challenge ACK.`,
	'ack-unacceptable-in-syn-rcvd': ({ack, sndNxt}, t) =>
		`Only ack=${t.own(sndNxt)} completes the handshake; ack=${t.own(ack)} belongs to something else: RST, the wait goes on.`,
	'no-ack-bit': ({seq}, t) => `After the handshake every segment carries an ACK; ${t.packet} (seq=${t.far(seq)}) has none and is dropped.`,
	'fin-acked': ({ack}, t) => `ack=${t.own(ack)} counts the FIN too: ${t.peer} has all that ${t.here} ever said.`,
	'rtt-sampled': ({rtt, srtt, rttvar, rto}, t) =>
		`Round trip measured: ${t.time(rtt)}. SRTT ${t.time(srtt)} + 4 x RTTVAR ${t.time(rttvar)} = ${t.time(srtt + 4 * rttvar)}${bounded(t, srtt + 4 * rttvar, rto)}.`,
	'rtt-not-sampled': ({ack}, t) =>
		`ack=${t.own(ack)} measures no round trip: it may answer the first sending or the repeated one (Karn's rule).`,
	'rto-fired': ({waited, rto}, t) => `No answer for ${t.time(waited)}, ${t.heres} RTO: ${t.sent} goes out again, next wait ${t.time(rto)}.`,
	'rto-after-syn': ({rto}, t) =>
		`The SYN had to be sent again: the network is slower than ${t.here} thought, so data begins with an RTO of ${t.time(rto)}.`,
	'gave-up': ({count}, t) =>
		`${count === 1 ? '1 retransmission' : `${count} retransmissions`} and a last wait brought no answer: ${t.here} gives the connection up.`,
	'user-timeout': ({after}, t) =>
		`For ${t.time(after)} nothing that ${t.here} sent was acknowledged: the user time-out ends the connection.`,
	'slow-start': ({cwnd, ssthresh}) =>
		`Slow start: each ACK adds up to a segment to cwnd, now ${cwnd}, until ${ssthresh >= 2 ** 30 ? 'a loss' : `ssthresh ${ssthresh}`}.`,
	'congestion-avoidance': ({cwnd, ssthresh}) =>
		`cwnd ${cwnd} has reached ssthresh ${ssthresh}: from here on it grows by about a segment a round trip.`,
	'cwnd-collapsed': ({ssthresh, cwnd}) => `A time-out may mean overload: ssthresh is ${ssthresh} now, cwnd begins again with ${cwnd}.`,
	'fast-retransmit': ({seq, ssthresh, cwnd}, t) =>
		`Third duplicate ACK: ${t.own(seq)} is lost, and goes out again. ssthresh ${ssthresh}, cwnd ${cwnd}.`,
	'limited-transmit': ({seq, count}, t) =>
		`Duplicate ACK ${count} says that a segment left the network: one new segment, from ${t.own(seq)}, may go beyond cwnd, to draw more ACKs.`,
	'sack-recovery': ({seq, cwnd, flight}, t) =>
		`${t.own(seq)} is lost: later segments arrived, SACK says which. ${flight} were out, cwnd is ${cwnd} now; only the holes go out again.`,
	rescue: ({sndNxt}, t) =>
		`All holes were filled and still no ACK for the last segment before ${t.own(sndNxt)}: it goes once more, on suspicion.`,
	'partial-ack': ({ack, recover}, t) =>
		`ack=${t.own(ack)} does not reach ${t.own(recover)}, where the recovery ends: one more segment was lost and goes out at once.`,
	'recovery-over': ({cwnd}) => `Everything that was in flight when the loss was noticed has arrived: the recovery is over, cwnd ${cwnd}.`,
	'sent-chunk': ({from, to, wnd, cwnd}, t) => leaves(t, {from, to}, `window ${wnd} and cwnd ${cwnd} have room for this burst`),
	'cwnd-restarted': ({cwnd, ssthresh}, t) =>
		`${t.Here} was silent longer than an RTO, so cwnd says nothing of the network now: it begins again with ${cwnd}, ssthresh ${ssthresh}.`,
	'repeat-joined': ({from, to}, t) =>
		`${capital(t.ownRange(from, to))} ${plural(to - from, 'join')} the repetition: together they still fit into one segment.`,
	'mss-by-window': ({mss, maxWnd}) =>
		`The other side never offered more than ${maxWnd}: segments hold ${mss} at most, half of it, so that two can be on their way.`,
	'marked-arrived': ({from, to}, t) =>
		`${capital(t.ownRange(from, to))} arrived behind a hole: SACK tells it, so nothing of it need be sent again.`,
	'marked-lost': ({from, to}, t) =>
		`${capital(t.ownRange(from, to))} ${plural(to - from, 'count')} as lost: what was sent later has arrived, and the time for late ones is over.`,
	'dsack-arrived': ({from, to}, t) => `D-SACK: ${t.ownRange(from, to)} arrived twice, so one of the two was needless.`,
	'reordering-seen': ({low, high, segments}, t) =>
		`${t.own(low)} came behind ${t.own(high)} and was never repeated: not lost, only late. Reordering degree ${segments}.`,
	'reordering-window': ({steps}) =>
		`Something was repeated in vain: late segments get more time, ${steps} quarters of the least round trip.`,
	'recovery-entered': ({seq, ssthresh, lost}, t) =>
		`Something is lost (${lost} ${lost === 1 ? 'segment' : 'segments'}, from ${t.own(seq)} on): fast recovery. cwnd goes down to ssthresh ${ssthresh} as ACKs come.`,
	'ecn-reduces': ({ssthresh, cwnd}, t) =>
		`ECE: a router marked a packet instead of dropping it. ${t.Here} slows down as after a loss, from cwnd ${cwnd} to ${ssthresh}, once a round trip.`,
	'cwnd-follows': ({cwnd, ssthresh}) =>
		`Out of what arrives only a part may leave anew: cwnd ${cwnd}, step by step to ssthresh ${ssthresh} within a round trip.`,
	'reduction-over': ({cwnd}) => `What was in flight at the mark is acknowledged: the reduction is over, cwnd ${cwnd}.`,
	'loss-probe': ({una, sndNxt}, t) =>
		`No ACK for two round trips: were the last of ${t.ownRange(una, sndNxt)} lost, nobody would ever tell. A probe asks, long before the RTO.`,
	'probe-found-loss': ({ssthresh}) =>
		`The loss probe repaired a loss that no duplicate ACK could tell of; cwnd goes down once all the same, to ${ssthresh}.`,
	'reduction-undone': ({ssthresh, cwnd}) =>
		`Nothing was lost, only late: the window goes back to where it was, ssthresh ${ssthresh}, cwnd ${cwnd}.`,
	'cwnd-unused': ({cwnd, flight}) =>
		`cwnd stays ${cwnd}: at most ${flight} of it are made use of, so this ACK does not show that the network could carry more.`,
	'cubic-wmax': ({wMax}) => `CUBIC remembers W_max ${wMax}: so much in flight was too much for the network.`,
	'cubic-fast-convergence': ({wMax, cwnd}) =>
		`This time it was too much at cwnd ${cwnd}, before the last W_max: there is less room now. CUBIC aims lower, at ${wMax} (fast convergence).`,
	'cubic-epoch': ({cwnd, origin, k}, t) =>
		k > 0
			? `CUBIC begins a new curve: from cwnd ${cwnd} up to W_max ${origin} in ${t.time(k)}, fast at first, then ever slower.`
			: `CUBIC begins a new curve at cwnd ${cwnd}. It knows no limit above that: slow at first, then ever faster.`,
	'cubic-friendly': ({cwnd, reno}) =>
		`Here CUBIC's own curve would be slower than Reno, so cwnd, now ${cwnd}, keeps up with what Reno would have: ${reno}.`,
	'cubic-concave': ({cwnd, origin}) =>
		`CUBIC: cwnd ${cwnd}. The nearer it comes to W_max ${origin}, where the last loss was, the slower it grows.`,
	'cubic-convex': ({cwnd, origin}) =>
		`CUBIC: cwnd ${cwnd}. ${origin} went well: the curve feels its way upwards, the faster the longer nothing is lost.`,
	'cubic-epoch-shifted': ({by}, t) => `Nothing was sent for ${t.time(by)}: the time does not count, CUBIC's curve goes on where it stood.`,
	'hystart-train': ({length, limit, ssthresh}, t) =>
		`ACKs keep coming for ${t.time(length)} (limit ${t.time(limit)}): the path is full. Slow start ends before a loss, at cwnd ${ssthresh} (HyStart).`,
	'hystart-delay': ({rtt, limit, ssthresh}, t) =>
		`The round trip has become ${t.time(rtt)} (limit ${t.time(limit)}): a queue builds up. Slow start ends before a loss, at cwnd ${ssthresh} (HyStart).`,
	unacceptable: ({seq, len, rcvNxt, rcvWnd}, t) => {
		const behind = (rcvNxt - seq) | 0;
		if (len === 0 && behind === 1)
			return `seq=${t.far(seq)} is one before RCV.NXT ${t.far(rcvNxt)}: a probe that asks for an answer. ${t.Here} sends an ACK.`;
		if (len > 0 && behind >= len) return cameBefore(t, {seq, len, rcvNxt});
		if (len > 0 && rcvWnd === 0)
			return `The window of ${t.here} is 0: what ${t.packet} brings is dropped, and an ACK says what is expected, ${t.far(rcvNxt)}.`;
		return `seq=${t.far(seq)} is outside the window of ${t.here}, ${t.far(rcvNxt)} to ${t.far(rcvNxt + Math.max(rcvWnd, 1) - 1)}: dropped, and an ACK says what is expected.`;
	},
	'old-data': (values, t) => cameBefore(t, values),
	'data-in-order': ({seq, len, rcvNxt}, t) =>
		`${capital(t.farRange(seq, seq + len))} ${is(len)} next for ${t.here}: readable now, RCV.NXT becomes ${t.far(rcvNxt)}.`,
	'data-out-of-order': ({seq, len, rcvNxt}, t) =>
		`${capital(t.farRange(seq, seq + len))} came, ${t.far(rcvNxt)} is missing: ${t.here} keeps ${len === 1 ? 'it' : 'them'} out of order.`,
	'hole-filled': ({rcvNxt, octets}, t) => `What was missing came: ${t.octets(octets)} become readable, RCV.NXT jumps to ${t.far(rcvNxt)}.`,
	'text-ignored': ({len}, t) => `${t.octets(len)} in ${t.packet} are ignored: ${t.peer} has sent its FIN, after that there is no text.`,
	'ack-delayed': ({until}, t) => `The ACK waits up to ${t.until(until)}: data may carry it, or a second segment share it.`,
	'ack-every-second': ({octets}, t) => `${t.octets(octets)}, two full segments, are not acknowledged yet: the ACK goes at once.`,
	'ack-at-once': ({rcvNxt}, t) => `ack=${t.far(rcvNxt)} goes at once, so that ${t.peer} soon knows what is there and what not.`,
	'ack-carried': ({rcvNxt}, t) => `The data carries ack=${t.far(rcvNxt)} along, so no segment is needed for the ACK alone.`,
	'delayed-ack-fired': ({rcvNxt}, t) => `Nothing came to carry the delayed ACK: ack=${t.far(rcvNxt)} goes alone.`,
	'ack-over-segment': ({octets, segment}, t) =>
		`${t.octets(octets)} are not acknowledged yet, more than a segment (${segment}), and there is room for more: the ACK goes at once.`,
	'ack-quick': ({left}, t) =>
		`The ACK goes at once, as the next ${left} will: at the start of a burst they let ${t.peer} send faster. Linux does so.`,
	'sack-held': ({count, until}, t) =>
		`Enough duplicate ACKs have gone: this one, ${count} by now, waits up to ${t.until(until)} for others to share it.`,
	'sack-held-over': ({count}) => `The wait is over: one ACK tells with SACK of ${count} that came behind the hole.`,
	'ack-after-read': ({octets}, t) => `The program has read all that came: the ACK that waited for ${t.octets(octets)} goes now.`,
	'memory-measured': ({len, memory, most}, t) =>
		`${t.octets(len)} take ${memory} in memory. The buffer is measured in memory, so the window of ${t.here} is at most ${most} now.`,
	'memory-full': ({used, len, limit}, t) =>
		`${t.octets(len)} came to ${t.here}, but ${used} of ${limit} bytes of memory are taken: no room, even below the window.`,
	'early-dropped': ({seq, len}, t) =>
		`Memory is short: ${t.here} throws away ${t.farRange(seq, seq + len)}, which waited out of order. ${t.Peer} must send that again.`,
	'buffer-grown': ({size, most}, t) => `The buffer of ${t.here} grows to ${size} with the traffic: the window may reach ${most}.`,
	'window-full': ({rcvNxt}, t) => `The receive buffer of ${t.here} is full: window 0 from ${t.far(rcvNxt)} on, until its program reads.`,
	'window-update': ({wnd}, t) => `The program has read, so ${t.here} tells that its window is ${wnd} now.`,
	'window-update-held': ({free, wnd}, t) =>
		`${t.octets(free - wnd)} are free again, but the window announced stays ${wnd}: it moves only by a whole segment${t.mss === undefined ? '' : ` (${t.mss})`} or half the buffer.`,
	'fin-arrived': ({seq}, t) => `FIN seq=${t.far(seq)}: ${t.peer} sends no more. ack=${t.far(seq + 1)}; recv() gives 0 after the rest.`,
	'rst-accepted': ({seq}, t) => `RST seq=${t.far(seq)} is exactly RCV.NXT, so it counts as genuine. Nobody answers a RST.`,
	'rst-challenged': ({seq, rcvNxt, rcvWnd}, t) =>
		`RST seq=${t.far(seq)} is in the window (to ${t.far(rcvNxt + rcvWnd - 1)}) but not exactly RCV.NXT ${t.far(rcvNxt)}: maybe forged. A challenge ACK asks.`,
	'rst-outside': ({seq, rcvNxt, rcvWnd}, t) =>
		`RST seq=${t.far(seq)} is outside the window ${t.far(rcvNxt)} to ${t.far(rcvNxt + Math.max(rcvWnd, 1) - 1)}: a blind guess, dropped without a word.`,
	'syn-challenged': ({seq}, t) =>
		`SYN seq=${t.far(seq)} on a live connection: forged, or the peer has restarted. A challenge ACK asks; one that knows nothing of it says RST.`,
	'challenge-limited': ({limit, per}, t) =>
		`${t.Here} has sent its ${limit === 1 ? 'one challenge ACK' : `${limit} challenge ACKs`} for ${t.time(per)}: no answer, so that nobody can make it shout.`,
	'rst-ignored-time-wait': (_, t) =>
		`In TIME_WAIT ${t.here} ignores RST: an old one could end the wait too early and let old packets into a new connection.`,
	'unread-data-reset': ({unread}, t) =>
		`close() with ${t.octets(unread)} unread: RST instead of FIN tells ${t.peer} that not all was read.`,
	'data-after-close-reset': ({len}, t) =>
		`${t.octets(len)} came after close(): nobody will read them. RST tells ${t.peer} that they are lost.`,
	'time-wait-started': ({wait}, t) => `Its last ACK may get lost: it stays 2 MSL = ${t.time(wait)}, until old packets are dead.`,
	'time-wait-restarted': ({wait}, t) =>
		`The FIN came again, so the last ACK was lost: ${t.here} acknowledges once more and waits the whole ${t.time(wait)} anew.`,
	'time-wait-over': ({wait}, t) =>
		`${t.time(wait)} without another FIN have passed: nobody asks for the last ACK, old packets are dead. The ports are free again.`,
	'fin-wait-2-limited': ({wait}, t) =>
		`The program of ${t.here} has closed and can read no more, so it waits only ${t.time(wait)} for the FIN of ${t.peer}.`,
	'fin-wait-2-over': ({wait}, t) =>
		`No FIN for ${t.time(wait)}: ${t.here} forgets the connection. What ${t.peer} still sends will be answered with RST.`,
	'keepalive-sent': ({count, of}, t) =>
		`Nothing was heard from ${t.peer} for long: keepalive probe ${count} of ${of}, with an old number, makes it answer.`,
	'keepalive-failed': ({count}, t) => `${count} keepalive probes without an answer: ${t.peer} is gone or cannot be reached.`,
	'syn-queue-full': ({length, limit}, t) =>
		`The SYN queue of ${t.here} is full (${queueOf(length, limit, 'half-open')}): the SYN is dropped without a word. A real client repeats it.`,
	'cookie-sent': ({iss, mss}, t) =>
		`The SYN queue is full: ${t.here} answers with a cookie. seq=${t.own(iss)} hides addresses, time and MSS ${mss}; nothing is kept.`,
	'cookie-options-lost': ({mss}, t) => `A cookie has no room for ${t.heres} other options: only an MSS, ${mss}, will be known of this SYN.`,
	'cookie-accepted': ({ack, mss}, t) =>
		`ack=${t.own(ack)} less one is a cookie of ${t.here}, made for ${t.peer}, not too old: the connection is rebuilt from it, MSS ${mss}.`,
	'cookie-refused': ({ack}, t) =>
		`ack=${t.own(ack)} less one is no cookie of ${t.here} for these addresses and ports, or it is too old: RST.`,
	'accept-queue-full-syn': ({length, limit}, t) =>
		`The accept queue is full (${queueOf(length, limit, 'wait for accept()')}): ${t.here} drops the SYN without a word. It will come again.`,
	'accept-queue-full-ack': ({length, limit}, t) =>
		`The accept queue is full (${queueOf(length, limit, 'wait')}): the ACK is dropped. ${t.Peer} believes it is connected, ${t.here} stays SYN_RCVD.`,
	'port-in-use': ({port, socket, left}, t) =>
		left > 0
			? `Port ${port} is still held by socket ${socket}, in TIME_WAIT for ${t.left(left)} more. SO_REUSEADDR would allow it.`
			: `Port ${port} is held by socket ${socket}: two sockets cannot have the same address.`,
	'quiet-time': ({until}, t) =>
		`After the restart ${t.here} no longer knows which numbers it used: it sends nothing for one MSL, ${t.leftUntil(until)} more.`,
	'quiet-time-dropped': ({packet, until}, t) =>
		`#${packet} came in the quiet time of ${t.here}, which lasts ${t.leftUntil(until)} more: dropped without a word.`,
	'host-down': ({packet}, t) =>
		`#${packet} finds nobody: that host is down or does not exist, so there is no answer, not even RST. ${t.Peer} learns nothing.`,
	'checksum-failed': ({packet}, t) =>
		`#${packet} arrived, but its checksum is wrong: a bit flipped on the way. ${t.Here} drops it without a word, as if it were lost.`,
	'link-lost': ({packet}, t) => `#${packet} is lost on its way to ${t.peer}.`,
	'link-queue-full': ({packet, queue}) =>
		`#${packet} found the queue of the link full (${queue} packets) and was dropped: that is how congestion loses packets.`,
	'link-duplicated': ({packet, copy}, t) =>
		`The network made a copy of #${packet}: #${copy}. ${t.Peer} must notice that it has its bytes already.`,
	'link-corrupted': ({packet}, t) => `A bit of #${packet} flipped on the way; the checksum will tell ${t.peer}.`,
	'link-marked': ({packet}, t) =>
		`A router that is near its limit marks #${packet} (CE) where it would else drop it: ${t.peer} gets every byte, and the news of congestion.`,
	'link-held': ({packet}) => `#${packet} is held until the next packet has passed: they will arrive in the wrong order.`,
	'link-delayed': ({packet, by}, t) => `#${packet} takes ${t.time(by)} longer.`,
	'dropped-by-hand': ({packet}, t) => `#${packet} was dropped on its way to ${t.peer}, by request.`,
};
