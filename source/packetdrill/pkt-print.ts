/** The parts of a packetdrill script as text: what the parser reads back as the same. Times stand in a column of their own. */
import type {PktEvent, PktScript, PktTime} from './pkt.js';
import {actionWords} from './pkt-print-action.js';

/** Decimal seconds, no more digits than it takes. */
export function secondsWords(us: number): string {
	const fraction = String(us % 1_000_000)
		.padStart(6, '0')
		.replace(/0+$/, '');
	return `${Math.floor(us / 1_000_000)}${fraction && '.'}${fraction}`;
}

function timeWords(time: PktTime): string {
	switch (time.kind) {
		case 'absolute':
			return secondsWords(time.at);
		case 'relative':
			return `+${secondsWords(time.at)}`;
		case 'absolute-range':
			return `${secondsWords(time.from)}~${secondsWords(time.to)}`;
		case 'relative-range':
			return `+${secondsWords(time.from)}~+${secondsWords(time.to)}`;
		case 'any':
			return '*';
	}
}

const whenWords = ({time, end}: PktEvent): string => `${timeWords(time)}${end === undefined ? '' : `...${secondsWords(end)}`}`;

/** Cells of the widest time that others are lined up with; a blocking call may stand out. */
const widestTime = 12;

/** So that the times of these events end below each other. */
export const timeCells = (events: readonly PktEvent[]): number =>
	events.reduce((widest, event) => {
		const cells = whenWords(event).length;
		return cells > widestTime ? widest : Math.max(widest, cells);
	}, 0);

/** One event, its time right-aligned in so many cells. */
export const eventWords = (event: PktEvent, cells = 0): string => `${whenWords(event).padStart(cells)} ${actionWords(event.action)}`;

export const profileLine = (name: string): string => `// tcp-tui profile ${name}`;

/** Blanks and comments end a value that has no quotes, where no "string" or `command` inside holds them; quotes around all of it are no part of it. */
const isBare = (value: string): boolean => /^(?:"[^"]*"|`[^`]*`|(?!\/\/|\/\*)[^\s"`])+$/.test(value) && !/^".*"$/s.test(value);
const optionValue = (value: string): string => (isBare(value) ? value : `"${value}"`);

export const optionLine = ({name, value}: PktScript['options'][number]): string =>
	`--${name}${value === undefined ? '' : `=${optionValue(value)}`}`;
