/** IPv6 below TCP, as far as TCP can tell. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {listening, outcomeOf} from './play.js';

const knock = '+0 < S 0:0(0) win 65535 <mss 9000>\n+0 > S. 0:0(0) ack 1 ';

for (const [options, mss, wanted] of [
	['--ip_version=ipv6', 1440, 'pass'],
	['--ip_version=ipv6', 1460, '6 segment options'],
	['--ip_version=ipv4', 1460, 'pass'],
	['--ip_version=ipv6\n--ip_version=ipv4', 1460, 'pass'],
	['--ip_version=ipv4-mapped-ipv6', 1460, 'pass'],
	['--mtu=9000 --ip_version=ipv6', 8940, 'pass'],
] as const)
	test(`${JSON.stringify(options)}: an MSS of ${mss}: ${wanted}`, () =>
		assert.equal(outcomeOf(`${options}\n${listening}${knock}<mss ${mss}>`), wanted));

test('an ICMP message of the other version is not for this script', () => {
	const text = `${listening}${knock}<mss 1460>\n+0 < icmpv6 unreachable no_route [0:0(0)]`;
	assert.equal(outcomeOf(text), '6 unsupported feature icmpv6 unreachable no_route [0:0(0)]');
});
