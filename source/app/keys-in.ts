/**
 * Several keys arrive as one string: 'jjj', 'j\r' with `key.return` false, '中文', pasted text. Only named keys come singly.
 * Here they become one name each: 'l', 'tab', 'space', 'return', 'up', 'ctrl-c' …
 */

/** What Ink's useInput tells besides the string; only what is used of it. */
type NamedKeys = {
	readonly upArrow?: boolean;
	readonly downArrow?: boolean;
	readonly leftArrow?: boolean;
	readonly rightArrow?: boolean;
	readonly pageDown?: boolean;
	readonly pageUp?: boolean;
	readonly home?: boolean;
	readonly end?: boolean;
	readonly return?: boolean;
	readonly escape?: boolean;
	readonly ctrl?: boolean;
	readonly meta?: boolean;
	readonly tab?: boolean;
	readonly backspace?: boolean;
	readonly delete?: boolean;
};

/** Ink calls the DEL octet of a Backspace key `delete`: both mean the same here. */
const named: readonly (readonly [keyof NamedKeys, string])[] = [
	['upArrow', 'up'],
	['downArrow', 'down'],
	['leftArrow', 'left'],
	['rightArrow', 'right'],
	['pageDown', 'pagedown'],
	['pageUp', 'pageup'],
	['home', 'home'],
	['end', 'end'],
	['return', 'return'],
	['escape', 'escape'],
	['tab', 'tab'],
	['backspace', 'backspace'],
	['delete', 'backspace'],
];

const control: Readonly<Record<string, string>> = {
	' ': 'space',
	'\r': 'return',
	'\n': 'return',
	'\t': 'tab',
	'\x7f': 'backspace',
	'\b': 'backspace',
	'\x1b': 'escape',
	'\x03': 'ctrl-c',
};

/** Octets below space that are no key of ours would only make a mess of a text entry. */
const isKey = (name: string): boolean => name.length > 1 || name >= ' ';

/** What is left of an escape sequence that Ink does not know, after it took the ESC away. */
const leftover = /^\[[\d;:<=>?]+[A-Za-z~]$/;

const lettersIn = (input: string): readonly string[] =>
	Array.from(input.replaceAll('\r\n', '\r'), letter => control[letter] ?? letter).filter(isKey);

/** The keys of one input event, in order. Esc that arrives together with a letter looks like Alt and a letter: it counts as both keys. */
export function keysIn(input: string, key: NamedKeys = {}): readonly string[] {
	if (key.ctrl && input !== '') return [`ctrl-${input}`];
	if (leftover.test(input)) return [];
	if (input === '') return named.filter(([flag]) => key[flag]).map(([, name]) => name);
	const letters = lettersIn(input);
	return key.meta ? ['escape', ...letters] : letters;
}

/** The text that a key typed into an entry stands for; none for a named key. */
export const textOf = (key: string): string => (key === 'space' ? ' ' : Array.from(key).length === 1 ? key : '');
