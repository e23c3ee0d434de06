/** Actions in their canonical form: what the parser reads back as the same. */
import {posixText} from '../packetdrill/call-notation.js';
import {flagLetters, optionWords, segmentWords} from '../packetdrill/notation.js';
import type {Action, ForgedSegment, HostName, Mark, Mischief, Payload, RstPlace, SocketRef, Words} from '../sim/action.js';
import {add, seq} from '../tcp/seq.js';
import {quoteOctets, quoteText} from './escape.js';
import {printKnob} from './knobs.js';
import {printLink} from './link.js';
import {printDuration} from './print-values.js';
import type {SegmentPattern} from './script.js';

/** The statement that an action stands for. The language can neither disarm nor call as a POSIX program does: those are comments. */
export function printAction(action: Action): string {
	switch (action.do) {
		case 'listen':
			return sentence([
				action.host,
				'listen',
				action.port,
				...option('backlog', action.backlog),
				action.reuseaddr ? 'reuseaddr' : '',
				...option('as', action.name),
			]);
		case 'connect':
			return sentence([
				action.socket ? printSocket(action.socket) : action.host,
				'connect',
				action.port,
				...option('from', action.from),
				...option('as', action.name),
			]);
		case 'accept':
			return sentence([printSocket(action.socket), 'accept', ...option('as', action.name)]);
		case 'recv':
			return sentence([printSocket(action.socket), 'recv', action.max ?? '']);
		case 'send':
			return sentence([printSocket(action.socket), 'send', printPayload(action.payload)]);
		case 'shutdown':
		case 'close':
		case 'abort':
			return sentence([printSocket(action.socket), action.do]);
		case 'posix':
			return `# ${action.host} ${posixText(action.call)}`;
		case 'tcpdrop':
			return `# ${action.host} tcpdrop -s ${action.state}`;
		case 'crash':
		case 'restart':
			return sentence([action.host, action.do]);
		case 'knob':
			return sentence([action.host, printKnob(action.change)]);
		case 'tune':
			return sentence([`# ${action.host}`, ...Object.entries(action.knobs).map(([name, value]) => `${name}=${value}`)]);
		case 'profile':
			return sentence(['profile', action.host ?? '', action.profile]);
		case 'link':
			return sentence(['link', printLink(action.change, action.from)]);
		case 'arm':
			return printArmed(action);
		case 'disarm':
			return `# ${printArmed(action)}`;
		case 'packet':
			return sentence([action.mischief.kind, action.packet, ...printBy(action.mischief)]);
		case 'inject-rst':
			return sentence(['inject rst to', printSocket(action.socket), printPlace(action.place)]);
		case 'inject':
			return sentence(['inject to', printSocket(action.socket), quoteText(printForged(action.segment))]);
		case 'flood':
			return sentence(['inject', action.count, `syn to ${action.host}:${action.port}`]);
		case 'arrive':
			return `# to ${action.host}: ${segmentWords({...action.segment, win: action.segment.wnd})}`;
		case 'icmp':
			return `# to ${action.host}: icmp ${action.error.type}/${action.error.code} seq ${action.error.seq}`;
		case 'mark':
			return printMark(action.mark);
	}
}

export const sentence = (parts: readonly (string | number)[]): string => parts.filter(part => part !== '').join(' ');

const option = (word: string, value: string | number | undefined): readonly (string | number)[] =>
	value === undefined ? [] : [word, value];

export const printSocket = ({host, name, number}: SocketRef): string => {
	const part = name ?? number;
	return part === undefined ? host : `${host}:${part}`;
};

export const printWords = ({en, zh}: Words): string => `${quoteText(en)}${zh === undefined ? '' : ` zh ${quoteText(zh)}`}`;

export const printPayload = (payload: Payload): string => ('text' in payload ? quoteOctets(payload.text) : `${payload.pattern} bytes`);

const printBy = (mischief: Mischief): readonly string[] => (mischief.kind === 'delay' ? ['by', printDuration(mischief.by)] : []);

type Armed = {readonly host: HostName; readonly filter: string; readonly mischief: Mischief};
const printArmed = ({host, filter, mischief}: Armed): string =>
	sentence([mischief.kind, 'next', filter === 'any' ? '' : filter, 'from', host, ...printBy(mischief)]);

const printPlace = (place: RstPlace): string => (typeof place === 'string' ? place : `seq ${place.seq}`);

/** A failed or fulfilled expectation was a line of its own. */
const printMark = (mark: Mark): string => (mark.kind === 'expect' ? mark.text : `${mark.kind} ${printWords(mark.text)}`);

const printForged = ({ack, win, urg, seq: first, len, ...rest}: ForgedSegment): string =>
	printPattern({
		sport: rest.sport,
		dport: rest.dport,
		flags: rest.flags,
		place: {seq: first, len},
		ack,
		win,
		urg: urg || undefined,
		options: rest.options.length > 0 ? rest.options : undefined,
	});

/** In packetdrill's notation; what matches anything is left out. */
export function printPattern({sport, dport, flags, place, ack, win, urg, options}: SegmentPattern): string {
	return sentence([
		sport === undefined || dport === undefined ? '' : `${sport} > ${dport}`,
		flagLetters(flags),
		place ? `${place.seq}:${add(seq(place.seq), place.len)}(${place.len})` : '',
		...option('ack', ack),
		...option('win', win),
		...option('urg', urg),
		options ? `<${optionWords(options)}>` : '',
	]);
}
