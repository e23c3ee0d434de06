import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {readCommands} from '../../source/packetdrill/commands.js';
import {parsePkt} from '../../source/packetdrill/pkt-parser.js';
import {tries} from '../property/tries.js';
import {arbitraryScript} from './arbitrary-script.js';
import {parsed, plain} from './parsed.js';
import {printPkt} from './print-pkt.js';

test('any script that is printed is read as the same script', () => {
	fc.assert(
		fc.property(arbitraryScript, script => {
			const {dialectHints: _, ...read} = parsed(printPkt(script));
			const {dialectHints: __, ...written} = script;
			assert.deepEqual(plain(read), plain(written));
		}),
		tries(),
	);
});

/** Pieces that scripts are made of, in any order. */
const pieces = fc.array(
	fc.oneof(
		fc.constantFrom(
			'0',
			'+.1',
			'...',
			'<',
			'>',
			'S.',
			'.',
			'-',
			'1:1(0)',
			'ack 1',
			'win 5',
			'<nop>',
			'<',
			'\n',
			'--mss=1',
			'#ifdef A',
			'#endif',
		),
		fc.constantFrom(
			'`',
			'%{',
			'}%',
			'"',
			'/*',
			'*/',
			'//',
			'(',
			')',
			'[',
			'{',
			'}',
			']',
			'~',
			'*',
			'|',
			'=',
			'f(',
			'icmp',
			'unreachable',
			'ttl',
		),
		fc.string({maxLength: 5}),
	),
	{maxLength: 40},
);

test('whatever a file holds, it is a script or one mistake at a place that is there', () => {
	fc.assert(
		fc.property(pieces, fc.constantFrom('', ' ', '\n'), (parts, between) => {
			const text = parts.join(between);
			const {mistake} = parsePkt(text, {file: 'a.pkt'});
			if (!mistake) return;
			const lines = text.split('\n');
			assert.ok(mistake.line >= 1 && mistake.line <= lines.length);
			assert.ok(mistake.column >= 1 && mistake.column <= Array.from(lines[mistake.line - 1] ?? '').length + 1);
		}),
		tries(500),
	);
});

test('whatever a command holds, it is read to its end', () => {
	const words = fc.constantFrom(
		'sysctl',
		' ',
		'-w',
		'a=1',
		'"',
		"'",
		'$',
		'((',
		'))',
		'|',
		';',
		'\n',
		'\\',
		'#',
		'>',
		'&',
		'`',
		'grep',
		'1',
		'nstat',
	);
	fc.assert(
		fc.property(fc.array(words, {maxLength: 30}), parts => assert.ok(Array.isArray(readCommands(parts.join(''))))),
		tries(),
	);
});

const many = 100_000;

for (const [name, text] of [
	['brackets', `0 f(${'['.repeat(many)}`],
	['structs', `0 f(${'{a='.repeat(many / 4)}`],
	['terms', `0 f(${'A|'.repeat(many / 2)}A) = 0`],
	['blanks', ' '.repeat(many)],
	['lines', '\n'.repeat(many)],
	['comments', '/**/'.repeat(many / 4)],
	['options', '--a '.repeat(many / 4)],
	['an option with a long value', `--a=${'x'.repeat(many)}`],
	['option without a value', `--a${' '.repeat(many)}0 close(3) = 0`],
	['a string', `0 f("${'\\a'.repeat(many / 2)}`],
	['quotes in a command', `0 \`${'"'.repeat(many)}\``],
	['code', `0 %{${'}'.repeat(many)}`],
	['directives', '#ifdef A\n#endif\n'.repeat(many / 16)],
	['a directive that is no end', `#ifdef A\n${'   #'.repeat(many / 4)}`],
	['events', `0 f() = 0\n${'+0 f() = 0\n'.repeat(many / 12)}`],
	['unsupported events', `0 f() = 0\n${'+0 < udp (1)\n'.repeat(many / 14)}`],
	['flags', `0 < ${'.'.repeat(many)}`],
	['octets', `0 > S 1:1(0) <0x${'00'.repeat(many / 2)}>`],
	['characters of two units', '🙂'.repeat(many / 2)],
] as const)
	test(`a file full of ${name} is read in time, without running out of stack`, () => {
		const {script, mistake} = parsePkt(text, {file: 'a.pkt'});
		assert.ok(script ?? mistake);
	});

for (const [name, text] of [
	['quotes', '"'.repeat(many)],
	['blanks', `a${' '.repeat(many)}b`],
	['separators', ';'.repeat(many)],
	['sums', `$((${'('.repeat(many)}`],
	['many sums', '$((1'.repeat(many / 4)],
	['escapes', `"${'\\"'.repeat(many / 2)}`],
	['redirections', '>'.repeat(many)],
] as const)
	test(`a command full of ${name} is read in time`, () => assert.ok(readCommands(text).length >= 0));
