/**
 * The calls of a program as POSIX names them (System Interfaces, "socket" and the rest), one tagged value each. Descriptors are plain
 * numbers from 3 on; what is read and written is counted, not shown: a write hands over octets of zero.
 */
import type {Errno} from '../errno.js';

/** Flags of send() and recv() that mean something here. */
export const messageFlags = ['MSG_PEEK', 'MSG_MORE', 'MSG_EOR', 'MSG_DONTWAIT', 'MSG_NOSIGNAL'] as const;
export type MessageFlag = (typeof messageFlags)[number];

export const pollEvents = [
	'POLLIN',
	'POLLPRI',
	'POLLOUT',
	'POLLERR',
	'POLLHUP',
	'POLLNVAL',
	'POLLRDNORM',
	'POLLWRNORM',
	'POLLRDHUP',
] as const;
export type PollEvent = (typeof pollEvents)[number];

/** The calls that read, all alike but for their arguments. */
export const readNames = ['read', 'readv', 'recv', 'recvfrom', 'recvmsg'] as const;
export type ReadName = (typeof readNames)[number];

/** The calls that write, all alike but for their arguments. */
export const writeNames = ['write', 'writev', 'send', 'sendto', 'sendmsg'] as const;
export type WriteName = (typeof writeNames)[number];

/** Octets unread (the first two mean the same), not acknowledged, not sent. */
export const ioctlRequests = ['SIOCINQ', 'FIONREAD', 'SIOCOUTQ', 'SIOCOUTQNSD'] as const;
type IoctlRequest = (typeof ioctlRequests)[number];

/** What an option is set to, or has: a whole number, SO_LINGER's structure, the error of SO_ERROR, a name (TCP_CONGESTION). */
export type OptionValue =
	| {readonly kind: 'number'; readonly value: number}
	| {readonly kind: 'linger'; readonly isOn: boolean; readonly seconds: number}
	| {readonly kind: 'error'; readonly error: Errno | undefined}
	| {readonly kind: 'text'; readonly text: string};

/** SOL_TCP, SOL_IP and SOL_IPV6 are other names of the last three. */
const optionLevels = ['SOL_SOCKET', 'IPPROTO_TCP', 'IPPROTO_IP', 'IPPROTO_IPV6'] as const;
export type OptionLevel = (typeof optionLevels)[number];

export type PollEntry = {readonly fd: number; readonly events: readonly PollEvent[]};

export type PosixCall =
	| {readonly call: 'socket'; readonly isNonblocking?: boolean}
	| {readonly call: 'bind'; readonly fd: number; readonly port: number}
	| {readonly call: 'listen'; readonly fd: number; readonly backlog: number}
	| {readonly call: 'accept'; readonly fd: number}
	/** `addr`: IPv4 as a 32-bit number. */
	| {readonly call: 'connect'; readonly fd: number; readonly addr: number; readonly port: number}
	/** `len`: octets asked for, of all buffers together. */
	| {readonly call: ReadName; readonly fd: number; readonly len: number; readonly flags: readonly MessageFlag[]}
	| {readonly call: WriteName; readonly fd: number; readonly len: number; readonly flags: readonly MessageFlag[]}
	| {readonly call: 'shutdown'; readonly fd: number; readonly how: 'SHUT_RD' | 'SHUT_WR' | 'SHUT_RDWR'}
	| {readonly call: 'close'; readonly fd: number}
	| {readonly call: 'fcntl'; readonly fd: number; readonly command: 'F_GETFL'}
	| {readonly call: 'fcntl'; readonly fd: number; readonly command: 'F_SETFL'; readonly isNonblocking: boolean}
	| {readonly call: 'ioctl'; readonly fd: number; readonly request: IoctlRequest}
	/** `timeout`: milliseconds, negative: for ever. */
	| {readonly call: 'poll'; readonly entries: readonly PollEntry[]; readonly timeout: number}
	/** `option` by its name; one that no option table knows is refused, not failed. */
	| {readonly call: 'getsockopt'; readonly fd: number; readonly level: OptionLevel; readonly option: string}
	| {
			readonly call: 'setsockopt';
			readonly fd: number;
			readonly level: OptionLevel;
			readonly option: string;
			readonly value: OptionValue;
	  };

/** What a call returns besides its result: an option's value, ioctl's count, the events of each entry of poll. */
export type ValueResult =
	| {readonly kind: 'option'; readonly value: OptionValue}
	| {readonly kind: 'count'; readonly count: number}
	| {readonly kind: 'events'; readonly revents: readonly (readonly PollEvent[])[]};
