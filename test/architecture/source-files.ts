import {readdirSync, readFileSync} from 'node:fs';
import {join, posix, resolve} from 'node:path';

const folder = resolve(import.meta.dirname, '../../source');

/** Names are relative to source, with slashes. */
export type SourceFile = {readonly name: string; readonly text: string};

export const sourceFiles: readonly SourceFile[] = readdirSync(folder, {recursive: true, encoding: 'utf8'})
	.filter(name => /\.tsx?$/.test(name))
	.map(name => ({name: name.replaceAll('\\', '/'), text: readFileSync(join(folder, name), 'utf8')}))
	.sort((a, b) => a.name.localeCompare(b.name));

export const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{}])\/\/.*$/gm, '$1');

/** What a file imports, types included: relative paths resolved below source, packages as written. */
export const importsOf = ({name, text}: SourceFile): readonly string[] =>
	Array.from(withoutComments(text).matchAll(/(?:\bfrom\s+|\bimport\s+|\bimport\()'([^'\s]+)'/g), ([, path = '']) =>
		path.startsWith('.') ? posix.join(posix.dirname(name), path) : path,
	);

/** The folder below source, or the file that lies there itself. */
export const partOf = (name: string): string => name.split('/')[0]?.replace(/\.[jt]sx?$/, '') ?? '';
