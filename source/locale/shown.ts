import {visible} from '../script/escape.js';

/** Something out of a file, fit for a terminal and not too long for a line. */
export function shown(text: string): string {
	const characters = Array.from(visible(text));
	return characters.length > 60 ? `${characters.slice(0, 57).join('')}...` : characters.join('');
}
