/** A call of the script as the host takes it: descriptors translated, `...` filled in. */
import {addressOf} from '../../host/new-host.js';
import {
	ioctlRequests,
	type MessageFlag,
	messageFlags,
	type OptionLevel,
	type OptionValue,
	type PollEntry,
	type PosixCall,
	pollEvents,
	type ReadName,
	type WriteName,
} from '../../host/posix/call.js';
import {otherHost} from '../../sim/action.js';
import type {PktCall, PktExpression} from '../pkt.js';
import {fieldIn, fieldsOf, itemIn, namesIn, numberIn, unknown, wordIn, wordsIn} from './arguments.js';
import type {Run} from './run.js';

type Reading = {readonly run: Run; readonly args: readonly PktExpression[]};
type Reader = (reading: Reading) => PosixCall;

/** Undefined: this program has no such call. Throws UnknownArgument. */
export const posixCall = (run: Run, {name, args}: PktCall): PosixCall | undefined =>
	Object.hasOwn(readers, name) ? readers[name]?.({run, args}) : undefined;

/** Those that there are. */
export const callNames = (): readonly string[] => Object.keys(readers);

/** A descriptor that the script has not been given is none of the host's either. */
const noDescriptor = 1_000_000;

const descriptorOf = ({descriptors}: Run, label: number): number => descriptors.get(label) ?? label + noDescriptor;

const fd = ({run, args: [label]}: Reading): number => descriptorOf(run, numberIn(label));

/** Which addresses are meant makes no difference here. */
const domains = ['AF_INET', 'PF_INET', 'AF_INET6', 'PF_INET6'] as const;
const types = ['SOCK_STREAM', 'SOCK_NONBLOCK', 'SOCK_CLOEXEC'] as const;
const protocols = ['IPPROTO_TCP', 'IPPROTO_IP'] as const;

function socketCall({args: [domain, type, protocol]}: Reading): PosixCall {
	const names = wordsIn(type, types);
	wordsIn(domain, domains);
	wordsIn(protocol, protocols);
	return {call: 'socket', ...(names.includes('SOCK_NONBLOCK') && {isNonblocking: true})};
}

/** `...`, or `{sa_family=AF_INET, sin_port=htons(8080), …}`. */
function portIn(address: PktExpression | undefined, otherwise: number): number {
	const port = fieldIn(address, 'sin_port') ?? fieldIn(address, 'sin6_port');
	if (port?.kind === 'apply') return numberIn(port.args[0]);
	return port && port.kind !== 'any' ? numberIn(port) : otherwise;
}

const connectCall = (reading: Reading): PosixCall => ({
	call: 'connect',
	fd: fd(reading),
	addr: addressOf(otherHost(reading.run.host)),
	port: portIn(reading.args[1], reading.run.config.connectPort),
});

type DataName = ReadName | WriteName;

const data = (reading: Reading, call: DataName, {len, flags = []}: {len: number; flags?: readonly MessageFlag[]}): PosixCall => ({
	call,
	fd: fd(reading),
	len,
	flags,
});

/** `name(fd, ..., len, flags)`. */
const plain =
	(call: DataName): Reader =>
	reading =>
		data(reading, call, {len: numberIn(reading.args[2]), flags: wordsIn(reading.args[3], messageFlags)});

/** `[{..., 100}, {..., 200}]`: all of it together. */
function vectorOctets(vector: PktExpression | undefined): number {
	if (vector?.kind !== 'list') return unknown(vector);
	return vector.items.reduce((sum, item) => sum + numberIn(fieldsOf(item).at(-1)?.value), 0);
}

const vector =
	(call: 'readv' | 'writev'): Reader =>
	reading =>
		data(reading, call, {len: vectorOctets(reading.args[1])});

/** `{msg_name(...)=..., msg_iov(1)=[{..., 100}], msg_flags=0}`; control data is not for us. */
const message =
	(call: 'sendmsg' | 'recvmsg'): Reader =>
	reading => {
		const [, header, flags] = reading.args;
		if (fieldIn(header, 'msg_control')) unknown(header);
		return data(reading, call, {len: vectorOctets(fieldIn(header, 'msg_iov')), flags: wordsIn(flags, messageFlags)});
	};

