/** Keys in English: their names, the words beside them in the status bar, and the line that says what a key did or why it did nothing. */

import type {Complaint, Message, Notice} from '../../app/message.js';
import type {StatusWord} from '../../app/store-type.js';
import type {Wordless} from '../../export/packetdrill/deeds.js';
import {keyNames} from '../key-names.js';
import {formatEn} from './format.js';
import {packetdrillEn} from './packetdrill.js';
import {refusalsEn} from './refusals.js';

const {host, owner, capital} = formatEn;

const keyName = keyNames('Space');

const status: Readonly<Record<StatusWord, string>> = {
	'other-host': 'other host',
	listen: 'listen',
	connect: 'connect',
	accept: 'accept',
	send: 'send',
	receive: 'recv',
	shutdown: 'half-close',
	close: 'close',
	abort: 'abort',
	drop: 'drop',
	duplicate: 'copy',
	delay: 'delay',
	mark: 'mark',
	details: 'details',
	pause: 'pause',
	'go-on': 'go on',
	step: 'step',
	'step-back': 'back',
	present: 'to the present',
	scenarios: 'scenarios',
	knobs: 'knobs',
	diagram: 'states',
	help: 'help',
	quit: 'quit',
};

const times = (factor: number): string => (factor >= 1 ? `${factor} times` : `1/${Math.round(1 / factor)}`);

function complaint(message: Complaint): string {
	switch (message.code) {
		case 'nothing-in-flight':
			return 'nothing is in flight. D drops the next packet that this host sends.';
		case 'not-in-flight':
			return `#${message.packet} is no longer in flight${message.fate === 'delivered' ? ': it has arrived' : ''}. Esc lets go of it.`;
		case 'host-down':
			return `${host(message.host)} is down: every call would fail (ENETDOWN). k restarts it.`;
		case 'no-socket':
			return `${host(message.host)} has no socket yet. l listens, c connects.`;
		case 'no-listener':
			return `${host(message.host)} has no listener to accept from. l listens.`;
		case 'one-socket':
			return `${host(message.host)} has no other socket to pick.`;
		case 'only-listener':
			return `socket ${message.socket} listens; it carries no data. Up and Down pick another, c connects.`;
		case 'already-closed':
			return `socket ${message.socket} is closed already; what is left goes by itself. c connects anew.`;
		case 'already-shut':
			return `socket ${message.socket} has sent its FIN already. x closes it, r still receives.`;
		case 'ended':
			return `socket ${message.socket} is gone. c connects anew, Up and Down pick another.`;
		case 'not-accepted':
			return `no program has socket ${message.socket} yet. a accepts it${message.isComplete ? '' : ' as soon as the third segment has come'}.`;
		case 'nothing-due':
			return 'nothing is in flight and no timer runs: somebody has to act.';
		case 'at-beginning':
			return 'this is the beginning.';
		case 'at-present':
			return 'this is the present.';
		case 'no-packet':
			return 'no packet has been sent yet.';
		case 'oldest':
			return 'this is the oldest packet.';
		case 'newest':
			return 'this is the newest packet.';
		case 'nothing-open':
			return 'nothing is open or chosen. q quits.';
		case 'unknown':
			return 'this key has no meaning. ? shows all keys.';
		case 'held':
			return 'Esc closes this first.';
		case 'choose':
			return 'Up and Down choose, Enter does it, Esc goes back.';
		case 'text-only':
			return 'type the text, Enter takes it, Esc goes back.';
		case 'fastest':
			return `it goes no faster than ${times(message.factor)} the usual pace.`;
		case 'slowest':
			return `it goes no slower than ${times(message.factor)} of the usual pace.`;
		case 'refused':
			return refusalsEn.text(message.refusal);
		case 'save-failed':
			return fileError(message.file, message.error);
		case 'unsayable':
			return unsayable(message);
	}
}

const errors: Readonly<Record<string, string>> = {
	EEXIST: 'there is one already; type another name',
	EACCES: 'no permission to write there',
	EPERM: 'no permission to write there',
	EROFS: 'the disk is read-only',
	ENOSPC: 'the disk is full',
	ENOENT: 'no such folder, or no name',
	EISDIR: 'this is a folder',
};

const fileError = (file: string, error: string): string => `cannot write ${file}: ${errors[error] ?? error}.`;

const unsayable = (wordless: Wordless): string => `${packetdrillEn.unsayable(wordless.unsayable, wordless.host)}.`;

function notice(message: Notice): string {
	switch (message.code) {
		case 'forked':
			return `You act: ${message.title} ends here, the lab goes on from this moment. m starts it again.`;
		case 'forked-past':
			return `You act in the past: what came after, ${message.by} ${message.by === 1 ? 'event' : 'events'}, is left behind on its own branch.`;
		case 'saved':
			return `Saved in ${message.file}.`;
		case 'pace':
			return message.factor === 1 ? 'The usual pace.' : `${capital(times(message.factor))} the usual pace.`;
		case 'disarmed':
			return `Disarmed: ${owner(host(message.host))} next packet is left alone.`;
		case 'scenario-ended':
			return message.failed === 0
				? `${message.title} has ended; the lab goes on, all keys work. m: another scenario.`
				: `${message.title} has ended; ${message.failed} of its expectations failed. All keys work.`;
	}
}

export const keysEn = {
	keyName,
	status,
	fileError,
	unsayable,
	/** The whole line. */
	message: (message: Message): string =>
		message.kind === 'complaint' ? `! ${keyName(message.key)}: ${complaint(message)}` : notice(message),
};

export type KeysWords = typeof keysEn;
