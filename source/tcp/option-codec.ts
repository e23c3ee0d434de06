/** TCP options as octets and back (RFC 9293 § 3.1, 3.2; RFC 7323 § 2, 3; RFC 2018 § 2, 3). */

import type {Option} from './segment.js';
import {seq} from './seq.js';

/** The data offset counts to fifteen 32-bit words, five of them the fixed header. */
export const maxOptionOctets = 40;

const codes = {eol: 0, nop: 1, mss: 2, wscale: 3, sackOK: 4, sack: 5, TS: 8} as const;

const word = (value: number): number[] => [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const withLength = (code: number, data: readonly number[]): number[] => [code, data.length + 2, ...data];

/** One option, without pads. */
export function encodeOption(option: Option): number[] {
	switch (option.kind) {
		case 'eol':
		case 'nop':
			return [codes[option.kind]];
		case 'mss':
			return withLength(codes.mss, [(option.value >>> 8) & 255, option.value & 255]);
		case 'wscale':
			return withLength(codes.wscale, [option.shift & 255]);
		case 'sackOK':
			return withLength(codes.sackOK, []);
		case 'sack':
			return withLength(
				codes.sack,
				option.blocks.flatMap(block => [...word(block.from), ...word(block.to)]),
			);
		case 'TS':
			return withLength(codes.TS, [...word(option.val), ...word(option.ecr)]);
		case 'unknown':
			return withLength(option.code, option.data);
	}
}

/** Octets that these options take in the header, pads to 32 bits included. */
export function optionOctets(options: readonly Option[]): number {
	let sum = 0;
	for (const option of options) sum += lengthOf(option);
	return (sum + 3) & ~3;
}

function lengthOf(option: Option): number {
	switch (option.kind) {
		case 'eol':
		case 'nop':
			return 1;
		case 'sackOK':
			return 2;
		case 'wscale':
			return 3;
		case 'mss':
			return 4;
		case 'TS':
			return 10;
		case 'sack':
			return 2 + 8 * option.blocks.length;
		case 'unknown':
			return 2 + option.data.length;
	}
}

/** All options in a row, padded with end-of-option-list octets to a multiple of 32 bits (MUST-69). */
export function encodeOptions(options: readonly Option[]): number[] {
	const octets = options.flatMap(encodeOption);
	while (octets.length % 4 !== 0) octets.push(codes.eol);
	return octets;
}

/** What may stand behind code and length; undefined: this length does not belong to the code. */
type Decode = (data: DataView) => Option | undefined;

const decoders: Readonly<Record<number, Decode>> = {
	[codes.mss]: data => (data.byteLength === 2 ? {kind: 'mss', value: data.getUint16(0)} : undefined),
	[codes.wscale]: data => (data.byteLength === 1 ? {kind: 'wscale', shift: data.getUint8(0)} : undefined),
	[codes.sackOK]: data => (data.byteLength === 0 ? {kind: 'sackOK'} : undefined),
	[codes.sack]: decodeSack,
	[codes.TS]: data => (data.byteLength === 8 ? {kind: 'TS', val: data.getUint32(0), ecr: data.getUint32(4)} : undefined),
};

function decodeSack(data: DataView): Option | undefined {
	if (data.byteLength === 0 || data.byteLength % 8 !== 0) return undefined;
	const blocks = Array.from({length: data.byteLength / 8}, (_, index) => ({
		from: seq(data.getUint32(index * 8)),
		to: seq(data.getUint32(index * 8 + 4)),
	}));
	return {kind: 'sack', blocks};
}

function decodeOne(code: number, octets: Uint8Array): Option {
	const decoded = decoders[code]?.(new DataView(octets.buffer, octets.byteOffset, octets.length));
	return decoded ?? {kind: 'unknown', code, data: [...octets]};
}

/** Every octet becomes part of an option, those behind the end of the list too (as `eol`); undefined: a length is impossible (MUST-7). */
export function decodeOptions(octets: Uint8Array): readonly Option[] | undefined {
	const options: Option[] = [];
	for (let at = 0; at < octets.length; ) {
		const code = octets[at] ?? 0;
		if (code === codes.eol) return [...options, ...Array.from({length: octets.length - at}, () => ({kind: 'eol'}) as const)];
		const length = code === codes.nop ? 1 : (octets[at + 1] ?? 0);
		if (at + length > octets.length || (length < 2 && code !== codes.nop)) return undefined;
		options.push(code === codes.nop ? {kind: 'nop'} : decodeOne(code, octets.subarray(at + 2, at + length)));
		at += length;
	}
	return options;
}
