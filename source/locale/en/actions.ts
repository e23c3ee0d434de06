/** What you did, in English, where no call, state or rule says it better. */
import {
	type Action,
	type App,
	type FlagFilter,
	type HostName,
	type KnobChange,
	type LinkChange,
	type Mischief,
	otherHost,
	type SocketRef,
} from '../../sim/action.js';
import type {Effect, PacketBrief, ToldAction} from '../../view/why-item.js';
import {duration} from '../duration.js';
import {formatEn} from './format.js';

const {host: hostName, capital} = formatEn;
const percent = (share: number): string => `${Number((share * 100).toFixed(3))}%`;
const size = (octets: number): string => formatEn.octets(octets);

/** "the SYN that the client sent again after 1 s without an answer". */
function packetEn({word, from, origin, of, isAgain, waited}: PacketBrief): string {
	if (origin === 'injected') return `the forged ${word}`;
	if (origin === 'duplicate') return `the copy of #${of ?? 0}`;
	const sender = hostName(from);
	if (waited !== undefined) return `the ${word} that ${sender} sent again after ${duration(waited)} without an answer`;
	return isAgain ? `the ${word} that ${sender} sent again` : `the ${word} of ${sender}`;
}

const yours = (mischief: Mischief, packet: string): string => {
	switch (mischief.kind) {
		case 'drop':
			return `You dropped ${packet}.`;
		case 'duplicate':
			return `You copied ${packet}. Both will arrive; the numbers tell that the second brings nothing new.`;
		case 'corrupt':
			return `You flipped a bit of ${packet}. It will arrive, but its checksum is wrong: as good as lost.`;
		case 'mark':
			return `You are the router in trouble: ${packet} gets CE instead of being dropped. Nothing of it is lost.`;
		case 'delay':
			return `You hold up ${packet}: it takes ${duration(mischief.by)} longer. If the sender's RTO ends first, it comes twice.`;
	}
};

const done = (mischief: Mischief, packet: string): string => {
	switch (mischief.kind) {
		case 'drop':
			return `${packet}, is dropped.`;
		case 'duplicate':
			return `${packet}, is copied. Both will arrive; the numbers tell that the second brings nothing new.`;
		case 'corrupt':
			return `${packet}, gets a bit flipped. It will arrive, but its checksum is wrong: as good as lost.`;
		case 'mark':
			return `${packet}, is marked by a router in trouble: CE, instead of being dropped. Nothing of it is lost.`;
		case 'delay':
			return `${packet}, takes ${duration(mischief.by)} longer. If the sender's RTO ends first, it comes twice.`;
	}
};

const effectEn = (effect: Effect): string => {
	switch (effect.kind) {
		case 'waits': {
			const host = hostName(effect.host);
			return effect.isDoubled
				? `Nobody is told: ${host} goes on waiting, its RTO doubled to ${duration(effect.rto)}.`
				: `Nobody is told: ${host} waits for the acknowledgment until its RTO, ${duration(effect.rto)}, ends.`;
		}
		case 'probes':
			return `Nobody is told: ${hostName(effect.host)} will ask with another window probe.`;
		case 'ack':
			return effect.isMissed
				? `An ACK is not sent again by itself: ${hostName(effect.to)} must first send again what it covers.`
				: `An ACK is not sent again by itself, but ${hostName(effect.to)} waits for none: the next one will say as much.`;
		case 'rst':
			return `A RST is never repeated: ${hostName(effect.to)} learns only when it sends something that the connection is gone.`;
		case 'none':
			return 'Nobody is told, and nobody will send it again.';
	}
};

const onLink = (change: LinkChange): readonly string[] => [
	...(change.delay === undefined ? [] : [`a packet takes ${duration(change.delay)} to cross`]),
	...(change.jitter === undefined ? [] : [`the delay varies by up to ${duration(change.jitter)}`]),
	...(change.rate === undefined ? [] : [change.rate === 0 ? 'the rate has no limit' : `the link carries ${change.rate} bits a second`]),
	...(change.queue === undefined ? [] : [`${change.queue} packets may wait for the link`]),
	...(change.loss === undefined ? [] : [`${percent(change.loss)} of the packets get lost`]),
	...(change.duplicate === undefined ? [] : [`${percent(change.duplicate)} arrive twice`]),
	...(change.corrupt === undefined ? [] : [`${percent(change.corrupt)} arrive broken`]),
	...(change.reorder === undefined ? [] : [`${percent(change.reorder)} are overtaken`]),
];

const linkChanged = (from: HostName | undefined, change: LinkChange): string =>
	`From now on, ${from ? `for what ${hostName(from)} sends` : 'in both directions'}: ${onLink(change).join(', ')}.`;

const apps = {
	manual: 'does only what you tell it',
	reader: 'accepts, reads all that comes, and closes after the FIN of the peer',
	echo: 'accepts, sends back all that comes, and closes after the FIN of the peer',
} as const satisfies Record<App, string>;

const switched = (isOn: boolean, on: string, off: string): string => (isOn ? on : off);

const ecnWish = {
	on: 'new connections ask for explicit congestion notification (ECN)',
	passive: 'new connections grant ECN to a peer that asks, but do not ask for it',
	off: 'new connections know no ECN: only loss tells of congestion',
} as const;

