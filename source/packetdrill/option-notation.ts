/** TCP options in packetdrill's words: `mss 1460,nop,wscale 6,sackOK,sack 1:2 3:4,TS val 1 ecr 2,eol`; others as octets, `0xfd04abcd`. */
import {decodeOptions, encodeOption, maxOptionOctets, optionOctets} from '../tcp/option-codec.js';
import type {Option, SackBlock} from '../tcp/segment.js';
import {seq} from '../tcp/seq.js';
import {expectSign, fail, isNext, type Scanner, take, takeNumber} from './scanner.js';

const hex = (octet: number): string => octet.toString(16).padStart(2, '0');

function words(option: Option): string {
	switch (option.kind) {
		case 'eol':
		case 'nop':
		case 'sackOK':
			return option.kind;
		case 'mss':
			return `mss ${option.value}`;
		case 'wscale':
			return `wscale ${option.shift}`;
		case 'sack':
			return ['sack', ...option.blocks.map(({from, to}) => `${from}:${to}`)].join(' ');
		case 'TS':
			return `TS val ${option.val} ecr ${option.ecr}`;
		case 'unknown':
			return `0x${encodeOption(option).map(hex).join('')}`;
	}
}

/** Without the angle brackets; empty for none. */
export const optionWords = (options: readonly Option[]): string => options.map(words).join(',');

const max32 = 0xffffffff;
const readers: Readonly<Record<string, (scanner: Scanner) => readonly Option[]>> = {
	eol: () => [{kind: 'eol'}],
	nop: () => [{kind: 'nop'}],
	sackOK: () => [{kind: 'sackOK'}],
	mss: scanner => [{kind: 'mss', value: takeNumber(scanner, {field: 'mss', min: 0, max: 0xffff})}],
	wscale: scanner => [{kind: 'wscale', shift: takeNumber(scanner, {field: 'wscale', min: 0, max: 255})}],
	sack: scanner => [{kind: 'sack', blocks: readBlocks(scanner)}],
	TS: scanner => [{kind: 'TS', val: readStamp(scanner, 'val'), ecr: readStamp(scanner, 'ecr')}],
};

const allowed = [...Object.keys(readers), '0x'];

function readStamp(scanner: Scanner, field: 'val' | 'ecr'): number {
	expectSign(scanner, field);
	return takeNumber(scanner, {field, min: 0, max: max32});
}

function readBlocks(scanner: Scanner): SackBlock[] {
	const blocks: SackBlock[] = [];
	do {
		const from = takeNumber(scanner, {field: 'sack', min: 0, max: max32});
		expectSign(scanner, ':');
		blocks.push({from: seq(from), to: seq(takeNumber(scanner, {field: 'sack', min: 0, max: max32}))});
	} while (isNext(scanner, /\d/y));
	return blocks;
}

function readRaw(scanner: Scanner, at: number): readonly Option[] {
	const digits = take(scanner, /0x[\da-fA-F]*/y)?.slice(2) ?? '';
	const octets = Uint8Array.from(digits.match(/../g) ?? [], pair => Number.parseInt(pair, 16));
	const options = digits.length % 2 === 0 && octets.length > 0 ? decodeOptions(octets) : undefined;
	if (!options) fail(scanner, {code: 'raw-options'}, at);
	return options ?? [];
}

function readOption(scanner: Scanner): readonly Option[] {
	if (isNext(scanner, /0x/y)) return readRaw(scanner, scanner.at);
	const {at} = scanner;
	const word = take(scanner, /[A-Za-z]+/y) ?? '';
	const reader = Object.hasOwn(readers, word) ? readers[word] : undefined;
	if (!reader) fail(scanner, {code: 'expected', allowed}, at);
	return reader?.(scanner) ?? [];
}

/** From `<` to `>`; undefined for `<...>`, which leaves the options open. */
export function readOptions(scanner: Scanner): readonly Option[] | undefined {
	expectSign(scanner, '<');
	const isAny = take(scanner, /\.{3}/y) !== undefined;
	const start = scanner.at;
	const options = isAny || isNext(scanner, />/y) ? [] : [...readOption(scanner)];
	while (!isAny && take(scanner, /,/y)) options.push(...readOption(scanner));
	if (!isNext(scanner, />/y)) fail(scanner, {code: 'expected', allowed: isAny ? ['>'] : [',', '>']});
	take(scanner, />/y);
	const octets = optionOctets(options);
	if (octets > maxOptionOctets) fail(scanner, {code: 'options-length', octets, max: maxOptionOctets}, start);
	return isAny ? undefined : options;
}
