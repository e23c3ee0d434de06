/** A script with one expectation wrong: every such script has to be rejected. */
import type {
	PktAction,
	PktCall,
	PktEvent,
	PktExpression,
	PktIp,
	PktScript,
	PktTcp,
	PktTcpOption,
	PktTime,
} from '../../source/packetdrill/pkt.js';
import {configOf} from '../../source/packetdrill/run/config.js';
import {ACK, SYN, type UdpPorts} from '../../source/tcp/segment.js';
import {add, seq} from '../../source/tcp/seq.js';

type Mutant = {readonly name: string; readonly script: PktScript};

export function* mutantsOf(script: PktScript): Generator<Mutant> {
	for (const [index, event] of script.events.entries()) {
		const put = (name: string, ...events: readonly PktEvent[]): Mutant => ({
			name: `line ${event.place.line}: ${name}`,
			script: {...script, events: script.events.toSpliced(index, 1, ...events)},
		});
		for (const [name, action] of mutatedActions(event.action, script))
			if (name !== 'seq + 1' || !isAnchor(script.events, index)) yield put(name, {...event, action});
		for (const [name, time] of mutatedTimes(event, script)) yield put(name, time);
		if (event.action.kind !== 'outbound') continue;
		yield put('twice', event, {...event, time: {kind: 'relative', at: 0}});
		if (isMissed(script.events, index)) yield put('missing', ...passed(event.time));
	}
}

/** Another connection is under test from here on. */
const opens = ({action}: PktEvent): boolean => action.kind === 'call' && (action.name === 'listen' || action.name === 'connect');

/** The endpoint's first SYN says itself what the script's numbers count from. */
function isAnchor(events: readonly PktEvent[], index: number): boolean {
	const since = events.findLastIndex((event, at) => at < index && opens(event));
	const ports = portsOf(events[index]);
	const syns = events.flatMap((event, at) => {
		const {action} = event;
		if (at <= since || portsOf(event) !== ports) return [];
		return action.kind === 'outbound' && action.packet.kind === 'tcp' && action.packet.flags & SYN ? [at] : [];
	});
	return syns[0] === index;
}

/** Of which connection a segment is, where the script says that. */
function portsOf(event: PktEvent | undefined): string {
	const packet = event?.action.kind === 'outbound' ? event.action.packet : undefined;
	return packet?.kind === 'tcp' && packet.sport !== undefined ? `${packet.sport} > ${packet.dport}` : '';
}

/** Only the next expected segment can notice; the same one again would stand for it. */
function isMissed(events: readonly PktEvent[], index: number): boolean {
	const ports = portsOf(events[index]);
	const isOfIt = (event: PktEvent): boolean => event.action.kind === 'outbound' && portsOf(event) === ports;
	const after = events.slice(index + 1).find(event => isOfIt(event) || opens(event));
	return after?.action.kind === 'outbound' && JSON.stringify(after.action) !== JSON.stringify(events[index]?.action);
}

/** Time goes on as if it had been waited for. */
function passed(time: PktTime): readonly PktEvent[] {
	if (time.kind === 'any') return [];
	const isRelative = time.kind === 'relative' || time.kind === 'relative-range';
	const at = ('at' in time ? time.at : time.to) + 1;
	return [{place: {line: 0, column: 0}, time: {kind: isRelative ? 'relative' : 'absolute', at}, action: {kind: 'command', text: 'true'}}];
}

type Named<Value> = readonly (readonly [name: string, value: Value])[];

function mutatedActions(action: PktAction, script: PktScript): Named<PktAction> {
	switch (action.kind) {
		case 'outbound':
			return action.packet.kind === 'tcp' ? mutatedPackets(action.packet, script).map(([name, packet]) => [name, {...action, packet}]) : [];
		case 'call':
			return mutatedCalls(action);
		case 'command':
			return mutatedCommand(action.text).map(([name, text]) => [name, {...action, text}]);
		case 'code':
			return mutatedCode(action.text).map(([name, text]) => [name, {...action, text}]);
		case 'inbound':
		case 'unsupported':
			return [];
	}
}

const flagNames = ['FIN', 'SYN', 'RST', 'PSH', 'ACK', 'URG', 'ECE', 'CWR'];

