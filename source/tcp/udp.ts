/** TCP inside UDP (FreeBSD, net.inet.tcp.udp_tunneling_port): each segment in a datagram of its own, which takes some of its room. */
import {note} from './out.js';
import type {Knobs} from './profile.js';
import type {Segment, UdpPorts} from './segment.js';
import type {Env, Tcb} from './tcb.js';

/** The way back. */
export const answering = ({sport, dport}: UdpPorts): UdpPorts => ({sport: dport, dport: sport});

/** The connection lives in UDP from its first segment on. */
export function encapsulate({ip, rcv}: Tcb, udp: UdpPorts, {udpOverhead}: Knobs): void {
	ip.udp = udp;
	ip.mtu -= udpOverhead;
	rcv.mss -= udpOverhead;
}

/** UDP datagrams are TCP only at the port that was set for it. */
export function isTunnelOpen({udp}: Segment, {knobs, out}: Env): boolean {
	if (!udp || (knobs.udpPort !== 0 && udp.dport === knobs.udpPort)) return true;
	note(out, 'udp-ignored', udp.dport);
	return false;
}

/** A connection is in UDP or it is not, and with the same port of the peer all the time. */
export const isSameWay = ({ip}: Tcb, {udp}: Segment): boolean => ip.udp?.dport === udp?.sport;
