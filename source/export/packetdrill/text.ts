/** A finished draft as lines: head, settings, events in columns, words as comments. */
import type {PktScript} from '../../packetdrill/pkt.js';
import {eventWords, optionLine, profileLine, timeCells} from '../../packetdrill/pkt-print.js';
import {visible} from '../../script/escape.js';
import {cells, pad, wrapCells} from '../cells.js';
import type {Draft, Item} from './draft.js';

const width = 80;

const comment = (text: string): readonly string[] => wrapCells(visible(text), width - '// '.length).map(line => `// ${line}`);

/** `head`: lines for people, above everything else but the profile. */
export function textOf(script: PktScript, {items}: Draft, head: readonly string[]): readonly string[] {
	const column = timeCells(script.events);
	const events = items.map(item => ({item, line: item.kind === 'event' ? eventWords(item.event, column) : ''}));
	const remarked = Math.max(0, ...events.map(({item, line}) => (item.kind === 'event' && item.remark ? cells(line) : 0)));
	return [
		...(script.firstLineProfile === undefined ? [] : [profileLine(script.firstLineProfile)]),
		...head.flatMap(comment),
		...script.options.map(optionLine),
		...(script.init ? ['', ...`\`${script.init.text}\``.split('\n')] : []),
		'',
		...events.flatMap(({item, line}) => itemLines(item, line, remarked)),
	];
}

function itemLines(item: Item, line: string, remarked: number): readonly string[] {
	switch (item.kind) {
		case 'blank':
			return [''];
		case 'comment':
			return comment(item.text);
		case 'event':
			return [item.remark === undefined ? line : `${pad(line, remarked)}  // ${item.remark}`];
	}
}
