/** Why a connection changed its state, in English: what follows after "The server enters LISTEN: ". */
import type {ReasonWords, StateChange} from '../reason-words.js';
import type {Teller} from '../teller.js';

const closing = ({from, to, port}: StateChange, verb: string): string => {
	if (to === 'LAST_ACK') return `it ${verb} too, only the ACK of its FIN is to come.`;
	if (from === 'SYN_RCVD') return `its program ${verb} before the handshake is complete.`;
	if (from === 'LISTEN') return `nobody waits on port ${port} any more, SYNs for it will get RST.`;
	if (to === 'CLOSED') return 'closed before an answer came. The attempt is given up, nothing is sent.';
	return `its program ${verb}, FIN says "no more from here".`;
};

const finArrived = ({to}: StateChange, t: Teller): string => {
	if (to === 'CLOSING') return `the FIN of ${t.peer} came before the ACK of its own: both closed at once.`;
	if (to === 'TIME_WAIT') return `${t.packet} FIN closes the other direction too.`;
	return `${t.packet} FIN. It may still send, until its own close().`;
};

const finAcked = ({to}: StateChange, t: Teller): string => {
	if (to === 'FIN_WAIT_2') return `${t.packet} acknowledges its FIN. It still receives.`;
	if (to === 'TIME_WAIT') return `${t.packet} acknowledges its FIN too: both directions are closed.`;
	return `${t.packet} acknowledges its FIN. On this side no 2 MSL follow.`;
};

/** States in which an abort tells the peer. */
const tells: ReadonlySet<string> = new Set(['SYN_RCVD', 'ESTABLISHED', 'FIN_WAIT_1', 'FIN_WAIT_2', 'CLOSE_WAIT']);

const rstArrived = ({from, to}: StateChange, t: Teller): string => {
	if (to === 'LISTEN') return `${t.packet} RST ends the half-open connection, the listener waits on.`;
	if (from === 'SYN_SENT') return `${t.packet} RST answers its SYN, the connection is refused.`;
	return `${t.packet} RST ends the connection at once, its buffers are lost.`;
};

export const reasonsEn: ReasonWords = {
	entering: ({to}, t, reason) => (to === 'CLOSED' ? `${t.Here} is CLOSED: ${reason}` : `${t.Here} enters ${to}: ${reason}`),
	why: {
		listen: ({port}) => `it waits on port ${port} for a SYN. Nothing is sent.`,
		connect: ({from}) =>
			from === 'LISTEN'
				? 'the listener opens actively: its SYN goes out, it waits for SYN,ACK.'
				: 'its SYN goes out, connect() waits for SYN,ACK.',
		'syn-arrived': ({from, port, socket}, t) =>
			from === 'SYN_SENT'
				? `${t.packet} is a SYN, not SYN,ACK: both open at the same moment.`
				: `${t.packet} SYN makes socket ${socket}, in the SYN queue of port ${port}.`,
		'syn-ack-arrived': (_, t) => `${t.packet} answers its SYN. Its ACK tells ${t.peer}.`,
		'ack-arrived': ({isFromListener}, t) =>
			`${t.packet} acknowledges its SYN${isFromListener ? '; on to the accept queue' : ': both sides are open'}.`,
		'fin-arrived': finArrived,
		'fin-acked': finAcked,
		'fin-and-ack-arrived': (_, t) => `${t.packet} brings FIN and the ACK of its own FIN in one segment, so FIN_WAIT_2 is skipped.`,
		close: change => closing(change, 'closes'),
		shutdown: change => closing(change, 'shuts the sending half'),
		abort: ({from}) =>
			tells.has(from)
				? 'its program aborts. RST instead of FIN; what is in the buffers is lost.'
				: 'its program aborts; there is nobody to be told.',
		'rst-arrived': rstArrived,
		'syn-in-window': () => 'a new SYN came for a half-open connection. It is forgotten, the listener waits on.',
		'cookie-arrived': ({port, socket}, t) =>
			`${t.packet} brings its cookie back: socket ${socket} of port ${port} is made as if the SYN had been kept.`,
		'icmp-arrived': () => 'an ICMP error says that its SYN got nowhere.',
		'timed-out': ({from}, t) =>
			from === 'SYN_SENT' ? 'its SYN was never answered.' : `what it sent was never acknowledged. ${t.Peer} is not told.`,
		'2msl-over': () => 'its 2 MSL are over.',
		'fin-wait-2-over': (_, t) => `the FIN of ${t.peer} did not come in time.`,
		'unread-data': () => 'its program closed with data unread. RST instead of FIN.',
		'data-after-close': () => 'data came for a program that has closed. RST answers it.',
		'listener-closed': () => 'its listener was closed before accept() took the connection.',
		crash: () => 'the host crashed. What it knew is gone, and nobody is told.',
	},
};
