import type {Failure} from '../tcp/profile.js';

/** The POSIX errors that the calls of this project return. */
export const errnos = [
	'EACCES',
	'EADDRINUSE',
	'EADDRNOTAVAIL',
	'EAGAIN',
	'EALREADY',
	'EBADF',
	'ECONNABORTED',
	'ECONNREFUSED',
	'ECONNRESET',
	'EDESTADDRREQ',
	'EHOSTUNREACH',
	'EINPROGRESS',
	'EINVAL',
	'EISCONN',
	'ENETDOWN',
	'ENETUNREACH',
	'ENOBUFS',
	'ENOENT',
	'ENOPROTOOPT',
	'ENOTCONN',
	'EOPNOTSUPP',
	'EPIPE',
	'EPROTO',
	'ETIMEDOUT',
] as const;

export type Errno = (typeof errnos)[number];

/** What the user of a connection is told of its end. */
export const errnoOf = {
	refused: 'ECONNREFUSED',
	reset: 'ECONNRESET',
	'timed-out': 'ETIMEDOUT',
	'host-unreachable': 'EHOSTUNREACH',
	'net-unreachable': 'ENETUNREACH',
	'no-protocol': 'ENOPROTOOPT',
	denied: 'EACCES',
	'protocol-error': 'EPROTO',
} as const satisfies Record<Failure, Errno>;
