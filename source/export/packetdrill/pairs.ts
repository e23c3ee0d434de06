/** Pairs of ports: where a script has to tell them, and where one connection follows another between the same two. */
import type {CallAction} from '../../sim/index.js';
import {SYN} from '../../tcp/segment.js';
import type {Deed} from './deeds.js';

const isMaking = (action: CallAction): boolean => action.do === 'listen' || (action.do === 'connect' && !action.socket);

/** socket() has to come first. */
export const makesSocket = (deed: Deed): boolean => deed.kind === 'call' && isMaking(deed.call.action);

/** Ports tell connections apart, and sockets that are made one after another. */
export function needsPorts(deeds: readonly Deed[]): boolean {
	const making = deeds.filter(makesSocket);
	const ports = new Set(deeds.flatMap(deed => localPort(deed) ?? []));
	const firstPacket = deeds.findIndex(({kind}) => kind === 'arrives' || kind === 'sends');
	const isLate = making.some(deed => deeds.indexOf(deed) > firstPacket);
	return ports.size > 1 || (firstPacket >= 0 && isLate) || hasSeveralPairs(deeds);
}

function localPort(deed: Deed): number | undefined {
	if (deed.kind === 'arrives') return deed.packet.dport;
	if (deed.kind === 'sends') return deed.packet.sport;
	const action = deed.kind === 'call' ? deed.call.action : undefined;
	if (action?.do === 'listen') return action.port;
	return action?.do === 'connect' ? action.from : undefined;
}

function hasSeveralPairs(deeds: readonly Deed[]): boolean {
	const pairs = new Set<string>();
	for (const deed of deeds) {
		if (deed.kind === 'arrives') pairs.add(pairOf(deed.packet.dport, deed.packet.sport, deed.packet.src));
		if (deed.kind === 'sends') pairs.add(pairOf(deed.packet.sport, deed.packet.dport, deed.packet.dst));
	}
	return pairs.size > 1;
}

const pairOf = (local: number, remote: number, addr: number): string => `${local} ${remote} ${addr}`;

/** Has a second socket sent a SYN where another one had? */
export function reusesPair(deeds: readonly Deed[]): boolean {
	const sockets = new Map<string, number>();
	return deeds.some(deed => {
		if (deed.kind !== 'sends' || !(deed.packet.flags & SYN)) return false;
		const {sport, dport, dst, socket} = deed.packet;
		const pair = pairOf(sport, dport, dst);
		const known = sockets.get(pair) ?? socket;
		sockets.set(pair, known);
		return known !== socket;
	});
}
