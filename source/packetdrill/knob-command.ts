/**
 * `` `tcp-tui knob nagle off` ``: the one command of a script that is this program's own, for what neither a socket option nor a
 * sysctl of the other stacks says. Words as in the lab language; sizes in octets, times in seconds.
 */
import type {App, KnobChange} from '../sim/action.js';

type Kind = 'switch' | 'count' | 'seconds' | 'word';

/** How the value of each is written. */
const kinds: Readonly<Record<KnobChange['knob'], Kind>> = {
	isn: 'count',
	app: 'word',
	mss: 'count',
	rcvbuf: 'count',
	sndbuf: 'count',
	nagle: 'switch',
	delayedAck: 'switch',
	keepalive: 'switch',
	sack: 'switch',
	timestamps: 'switch',
	wscale: 'switch',
	ecn: 'word',
	congestion: 'word',
	challengeAck: 'switch',
	quietTime: 'switch',
	synCookies: 'switch',
	msl: 'seconds',
	rtoMin: 'seconds',
	synRetries: 'count',
	retries: 'count',
};

const apps: readonly App[] = ['manual', 'reader', 'echo'];
const words: Readonly<Partial<Record<KnobChange['knob'], readonly string[]>>> = {
	app: apps,
	ecn: ['off', 'on', 'passive'],
	congestion: ['newreno', 'cubic'],
};

const isKnob = (name: string): name is KnobChange['knob'] => Object.hasOwn(kinds, name);

/** `delayedAck` in the program, `delayed-ack` in words. */
const wordOf = (knob: string): string => knob.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
const knobOf = (word: string): string => word.replace(/-[a-z]/g, letters => letters.slice(1).toUpperCase());

const valueWords = {
	switch: (value: unknown) => (value ? 'on' : 'off'),
	count: String,
	seconds: (value: unknown) => String(Number(value) / 1_000_000),
	word: String,
} as const satisfies Record<Kind, (value: unknown) => string>;

/** Without backticks. */
export const knobCommand = ({knob, value}: KnobChange): string => `tcp-tui knob ${wordOf(knob)} ${valueWords[kinds[knob]](value)}`;

/** What such a command says; undefined: it is none, or no knob is turned so. */
export function readKnobCommand(text: string): KnobChange | undefined {
	const [, word = '', written = ''] = /^\s*tcp-tui\s+knob\s+([a-z]+(?:-[a-z]+)*)\s+(\S+)\s*$/.exec(text) ?? [];
	const knob = knobOf(word);
	const value = isKnob(knob) ? valueFrom(knob, written) : undefined;
	return value === undefined ? undefined : ({knob, value} as KnobChange);
}

function valueFrom(knob: KnobChange['knob'], written: string): boolean | number | string | undefined {
	switch (kinds[knob]) {
		case 'switch':
			return written === 'on' ? true : written === 'off' ? false : undefined;
		case 'count':
			return /^\d{1,10}$/.test(written) ? Number(written) : undefined;
		case 'seconds':
			return /^\d{1,9}(\.\d{1,6})?$/.test(written) ? Math.round(Number(written) * 1_000_000) : undefined;
		case 'word':
			return words[knob]?.find(one => one === written);
	}
}
