/** The help in English: one line for each key that has a line of its own, and the legend of the lane and the buffers. */
import type {HelpLine, KeyGroup} from '../../app/keymap.js';

/** At most 30 cells each; those of the packet share one line. */
const lines: Readonly<Record<HelpLine, string>> = {
	'other-host': 'the other host',
	'socket-up': 'which socket the keys mean',
	listen: 'listen on 80; L asks',
	connect: 'connect; C asks',
	accept: 'accept',
	send: 'send "hello"; S asks',
	receive: 'receive',
	shutdown: 'shutdown: half-close',
	close: 'close',
	abort: 'abort: send RST',
	inject: 'inject RST or any segment',
	'drop-next': 'drop its next packet',
	drop: 'drop',
	duplicate: 'copy',
	delay: 'delay',
	mark: 'mark CE',
	pause: 'pause, go on',
	'step-on': 'one event on',
	'step-back': 'one event back',
	faster: 'faster, slower',
	present: 'back to the present',
	older: 'older, newer packet',
	details: 'all about the packet',
	diagram: 'state diagram',
	numbers: 'numbers relative, absolute',
	scenarios: 'scenarios',
	knobs: 'knobs, crash, restart',
	write: 'write the session, export',
	escape: 'close, let go of the packet',
	help: 'help, quit (Ctrl-C too)',
};

const groups: Readonly<Record<KeyGroup, string>> = {
	host: 'THE HOST WITH "keys here"',
	packet: 'THE PACKET WITH THE DOUBLE LINE',
	time: 'TIME',
	look: 'LOOK',
};

export const helpEn = {
	title: 'help',
	back: 'Esc back',
	groups,
	lines,
	/** Signs with their words, in rows; each cell is at most as wide as its column. */
	legend: {
		fates: ['[SYN]> flies', 'x[SYN]x dropped', ':[SYN]: lost', '~[SYN]~> corrupt', '(SYN)> copy'],
		origins: ['[[SYN]]> again', '{SYN}> forged', '══[SYN]> ladder ===: d u y e mean this'],
		marks: ['A > B  was A, is B', "* changed by the host's last event", 'Tab: the keys go there'],
		send: ['send', '▁ acknowledged', '█ fly: sent, not acknowledged', '▒ wait: not sent', '. free'],
		recv: ['recv', '▁ read', '█ in: readable', '▒ ooo: out of order', 'lane: counts packets'],
		timers: ['RTO again (try 2)', 'pers window probe', 'dACK late ACK', 'keep alive?', 'FW2 FIN wait'],
	} as Readonly<Record<'fates' | 'origins' | 'marks' | 'send' | 'recv' | 'timers', readonly string[]>>,
};

export type HelpWords = typeof helpEn;
