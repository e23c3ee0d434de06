/** Which connection a script's numbers belong to when there are several. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {drillScript} from '../../source/packetdrill/run/drill.js';
import {parsed} from './parsed.js';

const passes = (text: string): void => assert.deepEqual(drillScript(parsed(text), 'textbook').culprit, undefined);

test('connect() from the same port on a new descriptor counts from its own SYN', () =>
	passes(`
0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
+0 bind(3, ..., ...) = 0
+0...0.1 connect(3, ..., ...) = -1 ECONNREFUSED
+0 > S 0:0(0) <mss 1460>
+0.1 < R. 0:0(0) ack 1 win 0
+1 socket(..., SOCK_STREAM, IPPROTO_TCP) = 4
+0 bind(4, ..., ...) = 0
+0...0.1 connect(4, ..., ...) = 0
+0 > S 0:0(0) <mss 1460>
+0.1 < S. 0:0(0) ack 1 win 1000
+0 > . 1:1(0) ack 1
`));

test('connect() that fails on one connection leaves the numbers of another alone', () =>
	passes(`
0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
+0 bind(3, {sa_family=AF_INET, sin_port=htons(5000), sin_addr=inet_addr("0.0.0.0")}, ...) = 0
+0...0.1 connect(3, ..., ...) = 0
+0 > 5000 > 8080 S 0:0(0) <mss 1460>
+0.1 < 8080 > 5000 S. 0:0(0) ack 1 win 1000
+0 > 5000 > 8080 . 1:1(0) ack 1
+0 < 8080 > 7000 S 0:0(0) win 1000
+0 > 7000 > 8080 R. 0:0(0) ack 1
+0 connect(3, ..., ...) = -1 EISCONN
+0 write(3, ..., 10) = 10
+0 > 5000 > 8080 P. 1:11(10) ack 1
`));
