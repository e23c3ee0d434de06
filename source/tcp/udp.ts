/** TCP inside UDP (FreeBSD, net.inet.tcp.udp_tunneling_port): each segment in a datagram of its own, which takes some of its room. */
import {note} from './out.js';
import type {Knobs} from './profile.js';
import type {Segment, UdpPorts} from './segment.js';
import type {Env, Tcb} from './tcb.js';

/** The way back. */
export const answering = ({sport, dport}: UdpPorts): UdpPorts => ({sport: dport, dport: sport});

/** Octets that UDP takes from each segment of this connection. */
export const udpOctets = ({ip}: Tcb, {udpOverhead}: Readonly<Knobs>): number => (ip.udp ? udpOverhead : 0);

/** The connection lives in UDP from its first segment on. */
export function encapsulate(tcb: Tcb, udp: UdpPorts, knobs: Readonly<Knobs>): void {
	tcb.ip = {...tcb.ip, udp};
	tcb.rcv.mss = Math.max(1, tcb.rcv.mss - udpOctets(tcb, knobs));
}

/** UDP datagrams are TCP only at the port that was set for it. */
export function isTunnelOpen({udp}: Segment, {knobs, out}: Env): boolean {
	if (!udp || (knobs.udpPort !== 0 && udp.dport === knobs.udpPort)) return true;
	note(out, 'udp-ignored', udp.dport);
	return false;
}

/** A connection is in UDP or it is not, and with the same port of the peer all the time: a segment that comes otherwise is none of it. */
export const isSameWay = ({ip}: Tcb, {udp}: Segment): boolean => ip.udp?.dport === udp?.sport;
