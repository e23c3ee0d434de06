/** Menus and questions in English. What is part of the lab language stands in the menus themselves. */
import type {AskTopic, DetailCode, LabelCode, Menu, MenuNote} from '../../app/menus/menu.js';
import {otherHost} from '../../sim/action.js';
import {formatEn} from './format.js';

const {host} = formatEn;

const labels = {
	'rst-exact': 'RST exact',
	'rst-in-window': 'RST in window',
	'rst-outside': 'RST outside',
	'rst-seq': 'RST at seq ...',
	'any-segment': 'any segment ...',
	flood: 'SYN flood ...',
	'type-it': 'another ...',
	'type-text': 'a text ...',
	'type-size': 'a size ...',
	'write-script': 'the session as a scenario',
	'write-text': 'the ladder as text',
	'write-json': 'all that happened as JSON lines',
	'write-packetdrill-client': "the client's view for packetdrill",
	'write-packetdrill-server': "the server's view for packetdrill",
} as const satisfies Record<LabelCode, string>;

type Values = Readonly<Record<string, string | number>>;

const details: Readonly<Record<DetailCode, (values: Values) => string>> = {
	'flood-of': ({count, port}) => `${count} SYN to :${port}`,
	'link-delay': () => 'to cross',
	'link-jitter': () => 'the delay varies by so much',
	'link-loss': () => 'vanish',
	'link-duplicate': () => 'arrive twice',
	'link-corrupt': () => 'arrive broken',
	'link-reorder': () => 'are overtaken',
	'link-rate': () => 'bits a second',
	'link-queue': () => 'packets may wait for the link',
	'knob-app': () => 'what the program does by itself',
	'knob-profile': () => 'which stack it behaves like',
	'knob-isn': () => 'first number of its next connection',
	'knob-mss': () => 'the largest segment it asks for',
	'knob-rcvbuf': () => 'receive buffer',
	'knob-sndbuf': () => 'send buffer',
	'knob-nagle': () => 'small segments wait for an ACK',
	'knob-delayed-ack': () => 'an ACK waits for company',
	'knob-keepalive': () => 'asks an idle peer whether it lives',
	'knob-sack': () => 'selective acknowledgments',
	'knob-timestamps': () => 'timestamps in every segment',
	'knob-wscale': () => 'windows above 64 KiB',
	'knob-ecn': () => 'routers mark packets instead of dropping',
	'knob-challenge-ack': () => 'RFC 5961: doubtful RST, SYN get an ACK',
	'knob-quiet-time': () => 'one MSL of silence after a restart',
	'knob-syn-cookies': () => 'a full SYN queue answers without memory',
	'knob-msl': () => 'TIME_WAIT lasts two of these',
	'knob-rto-min': () => 'the RTO is never shorter',
	'knob-syn-retries': () => 'so often SYN goes out again',
	'knob-retries': () => 'so often data and FIN go out again',
	'knob-congestion': () => 'how cwnd grows',
	current: () => 'as it is now',
	backlog: ({backlog}) => `accept queue: ${backlog} and one more`,
	reuseaddr: () => 'also while an old connection is in TIME_WAIT',
	'from-port': ({port}) => `active open from the listener on ${port}`,
	simultaneous: () => 'press c there too: simultaneous open',
	crash: () => 'all its sockets vanish without a word',
	restart: () => 'it answers again, with no socket',
	'ecn-on': () => 'asks for it, and grants it',
	'ecn-off': () => 'only loss tells of congestion',
	'ecn-passive': () => 'grants it to a peer that asks',
	'congestion-newreno': () => 'a segment a round trip (RFC 5681)',
	'congestion-cubic': () => 'by the time since the last loss (RFC 9438)',
	'app-manual': () => 'does what you tell it',
	'app-reader': () => 'accepts, reads, closes after the FIN of the peer',
	'app-echo': () => 'sends back what it reads, closes after the FIN',
};

/** What the menu is about, for its heading. */
function heading({name, socket}: Menu): string {
	switch (name.menu) {
		case 'listen':
			return `${host(name.host)} listens`;
		case 'connect':
			return `${host(name.host)} connects`;
		case 'send':
			return `socket ${socket ?? '-'} of ${host(name.host)} sends`;
		case 'inject':
			return `inject: forged as from ${host(otherHost(name.host))}, to ${socket === undefined ? host(name.host) : `socket ${socket} of ${host(name.host)}`}`;
		case 'link':
			return `knobs: link, ${name.from === undefined ? 'both directions' : `from ${host(name.from)}`}`;
		case 'host':
			return `knobs: ${host(name.host)}`;
		case 'values':
			return `knobs: ${name.before.trim()}`;
		case 'scenarios':
			return 'scenarios';
		case 'write':
			return 'write';
	}
}

function note(of: MenuNote): string {
	switch (of.code) {
		case 'window':
			return `RCV.NXT ${of.rcvNxt}, RCV.WND ${of.rcvWnd}: ${of.rcvWnd === 0 ? 'the window is closed.' : `the window is ${of.rcvNxt} to ${(of.rcvNxt + of.rcvWnd - 1) >>> 0}.`}`;
		case 'syn-sent':
			return `SYN_SENT: only a RST that acknowledges the SYN, ack=${of.sndNxt}, is believed.`;
		case 'no-connection':
			return 'This socket has no connection that a RST could hit.';
		case 'intro':
			return formatEn.said(of.words);
		case 'from-now-on':
			return 'For packets from now on.';
		case 'later-connections':
			return 'For later connections.';
		case 'at-once':
			return 'Also for present connections.';
		case 'values':
			return 'Enter takes it; a value may be typed at once.';
		case 'listen':
			return 'PORT [backlog N] [reuseaddr] [as NAME]';
		case 'connect':
			return 'PORT [from PORT] [as NAME]';
		case 'send':
			return 'What does not fit into the send buffer waits.';
		case 'write':
			return 'Enter writes into this folder; another name may be typed.';
	}
}

const asks: Readonly<Record<AskTopic, string>> = {
	listen: 'PORT [backlog N] [reuseaddr] [as NAME]',
	connect: 'PORT [from PORT] [as NAME]',
	'send-text': 'Any text.',
	'send-size': 'Bytes as in 1000, 64KiB or 1MiB: a counting pattern.',
	seq: 'An absolute sequence number, 0 to 4294967295.',
	segment: '[SPORT > DPORT] FLAGS SEQ:SEQ(LEN) [ack N] [win N] [urg N] [<options>]',
	flood: 'So many SYNs from addresses that never answer.',
	value: 'A value as the lab language writes it.',
	file: 'A file name; nothing is overwritten.',
};

export const menusEn = {
	label: (code: LabelCode): string => labels[code],
	detail: (code: DetailCode, values: Values = {}): string => details[code](values),
	heading,
	note,
	ask: (topic: AskTopic): string => asks[topic],
	/** The last row; pages: the knobs have more of them. */
	menuHints: {
		plain: ' Up Down choose  Enter do it  Esc back',
		typing: ' Up Down choose  Enter do it, or type one  Esc back',
		pages: ' Up Down choose  Enter values, or type one  Esc back  Left Right hosts',
	},
	askHeading: 'what is it to be?',
	askHints: ' type  Enter do it  Ctrl-U empty  Esc back',
	/** 1-7 of 8 */
	part: (first: number, last: number, total: number): string => `${first}-${last} of ${total}`,
	notThis: 'this statement does something else; Esc goes back.',
	said: formatEn.said,
};

export type MenusWords = typeof menusEn;
