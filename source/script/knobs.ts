/** `HOST KNOB VALUE`: how each knob's value is read and written. */
import type {App, KnobChange, LabKnob} from '../sim/action.js';
import type {CongestionName, Knobs} from '../tcp/profile.js';
import {type Cursor, takeChoice} from './cursor.js';
import {printDuration, printSize} from './print-values.js';
import {takeCount, takeDuration, takeSeq, takeSize} from './values.js';

const apps = ['manual', 'reader', 'echo'] as const satisfies readonly App[];

const algorithms = ['newreno', 'cubic'] as const satisfies readonly CongestionName[];

/** The MSS option has 16 bits; an MSS of 0 could never carry anything. */
const mssRange = {min: 1, max: 65535};
const retryRange = {min: 0, max: 255};

const ecnWishes = ['on', 'off', 'passive'] as const satisfies readonly Knobs['ecn'][];

type KnobSyntax = {
	readonly word: string;
	readonly take: (cursor: Cursor) => KnobChange;
	readonly print: (change: KnobChange) => string | undefined;
};

/** The type of the knobs' values decides how they are written. */
type SwitchKnob = {[Name in LabKnob]: Knobs[Name] extends boolean ? Name : never}[LabKnob];
type NumberKnob = {[Name in LabKnob]: NonNullable<Knobs[Name]> extends number ? Name : never}[LabKnob];

const isOn = (cursor: Cursor): boolean => takeChoice(cursor, ['on', 'off']) === 'on';

const switchKnob = (word: string, knob: SwitchKnob): KnobSyntax => ({
	word,
	take: cursor => ({knob, value: isOn(cursor)}),
	print: change => (change.knob === knob ? (change.value ? 'on' : 'off') : undefined),
});

type NumberSyntax = {readonly take: (cursor: Cursor) => number; readonly print: (value: number) => string};

const numberKnob = (word: string, knob: NumberKnob | 'isn', {take, print}: NumberSyntax): KnobSyntax => ({
	word,
	take: cursor => ({knob, value: take(cursor)}),
	print: change => (change.knob === knob ? print(Number(change.value)) : undefined),
});

const size: NumberSyntax = {take: cursor => takeSize(cursor, 1), print: printSize};
const time: NumberSyntax = {take: takeDuration, print: printDuration};
const retries: NumberSyntax = {take: cursor => takeCount(cursor, retryRange), print: String};

/** In the order in which the README lists them. */
const syntaxes: readonly KnobSyntax[] = [
	numberKnob('isn', 'isn', {take: takeSeq, print: String}),
	numberKnob('mss', 'mss', {take: cursor => takeCount(cursor, mssRange), print: String}),
	numberKnob('rcvbuf', 'rcvbuf', size),
	numberKnob('sndbuf', 'sndbuf', size),
	switchKnob('nagle', 'nagle'),
	switchKnob('delayed-ack', 'delayedAck'),
	switchKnob('keepalive', 'keepalive'),
	switchKnob('sack', 'sack'),
	switchKnob('timestamps', 'timestamps'),
	switchKnob('wscale', 'wscale'),
	{
		word: 'ecn',
		take: cursor => ({knob: 'ecn', value: takeChoice(cursor, ecnWishes)}),
		print: change => (change.knob === 'ecn' ? change.value : undefined),
	},
	switchKnob('challenge-ack', 'challengeAck'),
	switchKnob('quiet-time', 'quietTime'),
	switchKnob('syn-cookies', 'synCookies'),
	numberKnob('msl', 'msl', time),
	numberKnob('rto-min', 'rtoMin', time),
	numberKnob('syn-retries', 'synRetries', retries),
	numberKnob('retries', 'retries', retries),
	{
		word: 'congestion',
		take: cursor => ({knob: 'congestion', value: takeChoice(cursor, algorithms)}),
		print: change => (change.knob === 'congestion' ? change.value : undefined),
	},
	{
		word: 'app',
		take: cursor => ({knob: 'app', value: takeChoice(cursor, apps)}),
		print: change => (change.knob === 'app' ? change.value : undefined),
	},
];

export const knobWords: readonly string[] = syntaxes.map(({word}) => word);

/** The knob whose word was just taken; undefined when it is none. */
export const knobReader = (word: string): ((cursor: Cursor) => KnobChange) | undefined =>
	syntaxes.find(syntax => syntax.word === word)?.take;

/** `nagle off` */
export function printKnob(change: KnobChange): string {
	for (const {word, print} of syntaxes) {
		const value = print(change);
		if (value !== undefined) return `${word} ${value}`;
	}
	throw new Error(`the knob ${change.knob} has no word`);
}
