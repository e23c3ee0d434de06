/** How the value of a sysctl is read. */
import type {Knobs} from '../../tcp/profile.js';

type KnobsFor<Value> = {[Name in keyof Knobs]-?: Value extends Knobs[Name] ? Name : never}[keyof Knobs];

/** Undefined: this program does not do what the value asks for. */
export type Read = (value: string) => Partial<Knobs> | undefined;

const integer = (value: string): number | undefined => (/^-?\d{1,15}$/.test(value) ? Number(value) : undefined);

export const toggle =
	(...knobs: readonly KnobsFor<boolean>[]): Read =>
	value => {
		const number = integer(value);
		return number === undefined ? undefined : Object.fromEntries(knobs.map(knob => [knob, number !== 0]));
	};

/** `times`: µs or octets in one of its units; `plus`: what the kernel does not count; other values than from `min` to `max` are refused. */
export const count =
	(knob: KnobsFor<number>, {times = 1, plus = 0, min = 0, max = Number.MAX_SAFE_INTEGER} = {}): Read =>
	value => {
		const number = integer(value);
		return number === undefined || number < min || number > max ? undefined : {[knob]: number * times + plus};
	};

export const milliseconds = (knob: KnobsFor<number>): Read => count(knob, {times: 1000});
export const seconds = (knob: KnobsFor<number>): Read => count(knob, {times: 1_000_000});

/** To whole microseconds. */
export const nanoseconds =
	(knob: KnobsFor<number>): Read =>
	value => {
		const number = integer(value);
		return number === undefined || number < 0 ? undefined : {[knob]: Math.floor(number / 1000)};
	};

/** By what is written; what is not listed is not done. */
export const choice =
	(changes: Readonly<Record<string, Partial<Knobs>>>): Read =>
	value =>
		Object.hasOwn(changes, value) ? changes[value] : undefined;

/** Nothing that this program does depends on it. */
export const noEffect: Read = () => ({});

/** Nothing depends on it as long as it has one of these values. */
export const only =
	(...values: readonly string[]): Read =>
	value =>
		values.includes(value) ? {} : undefined;

/** As both stacks number it. */
export const ecn = choice({0: {ecn: 'off'}, 1: {ecn: 'on'}, 2: {ecn: 'passive'}});
