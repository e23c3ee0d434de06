/** System calls: results, errno, what they write into their arguments, and those that wait. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {accepted, listening, next, outcomeOf} from './play.js';

const segment = '+.1 < P. 1:101(100) ack 1 win 65535\n';

for (const [line, wanted] of [
	['+0 write(4, ..., 100) = 100', 'pass'],
	['+0 write(4, ..., 100) = 99', 'call result'],
	['+0 write(4, ..., 100) = 0x64', 'pass'],
	['+0 write(4, ..., 100) = -1 EPIPE (Broken pipe)', 'call result errno'],
	['+0 read(4, ..., 100) = 100', 'would-block'],
	['+0 recv(4, ..., 100, MSG_DONTWAIT) = -1 EAGAIN (Resource temporarily unavailable)', 'pass'],
	['+0 recv(4, ..., 100, MSG_DONTWAIT) = -1 EWOULDBLOCK (the same)', 'pass'],
	['+0 recv(4, ..., 100, MSG_DONTWAIT) = -1 ENOTCONN (Not connected)', 'call errno'],
	['+0 recv(4, ..., 100, MSG_DONTWAIT) = -1', 'pass'],
	['+0 recv(4, ..., 100, MSG_DONTWAIT) = 0', 'call result errno'],
	['+0 close(7) = -1 EBADF (Bad file descriptor)', 'pass'],
	['+0 close(7) = 0', 'call result errno'],
	['+0 fcntl(4, F_GETFL) = 0x2 (flags O_RDWR)', 'pass'],
	['+0 fcntl(4, F_GETFL) = 0x802 (flags O_RDWR|O_NONBLOCK)', 'call result'],
	['+0 getsockopt(4, SOL_SOCKET, SO_ERROR, [0], [4]) = 0', 'pass'],
	['+0 getsockopt(4, SOL_SOCKET, SO_ERROR, [ECONNRESET], [4]) = 0', 'call value'],
	['+0 getsockopt(4, IPPROTO_TCP, TCP_NODELAY, [0], [4]) = 0', 'pass'],
	['+0 getsockopt(4, SOL_TCP, TCP_NODELAY, [1], [4]) = 0', 'call value'],
	['+0 getsockopt(4, SOL_TCP, TCP_NODELAY, [...], [4]) = 0', 'pass'],
	['+0 ioctl(4, SIOCINQ, [0]) = 0', 'pass'],
	['+0 ioctl(4, SIOCINQ, [1]) = 0', 'call value'],
	['+0 poll([{fd=4, events=POLLOUT, revents=POLLOUT}], 1, 0) = 1', 'pass'],
	['+0 poll([{fd=4, events=POLLOUT, revents=POLLIN}], 1, 0) = 1', 'call value'],
	['+0 poll([{fd=4, events=POLLIN, revents=0}], 1, 0) = 0', 'pass'],
	['+0 writev(4, [{..., 100}, {..., 50}], 2) = 150', 'pass'],
	['+0 writev(4, [{..., 100}, {..., 50}], 2) = 100', 'call result'],
	['+0 sendmsg(4, {msg_name(...)=..., msg_iov(2)=[{..., 10}, {..., 5}], msg_flags=0}, 0) = 15', 'pass'],
	['+0 recvmsg(4, {msg_name(...)=..., msg_iov(1)=[{..., 10}], msg_flags=0}, MSG_DONTWAIT) = -1 EAGAIN', 'pass'],
	['+0 setsockopt(4, IPPROTO_TCP, TCP_RACK_PACE_ALWAYS, [1], 4) = -1 ENOPROTOOPT', 'pass'],
	['+0 getsockopt(4, IPPROTO_TCP, TCP_BBR_PACING, [1], [4]) = 0', 'call result errno'],
	['+0 getsockopt(4, SOL_SOCKET, SO_NOSUCH, [0], [4]) = 0', 'unsupported socket-option SO_NOSUCH'],
	['+0 splice(4, 5) = 0', 'unsupported call splice'],
	['+0 send(4, ..., 10, MSG_FASTOPEN) = 10', 'unsupported argument MSG_FASTOPEN'],
	['+0 socket(..., SOCK_DGRAM, IPPROTO_UDP) = 5', 'unsupported argument SOCK_DGRAM'],
	['+0 socket(..., SOCK_STREAM, IPPROTO_SCTP) = 5', 'unsupported argument IPPROTO_SCTP'],
	['+0 socket(AF_UNIX, SOCK_STREAM, 0) = 5', 'unsupported argument AF_UNIX'],
	['+0 socket(AF_INET, SOCK_STREAM, 0) = 5', 'pass'],
	['+0 setsockopt(4, SOL_SOCKET, SO_RCVTIMEO, {tv_sec=1, tv_usec=0}, 16) = 0', 'unsupported argument {tv_sec=1, tv_usec=0}'],
] as const)
	test(`${line}: ${wanted}`, () => assert.equal(outcomeOf(accepted + line), wanted === 'pass' ? wanted : `${next} ${wanted}`));

for (const [flags, wanted] of [
	['msg_flags=0', 'pass'],
	['msg_flags=...', 'pass'],
	['msg_flags=MSG_TRUNC', `${next + 1} call value`],
] as const)
	test(`a message that was received with ${flags}: ${wanted}`, () => {
		const text = `${accepted}${segment}+0 recvmsg(4, {msg_name(...)=..., msg_iov(1)=[{..., 200}], ${flags}}, 0) = 100`;
		assert.equal(outcomeOf(text), wanted);
	});

test('what socket() and accept() return is a name', () => {
	const text = `0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 17\n+0 bind(17, ..., ...) = 0\n+0 listen(17, 1) = 0\n+0 close(17) = 0\n`;
	assert.equal(outcomeOf(text), 'pass');
	assert.equal(outcomeOf(text.replace('= 17', '= -1 EMFILE (Too many)')), '1 call result errno');
});

for (const [name, end, then, wanted] of [
	['ends when data comes', '.1', segment, 'pass'],
	['may end a little late', '.096', segment, 'pass'],
	['or a little early', '.104', segment, 'pass'],
	['but not much too early', '.105', segment, `${next} call end`],
	['nor much too late', '.095', segment, `${next} call end`],
	['has to end at all', '.1', '', `${next} still-blocked`],
	['returns what it says', '.1', segment.replace('1:101(100)', '1:100(99)'), `${next} call result`],
] as const)
	test(`a blocking call ${name}`, () =>
		assert.equal(
			outcomeOf(`--tolerance_percent=0\n${accepted.replace(/^0/, '+0')}+0...${end} read(4, ..., 100) = 100\n${then}`),
			shifted(wanted),
		));

/** An option line stands above. */
const shifted = (wanted: string): string => wanted.replace(/^\d+/, line => String(Number(line) + 1));

