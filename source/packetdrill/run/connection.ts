/** The script's sequence numbers and those on the wire, and how one becomes the other. All modulo 2³². */
import type {SegmentRecord} from '../../sim/index.js';
import {type Seq, seq} from '../../tcp/seq.js';
import type {PktTcp} from '../pkt.js';
import type {Connection, Run} from './run.js';

type Ends = Pick<Connection, 'localPort' | 'remotePort' | 'isPassive'>;

/** Of no number is it known what the script calls it. */
const withoutNumbers = (ends: Ends): Connection => ({...ends, iss: undefined, irs: undefined, firstStamp: undefined, stamps: new Map()});

/** Of a segment of nobody that the script knows: its numbers are what they are. */
export const strangerOf = ({sport, dport}: SegmentRecord): Connection =>
	withoutNumbers({localPort: sport, remotePort: dport, isPassive: true});

const newConnection = (run: Run, ends: Ends): Connection => {
	const connection = withoutNumbers(ends);
	run.connections.push(connection);
	run.current = connection;
	return connection;
};

/** connect() has been called. */
export const connectionOfConnect = (run: Run, ports: {localPort: number; remotePort: number}): Connection =>
	newConnection(run, {...ports, isPassive: false});

/** Somebody new knocks: at a listener, at a port that is only bound, or at one where nobody is. */
export const connectionOfKnock = (run: Run, {sport, dport}: Pick<PktTcp, 'sport' | 'dport'>): Connection =>
	newConnection(run, {
		localPort: dport ?? run.boundPort ?? run.config.bindPort,
		remotePort: sport ?? run.nextRemotePort++,
		isPassive: true,
	});

/** Wire minus script for the endpoint's own numbers. Where nothing is known both are the same. */
export function localOffset({iss}: Connection, isSyn: boolean): number {
	if (!iss) return 0;
	return isSyn ? iss.live - iss.script : iss.live;
}

/** Wire minus script for the remote peer's numbers: those of a SYN are verbatim. */
export const remoteOffset = ({irs}: Connection, isSyn: boolean): number => (isSyn ? 0 : (irs ?? 0));

export const shifted = (value: number, by: number): Seq => seq(value + by);

/** A timestamp of the endpoint in the script's numbers: counted from the first one seen. */
export const scriptStamp = ({firstStamp}: Connection, live: number): number =>
	firstStamp ? seq(firstStamp.script + (live - firstStamp.live)) : live;

export const liveStamp = ({firstStamp}: Connection, script: number): number =>
	firstStamp ? seq(firstStamp.live + (script - firstStamp.script)) : script;
