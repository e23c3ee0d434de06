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
