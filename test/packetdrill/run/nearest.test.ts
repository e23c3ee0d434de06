import assert from 'node:assert/strict';
import {test} from 'node:test';
import {nearest} from '../../../source/packetdrill/run/nearest.js';
import {accepted, drillText} from './play.js';

for (const [name, known, found] of [
	['wirte', ['write', 'read', 'writev'], 'write'],
	['writ', ['writev', 'write'], 'write'],
	['SO_REUSEADR', ['SO_REUSEADDR', 'SO_REUSEPORT'], 'SO_REUSEADDR'],
	['SO_MARK', ['SO_LINGER', 'SO_ERROR'], undefined],
	['rd', ['read', 'rx'], undefined],
	['read', ['read'], undefined],
] as const)
	test(`${name} may be meant for ${found ?? 'none of them'}`, () => assert.equal(nearest(name, known), found));

for (const [line, near] of [
	['+0 wirte(4, ..., 10) = 10', 'write'],
	['+0 setsockopt(4, SOL_TCP, TCP_NODELY, [1], 4) = 0', 'TCP_NODELAY'],
	['+0 `sysctl -q net.ipv4.tcp_sak=0`', 'net.ipv4.tcp_sack'],
	['+0 mmap(4) = 0', undefined],
] as const)
	test(`${line} is not supported; ${near ? `${near} would be` : 'nothing like it is'}`, () => {
		const {verdict} = drillText(`${accepted}${line}`, 'linux').culprit ?? {};
		assert.equal(verdict?.kind === 'unsupported' && verdict.unsupported.near, near);
	});
