/** Why a connection changed its state, in Chinese: what follows after "服务器进入 LISTEN：". */
import type {ReasonWords, StateChange} from '../reason-words.js';
import type {Teller} from '../teller.js';

const closing = ({from, to, port}: StateChange, verb: string): string => {
	if (to === 'LAST_ACK') return `应用程序也${verb}。FIN 发出，只差对它的 ACK。`;
	if (from === 'SYN_RCVD') return `握手还没完成，应用程序就${verb}。`;
	if (from === 'LISTEN') return `端口 ${port} 不再有人监听，到来的 SYN 会得到 RST。`;
	if (to === 'CLOSED') return '还没有应答就关闭，放弃这次连接，什么也不发。';
	return `应用程序${verb}。发出 FIN：「我没有数据要发了」。`;
};

const finArrived = ({to}: StateChange, t: Teller): string => {
	if (to === 'CLOSING') return `${t.peers} FIN 比对自己 FIN 的 ACK 先到：双方同时关闭。`;
	if (to === 'TIME_WAIT') return `${t.packet} 是${t.peers} FIN，另一个方向也关闭了。`;
	return `${t.packet} 带来 FIN，${t.peer}不再发数据；${t.here}仍可发送，直到自己 close()。`;
};

const finAcked = ({to}: StateChange, t: Teller): string => {
	if (to === 'FIN_WAIT_2') return `${t.packet} 确认了它的 FIN。${t.peer}发来的仍然接收。`;
	if (to === 'TIME_WAIT') return `${t.packet} 也确认了它的 FIN：两个方向都已关闭。`;
	return `${t.packet} 确认了它的 FIN。这一端不必再等 2 MSL。`;
};

/** States in which an abort tells the peer. */
const tells: ReadonlySet<string> = new Set(['SYN_RCVD', 'ESTABLISHED', 'FIN_WAIT_1', 'FIN_WAIT_2', 'CLOSE_WAIT']);

const rstArrived = ({from, to}: StateChange, t: Teller): string => {
	if (to === 'LISTEN') return `${t.packet} 是 RST，结束了半连接，监听继续。`;
	if (from === 'SYN_SENT') return `${t.packet} 是 RST，应答了它的 SYN：连接被拒绝。`;
	return `${t.packet} 是 RST，连接立即结束，缓冲区里的数据丢失。`;
};

export const reasonsZh: ReasonWords = {
	entering: ({to}, t, reason) => `${t.Here}进入 ${to}：${reason}`,
	why: {
		listen: ({port}) => `在端口 ${port} 等待 SYN，什么也不发。`,
		connect: ({from}) => (from === 'LISTEN' ? '监听套接字主动打开，发出 SYN，等待 SYN,ACK。' : '发出 SYN，connect() 等待 SYN,ACK。'),
		'syn-arrived': ({from, port, socket}, t) =>
			from === 'SYN_SENT'
				? `等的是 SYN,ACK，来的却是 SYN（${t.packet}）：双方同时打开。`
				: `${t.packet} SYN 产生套接字 ${socket}，放进端口 ${port} 的半连接队列。`,
		'syn-ack-arrived': (_, t) => `${t.packet} 应答了它的 SYN。第三个报文段会告诉${t.peer}。`,
		'ack-arrived': ({isFromListener}, t) => `${t.packet} 确认了它的 SYN${isFromListener ? '，移入全连接队列' : '，双方都已建立连接'}。`,
		'fin-arrived': finArrived,
		'fin-acked': finAcked,
		'fin-and-ack-arrived': (_, t) => `${t.packet} 同时带来 FIN 和对自己 FIN 的 ACK，所以跳过 FIN_WAIT_2。`,
		close: change => closing(change, '关闭'),
		shutdown: change => closing(change, '关闭了发送方向'),
		abort: ({from}) => (tells.has(from) ? '应用程序中止连接：不发 FIN 而发 RST，缓冲区里的数据丢失。' : '应用程序中止，没有对方需要通知。'),
		'rst-arrived': rstArrived,
		'syn-in-window': () => '半连接上又来了新的 SYN：忘掉这个半连接，监听继续。',
		'cookie-arrived': ({port, socket}, t) =>
			`${t.packet} 带回了它的 cookie：端口 ${port} 的套接字 ${socket} 产生了，就像 SYN 被保存过一样。`,
		'icmp-arrived': () => 'ICMP 错误说明它的 SYN 到不了。',
		'timed-out': ({from}, t) => (from === 'SYN_SENT' ? '它的 SYN 始终没有应答。' : `它发送的始终没有被确认。${t.Peer}不会得到通知。`),
		'2msl-over': () => '2 MSL 已过。',
		'fin-wait-2-over': (_, t) => `${t.peers} FIN 没有按时到来。`,
		'unread-data': () => '应用程序关闭时还有数据没读：不发 FIN 而发 RST。',
		'data-after-close': () => '数据到来时应用程序已经关闭：回应 RST。',
		'listener-closed': () => 'accept() 还没有取走连接，监听套接字就关闭了。',
		crash: () => '主机宕机。它知道的一切都没了，也没有人通知对方。',
	},
};