function mutatedPackets(packet: PktTcp, script: PktScript): Named<PktTcp> {
	const {flags, len, ack = 0, win, urg = 0, udp} = packet;
	const first = seq(packet.seq + 1);
	return [
		...flagNames.map((name, bit) => [`${name} flipped`, {...packet, flags: flags ^ (1 << bit)}] as const),
		...(packet.isSeqUnchecked ? [] : [['seq + 1', {...packet, seq: first, last: add(first, len)}] as const]),
		['length + 1', {...packet, len: len + 1, last: add(seq(packet.seq), len + 1)}],
		...(len > 0 ? [['length - 1', {...packet, len: len - 1, last: add(seq(packet.seq), len - 1)}] as const] : []),
		[flags & ACK ? 'ack + 1' : 'ack 1 without the bit', {...packet, ack: seq(ack + 1)}],
		...(flags & ACK ? [['ack - 1', {...packet, ack: seq(ack - 1)}] as const] : []),
		...(win === undefined ? [] : [['win + 1', {...packet, win: (win + 1) & 0xffff}] as const]),
		['urg + 1', {...packet, urg: urg + 1}],
		...mutatedOptions(packet.options, script).map(([name, options]) => [name, {...packet, options}] as const),
		...mutatedIp(packet.ip).map(([name, ip]) => [name, {...packet, ip}] as const),
		...mutatedUdp(udp).map(([name, ports]) => [name, {...packet, udp: ports}] as const),
	];
}

const mutatedUdp = (udp: UdpPorts | undefined): Named<UdpPorts | undefined> =>
	udp
		? [
				['not inside UDP', undefined],
				['UDP source port', {...udp, sport: udp.sport + 1}],
				['UDP destination port', {...udp, dport: udp.dport + 1}],
			]
		: [['inside UDP', {sport: 9899, dport: 4500}]];

function mutatedIp({ecn, tos, dscp, ttl, ...rest}: PktIp): Named<PktIp> {
	const all = {...rest, ecn, tos, dscp, ttl};
	return [
		...(ecn === undefined ? [] : [['ecn', {...all, ecn: ecn === 'ce' ? 'noecn' : 'ce'}] as const]),
		...(tos === undefined ? [] : [['tos', {...all, tos: tos ^ 4}] as const]),
		...(dscp === undefined ? [] : [['dscp', {...all, dscp: dscp ^ 1}] as const]),
		...(ttl === undefined ? [] : [['ttl', {...all, ttl: ttl ^ 1}] as const]),
	];
}

function mutatedOptions(options: PktTcp['options'], script: PktScript): Named<readonly PktTcpOption[]> {
	if (!options) return [];
	const nop: PktTcpOption = {kind: 'nop'};
	const at = (index: number, ...items: readonly PktTcpOption[]) => options.toSpliced(index, 1, ...items);
	return [
		['four pads more', [...options, nop, nop, nop, nop]],
		...(options.length > 0 ? [['no options', []] as const] : []),
		...options.flatMap((option, index) => [
			...mutatedOption(option, script).map(([name, changed]) => [name, at(index, changed)] as const),
			...(options.length > 1 ? [[`${option.kind} missing`, at(index)] as const] : []),
		]),
	];
}

function mutatedOption(option: PktTcpOption, {options}: PktScript): Named<PktTcpOption> {
	switch (option.kind) {
		case 'mss':
			return [['mss + 1', {...option, value: option.value + 1}]];
		case 'wscale':
			return [['wscale + 1', {...option, shift: option.shift + 1}]];
		case 'sack':
			return option.blocks.flatMap((block, at) => [
				['left edge', {...option, blocks: option.blocks.with(at, {...block, from: add(block.from, 1)})}] as const,
				['right edge', {...option, blocks: option.blocks.with(at, {...block, to: add(block.to, 1)})}] as const,
			]);
		case 'TS':
			return [
				['another option', {kind: 'sackOK'}],
				...(options.some(({name}) => name === 'tcp_ts_tick_usecs') && option.val !== undefined && option.val !== firstStamp
					? [['TS val', {...option, val: option.val + 100}] as const]
					: []),
			];
		case 'raw':
			return [['octets', {...option, octets: option.octets.with(-1, (option.octets.at(-1) ?? 0) ^ 1)}]];
		case 'nop':
			return [['eol for nop', {kind: 'eol'}]];
		case 'eol':
			return [['nop for eol', {kind: 'nop'}]];
		case 'sackOK':
			return [['another option', {kind: 'raw', octets: [6, 2]}]];
	}
}

