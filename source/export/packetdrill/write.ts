/** From a host's deeds to a script's events. */

import {addressOf} from '../../host/new-host.js';
import type {PktIp, PktTcp} from '../../packetdrill/pkt.js';
import {type KnobChange, otherHost, type SegmentRecord} from '../../sim/index.js';
import type {ProfileName} from '../../tcp/profile.js';
import {bindLine, closeLine, errorLine, type Line, linesOf, makeSpare, type Names, newNames, noDelayLines, socketLine} from './calls.js';
import {type Call, type Deed, hasWaited, type Place, type Unsayable} from './deeds.js';
import {addBlank, addComment, addEvent, type Draft, newDraft} from './draft.js';
import type {Part} from './gather.js';
import {knobWords} from './knob-words.js';
import {basesOfInbound, basesOfOutbound, learnFirst, type Numbers} from './numbers.js';
import {inboundSegment, outboundSegment} from './packets.js';
import {makesSocket, needsPorts, reusesPair} from './pairs.js';
import {inOrder, type Manner, schedule} from './schedule.js';
import type {PacketdrillWords} from './words.js';

/** `settings`: commands before everything else. */
type Written = {readonly draft: Draft; readonly settings: readonly string[]; readonly unsayable: Unsayable | undefined};

/** `isPortable`: knobs as another packetdrill would be told, where it can be. */
type Style = {readonly profile: ProfileName; readonly isPortable: boolean};

type Writing = {
	readonly draft: Draft;
	readonly names: Names;
	readonly numbers: Numbers;
	/** The peer's address, and the ports that stand for other addresses. */
	readonly peer: number;
	readonly strangers: Map<string, number>;
	readonly manners: ReadonlyMap<Call, Manner>;
	readonly words: PacketdrillWords;
	readonly style: Style;
	readonly fired: readonly Place[];
	/** How many of them come before the deed that is written. */
	passed: number;
	/** Row of the last segment that was sent: all that had fired before it is over in the script, too. */
	sentAt: number;
	/** The kind of the last deed that left an event. */
	last: Deed['kind'] | undefined;
	unsayable: Unsayable | undefined;
};

type Knob = Deed & {kind: 'knob'};

const isKnob = (deed: Deed): deed is Knob => deed.kind === 'knob';

/** Numbers in a script do not depend on the ISN, but for those of one connection after another between the same ports. */
function needed(deeds: readonly Deed[]): readonly Deed[] {
	return reusesPair(deeds) ? deeds : deeds.filter(deed => !isKnob(deed) || deed.change.knob !== 'isn');
}

const isEvent = ({kind}: Deed): boolean => kind !== 'knob' && kind !== 'words';

export function writeDeeds(part: Part, words: PacketdrillWords, isPortable: boolean): Written {
	const {manners, unsayable} = schedule(part.calls);
	const deeds = needed(inOrder(part.deeds, manners));
	const begins = deeds.findIndex(isEvent);
	const draft = newDraft();
	const failure: Unsayable | undefined = part.unsayable ?? unsayable ?? (begins < 0 ? {code: 'nothing'} : undefined);
	if (failure) return {draft, settings: [], unsayable: failure};
	const writing: Writing = {
		draft,
		names: newNames(needsPorts(deeds) ? part.ports : undefined),
		numbers: new Map(),
		peer: addressOf(otherHost(part.host)),
		strangers: new Map(),
		manners,
		words,
		style: {profile: part.profile, isPortable},
		fired: part.fired,
		passed: 0,
		sentAt: -1,
		last: undefined,
		unsayable: undefined,
	};
	const settings = deeds
		.slice(0, begins)
		.filter(isKnob)
		.flatMap(({change}) => settingOf(writing, change));
	writeAll(
		writing,
		deeds.filter((deed, index) => index >= begins || !isKnob(deed)),
	);
	return {draft, settings, unsayable: writing.unsayable};
}

/** Where nobody has a socket yet an option is one of the sockets to come. */
function settingOf({names, style: {profile, isPortable}}: Writing, change: KnobChange): readonly string[] {
	if (!isPortable || change.knob !== 'nagle') return [knobWords(change, profile, isPortable)];
	noDelayLines(names, !change.value);
	return [];
}

function writeKnob({draft, names, style: {profile, isPortable}}: Writing, change: KnobChange, at: number): void {
	if (!isPortable || change.knob !== 'nagle') addEvent(draft, at, {kind: 'command', text: knobWords(change, profile, isPortable)});
	else for (const {action} of noDelayLines(names, !change.value)) addEvent(draft, at, action);
}

function writeAll(writing: Writing, deeds: readonly Deed[]): void {
	const first = deeds.find(isEvent);
	if (first) openAtZero(writing, first);
	for (const deed of deeds) {
		if (writing.unsayable) return;
		writeDeed(writing, deed);
	}
}

