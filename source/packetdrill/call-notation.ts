/** A POSIX call as a packetdrill script writes it (arguments that are only counted are `...`). */
import type {OptionValue, PosixCall, ValueResult} from '../host/posix/call.js';
import type {CallRecord} from '../host/socket.js';

const flagWords = (flags: readonly string[]): string => (flags.length > 0 ? flags.join(' | ') : '0');

function optionText(value: OptionValue): string {
	switch (value.kind) {
		case 'number':
			return `[${value.value}]`;
		case 'linger':
			return `{onoff=${value.isOn ? 1 : 0}, linger=${value.seconds}}`;
		case 'error':
			return `[${value.error ?? 0}]`;
		case 'text':
			return `"${value.text}"`;
	}
}

const entriesText = ({entries}: PosixCall & {call: 'poll'}, revents: readonly (readonly string[])[] | undefined): string =>
	entries
		.map(({fd, events}, at) => `{fd=${fd}, events=${flagWords(events)}${revents ? `, revents=${flagWords(revents[at] ?? [])}` : ''}}`)
		.join(', ');

function setText(call: PosixCall & {call: 'fcntl' | 'ioctl'}, values: ValueResult | undefined): string {
	if (call.call === 'ioctl') return `${call.request}${values?.kind === 'count' ? `, [${values.count}]` : ''}`;
	return call.command === 'F_GETFL' ? 'F_GETFL' : `F_SETFL, O_RDWR${call.isNonblocking ? '|O_NONBLOCK' : ''}`;
}

function argumentsText(call: PosixCall, values: ValueResult | undefined): string {
	switch (call.call) {
		case 'socket':
			return '..., SOCK_STREAM, IPPROTO_TCP';
		case 'bind':
		case 'connect':
			return `${call.fd}, ..., ...`;
		case 'accept':
			return `${call.fd}, ..., ...`;
		case 'listen':
			return `${call.fd}, ${call.backlog}`;
		case 'close':
			return `${call.fd}`;
		case 'shutdown':
			return `${call.fd}, ${call.how}`;
		case 'fcntl':
		case 'ioctl':
			return `${call.fd}, ${setText(call, values)}`;
		case 'poll':
			return `[${entriesText(call, values?.kind === 'events' ? values.revents : undefined)}], ${call.entries.length}, ${call.timeout}`;
		case 'getsockopt':
			return `${call.fd}, ${call.level}, ${call.option}${values?.kind === 'option' ? `, ${optionText(values.value)}` : ''}`;
		case 'setsockopt':
			return `${call.fd}, ${call.level}, ${call.option}, ${optionText(call.value)}`;
		case 'read':
		case 'readv':
		case 'write':
		case 'writev':
			return `${call.fd}, ..., ${call.len}`;
		case 'recv':
		case 'recvfrom':
		case 'recvmsg':
		case 'send':
		case 'sendto':
		case 'sendmsg':
			return `${call.fd}, ..., ${call.len}, ${flagWords(call.flags)}`;
	}
}

/** `recv(4, ..., 1000, MSG_PEEK)`; with what came back: `getsockopt(3, SOL_SOCKET, SO_ERROR, [0])`. */
export const posixText = (call: PosixCall, values?: ValueResult): string => `${call.call}(${argumentsText(call, values)})`;

/** `accept(3, ..., ...) = 4`, `read(3, ..., 100) = -1 EAGAIN`. */
export const posixOutcome = (call: PosixCall, {result, error, values}: Pick<CallRecord, 'result' | 'error' | 'values'>): string =>
	`${posixText(call, values)} = ${result}${error ? ` ${error}` : ''}`;
