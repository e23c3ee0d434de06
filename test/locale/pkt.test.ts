import assert from 'node:assert/strict';
import {test} from 'node:test';
import {catalogues} from '../../source/locale/index.js';
import type {PktFeature} from '../../source/packetdrill/pkt.js';
import type {PktAllowed, PktComplaint} from '../../source/packetdrill/pkt-mistake.js';
import {assertSentence} from './checks.js';

const allowed: readonly PktAllowed[] = [
	{word: '>'},
	...(['time', 'event', 'number', 'value', 'seq-range', 'end'] as const).map(value => ({value})),
];

const complaints: readonly PktComplaint[] = [
	{code: 'unexpected', found: '', allowed},
	{code: 'unexpected', found: 'x'.repeat(100), allowed: [{word: ','}, {word: '>'}]},
	{code: 'number', found: '70000', field: 'win', min: 0, max: 65_535},
	{code: 'number', found: '', field: 'win', min: 0, max: 65_535},
	{code: 'unclosed', opened: '%{', closing: '}%'},
	{code: 'directive', found: '#else', allowed: '#endif'},
	{code: 'last', found: '3', expected: 2},
	{code: 'twice', found: 'ack'},
	{code: 'options-length', octets: 44, max: 40},
	{code: 'raw-octets', found: '0x123'},
	{code: 'too-deep', max: 32},
	{code: 'no-events'},
	{code: 'first-time'},
	{code: 'time-back', last: 1_500_000},
	{code: 'negative-time', found: '-1'},
	{code: 'range-back'},
	{code: 'range-place'},
	{code: 'end-place'},
	{code: 'end-back'},
	{code: 'no-window'},
	{code: 'no-ack'},
	{code: 'inbound-open', found: '...'},
];

const features: readonly PktFeature[] = [
	...(['encapsulation', 'md5', 'acc-ecn', 'tcp-option', 'ip-field', 'reset-cause'] as const),
	...(['icmp-details', 'udp', 'udplite', 'sctp'] as const),
];

for (const language of ['en', 'zh'] as const) {
	const {pkt} = catalogues[language];
	for (const complaint of complaints) {
		test(`what is wrong with a packetdrill script is a sentence: ${complaint.code}, ${language}`, () => {
			assertSentence(pkt.mistake(complaint), language);
		});
	}
	test(`no two of them are the same, ${language}`, () => {
		assert.equal(new Set(complaints.map(pkt.mistake)).size, complaints.length);
	});
	test(`what is not supported has words, ${language}`, () => {
		assert.deepEqual(
			features.filter(feature => pkt.feature(feature).length === 0),
			[],
		);
		assert.equal(new Set(features.map(pkt.feature)).size, features.length);
	});
}

test('values and words are told with what the script may hold', () => {
	const {mistake} = catalogues.en.pkt;
	assert.equal(
		mistake({code: 'unexpected', found: '', allowed: [{value: 'time'}]}),
		'the script ends here; allowed: a time as in 0.1, +0.1 or +0.1~+0.2 (seconds)',
	);
	assert.equal(mistake({code: 'unexpected', found: 'x', allowed: [{word: ','}, {word: '>'}]}), 'cannot read x here; allowed: , >');
	assert.match(mistake({code: 'time-back', last: 1_500_000}), /1\.5 or later/);
});
