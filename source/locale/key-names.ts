/** Names of the keys that are no letters, as keyboards have them in both languages. */

const names: Readonly<Record<string, string>> = {
	tab: 'Tab',
	up: 'Up',
	down: 'Dn',
	left: 'Left',
	right: 'Right',
	return: 'Enter',
	escape: 'Esc',
	backspace: 'Backspace',
	pagedown: 'PgDn',
	pageup: 'PgUp',
	home: 'Home',
	end: 'End',
};

/** A key is told as people write it: `Ctrl-C`. `space`: the one name that is a word. */
export const keyNames =
	(space: string) =>
	(key: string): string =>
		key === 'space' ? space : (names[key] ?? (key.startsWith('ctrl-') ? `Ctrl-${key.slice(5).toUpperCase()}` : key));
