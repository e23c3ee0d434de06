/** What happens at an event, in packetdrill's words. */
import type {UdpPorts} from '../tcp/segment.js';
import {add, seq} from '../tcp/seq.js';
import {flagLetters, optionWords} from './notation.js';
import type {PktAction, PktExpression, PktField, PktIcmp, PktIp, PktPacket, PktTcp, PktTcpOption} from './pkt.js';
import {icmpHead} from './pkt-icmp.js';

export function actionWords(action: PktAction): string {
	switch (action.kind) {
		case 'inbound':
			return `< ${packetWords(action.packet)}`;
		case 'outbound':
			return `> ${packetWords(action.packet)}`;
		case 'call':
			return `${action.name}(${listWords(action.args)}) = ${sentence([expressionWords(action.result), action.errno])}`;
		case 'command':
			return `\`${action.text}\``;
		case 'code':
			return `%{${action.text}}%`;
		case 'unsupported':
			return action.text;
	}
}

const sentence = (parts: readonly (string | undefined)[]): string => parts.filter(part => part).join(' ');
const field = (name: string, value: number | undefined): string | undefined => (value === undefined ? undefined : `${name} ${value}`);

export const packetWords = (packet: PktPacket): string => (packet.kind === 'tcp' ? tcpWords(packet) : icmpWords(packet));

function tcpWords(packet: PktTcp): string {
	const {sport, dport, flags, ack, win, urg, options, udp} = packet;
	return sentence([
		ipWords(packet.ip),
		sport !== undefined && dport !== undefined ? `${sport} > ${dport}` : undefined,
		flagLetters(flags),
		placeWords(packet),
		field('ack', ack),
		field('win', win),
		field('urg', urg),
		optionsWords(options),
		udp && `/udp(${portsWords(udp)})`,
	]);
}

export const portsWords = ({sport, dport}: UdpPorts): string => `${sport} > ${dport}`;

const ipWords = ({ecn, tos, dscp, ttl}: PktIp): string => {
	const fields = [ecn, field('tos', tos), field('dscp', dscp), field('ttl', ttl)].filter(part => part !== undefined);
	return fields.length > 0 ? `[${fields.join(', ')}]` : '';
};

const rangeWords = (first: number, len: number): string => `${first}:${add(seq(first), len)}(${len})`;

function placeWords({seq: first, len, isSeqLiteral, isSeqUnchecked}: PktTcp): string {
	if (isSeqUnchecked) return `...(${len})`;
	return `${rangeWords(first, len)}${isSeqLiteral ? '!' : ''}`;
}

const icmpWords = ({ip, mtu, quoted, ...message}: PktIcmp): string =>
	sentence([ipWords(ip), icmpHead(message), field('mtu', mtu), quoted && `[${rangeWords(quoted.seq, quoted.len)}]`]);

export function optionsWords(options: PktTcp['options']): string {
	if (!options) return '<...>';
	return options.length > 0 ? `<${options.map(optionText).join(',')}>` : '';
}

const hex = (octet: number): string => octet.toString(16).padStart(2, '0');

function optionText(option: PktTcpOption): string {
	if (option.kind === 'raw') return `0x${option.octets.map(hex).join('')}`;
	if (option.kind === 'TS') return `TS val ${option.val ?? '...'} ecr ${option.ecr}${option.isEcrLiteral ? '!' : ''}`;
	return optionWords([option]);
}

const listWords = (expressions: readonly PktExpression[]): string => expressions.map(expressionWords).join(', ');

export function expressionWords(expression: PktExpression): string {
	switch (expression.kind) {
		case 'integer':
			return expression.isHex ? `${expression.value < 0 ? '-' : ''}0x${Math.abs(expression.value).toString(16)}` : String(expression.value);
		case 'name':
			return expression.name;
		case 'string':
			return `"${expression.text}"`;
		case 'any':
			return '...';
		case 'or':
			return expression.terms.map(expressionWords).join('|');
		case 'list':
			return `[${listWords(expression.items)}]`;
		case 'struct':
			return `{${expression.fields.map(fieldWords).join(', ')}}`;
		case 'apply':
			return `${expression.name}(${listWords(expression.args)})`;
	}
}

function fieldWords({name, args, value}: PktField): string {
	if (name === undefined) return expressionWords(value);
	return `${name}${args ? `(${listWords(args)})` : ''}=${expressionWords(value)}`;
}