test('an absolute end counts from the start of the script', () => {
	assert.equal(outcomeOf(`${accepted}.1...0.2 read(4, ..., 100) = 100\n${segment}`), 'pass');
	assert.equal(outcomeOf(`${accepted}.1...0.3 read(4, ..., 100) = 100\n${segment}`), `${next} call end`);
});

test('the next call waits for the one that blocks, the rest of the script does not', () => {
	const text = `${accepted}+0...0.2 read(4, ..., 10) = 10\n+.1 write(4, ..., 5) = 5\n`;
	assert.equal(outcomeOf(text), `${next} still-blocked`);
	assert.equal(
		outcomeOf(`${accepted}+0...0.1 read(4, ..., 100) = 100\n${segment}+0 read(4, ..., 1) = -1 EAGAIN (x)`),
		`${next + 2} would-block`,
	);
});

test('a blocking call that has ended at once is seen to have done so', () => {
	const text = `${accepted}${segment}`;
	assert.equal(outcomeOf(`${text}+0...0 read(4, ..., 60) = 60\n+0...0 read(4, ..., 60) = 40`), 'pass');
	assert.equal(outcomeOf(`${text}+0...0.1 read(4, ..., 60) = 60`), `${next + 1} call end`);
});

test('mismatches may be tolerated by kind', () => {
	const wrong = `${accepted}+0 write(4, ..., 10) = 11\n`;
	const rest = '+0 > P. 1:11(10) ack 1\n+0 close(4) = 1';
	assert.equal(outcomeOf(`--non_fatal=syscall\n${wrong}${rest}`), 'pass');
	assert.equal(outcomeOf(`--non_fatal=packet\n${wrong}${rest}`), `${next + 1} call result`);
	assert.equal(outcomeOf(`--non_fatal=packet,syscall\n${wrong}${rest.replace('11(10)', '12(11)')}`), 'pass');
});

test('connect() waits for the handshake', () => {
	const text = (end: string) => `0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
+0...${end} connect(3, ..., ...) = 0
+0 > S 0:0(0) <...>
+.1 < S. 0:0(0) ack 1 win 1000 <mss 1000>
+0 > . 1:1(0) ack 1
`;
	assert.equal(outcomeOf(text('0.1')), 'pass');
	assert.equal(outcomeOf(text('0.2')), '2 call end');
});

test('accept() before the handshake waits', () => {
	assert.equal(outcomeOf(`${listening}+0 accept(3, ..., ...) = 4`), '4 would-block');
});
