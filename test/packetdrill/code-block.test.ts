import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {evaluateCode, parseCode} from '../../source/packetdrill/code-block.js';
import {tries} from '../property/tries.js';

const start = {line: 7, column: 5};
const values = {tcpi_snd_cwnd: 12, tcpi_state: 1, tcpi_options: 5, tcpi_ca_state: 3, zero: 0, missing: undefined};
const run = (text: string) => evaluateCode(parseCode(text, start), values);

for (const text of [
	'',
	' assert tcpi_snd_cwnd == 12 ',
	'assert tcpi_snd_cwnd == 12, tcpi_snd_cwnd',
	'assert tcpi_snd_cwnd == 12, \'cwnd=%d; "#" \' % tcpi_snd_cwnd',
	'assert 1, f(x)[2] if y else z',
	'assert 1; assert 2 # assert 0\nassert 3;;\n',
	'\tassert tcpi_snd_cwnd \\\n == 12',
	'assert (tcpi_snd_cwnd\n== 12)',
	'assert 10 <= tcpi_snd_cwnd < 13',
	'assert 10 < tcpi_snd_cwnd > 1 != 0',
	'assert tcpi_state == TCPI_ESTABLISHED and tcpi_state == TCP_ESTABLISHED',
	'assert tcpi_state != TCPI_CLOSED',
	'assert tcpi_options == (TCPI_OPT_TIMESTAMPS | TCPI_OPT_WSCALE)',
	'assert tcpi_options & TCPI_OPT_SACK == 0 or not (tcpi_options & TCPI_OPT_SACK)',
	'assert tcpi_ca_state is TCP_CA_Recovery and tcpi_ca_state is not TCP_CA_Loss',
	'assert True and not False and not not 5',
	'assert zero or 7 == (zero or 7)',
	'assert (3 and 7) == 7 and (zero and 7) == 0',
	'assert not 1 == 2',
	'assert 2 + 3 * 4 - 1 == 13 and -(2) == 0 - 2 and +3 == 3 and ~0 == -1',
	'assert 0x10 == 16 and 4294967296 | 1 == 4294967297',
	'assert 2*(1+(2))==6',
	'assert((1))',
])
	test(`holds: ${JSON.stringify(text)}`, () => assert.deepEqual(run(text), {result: 'ok'}));

for (const [text, told, seen, line, column] of [
	['assert tcpi_snd_cwnd == 10', 'tcpi_snd_cwnd == 10', {tcpi_snd_cwnd: 12}, 7, 7],
	['assert 1\n  assert  tcpi_snd_cwnd  <\\\n 12, "more"', 'tcpi_snd_cwnd < 12', {tcpi_snd_cwnd: 12}, 8, 3],
	['assert 13 <= tcpi_snd_cwnd <= 20', '13 <= tcpi_snd_cwnd <= 20', {tcpi_snd_cwnd: 12}, 7, 7],
	['assert 10 <= tcpi_snd_cwnd <= 11', '10 <= tcpi_snd_cwnd <= 11', {tcpi_snd_cwnd: 12}, 7, 7],
	[
		'assert tcpi_state == TCPI_CLOSED or tcpi_options == 4',
		'tcpi_state == TCPI_CLOSED or tcpi_options == 4',
		{tcpi_state: 1, tcpi_options: 5},
		7,
		7,
	],
	['assert not tcpi_state', 'not tcpi_state', {tcpi_state: 1}, 7, 7],
	['assert zero', 'zero', {zero: 0}, 7, 7],
	['assert zero + zero', 'zero + zero', {zero: 0}, 7, 7],
	['assert False; assert nobody', 'False', {}, 7, 7],
	['assert (999999999999999 * 999999999999999) & 1 == 1', '(999999999999999 * 999999999999999) & 1 == 1', {}, 7, 7],
] as const)
	test(`fails and says why: ${JSON.stringify(text)}`, () => {
		assert.deepEqual(run(text), {
			result: 'failed',
			text: told,
			seen: Object.entries(seen).map(([name, value]) => ({name, value})),
			place: {line, column},
		});
	});

for (const [text, found, line, column] of [
	['import os', 'import', 7, 7],
	['print(1)', 'print', 7, 7],
	['assert', '', 7, 13],
	['assert 1\nif 1: pass', 'if', 8, 1],
	['assert nobody == 1', 'nobody', 7, 14],
	['assert missing == 1', 'missing', 7, 14],
	['assert tcpi_state in (1, 2)', 'in', 7, 25],
	['assert (1, 2)', ',', 7, 16],
	['assert 1 if zero else 0', 'if', 7, 16],
	['assert f(1)', '(', 7, 15],
	['assert 1.5 < 2', '1', 7, 14],
	['assert 2 ** 3', '**', 7, 16],
	['assert 4 / 2', '/', 7, 16],
	['assert 4 % 2', '%', 7, 16],
	['assert x[0]', '[', 7, 15],
	['assert "text"', '"text"', 7, 14],
	['assert not', '', 7, 17],
	['assert is', 'is', 7, 14],
	['assert (1', '', 7, 16],
	['assert tcpi_state = 1', '=', 7, 25],
	['assert toString', 'toString', 7, 14],
] as const)
	test(`unsupported, told with its place: ${JSON.stringify(text)}`, () => {
		assert.deepEqual(run(text), {result: 'unsupported', found, place: {line, column}});
	});

test('a block that makes no end of brackets or terms is unsupported, not a way out of the stack', () => {
	for (const text of [
		`assert ${'('.repeat(100_000)}1`,
		`assert ${'not '.repeat(100_000)}1`,
		`assert ${'1+'.repeat(100_000)}1`,
		`assert ${'-'.repeat(100_000)}1`,
	]) {
		assert.equal(run(text).result, 'unsupported');
	}
});

/** With all brackets, in the language's words and in those of JavaScript: both have to come to the same. */
const {expression} = fc.letrec<{expression: readonly [string, string]}>(tie => ({
	expression: fc.oneof(
		{maxDepth: 4},
		fc.nat(20).map(value => [String(value), String(value)] as const),
		fc.constantFrom(['tcpi_snd_cwnd', '12'] as const, ['zero', '0'] as const),
		fc
			.tuple(tie('expression'), fc.constantFrom('|', '&', '+', '-', '*'), tie('expression'))
			.map(([[a, ja], operator, [b, jb]]) => [`(${a} ${operator} ${b})`, `(${ja} ${operator} ${jb})`] as const),
		fc
			.tuple(tie('expression'), fc.constantFrom('<', '<=', '>', '>=', '==', '!='), tie('expression'))
			.map(([[a, ja], operator, [b, jb]]) => [`(${a}${operator}${b})`, `Number(${ja} ${operator} ${jb})`] as const),
		fc
			.tuple(tie('expression'), fc.constantFrom(['and', '&&'] as const, ['or', '||'] as const), tie('expression'))
			.map(([[a, ja], [word, sign], [b, jb]]) => [`(${a} ${word} ${b})`, `(${ja} ${sign} ${jb})`] as const),
		tie('expression').map(([a, ja]) => [`(not ${a})`, `Number(!${ja})`] as const),
		tie('expression').map(([a, ja]) => [`(-${a})`, `(0-${ja})`] as const),
	),
}));

test('sums and truths come out as anywhere else', () => {
	fc.assert(
		fc.property(expression, ([text, javascript]) => {
			const expected: unknown = new Function(`return ${javascript}`)();
			assert.equal(run(`assert ${text}`).result, expected ? 'ok' : 'failed', String(expected));
		}),
		tries(),
	);
});
