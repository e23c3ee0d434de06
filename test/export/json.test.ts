import assert from 'node:assert/strict';
import {test} from 'node:test';
import {linesOf, objectsOf, played} from '../script/run-script.js';

const example = `title "Three-way handshake" zh "三次握手"
server listen 80
client connect 80
run until client ESTABLISHED
expect client sent "S 1000:1000(0)"
server accept
client send "hello"
run until quiet
server recv
expect server received "hello"
`;

test('the first and the last line frame the run', () => {
	const lines = linesOf(played(example));
	assert.equal(
		lines[0],
		'{"t":0,"type":"start","format":1,"title":"Three-way handshake","seed":1,"profile":{"client":"textbook","server":"textbook"}}',
	);
	assert.equal(lines.at(-1), '{"t":0.4,"type":"end","failed":0}');
	assert.match(linesOf(played(example), 'zh')[0] ?? '', /"title":"三次握手"/);
	assert.match(linesOf(played('run 1s'))[0] ?? '', /"title":null/);
});

/** Lines of the contract, word for word. */
for (const line of [
	'{"t":0,"type":"segment","n":1,"from":"client","to":"server","src":"10.0.0.1:49152","dst":"10.0.0.2:80","flags":"S","seq":1000,"ack":null,"len":0,"win":65535,"options":"mss 1460","origin":"tcp","retransmission":false,"fate":"delivered","arrived":0.05}',
	'{"t":0.05,"type":"state","host":"server","socket":4,"from":"LISTEN","to":"SYN_RCVD","why":"syn-arrived"}',
	'{"t":0.1,"type":"call","host":"client","socket":3,"call":"connect","began":0,"result":0,"error":null}',
	'{"t":0,"type":"timer","host":"client","socket":3,"timer":"rto","event":"armed","at":1}',
	'{"t":0.05,"type":"queue","host":"server","socket":3,"queue":"syn","length":1,"limit":5}',
	'{"t":0.05,"type":"note","host":"server","socket":4,"code":"syn-accepted","values":{"irs":1000,"iss":8000},"ref":"RFC 9293 § 3.10.7.2"}',
	'{"t":0.1,"type":"expect","line":4,"ok":true,"text":"run until client ESTABLISHED"}',
	'{"t":0.4,"type":"expect","line":10,"ok":true,"text":"expect server received \\"hello\\""}',
	'{"t":0.15,"type":"call","host":"server","socket":3,"call":"accept","began":0.1,"result":4,"error":null}',
	'{"t":0.4,"type":"call","host":"server","socket":4,"call":"recv","began":0.4,"result":5,"error":null,"data":"hello"}',
]) {
	test(`the example has ${line.slice(0, 60)}…`, () => assert(linesOf(played(example)).includes(line), linesOf(played(example)).join('\n')));
}

test('a state stands before the segment that it causes', () => {
	const types = linesOf(played('client connect 80')).map(line => JSON.parse(line).type);
	assert(types.indexOf('state') < types.indexOf('segment'));
});

const fates: readonly (readonly [string, string, object])[] = [
	['drop next SYN from client\nclient connect 80\nrun 10ms', 'dropped', {origin: 'tcp', arrived: null}],
	['link loss 100%\nclient connect 80\nrun 10ms', 'lost', {origin: 'tcp', arrived: null}],
	['corrupt next SYN from client\nclient connect 80\nrun 60ms', 'corrupted', {origin: 'tcp', arrived: 0.05}],
	['server crash\nclient connect 80\nrun 60ms', 'unreachable', {origin: 'tcp', arrived: null}],
	['client connect 80\nrun 10ms', 'in-flight', {origin: 'tcp', arrived: null}],
	['client connect 80\ndrop 1\nrun 10ms', 'dropped', {origin: 'tcp', arrived: null}],
	['link rate 64kbps queue 0\nclient connect 80\nclient connect 80\nclient connect 80', 'queue-full', {origin: 'tcp', arrived: null}],
];
for (const [text, fate, rest] of fates) {
	test(`${JSON.stringify(text)} ends in ${fate}`, () => {
		const segment = objectsOf(played(text), 'segment').find(line => line.fate === fate);
		assert(segment, linesOf(played(text)).join('\n'));
		for (const [key, value] of Object.entries(rest)) assert.equal(segment[key], value, key);
	});
}

