/** The POSIX errors that the calls of this project return. */
export const errnos = [
	'EADDRINUSE',
	'EADDRNOTAVAIL',
	'EAGAIN',
	'EBADF',
	'ECONNABORTED',
	'ECONNREFUSED',
	'ECONNRESET',
	'EINVAL',
	'EISCONN',
	'ENETDOWN',
	'ENOBUFS',
	'ENOTCONN',
	'EOPNOTSUPP',
	'EPIPE',
	'ETIMEDOUT',
] as const;

export type Errno = (typeof errnos)[number];
