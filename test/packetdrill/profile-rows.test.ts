/** Every behaviour of every stack that is on the list has scripts of our own, and they are about it. */
import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {test} from 'node:test';
import type {ProfileName} from '../../source/tcp/profile.js';
import * as rows from './profile-rows.js';

const {textbookRows, optionRows, timerRows, openingRows, synchronizedRows, timeWaitRows, errorRows, knobRows} = rows;
const sections: Readonly<Record<string, rows.Rows>> = {
	textbook: textbookRows,
	...{'1': optionRows, '2': timerRows, '3': openingRows, '4': synchronizedRows, '5': timeWaitRows, '6': errorRows, '7': knobRows},
};

const folder = join(import.meta.dirname, 'scripts');
const stacks: readonly ProfileName[] = ['freebsd', 'linux', 'textbook'];
const namesOf = (scripts: string | undefined): readonly string[] => scripts?.split(' ') ?? [];

for (const [section, list] of Object.entries(sections))
	for (const [row, scripts] of list)
		test(`§ ${section}, ${row}: there are scripts`, () => {
			const files = stacks.flatMap(stack => namesOf(scripts[stack]).map(name => `${stack}/${name}.pkt`));
			assert.ok(files.length > 0);
			assert.deepEqual(
				files.filter(name => !existsSync(join(folder, name))),
				[],
			);
		});

test('no row stands on the list twice', () => {
	const keys = Object.entries(sections).flatMap(([section, list]) => list.map(([row]) => `${section} ${row}`));
	assert.deepEqual(
		keys.filter((key, index) => keys.indexOf(key) !== index),
		[],
	);
});

/** The list itself, where it is at hand beside the project. */
const document = resolve(import.meta.dirname, '../../../shared/tcp/PROFILES.md');
const skip = existsSync(document) ? false : 'the list is not here';

type Stated = {readonly section: string; readonly row: string; readonly stacks: readonly string[]};

/** Its tables, row by row, with the columns that say something. */
function stated(): readonly Stated[] {
	const found: Stated[] = [];
	let section = 'textbook';
	let columns: readonly string[] | undefined;
	for (const line of readFileSync(document, 'utf8').split('\n')) {
		const heading = /^## (\d)\./.exec(line);
		if (heading) [section, columns] = [heading[1] ?? '', undefined];
		if (!line.startsWith('|') || /^[|\s:-]+$/.test(line)) continue;
		const cells = line
			.split('|')
			.slice(1, -1)
			.map(cell => cell.replaceAll(/[*`]/g, '').trim());
		if (columns === undefined) columns = cells.map(cell => (cell.startsWith('rfc') ? 'textbook' : cell));
		else found.push({section, row: cells[0] ?? '', stacks: columns.filter((_, at) => at > 0 && !/^-?$/.test(cells[at] ?? ''))});
	}
	return found;
}

test('every row of the list is covered for every stack that it is about', {skip}, () => {
	const uncovered = stated().flatMap(({section, row, stacks: wanted}) => {
		const [, scripts] =
			sections[section]?.find(([name]) => name === row || (name.endsWith('…') && row.startsWith(name.slice(0, -1)))) ?? [];
		const missing = wanted.filter(stack => !scripts || !Object.hasOwn(scripts, stack));
		return missing.length > 0 ? [`§ ${section} ${row}: ${missing.join(', ')}`] : [];
	});
	assert.deepEqual(uncovered, []);
	assert.ok(stated().length > 0);
});

test('every script that names sections of the list is on it', () => {
	const listed = new Set(
		Object.values(sections).flatMap(list =>
			list.flatMap(([, scripts]) => stacks.flatMap(stack => namesOf(scripts[stack]).map(name => `${stack}/${name}.pkt`))),
		),
	);
	const naming = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(
		name => name.endsWith('.pkt') && /^\/\/ PROFILES/m.test(readFileSync(join(folder, name), 'utf8')),
	);
	assert.deepEqual(
		naming.filter(name => !listed.has(name)),
		[],
	);
	assert.ok(naming.length > 0);
});
