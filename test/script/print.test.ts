import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {errnos} from '../../source/host/errno.js';
import {escapeOctets, quoteText, visible} from '../../source/script/escape.js';
import {flagFilters, markFilters} from '../../source/script/mischief.js';
import {parseScript} from '../../source/script/parser.js';
import {printAction} from '../../source/script/print.js';
import {printDuration, printRate, printShare, printSize} from '../../source/script/print-values.js';
import {type Condition, type Deed, type SegmentPattern, variables} from '../../source/script/script.js';
import type {Action, HostName, SocketRef} from '../../source/sim/action.js';
import {states} from '../../source/tcp/state.js';
import {tries} from '../property/tries.js';
import {printScript} from './print-script.js';

const whole = (min: number, max: number) => fc.integer({min, max});
const host = fc.constantFrom<HostName>('client', 'server');
const port = whole(1, 65535);
const seq = whole(0, 0xffffffff);
const time = fc.oneof(whole(0, 10_000_000), whole(0, 3e14), fc.constantFrom(0, 60_000_000, 3_600_000_000));
const words = fc.oneof(
	fc.record({en: fc.string({unit: 'grapheme'})}),
	fc.record({en: fc.string({unit: 'binary'}), zh: fc.string({unit: 'binary'})}),
);
const octets = fc.uint8Array({maxLength: 20}).map(bytes => Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
const payload = fc.oneof(
	octets.map(text => ({text})),
	whole(0, 2 ** 30).map(pattern => ({pattern})),
);
const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,8}$/);
const optional = <Value>(key: string, value: fc.Arbitrary<Value>) => fc.option(value).map(one => (one === null ? {} : {[key]: one}));
/** Only plain and numbered: a name would have to be made above. */
const socket = fc.oneof(
	host.map((one): SocketRef => ({host: one})),
	fc.tuple(host, whole(3, 1e9)).map(([one, number]): SocketRef => ({host: one, number})),
);
const mischief = fc.oneof(
	fc.constantFrom({kind: 'drop'}, {kind: 'duplicate'}, {kind: 'corrupt'}, {kind: 'mark'}),
	time.map(by => ({kind: 'delay', by})),
);
const merged = (...parts: readonly fc.Arbitrary<object>[]) => fc.tuple(...parts).map(all => Object.assign({}, ...all) as Action);
const share = whole(0, 1_000_000).map(part => Number((part / 10_000).toFixed(4)) / 100);

const knob = fc.oneof(
	seq.map(value => ({knob: 'isn', value})),
	whole(1, 65535).map(value => ({knob: 'mss', value})),
	whole(1, 2 ** 30).map(value => ({knob: 'rcvbuf', value})),
	fc.boolean().map(value => ({knob: 'nagle', value})),
	fc.boolean().map(value => ({knob: 'challengeAck', value})),
	fc.boolean().map(value => ({knob: 'quietTime', value})),
	fc.boolean().map(value => ({knob: 'synCookies', value})),
	fc.constantFrom('newreno', 'cubic').map(value => ({knob: 'congestion', value})),
	time.map(value => ({knob: 'rtoMin', value})),
	whole(0, 255).map(value => ({knob: 'synRetries', value})),
	whole(0, 255).map(value => ({knob: 'retries', value})),
	fc.constantFrom('manual', 'reader', 'echo').map(value => ({knob: 'app', value})),
);

const link = fc
	.record(
		{delay: time, jitter: time, rate: whole(0, 1e10), queue: whole(0, 1000), loss: share, duplicate: share, corrupt: share, reorder: share},
		{requiredKeys: []},
	)
	.filter(change => Object.keys(change).length > 0);

const options = fc.array(
	fc.oneof(
		fc.constantFrom({kind: 'nop'} as const, {kind: 'sackOK'} as const, {kind: 'eol'} as const),
		whole(0, 65535).map(value => ({kind: 'mss', value}) as const),
	),
	{minLength: 1, maxLength: 5},
);

const segment = fc
	.record({flags: whole(0, 255), seq, len: whole(0, 60000), ack: seq, win: whole(0, 65535), urg: whole(0, 65535), options})
	.chain(rest => fc.option(fc.tuple(port, port)).map(ports => (ports ? {sport: ports[0], dport: ports[1], ...rest} : rest)));

const pattern = segment.chain(({seq: first, len, ...rest}) =>
	fc.record({place: fc.option(fc.constant({seq: first, len}), {nil: undefined}), bare: fc.boolean()}).map(
		({place, bare}): SegmentPattern => ({
			sport: undefined,
			dport: undefined,
			...rest,
			...(bare ? {ack: undefined, win: undefined, urg: undefined, options: undefined} : {}),
			place,
		}),
	),
);

const record = <Kind extends string>(kind: Kind, ...parts: readonly fc.Arbitrary<object>[]) => merged(fc.constant({do: kind}), ...parts);
const asHost = host.map(one => ({host: one}));
const asSocket = socket.map(one => ({socket: one}));
const asPort = port.map(one => ({port: one}));

