/** What programs see of a socket that the RFCs leave open. */
export type SocketManners = {
	/** connect() again once the connection is open: 0 the first time after one that did not wait, or EISCONN at once. */
	readonly connectAgain: 'once' | 'EISCONN';
	/** connect() on a socket whose connection has ended. */
	readonly connectAfterEnd: 'open' | 'ECONNREFUSED';
	/** Is the end of the peer's stream told before an error that came behind it? */
	readonly isEofFirst: boolean;
	/** write() after the connection ended with an error: that error, once, or EPIPE, and the error stays for SO_ERROR. */
	readonly writeAfterError: 'error' | 'EPIPE';
	/** write() on a socket that was never connected, or listens. */
	readonly writeUnconnected: 'EPIPE' | 'ENOTCONN';
	/** write() while the handshake goes on: it waits for its end, or fails. */
	readonly writeWhileConnecting: 'wait' | 'ENOTCONN';
	/** shutdown() in SYN_SENT: fails, or ends the attempt. */
	readonly shutdownWhileConnecting: 'ENOTCONN' | 'close';
	/** Octets that nobody has read when SHUT_RD comes, and those that come later: stay readable, or are thrown away. */
	readonly shutRead: 'keep' | 'discard';
	/** accept() of a connection that was reset in the queue: its socket, or an error. */
	readonly acceptReset: 'socket' | 'ECONNABORTED';
	/** O_NONBLOCK as F_GETFL shows it; does what accept() returns have it from the listener? */
	readonly nonblockFlag: number;
	readonly isNonblockInherited: boolean;
	/** SO_SNDBUF and SO_RCVBUF: what is set so many times, for the housekeeping. */
	readonly bufferFactor: number;
	/** getsockopt() of SO_ACCEPTCONN, SO_KEEPALIVE …: 1, or the bit of the option (BSD). */
	readonly isFlagShownAsBit: boolean;
	/** TCP_INFO of a descriptor that is still open in TIME_WAIT: that state, or CLOSED as somebody else keeps it. */
	readonly timeWaitShown: 'TIME_WAIT' | 'CLOSED';
	/** TCP_MAXSEG: a limit for connections to come, or the segment size itself, which can only become smaller. */
	readonly maxSegment: 'limit' | 'size';
};
