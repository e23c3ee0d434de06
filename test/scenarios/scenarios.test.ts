import assert from 'node:assert/strict';
import {test} from 'node:test';
import {wrapCells} from '../../source/export/cells.js';
import {catalogues} from '../../source/locale/index.js';
import {scenarios} from '../../source/scenarios/index.js';
import {type Script, titleOf} from '../../source/script/script.js';
import {linesOf, objectsOf, parsed, played} from '../script/run-script.js';

/** The statement of the source documents, and the scenarios that show it. */
const rows: Readonly<Record<string, readonly string[]>> = {
	F1: ['handshake', 'simultaneous-open', 'worked-example', 'lost-syn'],
	F2: ['handshake', 'four-way-close'],
	F3: ['handshake', 'four-way-close'],
	F4: ['listen-then-connect', 'simultaneous-open', 'syn-timeout', 'rst-in-syn-rcvd', 'close-in-syn-rcvd'],
	F5: ['handshake', 'withheld-ack'],
	F6: ['withheld-ack'],
	F7: ['fin-ack-together'],
	F8: ['simultaneous-close'],
	F9: ['four-way-close', 'half-close'],
	F10: ['half-close', 'stuck-close-wait'],
	F11: ['four-way-close', 'address-in-use', 'last-ack-lost'],
	F12: ['last-ack-lost'],
	F13: ['fin-give-up'],
	F14: ['address-in-use', 'quiet-time', 'timestamps-paws'],
	F15: ['rst-exact', 'rst-in-window', 'rst-outside', 'connection-refused', 'half-open-crash'],
	F16: ['handshake', 'connection-refused', 'syn-timeout'],
	F17: ['handshake', 'syn-queue', 'accept-queue-overflow', 'syn-flood', 'syn-cookies'],
	F18: ['mss'],
	F19: ['worked-example'],
	F20: [
		'lost-syn',
		'lost-data',
		'lost-ack',
		'fast-retransmit',
		'sack-recovery',
		'tail-loss',
		'slow-start',
		'cubic-vs-reno',
		'ecn',
		'zero-window',
		'window-scale',
		'nagle-delayed-ack',
	],
	F21: ['full-duplex'],
	F22: ['handshake', 'full-duplex'],
	F23: ['stuck-close-wait', 'accept-queue-overflow', 'half-open-crash'],
	F24: ['phone-call'],
};

test('every statement has a scenario that exists, and every scenario a statement', () => {
	const names = scenarios.map(({name}) => name);
	const used = new Set(Object.values(rows).flat());
	assert.deepEqual([...used].sort(), [...names].sort());
	assert.equal(names.length, 42);
});

const introOf = ({statements}: Script) => statements.flatMap(one => (one.kind === 'intro' ? [one.words] : []));

/** As the screen shows them at 80 x 24: in quotes, and room is left for what happened. */
const quotedRows = (words: string, language: 'en' | 'zh'): readonly string[] => wrapCells(catalogues[language].format.quote(words), 80);

for (const {name, title, intro, text} of scenarios) {
	test(`${name} comes true`, () => {
		const player = played(text);
		assert.deepEqual(player.failures, []);
		assert.equal(linesOf(player).at(-1)?.includes('"failed":0'), true);
	});

	test(`${name} has its title, a two-line intro and its words in both languages`, () => {
		const script = parsed(text);
		assert.deepEqual(titleOf(script), title);
		assert.deepEqual(introOf(script), intro);
		assert.equal(intro.length, 2);
		const spoken = script.statements.flatMap(one => (one.kind === 'say' || one.kind === 'intro' ? [one.words] : []));
		assert(spoken.length >= 4, 'it tells too little');
		for (const {en, zh = ''} of spoken) {
			assert.match(en, /^[ -~]+$/);
			assert.match(zh, /\p{Script=Han}/u);
			assert.doesNotMatch(zh, /[\u2018-\u201d]/, 'quotes that are one or two cells wide, as the terminal likes');
			assert(quotedRows(en, 'en').length <= 2, en);
			assert(quotedRows(zh, 'zh').length <= 2, zh);
		}
	});

	test(`${name} has places to jump to, each with a name of its own`, () => {
		const cues = parsed(text).statements.flatMap(one => (one.kind === 'cue' ? [one.words.en] : []));
		assert(cues.length > 0);
		assert.equal(new Set(cues).size, cues.length);
	});

	test(`${name} expects states and segments`, () => {
		const conditions = parsed(text).statements.flatMap(one => (one.kind === 'expect' || one.kind === 'until' ? [one.condition.test] : []));
		assert(conditions.includes('state'));
		assert(conditions.some(one => one === 'sent' || one === 'received' || one === 'queue' || one === 'error' || one === 'idle'));
	});
}

const statesOf = (text: string, host: string): string => {
	const states = objectsOf(played(text), 'state').filter(line => line.host === host);
	return [states[0]?.from, ...states.map(({to}) => to)].join(' ');
};

/** The ways through the state diagram that the source documents name. */
for (const [name, host, states] of [
	['four-way-close', 'client', 'CLOSED SYN_SENT ESTABLISHED FIN_WAIT_1 FIN_WAIT_2 TIME_WAIT CLOSED'],
	['four-way-close', 'server', 'CLOSED LISTEN SYN_RCVD ESTABLISHED CLOSE_WAIT LAST_ACK CLOSED'],
	['fin-ack-together', 'client', 'CLOSED SYN_SENT ESTABLISHED FIN_WAIT_1 TIME_WAIT CLOSED'],
	['simultaneous-open', 'client', 'CLOSED SYN_SENT SYN_RCVD ESTABLISHED'],
	['simultaneous-close', 'server', 'CLOSED LISTEN SYN_RCVD ESTABLISHED FIN_WAIT_1 CLOSING TIME_WAIT CLOSED'],
	['syn-timeout', 'client', 'CLOSED SYN_SENT CLOSED'],
	['rst-in-syn-rcvd', 'server', 'CLOSED LISTEN SYN_RCVD LISTEN'],
	['listen-then-connect', 'server', 'CLOSED LISTEN SYN_SENT ESTABLISHED'],
	['close-in-syn-rcvd', 'client', 'CLOSED SYN_SENT SYN_RCVD FIN_WAIT_1 FIN_WAIT_2 TIME_WAIT CLOSED'],
] as const) {
	test(`${name}: the ${host} goes ${states}`, () =>
		assert.equal(statesOf(scenarios.find(one => one.name === name)?.text ?? '', host), states));
}

test('ecn: with a mark nothing is lost and nothing sent again; without ECN both happen once', () => {
	const segments = objectsOf(played(scenarios.find(one => one.name === 'ecn')?.text ?? ''), 'segment');
	const first = segments.filter(({src, dst}) => [src, dst].includes('10.0.0.1:49152'));
	const second = segments.filter(line => !first.includes(line));
	const counts = (lines: typeof segments) => [
		lines.filter(({marked}) => marked === true).length,
		lines.filter(({fate}) => fate !== 'delivered').length,
		lines.filter(({retransmission}) => retransmission === true).length,
	];
	assert.deepEqual(counts(first), [1, 0, 0]);
	assert.deepEqual(counts(second), [0, 1, 1]);
});
