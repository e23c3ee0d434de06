/** The last row: the host, its keys that make sense now, the packet's, time and help; or one line that answers the last key. */
import type {KeyHint, StatusView} from '../../app/store-type.js';
import {cells} from '../../export/cells.js';
import type {Catalogue} from '../../locale/index.js';
import {fit, type Line, plain} from '../line.js';

type Section = {readonly title: string; readonly hints: readonly KeyHint[] /** What stands before it. */; readonly gap: string};

const bar = ' | ';
const close = '  ';

function sections({host, hostKeys, packet, timeKeys, helpKeys, isShort}: StatusView, words: Catalogue): readonly Section[] {
	return [
		{title: words.screen.plates[host], hints: hostKeys, gap: ''},
		...(packet === undefined ? [] : [{title: `#${packet.n}:`, hints: packet.keys, gap: bar}]),
		{title: '', hints: timeKeys, gap: bar},
		{title: '', hints: helpKeys, gap: isShort && timeKeys.length > 0 ? close : bar},
	];
}

/** Without its keys a packet or a time section says nothing; the host's name stays. */
const isDrawn = ({title, hints}: Section, index: number): boolean => hints.length > 0 || (index === 0 && title !== '');

function textOfSection({title, hints}: Section, index: number, words: Catalogue): string {
	const keys = hints.map(({keys: names, word}) => `${names.map(words.keys.keyName).join(' ')} ${words.keys.status[word]}`).join(close);
	const gap = title === '' || keys === '' ? '' : index === 0 ? close : ' ';
	return title + gap + keys;
}

function textOfAll(all: readonly Section[], words: Catalogue): string {
	const drawn = all.filter(isDrawn);
	return ` ${drawn.map((section, index) => (index === 0 ? '' : section.gap) + textOfSection(section, index, words)).join('')}`;
}

/** Leaves out the hint with the highest number; undefined: nothing more may go. */
function without(all: readonly Section[]): readonly Section[] | undefined {
	const highest = Math.max(0, ...all.flatMap(({hints}) => hints.map(({cut}) => cut)));
	if (highest === 0) return undefined;
	return all.map(section => {
		const at = section.hints.findLastIndex(({cut}) => cut === highest);
		return at < 0 ? section : {...section, hints: section.hints.filter((_, index) => index !== at)};
	});
}

export function statusLine(view: StatusView, words: Catalogue, columns: number): Line {
	let all = sections(view, words);
	let text = textOfAll(all, words);
	while (cells(text) > columns) {
		const fewer = without(all);
		if (fewer === undefined) break;
		all = fewer;
		text = textOfAll(all, words);
	}
	return fit([plain(text)], columns);
}