/** What follows after "The client: from now on ". */
function onKnob(change: KnobChange): string {
	switch (change.knob) {
		case 'isn':
			return `its next connection begins at number ${change.value}`;
		case 'app':
			return `its program ${apps[change.value]}`;
		case 'mss':
			return `new connections announce MSS ${change.value}: the peer may send no larger segment`;
		case 'rcvbuf':
			return `new connections can hold ${size(change.value)} that were not read`;
		case 'sndbuf':
			return `new connections can hold ${size(change.value)} that were not acknowledged`;
		case 'nagle':
			return switched(change.value, 'a small segment waits while data is in flight (Nagle)', 'small segments leave at once (no Nagle)');
		case 'delayedAck':
			return switched(change.value, 'an ACK may wait for data to travel with', 'every segment is acknowledged at once');
		case 'keepalive':
			return switched(change.value, 'a silent peer is asked whether it is still there', 'a silent peer is never asked');
		case 'sack':
			return switched(
				change.value,
				'new connections offer selective acknowledgments',
				'new connections offer no selective acknowledgments',
			);
		case 'timestamps':
			return switched(change.value, 'new connections offer timestamps', 'new connections offer no timestamps');
		case 'wscale':
			return switched(change.value, 'new connections offer window scaling', 'new connections offer no window scaling');
		case 'ecn':
			return ecnWish[change.value];
		case 'challengeAck':
			return switched(
				change.value,
				'a suspicious RST or SYN is challenged (RFC 5961)',
				'a RST or SYN anywhere in the window ends the connection',
			);
		case 'quietTime':
			return switched(change.value, 'it is silent for one MSL after a restart', 'it talks at once after a restart');
		case 'synCookies':
			return switched(change.value, 'a full SYN queue answers SYNs with cookies and keeps nothing', 'a full SYN queue drops SYNs');
		case 'congestion':
			return `cwnd of new connections grows as ${change.value === 'cubic' ? 'CUBIC (RFC 9438)' : 'NewReno (RFC 5681)'} says`;
		case 'msl':
			return `MSL is ${duration(change.value)}, so TIME_WAIT lasts ${duration(2 * change.value)}`;
		case 'rtoMin':
			return `the RTO is never below ${duration(change.value)}`;
		case 'synRetries':
			return `a SYN or SYN,ACK without an answer is sent again ${change.value} times`;
		case 'retries':
			return `data or a FIN without an ACK is sent again ${change.value} times`;
	}
}

const filtered = (filter: FlagFilter): string => (filter === 'any' ? 'packet' : filter === 'data' ? 'data segment' : filter);

/** Only what is capable of ECN can be marked. */
const awaited = ({filter, mischief}: Extract<Action, {do: 'arm' | 'disarm'}>): string =>
	mischief.kind === 'mark' ? `ECN-capable ${filtered(filter)}` : filtered(filter);

const fateOf = (mischief: Mischief): string => {
	switch (mischief.kind) {
		case 'drop':
			return 'be dropped';
		case 'duplicate':
			return 'arrive twice';
		case 'corrupt':
			return 'arrive broken';
		case 'mark':
			return 'be marked by a router (CE)';
		case 'delay':
			return `arrive ${duration(mischief.by)} later`;
	}
};

const rstPlace = (action: Extract<Action, {do: 'inject-rst'}>): string => {
	switch (action.place) {
		case 'exact':
			return 'exactly the number expected, RCV.NXT';
		case 'in-window':
			return 'in the window, but one past the number expected';
		case 'outside':
			return 'the first number outside the window';
	}
	return 'a number chosen by hand';
};

/** It enters the wire at the peer's end, where nobody has sent it. */
const forged = (packet: PacketBrief | undefined, {host}: SocketRef): string =>
	`${packet ? `#${packet.n} is forged` : 'Forged'}: somebody on the way sent it, not ${hostName(otherHost(host))}`;

/** `seq`: the number of what was forged. */
function toldEn(action: ToldAction, packet: PacketBrief | undefined, seq: string): string {
	switch (action.do) {
		case 'link':
			return linkChanged(action.from, action.change);
		case 'knob':
			return `${capital(hostName(action.host))}: from now on ${onKnob(action.change)}.`;
		case 'tune':
			return `${capital(hostName(action.host))} is tuned: ${Object.entries(action.knobs)
				.map(([name, value]) => `${name} ${value}`)
				.join(', ')}.`;
		case 'profile':
			return `${action.host ? capital(hostName(action.host)) : 'Each host'} now behaves like ${action.profile}: its options, timers and answers to strange segments.`;
		case 'arm':
			return `The next ${awaited(action)} that ${hostName(action.host)} sends will ${fateOf(action.mischief)}.`;
		case 'disarm':
			return `Taken back: the next ${awaited(action)} of ${hostName(action.host)} will not ${fateOf(action.mischief)}.`;
		case 'crash':
			return `${capital(hostName(action.host))} crashed: connections, sockets, waiting calls are gone without a word. What is sent to it reaches nobody.`;
		case 'restart':
			return `${capital(hostName(action.host))} is back, without any socket. It knows nothing of old connections and will answer them with RST.`;
		case 'inject-rst':
			return `${forged(packet, action.socket)}. A RST with seq=${seq}, ${rstPlace(action)}.`;
		case 'inject':
			return `${forged(packet, action.socket)}. Only its numbers, seq=${seq}, can give it away.`;
		case 'icmp':
			return `An ICMP error, type ${action.error.type} code ${action.error.code}, quotes seq=${action.error.seq} of ${hostName(action.host)}.`;
		case 'flood':
			return `${action.count} SYNs for port ${action.port} from addresses that will never answer: each takes a place in the SYN queue of ${hostName(action.host)}.`;
	}
}

export const actionsEn = {
	mischief: (mischief: Mischief, packet: PacketBrief, isYours: boolean): string =>
		(isYours ? yours : done)(mischief, `#${packet.n}, ${packetEn(packet)}`),
	effect: effectEn,
	told: toldEn,
};

export type ActionWords = typeof actionsEn;
