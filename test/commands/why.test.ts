import assert from 'node:assert/strict';
import {test} from 'node:test';
import {why} from '../../source/commands/why.js';
import {accepted, drillText} from '../packetdrill/run/play.js';

function becauseOf(text: string): readonly string[] {
	const drill = drillText(`${accepted}${text}`);
	assert.ok(drill.culprit);
	return why(drill, drill.culprit, {profile: 'textbook', lang: 'en'});
}

test('what was sent too late names the rule that held it back, then the one that sent it', () => {
	const [held, sent] = becauseOf('+0 < P. 1:11(10) ack 1 win 65535\n+0 > . 1:1(0) ack 11');
	assert.match(held ?? '', /^The ACK waits up to 200 ms: .*\[RFC 9293 3\.8\.6\.3\]$/);
	assert.match(sent ?? '', /^Nothing came to carry the delayed ACK: ack=\+11 goes alone\./);
});

test('where nothing was sent the rule that held it back is named', () => {
	const text = '+0 write(4, ..., 5) = 5\n+0 > P. 1:6(5) ack 1\n+.1 write(4, ..., 5) = 5\n+0 > P. 6:11(5) ack 1\n';
	const [held, ...more] = becauseOf(text);
	assert.match(held ?? '', /That is Nagle's rule\. \[RFC 9293 3\.7\.4\]$/);
	assert.ok(more.length < 3);
});

test('what was sent in time but otherwise is explained by itself', () => {
	const [sent, ...more] = becauseOf('+0 write(4, ..., 5) = 5\n+0 > P. 1:7(6) ack 1');
	assert.match(sent ?? '', /^Nothing of the server was in flight, so Nagle/);
	assert.deepEqual(more, []);
});

test('of a call nothing is told', () => assert.deepEqual(becauseOf('+0 write(4, ..., 5) = 4'), []));
