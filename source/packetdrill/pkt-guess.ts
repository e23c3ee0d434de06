/** Which stack, and which of the two dialects, a script was written for. */
import type {PktDialect, PktEvent, PktScript, PktTcp} from './pkt.js';
import {lexPkt} from './pkt-lexer.js';
import {PktRefused} from './pkt-mistake.js';

/** `// tcp-tui profile NAME`; whether there is such a profile is the caller's affair. */
export const firstLineProfile = (text: string): string | undefined => /^\uFEFF?\/\/[ \t]*tcp-tui[ \t]+profile[ \t]+(\S+)/.exec(text)?.[1];

/** What the first line says, else `freebsd` or `linux` by the commands, whatever `#ifdef` they stand under; undefined: nothing tells. */
export function profileOf(text: string): string | undefined {
	return firstLineProfile(text) ?? commandsIn(text).flatMap(command => stackOf(command) ?? [])[0];
}

/** None where the text cannot be taken apart: who reads all of it will tell. */
function commandsIn(text: string): readonly string[] {
	try {
		const tokens = lexPkt(text, {isDefined: () => true, definitions: new Map()});
		return tokens.flatMap(token => (token.kind === 'command' ? [token.text] : []));
	} catch (error) {
		if (error instanceof PktRefused) return [];
		throw error;
	}
}

type Parts = Pick<PktScript, 'options' | 'init' | 'events' | 'cleanup' | 'unsupported'>;

function commandsOf({init, events, cleanup}: Pick<PktScript, 'init' | 'events' | 'cleanup'>): readonly string[] {
	const inEvents = events.flatMap(({action}) => (action.kind === 'command' ? [action.text] : []));
	return [...(init ? [init.text] : []), ...inEvents, ...(cleanup ? [cleanup.text] : [])];
}

function stackOf(command: string): 'freebsd' | 'linux' | undefined {
	if (/\bnet\.inet6?\.|\bkern\.ipc\.|\bsockstat\b|\btcpdrop\b/.test(command)) return 'freebsd';
	return /\bdefaults\.sh\b|\/proc\/sys\/|\bnet\.(ipv4|ipv6|core)\.|\bnstat\b/.test(command) ? 'linux' : undefined;
}

/** Each dialect of which there is a sign. */
export function hintsOf(parts: Parts, text: string): readonly PktDialect[] {
	const stacks = new Set(commandsOf(parts).map(stackOf));
	const isNplab = stacks.has('freebsd') || /^[ \t]*#ifdef\b/m.test(text) || parts.events.some(isNplabEvent);
	const isGoogle = stacks.has('linux') || parts.options.some(({name}) => name === 'strict_segments') || hasName(parts.events, 'SOL_TCP');
	return [...(isNplab ? (['nplab'] as const) : []), ...(isGoogle ? (['google'] as const) : [])];
}

const hasName = (events: readonly PktEvent[], wanted: string): boolean =>
	events.some(({action}) => action.kind === 'call' && action.args.some(arg => arg.kind === 'name' && arg.name === wanted));

function isNplabEvent({action}: PktEvent): boolean {
	if (action.kind === 'unsupported') return action.feature === 'reset-cause' || action.feature === 'sctp';
	if (action.kind !== 'inbound' && action.kind !== 'outbound') return false;
	return action.packet.kind === 'tcp' && hasNplabForm(action.packet);
}

const hasNplabForm = ({isSeqLiteral, isSeqUnchecked, options, udp}: PktTcp): boolean =>
	isSeqLiteral ||
	isSeqUnchecked ||
	udp !== undefined ||
	(options ?? []).some(option => option.kind === 'TS' && (option.isEcrLiteral || option.val === undefined));
