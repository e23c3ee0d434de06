/** The eleven states of RFC 9293 § 3.3.2, spelled as programs spell them, and the moves between them (figure 5). */

/** RFC 9293 § 3.3.2. */
export const states = [
	'CLOSED',
	'LISTEN',
	'SYN_SENT',
	'SYN_RCVD',
	'ESTABLISHED',
	'FIN_WAIT_1',
	'FIN_WAIT_2',
	'CLOSE_WAIT',
	'CLOSING',
	'LAST_ACK',
	'TIME_WAIT',
] as const;

export type State = (typeof states)[number];

/** Figure 5 with its notes; every state may also end in CLOSED (RST, abort, time-out). */
export const moves: Readonly<Record<State, readonly State[]>> = {
	CLOSED: ['LISTEN', 'SYN_SENT'],
	LISTEN: ['SYN_RCVD', 'SYN_SENT', 'CLOSED'],
	SYN_SENT: ['SYN_RCVD', 'ESTABLISHED', 'CLOSED'],
	SYN_RCVD: ['ESTABLISHED', 'FIN_WAIT_1', 'LISTEN', 'CLOSED'],
	ESTABLISHED: ['FIN_WAIT_1', 'CLOSE_WAIT', 'CLOSED'],
	FIN_WAIT_1: ['FIN_WAIT_2', 'CLOSING', 'TIME_WAIT', 'CLOSED'],
	FIN_WAIT_2: ['TIME_WAIT', 'CLOSED'],
	CLOSE_WAIT: ['LAST_ACK', 'CLOSED'],
	CLOSING: ['TIME_WAIT', 'CLOSED'],
	LAST_ACK: ['CLOSED'],
	TIME_WAIT: ['CLOSED'],
};

/** What made a connection change its state: the `why` of the JSON lines; the locale turns it into a sentence. */
export const reasons = [
	'listen',
	'connect',
	'syn-arrived',
	'syn-ack-arrived',
	'ack-arrived',
	'fin-arrived',
	'fin-acked',
	'fin-and-ack-arrived',
	'close',
	'shutdown',
	'abort',
	'rst-arrived',
	'syn-in-window',
	'cookie-arrived',
	'icmp-arrived',
	'timed-out',
	'2msl-over',
	'fin-wait-2-over',
	'unread-data',
	'data-after-close',
	'listener-closed',
	'crash',
] as const;

export type Reason = (typeof reasons)[number];
