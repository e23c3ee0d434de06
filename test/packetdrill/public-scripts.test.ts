import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {test} from 'node:test';
import {parseCode} from '../../source/packetdrill/code-block.js';
import {readCommands} from '../../source/packetdrill/commands.js';
import type {PktScript} from '../../source/packetdrill/pkt.js';
import {profileOf} from '../../source/packetdrill/pkt-guess.js';
import {parsePkt} from '../../source/packetdrill/pkt-parser.js';
import {parsed, plain} from './parsed.js';
import {printPkt} from './print-pkt.js';

/** Scripts of the public suites, which lie beside the project where they are at hand. */
const folder = resolve(import.meta.dirname, '../../../shared/conformance');
const skip = existsSync(folder) ? false : 'the public suites are not here';
const files = skip ? [] : readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.pkt'));
const read = (file: string, defined: string) => parsePkt(readFileSync(join(folder, file), 'utf8'), {file, defined: [defined]});

const scripts = (): readonly PktScript[] => ['FreeBSD', 'STANDARD'].flatMap(name => files.flatMap(file => read(file, name).script ?? []));

test('the public scripts are read', {skip}, () => {
	const mistakes = files.flatMap(file => ['FreeBSD', 'STANDARD'].flatMap(name => read(file, name).mistake ?? []));
	assert.deepEqual(mistakes, []);
	assert.ok(files.length > 0);
});

test('each of them tells its stack', {skip}, () => {
	const untold = files.filter(file => profileOf(readFileSync(join(folder, file), 'utf8')) === undefined);
	assert.deepEqual(untold, []);
});

test('their commands and code blocks are all understood', {skip}, () => {
	const actions = scripts().flatMap(({events}) => events.map(({action}) => action));
	const texts = actions.flatMap(action => (action.kind === 'command' ? [action.text] : []));
	texts.push(...scripts().flatMap(({init, cleanup}) => [init?.text ?? '', cleanup?.text ?? '']));
	const commands = texts.flatMap(readCommands).filter(({kind}) => kind === 'unsupported');
	const blocks = actions.flatMap(action => (action.kind === 'code' ? (parseCode(action.text, action.place).unsupported ?? []) : []));
	assert.deepEqual([commands, blocks], [[], []]);
});

test('printed, they are read as the same', {skip}, () => {
	const printable = scripts().filter(({unsupported}) => unsupported.length === 0);
	for (const {dialectHints: _, ...script} of printable) {
		const {dialectHints: __, ...again} = parsed(printPkt({...script, dialectHints: []}));
		assert.deepEqual(plain({...again, file: script.file}), plain(script), script.file);
	}
});
