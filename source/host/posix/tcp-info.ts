/**
 * TCP_INFO: a connection in numbers, under the names of Linux (include/uapi/linux/tcp.h). Times in microseconds, as the names say in
 * milliseconds. A name that is not there is not known, which is another thing than 0.
 */
import {newSendQueue} from '../../tcp/chunks/chunk.js';
import {ownMss} from '../../tcp/memory/window.js';
import {add} from '../../tcp/seq.js';
import type {State} from '../../tcp/state.js';
import type {Env, Tcb} from '../../tcp/tcb.js';
import type {Socket} from '../socket.js';
import {unsentOctets} from './control.js';
import {queueInfo} from './queue-info.js';

/** `enum` of Linux (include/net/tcp_states.h). */
const stateNumbers: Readonly<Record<State, number>> = {
	ESTABLISHED: 1,
	SYN_SENT: 2,
	SYN_RCVD: 3,
	FIN_WAIT_1: 4,
	FIN_WAIT_2: 5,
	TIME_WAIT: 6,
	CLOSED: 7,
	CLOSE_WAIT: 8,
	LAST_ACK: 9,
	LISTEN: 10,
	CLOSING: 11,
};

const optionBits = ({hasTimestamps, hasSack, hasWscale, hasEcn}: Tcb): number =>
	(hasTimestamps ? 1 : 0) | (hasSack ? 2 : 0) | (hasWscale ? 4 : 0) | (hasEcn ? 8 : 0);

/** What Linux shows before the connection is open. */
const firstWindow = 10;

/** What Linux shows while there is no threshold. */
const noThreshold = 0x7fff_ffff;

function congestionInfo({congestion, snd}: Tcb, {profile}: Env) {
	const unit = profile.cwndUnit === 'segments' ? snd.mss : 1;
	const hasThreshold = congestion.ssthresh < 2 ** 30;
	return {
		tcpi_snd_cwnd: profile.cwndUnit === 'segments' && congestion.cwnd === 0 ? firstWindow : Math.floor(congestion.cwnd / unit),
		tcpi_snd_ssthresh: hasThreshold ? Math.floor(congestion.ssthresh / unit) : noThreshold,
	};
}

const octetInfo = (tcb: Tcb) => ({
	tcpi_bytes_acked: tcb.sendBuffer.acknowledged,
	tcpi_bytes_received: tcb.receiveBuffer.read + tcb.receiveBuffer.length + (tcb.hasPeerFin ? 1 : 0),
	// A FIN that cannot leave yet has its number.
	tcpi_notsent_bytes: unsentOctets(tcb) + (tcb.chunks?.isFinIn && tcb.finSeq === undefined ? 1 : 0),
});

const timeInfo = ({rtt, retries, probes, keepaliveProbes, congestion}: Tcb, now: number) => ({
	tcpi_rto: Math.ceil(rtt.rto / 1000) * 1000,
	tcpi_rtt: Math.floor(rtt.srtt ?? 0),
	tcpi_rttvar: Math.floor(rtt.deviation > 0 ? rtt.deviation / 4 : rtt.rttvar),
	tcpi_retransmits: retries,
	tcpi_backoff: retries,
	tcpi_probes: probes + keepaliveProbes,
	tcpi_last_data_sent: Math.floor((now - congestion.lastSentAt) / 1000),
});

/** Before the connection is open only the SYN is out. */
function senderInfo({chunks, iss, state}: Tcb, env: Env) {
	if (chunks) return queueInfo(chunks, env);
	const unacked = state === 'SYN_SENT' || state === 'SYN_RCVD' ? 1 : 0;
	return {...queueInfo(newSendQueue(add(iss, 1), env.knobs.reordering), env), tcpi_unacked: unacked};
}

/** Once it has failed, what was out is forgotten. */
const nothingOut = {tcpi_unacked: 0, tcpi_backoff: 0};

/** How the receiver fares: what it has learned of the peer's segments, and what it lets come. */
const receiverInfo = ({rcv, receiveMemory, ackHabit}: Tcb, {now}: Env) => ({
	tcpi_rcv_mss: receiveMemory.segment,
	tcpi_rcv_space: receiveMemory.reading.perRoundTrip,
	tcpi_rcv_ssthresh: receiveMemory.ceiling,
	tcpi_rcv_rtt: receiveMemory.roundTrip.eightfold >> 3,
	tcpi_rcv_wnd: rcv.wnd,
	tcpi_ato: ackHabit.wait,
	tcpi_last_data_recv: Math.floor((now - ackHabit.lastTextAt) / 1000),
});

/** All that is known of this connection, by name. */
export function tcpInfo({tcb}: Socket, env: Env): Readonly<Record<string, number>> {
	const {snd, rcv, iss} = tcb;
	return {
		tcpi_state: stateNumbers[tcb.state === 'TIME_WAIT' ? env.profile.sockets.timeWaitShown : tcb.state],
		tcpi_options: optionBits(tcb),
		tcpi_snd_wnd: snd.wnd,
		tcpi_snd_wscale: snd.scale,
		tcpi_rcv_wscale: rcv.scale,
		tcpi_snd_mss: snd.mss,
		tcpi_advmss: snd.una === iss ? rcv.mss : ownMss(tcb),
		tcpi_pmtu: tcb.ip.mtu,
		...congestionInfo(tcb, env),
		...octetInfo(tcb),
		...timeInfo(tcb, env.now),
		...(env.profile.cwndUnit === 'segments' && senderInfo(tcb, env)),
		...(tcb.state === 'CLOSED' && tcb.failure && nothingOut),
		tcpi_total_retrans: tcb.synRepeats + (tcb.chunks?.repeatedEver ?? 0),
		...receiverInfo(tcb, env),
		SK_MEMINFO_RCVBUF: tcb.receiveBuffer.capacity,
	};
}
