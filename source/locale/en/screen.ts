/** The words of the main screen in English. What the field names itself (states, flags, variables, calls, timers) is not here. */
import type {HostName} from '../../sim/action.js';
import type {State} from '../../tcp/state.js';
import type {Outcome} from '../../view/outcome.js';
import type {Ending, Source} from '../../view/packet-view.js';

const hosts: Readonly<Record<HostName, string>> = {client: 'the client', server: 'the server'};

const endings: Readonly<Record<Ending, string>> = {
	lost: 'lost',
	dropped: 'dropped',
	corrupted: 'corrupt',
	'queue-full': 'queue full',
	unreachable: 'unreachable',
};

/** At most 11 cells each. */
const outcomes: Readonly<Record<Outcome, string>> = {
	'queue-full': 'queue full',
	challenged: 'challenged',
	ignored: 'ignored',
	refused: 'refused',
	'bad-sum': 'bad sum',
	'window-shut': 'window shut',
	'seen-before': 'seen before',
	'2msl-again': '2MSL anew',
};

const sources: Readonly<Record<NonNullable<Source>, string>> = {again: 'again', copy: 'copy', forged: 'forged'};

/** At most 41 cells each. */
const states: Readonly<Record<State, string>> = {
	CLOSED: 'no connection',
	LISTEN: 'waits for SYN from anybody',
	SYN_SENT: 'sent SYN, waits for SYN,ACK',
	SYN_RCVD: 'got SYN, sent SYN,ACK, waits for ACK',
	ESTABLISHED: 'open: both sides may send',
	FIN_WAIT_1: 'sent FIN, waits for its ACK',
	FIN_WAIT_2: 'closed here; the peer may still send',
	CLOSE_WAIT: 'the peer closed; waits for our close()',
	CLOSING: 'both sent FIN; waits for ACK of ours',
	LAST_ACK: 'sent FIN too, waits for the last ACK',
	TIME_WAIT: 'both closed; waits 2 MSL',
};

/** The same for narrow panes, at most 18 cells. */
const shortStates: Readonly<Record<State, string>> = {
	CLOSED: 'no connection',
	LISTEN: 'waits for SYN',
	SYN_SENT: 'waits for SYN,ACK',
	SYN_RCVD: 'waits for ACK',
	ESTABLISHED: 'open both ways',
	FIN_WAIT_1: 'waits for ACK',
	FIN_WAIT_2: 'half closed',
	CLOSE_WAIT: 'waits for close()',
	CLOSING: 'both sent FIN',
	LAST_ACK: 'waits for last ACK',
	TIME_WAIT: 'waits 2 MSL',
};

export const screenEn = {
	name: 'tcp-tui',
	lab: 'lab',
	plates: {client: 'CLIENT', server: 'SERVER'} as Readonly<Record<HostName, string>>,
	keysHere: 'keys here',
	otherKeys: 'Tab',
	pace: {watch: 'watch', paused: 'PAUSED', held: 'HELD', idle: 'IDLE', reading: 'READ', past: 'PAST'},
	link: {delay: 'delay', loss: 'loss', rate: 'rate', jitter: 'jitter', duplicate: 'duplicate', corrupt: 'corrupt', reorder: 'reorder'},
	seed: 'seed',
	noSocket: 'no socket yet',
	hostDown: 'host is down',
	quiet: (left: string): string => `quiet time: ${left} more`,
	socket: 'socket',
	gone: 'is gone',
	states,
	shortStates,
	send: 'send',
	recv: 'recv',
	/** Parts of the buffers. */
	parts: {fly: 'fly', wait: 'wait', free: 'free', in: 'in', ooo: 'ooo'},
	empty: 'empty',
	noTimer: 'no timer',
	of: (left: string, total: string): string => `${left} of ${total}`,
	/** A timer's wait after so many sendings, or so many probes. */
	again: {try: (n: number): string => `try ${n}`, probe: (n: number): string => `probe ${n}`},
	backlog: 'backlog',
	/** Queues: in a row of their own, in the narrow row, and where that has no room. */
	queues: {syn: 'SYN', accept: 'accept', shortSyn: 'syn', shortAccept: 'accept', barestSyn: 'syn', barestAccept: 'acc'},
	full: 'FULL',
	mssPeer: 'peer',
	inFlightOctets: 'in flight',
	waits: (duration: string): string => `waits ${duration}`,
	peerClosed: 'peer closed',
	table: {local: 'local', peer: 'peer', state: 'state', recvQ: 'RecvQ', sendQ: 'SendQ'},
	lane: {
		nothing: 'nothing in flight',
		inFlight: (count: number): string => `${count} in flight`,
		dead: (count: number, ending: Ending): string => `${count} ${endings[ending]}`,
		armed: 'armed',
		/** What happens to the next segment: `drop next SYN`. */
		mischief: {drop: 'drop', duplicate: 'copy', corrupt: 'corrupt', mark: 'mark', delay: 'delay'},
		next: 'next',
		any: 'segment',
		first: [
			['l', 'server listens'],
			['Tab', 'to the client'],
			['c', 'client connects'],
			[],
			['m', 'or a scenario'],
			['?', 'all keys'],
		] as readonly (readonly string[])[],
		waitingFor: 'waiting for',
		owned: (what: string, host: HostName): string => `${what} of ${hosts[host]}`,
		left: (duration: string): string => `${duration} to go`,
		programs: ['send() or close()', 'of either side'] as readonly string[],
		script: 'the scenario',
		key: 'a key of yours',
	},
	endings,
	outcomes,
	at: (time: string): string => `at ${time}`,
	sources,
	ladder: 'ladder',
	part: (first: number, last: number, total: number): string => `${first}-${last} of ${total}`,
	emptyLadder: 'Every packet will leave a line here.',
	crash: 'crash',
	restart: 'restart',
	timers: {
		/** A timer that ran out: what it waited for, or what it brings. */
		noAnswer: 'no answer',
		probe: 'probe',
		over: 'over',
		givesUp: 'gives up',
	},
	/** State changes that no call, timer or segment of the ladder tells. */
	changes: {
		'timed-out': 'timed out',
		'2msl-over': '2MSL over',
		'fin-wait-2-over': 'FIN_WAIT_2 over',
		'unread-data': 'unread data',
		'data-after-close': 'data after close',
		'icmp-arrived': 'ICMP error',
		'listener-closed': 'listener closed',
		crash: 'crash',
	},
	why: 'why',
	/** Between two sentences of one paragraph. */
	sentenceGap: ' ',
	tooSmall: (columns: number, rows: number, needed: string): readonly string[] => [
		`tcp-tui needs ${needed} cells.`,
		`This terminal has ${columns} x ${rows}.`,
		'Enlarge it, or press q.',
	],
};

export type ScreenWords = typeof screenEn;
