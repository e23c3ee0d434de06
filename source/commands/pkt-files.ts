/** The packetdrill scripts that the words of a command line stand for. */
import {promises} from 'node:fs';
import {join} from 'node:path';
import {codeOf} from './script-source.js';

export type PktFile =
	| {readonly name: string; readonly problem?: undefined}
	/** `empty`: a folder without scripts. */
	| {readonly name: string; readonly problem: 'missing' | 'empty'};

/** Files as they are given, folders as the .pkt files in them and below, in order of their names. */
export async function pktFiles(words: readonly string[]): Promise<readonly PktFile[]> {
	const lists = await Promise.all(words.map(filesOf));
	return lists.flat();
}

async function filesOf(name: string): Promise<readonly PktFile[]> {
	if (name === '-') return [{name}];
	try {
		if (!(await promises.stat(name)).isDirectory()) return [{name}];
		const names = await below(name);
		return names.length > 0 ? names.map(one => ({name: one})) : [{name, problem: 'empty'}];
	} catch (error) {
		const isMissing = codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';
		return [isMissing ? {name, problem: 'missing'} : {name}];
	}
}

/** Links to folders are not followed: they may lead back. */
async function below(folder: string): Promise<readonly string[]> {
	const entries = await promises.readdir(folder, {withFileTypes: true});
	const lists = await Promise.all(
		entries.map(entry => {
			const name = join(folder, entry.name);
			if (entry.isDirectory()) return below(name);
			return entry.name.endsWith('.pkt') ? [name] : [];
		}),
	);
	return lists.flat().sort();
}
