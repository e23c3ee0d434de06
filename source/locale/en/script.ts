/** What is wrong with a script or its file, in English: what is wrong; what is allowed. */
import type {NotationError} from '../../packetdrill/notation.js';
import type {Allowed, Complaint, ValueKind} from '../../script/mistake.js';
import {shown} from '../shown.js';

const kinds: Readonly<Record<ValueKind, string>> = {
	port: 'a port, 1 to 65535',
	duration: 'a duration as in 200ms, 1.5s, 2min or 1h, at most 100000h',
	size: 'a size in octets as in 1000, 64KiB or 1MiB, at most 1024MiB',
	rate: 'a rate as in 64kbps or 1Mbps, or off',
	share: 'a share, 0% to 100%',
	seq: 'a whole number, 0 to 4294967295',
	string: 'a string in double quotes',
	socket: 'client or server, or one of its sockets as in server:web or server:4 (numbers from 3)',
	name: 'a name of letters, digits, - _ or . (not digits alone)',
	'host-port': 'a host and a port as in server:80',
	end: 'the end of the line',
};

function allowedWords(allowed: Allowed): string {
	if ('word' in allowed) return allowed.word;
	return allowed.value === 'count' ? `a whole number, ${allowed.min} to ${allowed.max}` : kinds[allowed.value];
}

const allowedList = (allowed: readonly Allowed[]): string => `allowed: ${allowed.map(allowedWords).join(', ')}`;

function notationWords(error: NotationError): string {
	const found = error.found === '' ? 'its end' : shown(error.found);
	switch (error.code) {
		case 'expected':
			return `at ${found}; allowed there: ${error.allowed.join(' ')}`;
		case 'number':
			return `at ${found}; allowed there: ${error.field}, ${error.min} to ${error.max}`;
		case 'last':
			return `at ${found}; the second number is the first plus the length, ${error.expected}`;
		case 'twice':
			return `at ${found}; each field is allowed once`;
		case 'options-length':
			return `with ${error.octets} octets of options; allowed: up to ${error.max}`;
		case 'raw-options':
			return `at ${found}; allowed there: whole options in hexadecimal`;
	}
}

export const scriptEn = {
	mistake: (complaint: Complaint): string => {
		switch (complaint.code) {
			case 'unexpected':
				return `cannot read ${shown(complaint.found)} here; ${allowedList(complaint.allowed)}`;
			case 'missing':
				return `the line ends too early; ${allowedList(complaint.allowed)}`;
			case 'unclosed-string':
				return 'the string does not end; a closing " is needed in the same line (\\" stands for a quote, \\n for a new line)';
			case 'bad-escape':
				return `${shown(complaint.found)} is no escape; allowed: \\n \\t \\" \\\\ \\xHH`;
			case 'bad-segment':
				return `${shown(complaint.found)} is no segment ${notationWords(complaint.reason)}; form: [SPORT > DPORT] FLAGS SEQ:SEQ(LEN) [ack N] [win N] [urg N] [<options>]`;
			case 'unknown-name':
				return `${complaint.host}:${complaint.name} is not made above; allowed: ${complaint.known.join(', ') || 'a name given with "as" in a line above'}`;
			case 'name-taken':
				return `${complaint.name} is made in line ${complaint.firstLine} already; a name stands for one socket, choose another`;
			case 'cue-taken':
				return `the cue "${shown(complaint.name)}" stands in line ${complaint.firstLine} already; each needs a name of its own`;
			case 'twice':
				return `${complaint.word} stands in line ${complaint.firstLine} already; it is allowed once`;
			case 'head-late':
				return `${complaint.word} belongs to the head of the script; it is allowed above line ${complaint.firstLine} only`;
		}
	},
	file: {
		missing: 'no such file, and no built-in scenario of that name; tcp-tui scenarios lists those',
		folder: 'is a folder; a scenario is a text file',
		tooBig: 'is larger than 1 MiB; a scenario may be as large as that',
		notUtf8: 'is not UTF-8 text; a scenario is UTF-8 text',
		nul: 'holds a NUL byte; a scenario is plain text',
		unreadable: (code: string) => `cannot be read (${code})`,
		unwritable: (code: string) => `cannot be written (${code}); --output takes the name of a file`,
	},
	run: {
		usage: 'run needs one scenario: a built-in name, a file, or - for what comes in; tcp-tui scenarios lists the built-in ones',
		format: (given: string, allowed: readonly string[]) => `--format ${shown(given)} is not known; allowed: ${allowed.join(', ')}`,
		host: 'a packetdrill script is seen from one host; --host client or --host server says from which',
		failed: (text: string, found: string) => `${shown(text)} failed; found: ${shown(found)}`,
		refused: (text: string, why: string) => `${shown(text)} could not be done: ${why}`,
	},
	scenariosUsage: 'scenarios takes no words; it lists the built-in ones',
};

export type ScriptWords = typeof scriptEn;