/** It anchors the others, whatever it is. */
const firstStamp = 100;

/** Just beyond what is tolerated, later and earlier. */
function mutatedTimes(event: PktEvent, script: PktScript): Named<PktEvent> {
	const {time, action, end} = event;
	if (action.kind === 'call' && end !== undefined) {
		return [['ends later', {...event, end: end + beyond(script, end)}]];
	}
	if (action.kind !== 'outbound' || time.kind === 'any') return [];
	const span = 'at' in time ? time.at : time.to;
	const by = beyond(script, span);
	const later = moved(time, by);
	const start = 'at' in time ? time.at : time.from;
	return [
		['later', {...event, time: later}],
		...(time.kind === 'relative' && start > by ? [['earlier', {...event, time: moved(time, -by)}] as const] : []),
	];
}

/** So much later that neither tolerance covers it, though the share grows with it. */
function beyond(script: PktScript, span: number): number {
	const {tolerance, tolerancePercent} = configOf(script, 'google');
	return Math.ceil((tolerance + 1 + (span * tolerancePercent) / 100) / (1 - tolerancePercent / 100));
}

const moved = (time: Exclude<PktTime, {kind: 'any'}>, by: number): PktTime =>
	'at' in time
		? {...time, at: time.at + by}
		: {...time, from: time.from + by + (time.to - time.from), to: time.to + by + (time.to - time.from)};

const opening = new Set(['socket', 'accept']);

function mutatedCalls(call: PktCall): Named<PktCall> {
	const {result, errno, args, name} = call;
	const changed: (readonly [string, PktCall])[] = [];
	if (errno !== undefined) {
		changed.push(['another errno', {...call, errno: errno === 'ENOMEM' ? 'EPERM' : 'ENOMEM'}]);
		changed.push(['success', {...call, errno: undefined, result: {kind: 'integer', value: 0, isHex: false}}]);
	} else if (result.kind === 'integer') {
		if (!opening.has(name)) changed.push(['result + 1', {...call, result: {...result, value: result.value + 1}}]);
		changed.push(['failure', {...call, errno: 'ENOMEM', result: {kind: 'integer', value: -1, isHex: false}}]);
	}
	const valueAt = name === 'getsockopt' ? 3 : name === 'ioctl' ? 2 : name === 'poll' ? 0 : undefined;
	const value = valueAt === undefined ? undefined : args[valueAt];
	if (valueAt !== undefined && value) changed.push(['value', {...call, args: args.with(valueAt, mutatedValue(value))}]);
	return changed;
}

function mutatedValue(value: PktExpression): PktExpression {
	switch (value.kind) {
		case 'integer':
			return {...value, value: value.value + 1};
		case 'name':
			return {...value, name: value.name.startsWith('POLL') ? 'POLLPRI' : 'ENOMEM'};
		case 'list':
			return {...value, items: value.items.map(mutatedValue)};
		case 'string':
			return {...value, text: `${value.text}x`};
		case 'struct':
			return {...value, fields: value.fields.map(field => (mayChange(field.name) ? {...field, value: mutatedValue(field.value)} : field))};
		case 'or':
			return value.terms[0] ? mutatedValue(value.terms[0]) : value;
		case 'any':
		case 'apply':
			return value;
	}
}

/** Of what poll is asked, only the answer. */
const mayChange = (field: string | undefined): boolean => field !== 'fd' && field !== 'events';

/** The number that `sockstat … | grep N` counts. */
function mutatedCommand(text: string): Named<string> {
	const changed = text.replace(/(sockstat.*grep\s+"?\s*)(\d+)/, (_, before: string, count: string) => before + (Number(count) + 1));
	return changed === text ? [] : [['count + 1', changed]];
}

/** Every constant behind `==`. */
function mutatedCode(text: string): Named<string> {
	const constants = [...text.matchAll(/==\s*(\w+)/g)];
	return constants.map(match => {
		const [whole, constant = ''] = match;
		const other = /^\d/.test(constant) ? String(Number(constant) + 1) : `(${constant} + 1)`;
		return [
			`${constant} is ${other}`,
			text.slice(0, match.index) + whole.replace(constant, other) + text.slice(match.index + whole.length),
		];
	});
}