const action: fc.Arbitrary<Action> = fc.oneof(
	record('listen', asHost, asPort, optional('backlog', whole(0, 65535)), optional('reuseaddr', fc.constant(true)), optional('name', name)),
	record('connect', asHost, asPort, optional('from', port), optional('name', name)),
	record('accept', asSocket, optional('name', name)),
	record('recv', asSocket, optional('max', whole(1, 2 ** 30))),
	record(
		'send',
		asSocket,
		payload.map(one => ({payload: one})),
	),
	fc.constantFrom('shutdown', 'close', 'abort').chain(kind => record(kind, asSocket)),
	fc.constantFrom('crash', 'restart').chain(kind => record(kind, asHost)),
	record(
		'knob',
		asHost,
		knob.map(change => ({change})),
	),
	record(
		'profile',
		optional('host', host),
		fc.constantFrom('textbook', 'linux', 'freebsd').map(profile => ({profile})),
	),
	record(
		'link',
		optional('from', host),
		link.map(change => ({change})),
	),
	record(
		'arm',
		asHost,
		mischief.chain(one =>
			fc.constantFrom('any', ...(one.kind === 'mark' ? markFilters : flagFilters)).map(filter => ({filter, mischief: one})),
		),
	),
	record(
		'packet',
		whole(1, 1e9).map(packet => ({packet})),
		mischief.map(one => ({mischief: one})),
	),
	record(
		'inject-rst',
		asSocket,
		fc
			.oneof(
				fc.constantFrom('exact', 'in-window', 'outside'),
				seq.map(one => ({seq: one})),
			)
			.map(place => ({place})),
	),
	record(
		'inject',
		asSocket,
		segment.map(one => ({segment: one})),
	),
	record(
		'flood',
		asHost,
		asPort,
		whole(1, 100_000).map(count => ({count})),
	),
);

const simple: fc.Arbitrary<Condition> = fc.oneof(
	fc.record({test: fc.constant('state' as const), socket, state: fc.constantFrom(...states)}),
	fc.record({test: fc.constant('received' as const), socket, payload}),
	fc.record({test: fc.constant('readable' as const), socket, octets: whole(0, 2 ** 30)}),
	fc.record({test: fc.constant('eof' as const), socket}),
	fc.record({test: fc.constant('error' as const), socket, errno: fc.constantFrom(...errnos)}),
	fc.record({test: fc.constant('variable' as const), socket, variable: fc.constantFrom(...variables), value: seq}),
	fc.record({test: fc.constant('rto' as const), socket, rto: time}),
	fc.record({test: fc.constant('sent' as const), host, pattern}),
	fc.record({test: fc.constant('queue' as const), host, queue: fc.constantFrom('syn' as const, 'accept' as const), length: whole(0, 1000)}),
	fc.constantFrom({test: 'idle'} as const, {test: 'quiet'} as const),
);
const condition: fc.Arbitrary<Condition> = fc.oneof(
	simple,
	simple.map((one): Condition => ({test: 'not', condition: one})),
);

const deed: fc.Arbitrary<Deed> = fc.oneof(
	{weight: 4, arbitrary: action.map((one): Deed => ({kind: 'act', action: one}))},
	fc.record({kind: fc.constantFrom('say' as const, 'title' as const, 'cue' as const), words}),
	fc.record({kind: fc.constant('seed' as const), seed: seq}),
	fc.record({kind: fc.constant('run' as const), duration: time}),
	fc.record({kind: fc.constant('step' as const), count: whole(1, 1e6)}),
	fc.record({kind: fc.constant('until' as const), condition, within: fc.option(time, {nil: undefined})}),
	fc.record({kind: fc.constant('expect' as const), condition}),
	fc.constant({kind: 'pause'} as const),
);

test('whatever is printed parses to the same', () => {
	fc.assert(
		fc.property(deed, one => {
			const text = printScript({statements: [{...one, line: 1, column: 1, text: ''}]});
			const {script, mistakes} = parseScript(text);
			assert.equal(mistakes, undefined, text);
			const [statement] = script.statements;
			assert(statement);
			const {line: _line, column: _column, text: _text, ...parsed} = statement;
			assert.deepEqual(parsed, structuredClone(one), text);
			assert.equal(printScript(script), text);
		}),
		tries(1500),
	);
});

test('text without a script in it never throws', () => {
	const soup = fc.array(
		fc.oneof(
			fc.string({unit: 'binary'}),
			fc.constantFrom('server', 'listen', '80', 'expect', 'run', 'until', 'link', '"', '\\', ' ', '\n', 'inject', 'to', 'rst'),
		),
	);
	fc.assert(
		fc.property(soup, parts => void parseScript(parts.join(' '))),
		tries(500),
	);
});

for (const [printed, expected] of [
	[printDuration(50_000), '50ms'],
	[printDuration(1), '0.001ms'],
	[printDuration(1_500_000), '1.5s'],
	[printDuration(90_000_000), '90s'],
	[printDuration(120_000_000), '2min'],
	[printDuration(7_200_000_000), '2h'],
	[printDuration(0), '0ms'],
	[printSize(65535), '65535'],
	[printSize(65536), '64KiB'],
	[printSize(1048576), '1MiB'],
	[printRate(64_000), '64kbps'],
	[printRate(1_500_000), '1.5Mbps'],
	[printRate(0), 'off'],
	[printShare(0.05), '5%'],
	[printShare(0.001), '0.1%'],
	[printAction({do: 'disarm', host: 'client', filter: 'any', mischief: {kind: 'drop'}}), '# drop next from client'],
	[printAction({do: 'send', socket: {host: 'client'}, payload: {text: '\u00e4\u00bd\u00a0\n'}}), 'client send "你\\n"'],
	[printAction({do: 'send', socket: {host: 'client'}, payload: {text: '\u00ff\u001b'}}), 'client send "\\xff\\x1b"'],
	[quoteText('\u001b[2J\u009b\u202e"\\'), '"\\x1b[2J\\xc2\\x9b\\xe2\\x80\\xae\\"\\\\"'],
	[escapeOctets('a"\\\n\t\u00e9 ~'), 'a\\"\\\\\\n\\t\\xe9 ~'],
	[visible('a"\\\u001b你'), 'a"\\\\x1b你'],
] as const) {
	test(`${expected} is the canonical form`, () => assert.equal(printed, expected));
}
