/** The menus of scenarios and of files to write. */
import {type Scenario, scenarios} from '../../scenarios/index.js';
import type {Menu, MenuItem, WriteFormat} from './menu.js';

function scenarioItem({name, title, intro: [first]}: Scenario): MenuItem {
	return {
		id: name,
		label: {text: name},
		detail: {words: title},
		deed: {kind: 'play', scenario: name},
		...(first && {note: {code: 'intro', words: first}}),
	};
}

export const scenariosMenu = (): Menu => ({name: {menu: 'scenarios'}, items: scenarios.map(scenarioItem)});

/** Extensions by what is written; the number is chosen so that no file is overwritten. */
const extensions: Readonly<Record<WriteFormat, string>> = {
	script: 'tcp',
	text: 'txt',
	json: 'jsonl',
	'packetdrill-client': 'client.pkt',
	'packetdrill-server': 'server.pkt',
};

const formats = ['script', 'text', 'json', 'packetdrill-client', 'packetdrill-server'] as const satisfies readonly WriteFormat[];

/** `lab-1.tcp`, unless there is one. */
export function writeMenu(freeName: (extension: string) => string): Menu {
	return {
		name: {menu: 'write'},
		items: formats.map(format => {
			const file = freeName(extensions[format]);
			const ask = {topic: 'file', before: '', text: '', after: '', format} as const;
			return {
				id: format,
				label: {code: `write-${format}`},
				detail: {text: file},
				deed: {kind: 'write', format, file},
				typing: ask,
				note: {code: 'write'},
			};
		}),
	};
}
