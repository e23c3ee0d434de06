/** `<`: a segment of the remote peer, in the script's numbers, put on the wire. */
import {addressOf} from '../../host/new-host.js';
import {type ArrivingSegment, otherHost} from '../../sim/action.js';
import {act} from '../../sim/index.js';
import {decodeOptions, encodeOption, maxOptionOctets} from '../../tcp/option-codec.js';
import {ACK, type Option, plainIp, SYN} from '../../tcp/segment.js';
import {seq} from '../../tcp/seq.js';
import type {PktIp, PktTcp, PktTcpOption} from '../pkt.js';
import {afterStep, tick} from './clock.js';
import {connectionOfKnock, liveStamp, localOffset, remoteOffset, shifted} from './connection.js';
import type {Connection, Run} from './run.js';
import {failed, passed, unsupported, type Verdict} from './verdict.js';

export function sendInbound(run: Run, packet: PktTcp): Verdict {
	const connection = connectionOf(run, packet);
	learnIrs(connection, packet);
	const options = liveOptions(run, connection, packet);
	if ('kind' in options) return options;
	const n = run.history.world.trace.packets.length + 1;
	act(run.history, {do: 'arrive', host: run.host, segment: liveSegment(run, {connection, packet, options: options.list})});
	while (run.history.world.flight.some(one => one.n === n) && tick(run, run.history.world.now));
	afterStep(run);
	return passed;
}

/** Ports that are written choose the connection, or make one. */
function connectionOf(run: Run, packet: PktTcp): Connection {
	const {current, connections} = run;
	const {sport, dport} = packet;
	if (sport === undefined) return current ?? connectionOfKnock(run, packet);
	const known = connections.findLast(({remotePort, localPort}) => remotePort === sport && (dport === undefined || localPort === dport));
	if (known) run.current = known;
	return known ?? connectionOfKnock(run, packet);
}

function learnIrs(connection: Connection, packet: PktTcp): void {
	if (connection.irs === undefined && (connection.isPassive || packet.flags & SYN)) connection.irs = seq(packet.seq);
}

type Parts = {readonly connection: Connection; readonly packet: PktTcp; readonly options: readonly Option[]};

function liveSegment({host}: Run, {connection, packet, options}: Parts): ArrivingSegment {
	const isSyn = (packet.flags & SYN) !== 0;
	const ack = packet.ack ?? 0;
	return {
		src: addressOf(otherHost(host)),
		dst: addressOf(host),
		sport: connection.remotePort,
		dport: connection.localPort,
		seq: packet.isSeqLiteral ? seq(packet.seq) : shifted(packet.seq, remoteOffset(connection, isSyn)),
		ack: packet.flags & ACK ? shifted(ack, localOffset(connection, isSyn)) : seq(ack),
		flags: packet.flags,
		wnd: packet.win ?? 0,
		urg: packet.urg ?? 0,
		...ipOf(packet.ip),
		udp: packet.udp,
		options,
		len: packet.len,
	};
}

const codepoints = {noecn: 0, ect1: 1, ect0: 2, ect01: 2, ce: 3} as const;

const ipOf = ({ecn, tos, dscp, ttl}: PktIp): {tos: number; ttl: number} => ({
	tos: tos ?? ((dscp ?? 0) << 2) | (ecn ? codepoints[ecn] : 0),
	ttl: ttl ?? plainIp.ttl,
});

/** As octets and back, so that what arrives is what was written, octet for octet. */
function liveOptions(run: Run, connection: Connection, {options = [], flags}: PktTcp): Verdict | {readonly list: readonly Option[]} {
	const hasAck = (flags & ACK) !== 0;
	const octets: number[] = [];
	for (const option of options) {
		const echo = hasAck && option.kind === 'TS' ? echoOf(run, connection, option) : undefined;
		if (echo && 'kind' in echo) return echo;
		octets.push(...octetsOf(option, {connection, hasAck, ecr: echo?.ecr}));
	}
	while (octets.length % 4 !== 0) octets.push(0);
	const list = octets.length > maxOptionOctets ? undefined : decodeOptions(Uint8Array.from(octets));
	return list ? {list} : unsupported('raw-options', octets.map(octet => octet.toString(16).padStart(2, '0')).join(''));
}

/** What the endpoint sent must come back: its own clock is on the wire. */
function echoOf({config}: Run, connection: Connection, option: PktTcpOption & {kind: 'TS'}): Verdict | {readonly ecr: number} {
	const {ecr, isEcrLiteral} = option;
	if (isEcrLiteral) return {ecr};
	const sent = connection.stamps.get(ecr) ?? (config.isEcrScaled ? liveStamp(connection, ecr) : undefined);
	return sent === undefined ? failed({code: 'unknown-ecr', ecr}) : {ecr: sent};
}

type OptionContext = {readonly connection: Connection; readonly hasAck: boolean; readonly ecr: number | undefined};

function octetsOf(option: PktTcpOption, {connection, hasAck, ecr}: OptionContext): readonly number[] {
	if (option.kind === 'raw') return option.octets;
	if (option.kind === 'TS') return encodeOption({kind: 'TS', val: option.val ?? 0, ecr: ecr ?? option.ecr});
	if (option.kind !== 'sack' || !hasAck) return encodeOption(option);
	const by = localOffset(connection, false);
	return encodeOption({kind: 'sack', blocks: option.blocks.map(({from, to}) => ({from: shifted(from, by), to: shifted(to, by)}))});
}
