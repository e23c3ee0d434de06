/** Tokens of a code block: Python's, as far as assertions need them. */
import type {Place} from './pkt.js';

export type CodeToken = {
	readonly kind: 'integer' | 'name' | 'string' | 'sign' /** A new line or `;`. */ | 'end';
	readonly text: string;
	readonly place: Place;
	/** Where it begins and ends in the text of the block. */
	readonly from: number;
	readonly to: number;
};

const blanks = /[^\S\n]+|\\\r?\n|#.*/y;
const kinds = [
	['integer', /(?:0[xX][\da-fA-F]+|\d+)(?![\w.])/y],
	['name', /[A-Za-z_]\w*/y],
	['string', /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'/y],
	['end', /[\n;]/y],
	['sign', /==|!=|<=|>=|<<|>>|\/\/|\*\*|[\s\S]/uy],
] as const;

const matchAt = (pattern: RegExp, text: string, at: number): string => {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0] ?? '';
};

/** `start`: where the text begins in the script. Inside brackets a new line is a blank. */
export function lexCode(text: string, start: Place): readonly CodeToken[] {
	const tokens: CodeToken[] = [];
	let place = start;
	let depth = 0;
	for (let at = 0; at < text.length; ) {
		const blank = matchAt(blanks, text, at);
		const found = blank === '' ? tokenAt(text, at) : undefined;
		const passed = found?.text ?? blank;
		if (found) depth = Math.max(0, depth + depthChange(found));
		if (found && !(depth > 0 && passed === '\n')) tokens.push({...found, place, from: at, to: at + passed.length});
		place = behind(place, passed);
		at += passed.length;
	}
	return [...tokens, {kind: 'end', text: '', place, from: text.length, to: text.length}];
}

function tokenAt(text: string, at: number): Pick<CodeToken, 'kind' | 'text'> | undefined {
	for (const [kind, pattern] of kinds) {
		const found = matchAt(pattern, text, at);
		if (found !== '') return {kind, text: found};
	}
	return undefined;
}

function depthChange({kind, text}: Pick<CodeToken, 'kind' | 'text'>): number {
	if (kind !== 'sign') return 0;
	return Number('([{'.includes(text)) - Number(')]}'.includes(text));
}

function behind({line, column}: Place, passed: string): Place {
	const breaks = passed.split('\n').length - 1;
	const rest = Array.from(passed.slice(passed.lastIndexOf('\n') + 1)).length;
	return breaks > 0 ? {line: line + breaks, column: rest + 1} : {line, column: column + rest};
}