/** A script begins at time 0 with a socket; a port on which nobody listens is one that somebody has bound. */
function openAtZero({draft, names}: Writing, first: Deed): void {
	if (makesSocket(first) && first.at === 0) return;
	const label = makeSpare(names);
	addEvent(draft, 0, socketLine(label));
	if (first.kind !== 'arrives') return;
	addEvent(draft, 0, bindLine(names, {label, port: first.packet.dport}));
	names.labels.set(0, label);
	names.spare = undefined;
}

/** In a script its own deeds come before the timers of the same instant; a µs later they do not. */
function dueOf(writing: Writing, {row, at}: Place): number {
	const {fired, sentAt} = writing;
	while ((fired[writing.passed]?.row ?? row) < row) writing.passed++;
	const last = fired[writing.passed - 1];
	return last && last.at === at && last.row > sentAt ? at + 1 : at;
}

function writeDeed(writing: Writing, deed: Deed): void {
	const {draft} = writing;
	const due = deed.kind === 'sends' ? deed.at : dueOf(writing, deed);
	switch (deed.kind) {
		case 'words':
			addComment(draft, writing.words.said(deed.words));
			return;
		case 'knob':
			part(writing, deed);
			writeKnob(writing, deed.change, due);
			break;
		case 'call':
			part(writing, deed);
			writeCall(writing, deed.call, due);
			break;
		case 'fails': {
			const line = errorLine(writing.names, deed.call, deed.error);
			if (line) addEvent(draft, due, line);
			break;
		}
		case 'arrives':
			part(writing, deed);
			addEvent(draft, due, {kind: 'inbound', packet: arriving(writing, deed.packet)});
			break;
		case 'sends':
			part(writing, deed);
			addEvent(draft, deed.at, {kind: 'outbound', packet: sent(writing, deed.packet)}, {remark: writing.words.fate(deed.packet)});
			writing.sentAt = deed.row;
	}
	writing.last = deed.kind;
}

/** So long a silence begins something new. */
const longSilence = 1_000_000;

/** What the application does begins a paragraph; so does what comes after a silence. */
function part({draft, last}: Writing, {kind, at}: Deed): void {
	const isCall = kind === 'call' || kind === 'knob';
	const wasCall = last === 'call' || last === 'knob';
	if ((isCall && !wasCall) || at - (draft.now ?? 0) >= longSilence) addBlank(draft);
}

function writeCall(writing: Writing, call: Call, at: number): void {
	const manner = writing.manners.get(call) ?? 'waits';
	const lines = linesOf(writing.names, call, manner);
	if (!lines) {
		writing.unsayable = {code: 'no-descriptor', action: call.action};
		return;
	}
	if (makesSocket({kind: 'call', call, row: 0, at})) dropStandIn(writing, at);
	for (const line of lines) addLine(writing.draft, line, {call, manner, at});
}

/** The socket that only held a port open to packets makes way. */
function dropStandIn({draft, names}: Writing, at: number): void {
	const label = names.labels.get(0);
	if (label === undefined) return;
	names.labels.delete(0);
	addEvent(draft, at, closeLine(label));
}

type Calling = {readonly call: Call; readonly manner: Manner; readonly at: number};

function addLine(draft: Draft, {action, isLong}: Line, {call, manner, at}: Calling): void {
	const waits = isLong && manner === 'waits' && hasWaited(call);
	addEvent(draft, at, action, {end: waits ? call.done?.at : undefined});
}

function arriving(writing: Writing, packet: SegmentRecord): PktTcp {
	const {src, sport, dport} = packet;
	const bases = basesOfInbound(writing.numbers, packet);
	const segment = inboundSegment(packet, bases);
	learnFirst(bases, packet);
	const ports = writing.names.ports && {sport: portOf(writing, src, sport), dport};
	return {...segment, ...ports, ip: packet.markedAt === undefined ? ipOf(packet) : {ecn: 'ce'}};
}

function sent(writing: Writing, packet: SegmentRecord): PktTcp {
	const {dst, sport, dport} = packet;
	const segment = outboundSegment(packet, basesOfOutbound(writing.numbers, packet));
	const ports = writing.names.ports && {sport, dport: portOf(writing, dst, dport)};
	return {...segment, ...ports, ip: ipOf(packet)};
}

const firstStrangerPort = 1024;

/** A script has one remote address: whoever has another gets a port of his own. */
function portOf({strangers, peer}: Writing, addr: number, port: number): number {
	if (addr === peer) return port;
	const key = `${addr}:${port}`;
	const known = strangers.get(key) ?? firstStrangerPort + strangers.size;
	strangers.set(key, known);
	return known;
}

const marks = [undefined, 'ect1', 'ect0', 'ce'] as const;

/** RFC 3168 § 5: the lower two bits. */
const ipOf = ({tos}: SegmentRecord): PktIp => {
	const ecn = marks[tos & 3];
	return ecn ? {ecn} : {};
};
