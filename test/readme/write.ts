/** `npm run picture`: draws the lab's screen in a real terminal and writes it, with the key table, into README.md. */
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';
import {builtProgram, Terminal} from '../terminal/harness.js';
import {keyTable, withSection} from './sections.js';

const project = join(import.meta.dirname, '../..');

async function picture(): Promise<string> {
	const terminal = new Terminal({command: [...builtProgram, 'test/readme/picture.tcp'], columns: 80, rows: 24});
	try {
		await terminal.until(/PAUSED {2}t 1\.400 s/);
		return [
			'```text',
			...terminal
				.text()
				.split('\n')
				.map(row => row.trimEnd()),
			'```',
		].join('\n');
	} finally {
		await terminal.close();
	}
}

const file = join(project, 'README.md');
const readme = readFileSync(file, 'utf8');
writeFileSync(file, withSection(withSection(readme, 'picture', await picture()), 'keys', keyTable()));
process.stdout.write('README.md\n');
