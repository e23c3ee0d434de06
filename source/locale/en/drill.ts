/** The words of `drill` in English. */
import type {DrillWords} from '../../export/drill-words.js';
import {secondsWords} from '../../packetdrill/pkt-print.js';
import type {Failure, Unsupported} from '../../packetdrill/run/verdict.js';
import {pktEn} from './pkt.js';

const counts = ({of, what}: Failure & {code: 'count'}, count: number): string =>
	of === 'sockets' ? `${counted(count, 'socket')} in ${what}` : `${what} ${count}`;

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** Errors of a call that would have to wait and may not. */
export const isAtOnce = (expected: string): boolean => / = -1 (EAGAIN|EWOULDBLOCK|EINPROGRESS)$/.test(expected);

const atOnce = 'its socket is not O_NONBLOCK; fcntl(FD, F_SETFL, O_RDWR|O_NONBLOCK) makes it so';
const waiting = 'START...END is the form for calls that do';

type Told = {readonly expected: string; readonly actual: string};

function failure(given: Failure): Told {
	switch (given.code) {
		case 'segment':
		case 'call':
		case 'assertion':
			return {expected: given.expected, actual: given.actual};
		case 'no-segment':
			return {expected: given.expected, actual: `nothing was sent by ${secondsWords(given.until)}`};
		case 'late':
			return {expected: `at ${secondsWords(given.due)}`, actual: `it was ${secondsWords(given.now)} already`};
		case 'would-block':
			return {expected: given.expected, actual: `the call waits: ${isAtOnce(given.expected) ? atOnce : waiting}`};
		case 'still-blocked':
			return {expected: given.expected, actual: `the call still waited at ${secondsWords(given.until)}`};
		case 'unknown-ecr':
			return {expected: 'a timestamp that the endpoint has sent', actual: `ecr ${given.ecr}`};
		case 'count':
			return {expected: counts(given, given.expected), actual: counts(given, given.actual)};
		case 'engine':
			return {expected: '', actual: `the engine stopped at ${secondsWords(given.now)}: ${given.message}`};
	}
}

const kinds: Readonly<Record<Unsupported['what'], string>> = {
	feature: 'not supported',
	option: 'option not supported',
	call: 'call not supported',
	argument: 'argument not supported',
	'socket-option': 'socket option not supported',
	command: 'command not supported',
	sysctl: 'sysctl not supported',
	counter: 'counter not supported',
	code: 'not supported in a code block',
	'raw-options': 'TCP options that cannot be read',
};

const words: DrillWords = {
	results: {pass: 'ok         ', fail: 'FAILED     ', unsupported: 'unsupported', error: 'ERROR      '},
	expected: 'expected',
	actual: 'actual',
	field: 'field',
	script: 'SCRIPT',
	endpoint: profile => `ENDPOINT (${profile})`,
	fields: {
		time: 'time',
		ports: 'ports',
		ecn: 'ecn',
		dscp: 'dscp',
		tos: 'tos',
		ttl: 'ttl',
		flags: 'flags',
		seq: 'seq',
		length: 'length',
		ack: 'ack',
		win: 'win',
		urg: 'urg',
		options: 'options',
		udp: 'udp',
		payload: 'payload',
		result: 'result',
		errno: 'errno',
		value: 'value',
		end: 'end',
	},
	because: 'because',
	perhaps: 'perhaps',
	hint: hint =>
		hint.code === 'unexpected'
			? `#${hint.packet} stands in no line: #${hint.fits} is what this line expects`
			: `#${hint.packet} is what line ${hint.line} expects: for this line nothing was sent`,
	failure,
	unsupported: ({what, text, feature, near}) =>
		`${feature ? pktEn.feature(feature) : kinds[what]}: ${text}${near === undefined ? '' : `; did you mean ${near}?`}`,
};

export const drillEn = {
	...words,
	usage: 'drill needs packetdrill scripts: .pkt files, or folders with such files',
	file: {
		missing: 'no such file or folder',
		folder: 'is a folder',
		tooBig: 'is larger than 1 MiB; a script may be as large as that',
		nul: 'holds a NUL byte; a script is plain text',
		unreadable: (code: string) => `cannot be read (${code})`,
	},
	noTerminal: '--watch needs a terminal to draw on and to read keys from; without it drill prints text',
	noScripts: 'holds no .pkt file',
	badProfile: (name: string, profiles: readonly string[]) => `the first line names the profile ${name}; allowed: ${profiles.join(', ')}`,
	summary: (profile: string, events: number, packets: number) => `profile ${profile}, ${events} events looked at, ${packets} packets`,
	ignored: (option: string) => `${option} changes nothing here`,
	/** While nothing else is seen. */
	running: (count: number) => `running ${counted(count, 'script')} ...`,
	/** Above the list of what failed or could not be read. */
	wrong: 'went wrong:',
	warning: 'tolerated',
	total: ({pass, fail, unsupported, error}: Readonly<Record<'pass' | 'fail' | 'unsupported' | 'error', number>>, ms: number) =>
		`${counted(pass + fail + unsupported + error, 'script')}: ${pass} ok, ${fail} failed, ${unsupported} unsupported, ${error} unreadable; ${ms} ms`,
};

export type DrillCatalogue = typeof drillEn;
