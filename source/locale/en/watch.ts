/** The words of `drill --watch` in English. */
import type {WatchKeyId} from '../../app/watch/watch-keymap.js';
import type {WatchFile, WatchMessage} from '../../app/watch/watch-type.js';
import type {HostName} from '../../sim/action.js';
import type {LineMark} from '../../view/watch/script-rows.js';

const hosts: Readonly<Record<HostName, string>> = {client: 'CLIENT', server: 'SERVER'};

const keys: Readonly<Record<WatchKeyId, string>> = {
	next: 'next event',
	previous: 'back',
	'far-next': 'ten events on',
	'far-previous': 'ten back',
	first: 'the beginning',
	last: 'end',
	failure: 'the failure',
	play: 'play',
	faster: 'faster',
	slower: 'slower',
	older: 'packet before',
	newer: 'packet after',
	details: 'packet',
	numbers: 'numbers +1, absolute',
	again: 'run again',
	files: 'files',
	help: 'help',
	quit: 'quit',
};

const outcomes: Readonly<Record<LineMark, string>> = {
	passed: 'as expected',
	failed: 'FAILED',
	tolerated: 'differs, tolerated',
	unsupported: 'NOT SUPPORTED',
	waits: 'waits',
};

const results: Readonly<Record<WatchFile['result'], string>> = {
	pass: 'PASSED',
	fail: 'FAILED',
	unsupported: 'UNSUPPORTED',
	error: 'ERROR',
};

const marks: Readonly<Record<LineMark, string>> = {passed: 'ok', failed: 'FAIL', tolerated: 'tol', unsupported: 'none', waits: '...'};

function message(of: WatchMessage): string {
	switch (of.code) {
		case 'again':
			return 'read and run again.';
		case 'at-first':
			return 'this is the beginning.';
		case 'at-last':
			return 'this is the end.';
		case 'no-failure':
			return 'nothing failed here.';
		case 'no-packet':
			return 'this event is about no packet.';
		case 'one-file':
			return 'there is only this file.';
		case 'choose':
			return 'Up and Down choose, Enter opens, q quits.';
		case 'held':
			return 'Esc closes this first.';
		case 'unknown':
			return 'this key has no meaning here. ? shows all keys.';
		case 'fastest':
			return 'it goes no faster.';
		case 'slowest':
			return 'it goes no slower.';
		case 'unreadable':
			return of.error;
	}
}

export const watchEn = {
	/** Of the header. */
	progress: (at: number, total: number) => `event ${at} of ${total}`,
	results,
	playing: 'PLAYING',
	underTest: (host: HostName) => `${hosts[host]}, under test`,
	plays: (host: HostName) => `SCRIPT, as the ${host}`,
	field: 'field',
	event: 'event',
	expected: 'expected',
	actual: 'actual',
	sent: (first: number, last: number) => (first === last ? `sent: #${first}` : `sent: #${first} to #${last}`),
	nothingSent: 'nothing was sent',
	arrives: 'the script sends',
	does: {call: 'the program calls', command: 'the script sets', code: 'the script asserts', unsupported: 'the script asks for'},
	begin: ['The script has not begun.', '.  next event', 'Space  play'] as readonly string[],
	script: (name: string) => `script: ${name}`,
	part: (first: number, last: number, total: number) => `lines ${first}-${last} of ${total}`,
	/** Four cells. */
	marks,
	outcome: (line: number, mark: LineMark) => `line ${line}: ${outcomes[mark]}`,
	beforeFirst: 'nothing has been looked at yet',
	differs: (fields: readonly string[]) => `${fields.join(', ')} ${fields.length === 1 && fields[0] !== 'options' ? 'differs' : 'differ'}`,
	same: 'the same',
	key: (id: WatchKeyId) => keys[id],
	pause: 'pause',
	message,
	helpTitle: 'drill --watch: keys',
	detailsHints: ' [ ] other packet  Esc back',
	helpHints: ' Esc back',
	legend: [
		'ok  as the script says    FAIL  not so: the run ends there',
		'tol  tolerated (--non_fatal)    none  not supported    ...  a call waits',
		'*  what differs; in the pane: what the newest event changed',
		'=====[SYN]>  expected by the script    -----[SYN]>  sent by the endpoint',
	] as readonly string[],
	/** `folder`: that they are all in; empty: none. */
	filesTitle: (count: number, folder: string) => `drill --watch: ${count} scripts${folder === '' ? '' : ` in ${folder}`}`,
	filesHints: ' Up Down choose  Enter open  q quit',
	fileLine: (line: number | undefined) => (line === undefined ? '' : `line ${line}`),
};

export type WatchWords = typeof watchEn;
