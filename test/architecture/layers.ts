import {importsOf, partOf, type SourceFile, withoutComments} from './source-files.js';

/** From the bottom to the top: a file imports from its own part and from parts before it. */
const layers: readonly string[] = [
	...['tcp', 'net', 'host', 'sim', 'packetdrill', 'script', 'scenarios', 'export', 'view', 'app', 'locale', 'ui', 'commands', 'cli'],
];

/** Makes the bundle; no part of the program. */
const apart = 'build';

const pure: ReadonlySet<string> = new Set(['tcp', 'net', 'host', 'sim']);

/** What only some parts may import. */
const packages: Readonly<Record<string, readonly string[]>> = {
	react: ['ui', 'commands'],
	ink: ['ui', 'commands'],
	'ink-select-input': ['ui'],
	meow: ['commands'],
	node: ['ui', 'commands', 'cli'],
};

const effects: readonly (readonly [string, RegExp])[] = [
	['a clock', /\bDate\b|\bperformance\b/],
	['a timer', /\b(set|clear)(Timeout|Interval|Immediate)\b|\bqueueMicrotask\b/],
	['chance of its own', /\bMath\.random\b|\bcrypto\b/],
	['the process', /\bprocess\b|\bconsole\b|\bglobalThis\b/],
];

function importComplaint(from: string, imported: string): string | undefined {
	if (imported.includes('/') || !imported.startsWith('node:')) {
		const to = partOf(imported);
		if (from === apart || to === apart) return from === to ? undefined : `imports ${imported}, which makes the bundle`;
		if (layers.includes(to)) return layers.indexOf(to) <= layers.indexOf(from) ? undefined : `imports ${imported}, which is above it`;
	}
	const name = imported.startsWith('node:') ? 'node' : imported;
	return packages[name]?.includes(from) ? undefined : `imports ${imported}, which is not for ${from}`;
}

/** Sentences about what a file does that its place forbids. */
export function complaintsAbout(file: SourceFile): readonly string[] {
	const part = partOf(file.name);
	if (part !== apart && !layers.includes(part)) return [`${file.name} lies in no layer`];
	const imports = part === apart ? [] : importsOf(file).flatMap(imported => importComplaint(part, imported) ?? []);
	const text = withoutComments(file.text);
	const impurities = pure.has(part) ? effects.filter(([, pattern]) => pattern.test(text)).map(([what]) => `knows ${what}`) : [];
	return [...imports, ...impurities].map(complaint => `${file.name} ${complaint}`);
}
