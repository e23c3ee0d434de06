/** What socket calls gave, in Chinese. */
import type {Errno} from '../../host/errno.js';
import type {PosixCall} from '../../host/posix/call.js';
import type {CallRecord, LabCallName} from '../../host/socket.js';
import type {CallWords} from '../en/calls.js';
import type {Teller} from '../teller.js';
import {formatZh} from './format.js';

const {octets} = formatZh;

const errnos: Readonly<Record<Errno, string>> = {
	EACCES: '途中有设备不允许',
	EADDRINUSE: '地址已被占用',
	EADDRNOTAVAIL: '没有空闲的本地端口',
	EAGAIN: '现在只能等待',
	EALREADY: 'connect() 已在进行',
	EBADF: '这个描述符不对应打开的套接字：已经关闭，或 accept() 还没有返回它',
	ECONNABORTED: 'connect() 等待时套接字被关闭',
	ECONNREFUSED: '得到的应答是 RST：那个端口没有人监听',
	ECONNRESET: '连接被 RST 复位',
	EDESTADDRREQ: '没有说明目的地址',
	EHOSTUNREACH: '没有通往那台主机的路由',
	EINPROGRESS: '连接正在建立，没有等待它',
	EINVAL: '这个套接字不能这样用',
	EISCONN: '这个套接字已连接，或正在监听',
	ENETDOWN: '主机已宕机',
	ENETUNREACH: '没有通往那个网络的路由',
	ENOBUFS: '没有空间再建套接字',
	ENOENT: '这个名字不存在',
	ENOPROTOOPT: '这个协议没有这个选项',
	ENOTCONN: '这个套接字没有连接',
	EOPNOTSUPP: '监听套接字不能这样用',
	EPIPE: '这一端已经关闭，不能再发送',
	EPROTO: '途中有设备读不懂这个报文',
	ETIMEDOUT: '问了多次，始终没有应答',
};

const completed = (call: LabCallName, {result, argument}: CallRecord, t: Teller): string => {
	switch (call) {
		case 'listen':
			return `listen(:${argument ?? 0})：${t.here}建立套接字，绑定端口 ${argument ?? 0}。`;
		case 'connect':
			return `${t.Heres} connect() 返回 0：连接已建立。`;
		case 'accept':
			return `accept() = ${result}：最早完成的连接离开全连接队列，${t.here}从此用描述符 ${result} 与它通信。`;
		case 'recv':
			return result === 0
				? `recv() = 0：${t.peer}已关闭它那一端，FIN 之前的数据都读完了。`
				: `recv() = ${result}：${t.here}的应用程序从接收缓冲区取走 ${octets(result)}，空出同样多的空间。`;
		case 'send':
			return `send() = ${result}：全部放进${t.heres}发送缓冲区。这并不表示已经到达。`;
		case 'shutdown':
			return `shutdown() = 0：${t.here}不再发送，但继续接收。`;
		case 'close':
			return `close() = 0：${t.heres}应用程序不再用这个套接字，余下的由 TCP 自己完成。`;
		case 'abort':
			return `${t.Heres}应用程序放弃了这个连接。`;
	}
};

/** `outcome`: the call as written, with its result. */
function posix(call: PosixCall, outcome: string, t: Teller): string {
	const head = `${outcome}：`;
	switch (call.call) {
		case 'socket':
			return `${head}${t.here}有了一个新描述符，还没有绑定地址。`;
		case 'bind':
			return `${head}套接字的本地端口是 ${call.port}。`;
		case 'listen':
			return `${head}${t.here}从此应答 SYN。`;
		case 'accept':
			return `${head}最早完成的连接离开全连接队列。`;
		case 'connect':
			return `${head}连接已建立。`;
		case 'shutdown':
			return `${head}${call.how === 'SHUT_RD' ? `${t.here}不再读取。` : `${t.here}不再发送。`}`;
		case 'close':
			return `${head}${t.heres}应用程序不再用这个套接字。`;
		case 'fcntl':
			return call.command === 'F_GETFL' ? `${head}描述符的标志。` : `${head}此后的调用${call.isNonblocking ? '不再等待' : '会等待'}。`;
		case 'ioctl':
			return `${head}${call.request === 'SIOCINQ' || call.request === 'FIONREAD' ? '可读的字节数' : '未确认或未发送的字节数'}。`;
		case 'poll':
			return `${head}就绪的描述符个数。`;
		case 'getsockopt':
			return `${head}选项 ${call.option} 的值。`;
		case 'setsockopt':
			return `${head}设置了选项 ${call.option}。`;
		case 'read':
		case 'readv':
		case 'recv':
		case 'recvfrom':
		case 'recvmsg':
			return `${head}${t.heres}应用程序读到的字节数。`;
		case 'write':
		case 'writev':
		case 'send':
		case 'sendto':
		case 'sendmsg':
			return `${head}放进${t.heres}发送缓冲区的字节数。`;
	}
}

const waits = {
	connect: (_taken: number, t: Teller) => `connect() 等待${t.peer}应答。`,
	accept: (_taken: number, t: Teller) => `accept() 等待：${t.heres}全连接队列里还没有完成的连接。`,
	recv: (_taken: number, t: Teller) => `recv() 等待：${t.here}还没有收到可读的数据。`,
	send: (taken: number, t: Teller) =>
		taken > 0
			? `send() 等待：${octets(taken)}已占满${t.heres}发送缓冲区，其余的要等 ACK。`
			: `send() 等待：${t.here}还不能发送，或发送缓冲区已满。`,
} as const;

export const callsZh = {
	completed,
	posix,
	waits,
	errnos,
	failed: (call: string, error: Errno, port: number | undefined): string =>
		`${call}(${port === undefined ? '' : `:${port}`}) ${error}：${errnos[error]}。`,
	sends: ({asked, taken, range}: {asked: number; taken: number; range: string; isOne: boolean}): string => {
		if (range !== '') return `send(${asked})：${range}立即发出。`;
		return `send(${asked})：${taken === 0 ? '发送缓冲区现在放不下。' : `${octets(taken)}在发送缓冲区等待。`}`;
	},
} satisfies CallWords;
