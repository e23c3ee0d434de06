/** One line that takes the place of the status bar: why a key made no sense, or what an unseen effect was. Codes; words in locale/keys. */
import type {Wordless} from '../export/packetdrill/deeds.js';
import type {HostName, Refusal} from '../sim/action.js';
import type {Fate} from '../sim/trace.js';

/** Begins with `!`: the key changed nothing. `key` as the person pressed it. */
export type Complaint = {readonly kind: 'complaint'; readonly key: string} & (
	| {readonly code: 'nothing-in-flight'; readonly host: HostName}
	| {readonly code: 'not-in-flight'; readonly packet: number; readonly fate: Fate}
	| {readonly code: 'host-down' | 'no-socket' | 'no-listener' | 'one-socket'; readonly host: HostName}
	| {readonly code: 'only-listener' | 'already-closed' | 'already-shut' | 'ended'; readonly host: HostName; readonly socket: number}
	| {readonly code: 'not-accepted'; readonly host: HostName; readonly socket: number; readonly isComplete: boolean}
	| {
			readonly code:
				| 'nothing-due'
				| 'at-beginning'
				| 'at-present'
				| 'no-packet'
				| 'oldest'
				| 'newest'
				| 'nothing-open'
				| 'unknown'
				| 'held'
				| 'choose'
				| 'text-only';
	  }
	| {readonly code: 'fastest' | 'slowest'; readonly factor: number}
	| {readonly code: 'refused'; readonly refusal: Refusal}
	| {readonly code: 'save-failed'; readonly file: string; readonly error: string}
	/** packetdrill has no words for what happened. */
	| ({readonly code: 'unsayable'} & Wordless)
);

/** The key did something that the rest of the screen does not show. */
export type Notice = {readonly kind: 'notice'} & (
	| {readonly code: 'forked'; readonly title: string}
	| {readonly code: 'forked-past'; readonly by: number}
	| {readonly code: 'saved'; readonly file: string}
	| {readonly code: 'pace'; readonly factor: number}
	| {readonly code: 'disarmed'; readonly host: HostName}
	| {readonly code: 'scenario-ended'; readonly title: string; readonly failed: number}
);

export type Message = Complaint | Notice;