function fcntlCall(reading: Reading): PosixCall {
	const [, command, flags] = reading.args;
	if (wordIn(command, ['F_GETFL', 'F_SETFL']) === 'F_GETFL') return {call: 'fcntl', fd: fd(reading), command: 'F_GETFL'};
	const names = wordsIn(flags, ['O_RDWR', 'O_NONBLOCK']);
	return {call: 'fcntl', fd: fd(reading), command: 'F_SETFL', isNonblocking: names.includes('O_NONBLOCK')};
}

function pollCall({run, args: [entries, , timeout]}: Reading): PosixCall {
	const items = entries?.kind === 'list' ? entries.items : unknown(entries);
	return {call: 'poll', entries: items.map(item => entryOf(run, item)), timeout: numberIn(timeout)};
}

const entryOf = (run: Run, item: PktExpression): PollEntry => ({
	fd: descriptorOf(run, numberIn(fieldIn(item, 'fd'))),
	events: wordsIn(fieldIn(item, 'events'), pollEvents),
});

const levels: Readonly<Record<string, OptionLevel>> = {
	SOL_SOCKET: 'SOL_SOCKET',
	IPPROTO_TCP: 'IPPROTO_TCP',
	SOL_TCP: 'IPPROTO_TCP',
	IPPROTO_IP: 'IPPROTO_IP',
	SOL_IP: 'IPPROTO_IP',
	IPPROTO_IPV6: 'IPPROTO_IPV6',
	SOL_IPV6: 'IPPROTO_IPV6',
};

function optionOf(reading: Reading): {readonly fd: number; readonly level: OptionLevel; readonly option: string} {
	const [, level, option] = reading.args;
	const [name = '', ...more] = namesIn(option);
	const known = level?.kind === 'name' && Object.hasOwn(levels, level.name) ? levels[level.name] : undefined;
	if (more.length > 0 || name === '') unknown(option);
	return {fd: fd(reading), level: known ?? unknown(level), option: name};
}

/** `[1]`, `{onoff=1, linger=0}`, `"cubic"`. */
function valueIn(expression: PktExpression | undefined): OptionValue {
	if (expression?.kind === 'string') return {kind: 'text', text: expression.text};
	if (expression?.kind === 'struct') return fieldIn(expression, 'onoff') ? lingerIn(expression) : unknown(expression);
	const item = expression?.kind === 'list' ? itemIn(expression) : expression;
	if (item?.kind === 'struct' || item?.kind === 'string') return valueIn(item);
	return {kind: 'number', value: numberIn(item)};
}

const lingerIn = (expression: PktExpression): OptionValue => ({
	kind: 'linger',
	isOn: numberIn(fieldIn(expression, 'onoff')) !== 0,
	seconds: numberIn(fieldIn(expression, 'linger')),
});

const readers: Readonly<Record<string, Reader>> = {
	socket: socketCall,
	bind: reading => ({call: 'bind', fd: fd(reading), port: portIn(reading.args[1], reading.run.config.bindPort)}),
	listen: reading => ({call: 'listen', fd: fd(reading), backlog: numberIn(reading.args[1])}),
	accept: reading => ({call: 'accept', fd: fd(reading)}),
	connect: connectCall,
	read: plain('read'),
	write: plain('write'),
	recv: plain('recv'),
	send: plain('send'),
	recvfrom: plain('recvfrom'),
	sendto: plain('sendto'),
	readv: vector('readv'),
	writev: vector('writev'),
	recvmsg: message('recvmsg'),
	sendmsg: message('sendmsg'),
	shutdown: reading => ({call: 'shutdown', fd: fd(reading), how: wordIn(reading.args[1], ['SHUT_RD', 'SHUT_WR', 'SHUT_RDWR'])}),
	close: reading => ({call: 'close', fd: fd(reading)}),
	fcntl: fcntlCall,
	ioctl: reading => ({call: 'ioctl', fd: fd(reading), request: wordIn(reading.args[1], ioctlRequests)}),
	poll: pollCall,
	getsockopt: reading => ({call: 'getsockopt', ...optionOf(reading)}),
	setsockopt: reading => ({call: 'setsockopt', ...optionOf(reading), value: valueIn(reading.args[3])}),
};
