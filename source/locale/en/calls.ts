/** What socket calls gave, in English. */
import type {Errno} from '../../host/errno.js';
import type {PosixCall} from '../../host/posix/call.js';
import type {CallRecord, LabCallName} from '../../host/socket.js';
import type {Teller} from '../teller.js';
import {formatEn} from './format.js';

const {octets} = formatEn;

const errnos: Readonly<Record<Errno, string>> = {
	EACCES: 'somebody on the way does not allow it',
	EADDRINUSE: 'the address is in use already',
	EADDRNOTAVAIL: 'no local port is free',
	EAGAIN: 'it would have to wait',
	EALREADY: 'connect() is under way already',
	EBADF: 'this descriptor names no open socket: it was closed, or accept() has not returned it yet',
	ECONNABORTED: 'the socket was closed while connect() waited',
	ECONNREFUSED: 'a RST answered: nobody listens on that port',
	ECONNRESET: 'the connection was reset by a RST',
	EDESTADDRREQ: 'it is not said where to',
	EHOSTUNREACH: 'no way leads to that host',
	EINPROGRESS: 'the connection is being opened; nobody waits for it',
	EINVAL: 'this socket cannot do that',
	EISCONN: 'this socket is connected, or listens',
	ENETDOWN: 'the host is down',
	ENETUNREACH: 'no way leads to that network',
	ENOBUFS: 'no room for another socket',
	ENOENT: 'there is nothing of that name',
	ENOPROTOOPT: 'this protocol has no such option',
	ENOTCONN: 'this socket is not connected',
	EOPNOTSUPP: 'a listener cannot do that',
	EPIPE: 'this side is closed already, so nothing more can be sent',
	EPROTO: 'somebody on the way could not read the packet',
	ETIMEDOUT: 'no answer, however often it was asked',
};

const completed = (call: LabCallName, {result, argument}: CallRecord, t: Teller): string => {
	switch (call) {
		case 'listen':
			return `listen(:${argument ?? 0}): ${t.here} made a socket and bound it to port ${argument ?? 0}.`;
		case 'connect':
			return `connect() returns 0 on ${t.here}: the connection is open.`;
		case 'accept':
			return `accept() = ${result}: the oldest connection leaves the accept queue, as descriptor ${result}.`;
		case 'recv':
			return result === 0
				? `recv() = 0: ${t.peer} has closed its side, and all before its FIN was read.`
				: `recv() = ${result}: the program reads, ${octets(result)} of the receive buffer are free again.`;
		case 'send':
			return `send() = ${result}: all of it is in the send buffer of ${t.here}. That does not mean that it has arrived.`;
		case 'shutdown':
			return `shutdown() = 0: ${t.here} will send no more, but goes on receiving.`;
		case 'close':
			return `close() = 0: the program of ${t.here} is done with this socket; TCP finishes the connection by itself.`;
		case 'abort':
			return `The program of ${t.here} gave the connection up.`;
	}
};

/** Calls that the lab has not got, or not so; `outcome`: the call as written, with its result. */
function posix(call: PosixCall, outcome: string, t: Teller): string {
	const head = `${outcome}:`;
	switch (call.call) {
		case 'socket':
			return `${head} ${t.here} has a new descriptor, bound to nothing.`;
		case 'bind':
			return `${head} the socket has the local port ${call.port}.`;
		case 'listen':
			return `${head} ${t.here} answers SYNs now.`;
		case 'accept':
			return `${head} the oldest connection leaves the accept queue.`;
		case 'connect':
			return `${head} the connection is open.`;
		case 'shutdown':
			return `${head} ${call.how === 'SHUT_RD' ? `${t.here} wants to read no more.` : `${t.here} will send no more.`}`;
		case 'close':
			return `${head} the program of ${t.here} is done with this socket.`;
		case 'fcntl':
			return call.command === 'F_GETFL'
				? `${head} the flags of the descriptor.`
				: `${head} calls ${call.isNonblocking ? 'no longer wait' : 'wait'}.`;
		case 'ioctl':
			return `${head} octets ${call.request === 'SIOCINQ' || call.request === 'FIONREAD' ? 'to be read' : 'not acknowledged, or not sent'}.`;
		case 'poll':
			return `${head} so many descriptors are ready.`;
		case 'getsockopt':
			return `${head} the option ${call.option}.`;
		case 'setsockopt':
			return `${head} the option ${call.option} is set.`;
		case 'read':
		case 'readv':
		case 'recv':
		case 'recvfrom':
		case 'recvmsg':
			return `${head} octets that the program of ${t.here} has now.`;
		case 'write':
		case 'writev':
		case 'send':
		case 'sendto':
		case 'sendmsg':
			return `${head} octets in the send buffer of ${t.here}.`;
	}
}

const waits = {
	connect: (_taken: number, t: Teller) => `connect() waits until ${t.peer} has answered.`,
	accept: (_taken: number, t: Teller) => `accept() waits: no connection is complete in the queue of ${t.here}.`,
	recv: (_taken: number, t: Teller) => `recv() waits: nothing that ${t.here} could read has arrived.`,
	send: (taken: number, t: Teller) =>
		taken > 0
			? `send() waits: ${octets(taken)} fill the send buffer of ${t.here}, the rest must wait for ACKs.`
			: `send() waits: ${t.here} may not send yet, or its send buffer is full.`,
} as const;

export const callsEn = {
	completed,
	posix,
	waits,
	errnos,
	failed: (call: string, error: Errno, port: number | undefined): string =>
		`${call}(${port === undefined ? '' : `:${port}`}) ${error}: ${errnos[error]}.`,
	/** `range`: what leaves at once, empty for nothing. */
	sends: ({asked, taken, range, isOne}: {asked: number; taken: number; range: string; isOne: boolean}): string => {
		const head = `send(${asked}): `;
		if (range !== '') return `${head}${range} ${isOne ? 'leaves' : 'leave'} at once.`;
		return `${head}${taken === 0 ? 'nothing fits into the send buffer now.' : `${octets(taken)} wait in the send buffer.`}`;
	},
};

export type CallWords = typeof callsEn;