test('a copy names what it is a copy of; neither it nor a forged one is a retransmission', () => {
	const segments = objectsOf(
		played('server listen 80\nduplicate next SYN from client\nclient connect 80\ninject 1 syn to server:80\nrun 10ms'),
		'segment',
	);
	assert.deepEqual(
		segments.map(({n, origin, of, retransmission}) => [n, origin, of, retransmission]),
		[
			[1, 'tcp', undefined, false],
			[2, 'duplicate', 1, false],
			[3, 'injected', undefined, false],
		],
	);
	assert.deepEqual(Object.keys(segments[1] ?? {}).slice(13, 16), ['origin', 'of', 'retransmission']);
});

test('a retransmission says so', () => {
	const segments = objectsOf(played('client connect 80\ndrop 1\nrun 1s'), 'segment');
	assert.deepEqual(
		segments.map(({retransmission, t}) => [retransmission, t]),
		[
			[false, 0],
			[true, 1],
		],
	);
});

test('what bind refused is told', () => {
	const calls = objectsOf(played('server listen 80\nserver listen 80'), 'call');
	assert.deepEqual(calls[1], {
		t: 0,
		type: 'call',
		host: 'server',
		socket: 4,
		call: 'listen',
		began: 0,
		result: -1,
		error: 'EADDRINUSE',
		failed: 'bind',
	});
});

test('recv has its octets in the escapes of the language, at most 256 of them', () => {
	const text = `server listen 80\nclient connect 80\nclient send "a\\"\\\\\\n\\x00é"\nrun until server ESTABLISHED\nserver accept\nrun until quiet\nserver recv\nclient send 300 bytes\nrun until quiet\nserver recv\nclient close\nrun until quiet\nserver recv`;
	const [first, second, third] = objectsOf(played(text), 'call').filter(({call}) => call === 'recv');
	assert.equal(first?.data, 'a\\"\\\\\\n\\x00\\xc3\\xa9');
	assert.equal(first?.cut, undefined);
	assert.equal(String(second?.data).length, 256);
	assert.equal(second?.cut, true);
	assert.deepEqual([third?.result, third?.data], [0, '']);
});

test('a failed expectation says what was there, and the last line counts it', () => {
	const player = played('expect client ESTABLISHED\ndrop 3');
	assert.deepEqual(objectsOf(player, 'expect'), [
		{t: 0, type: 'expect', line: 1, ok: false, text: 'expect client ESTABLISHED', found: 'CLOSED'},
		{t: 0, type: 'expect', line: 2, ok: false, text: 'drop 3', found: 'no-such-packet'},
	]);
	assert.deepEqual(objectsOf(player, 'end'), [{t: 0, type: 'end', failed: 2}]);
});

test('crash and restart are lines', () => {
	assert.deepEqual(objectsOf(played('server crash\nrun 1s\nserver restart'), 'host'), [
		{t: 0, type: 'host', host: 'server', event: 'crash'},
		{t: 1, type: 'host', host: 'server', event: 'restart'},
	]);
});

test('times in notes are seconds', () => {
	const note = objectsOf(played('client connect 80\ndrop 1\nrun 1s'), 'note').find(({code}) => code === 'rto-fired');
	assert.deepEqual(note?.values, {count: 1, waited: 1, rto: 2});
});

test('nothing that a terminal would obey gets through raw', () => {
	const lines = linesOf(played('title "\\x1b[31m\u009b\u202e"\nsay "\\xc2\\x9b"'));
	for (const line of lines) assert.doesNotMatch(line, /\p{Cc}|\u202e/u);
	assert.equal(JSON.parse(lines[0] ?? '').title, '\u001b[31m\u009b\u202e');
});

test('a segment tells its ECN codepoint as it was sent, and that a router marked it', () => {
	const segments = objectsOf(
		played(
			'client ecn on\nserver ecn on\nserver listen 80\nclient connect 80\nrun 200ms\nmark next data from client\nclient send 2920 bytes\nrun 1s',
		),
		'segment',
	);
	assert.deepEqual(
		segments.map(({flags, ecn, marked}) => [flags, ecn, marked]),
		[
			['SEW', undefined, undefined],
			['SE.', undefined, undefined],
			['.', undefined, undefined],
			['.', 'ect0', true],
			['P.', 'ect0', undefined],
			['E.', undefined, undefined],
		],
	);
	assert.deepEqual(Object.keys(segments[3] ?? {}).slice(11, 15), ['win', 'ecn', 'marked', 'options']);
});
