/** `link [from HOST] delay D …` */
import type {Action, LinkChange} from '../sim/action.js';
import {type Cursor, peek, skipWord, unexpected} from './cursor.js';
import {words} from './mistake.js';
import {printDuration, printRate, printShare} from './print-values.js';
import {takeCount, takeDuration, takeHost, takeRate, takeShare} from './values.js';

/** Packets that may wait behind the one being sent. */
const queueRange = {min: 0, max: 1_000_000};

type Syntax = {readonly take: (cursor: Cursor) => number; readonly print: (value: number) => string};

const time: Syntax = {take: takeDuration, print: printDuration};
const share: Syntax = {take: takeShare, print: printShare};

const syntaxes: Readonly<Record<keyof LinkChange, Syntax>> = {
	delay: time,
	jitter: time,
	rate: {take: takeRate, print: printRate},
	queue: {take: cursor => takeCount(cursor, queueRange), print: String},
	loss: share,
	duplicate: share,
	corrupt: share,
	reorder: share,
};

/** In the order in which they are printed. */
const keys = [
	'delay',
	'jitter',
	'rate',
	'queue',
	'loss',
	'duplicate',
	'corrupt',
	'reorder',
] as const satisfies readonly (keyof LinkChange)[];

/** Each value once; at least one. */
export function takeLink(cursor: Cursor): Action {
	const from = skipWord(cursor, 'from') ? takeHost(cursor) : undefined;
	const change: {-readonly [Key in keyof LinkChange]: LinkChange[Key]} = {};
	do {
		const left = keys.filter(key => change[key] === undefined);
		const token = peek(cursor);
		const key = left.find(one => token?.kind === 'word' && one === token.value);
		if (!key) return unexpected(cursor, words(from || peek(cursor) !== cursor.tokens[1] ? left : ['from', ...left]));
		cursor.at++;
		change[key] = syntaxes[key].take(cursor);
	} while (peek(cursor));
	return from ? {do: 'link', from, change} : {do: 'link', change};
}

/** `from client delay 50ms loss 5%` */
export function printLink(change: LinkChange, from?: string): string {
	const pairs = keys.flatMap(key => {
		const value = change[key];
		return value === undefined ? [] : [`${key} ${syntaxes[key].print(value)}`];
	});
	return [from === undefined ? [] : [`from ${from}`], pairs].flat().join(' ');
}
