/** 选项、显式拥塞通知和 ICMP 的说明。 */
import type {OptionNotes} from '../en/option-notes.js';

const shown = (shift: number): string => String(2 ** shift);

export const optionNotesZh: OptionNotes = {
	'wscale-agreed': ({own, peer}, t) =>
		`从现在起窗口字段要乘以单位：${t.here}的是 ${shown(own)} 字节，${t.peer}的是 ${shown(peer)} 字节；SYN 里的不乘。`,
	'sack-agreed': () => '两个 SYN 都允许 SACK：出现空洞时，各方会说明已收到哪些，只需重传缺少的部分。',
	'timestamps-agreed': ({recent}) => `两个 SYN 都带时间戳：每个报文段都说明发送时刻，并回显对方的时刻，现在是 ${recent}。`,
	'ts-recent-taken': ({recent}, t) => `${t.Here}将回显时间戳 ${recent}：它属于最早的尚未确认的报文段。`,
	'paws-dropped': ({val, recent}) => `时间戳 ${val} 早于最近见过的 ${recent}：这是序号上一圈遗留的报文段。丢弃，并回 ACK。`,
	'timestamp-missing': ({seq}, t) => `双方已约定时间戳，但 ${t.packet}（seq=${t.far(seq)}）没有：丢弃。`,
	'rtt-by-timestamp': ({rtt}, t) => `虽然发了两次，回显的时间戳说明应答的是哪一次：往返时间 ${t.time(rtt)}。`,
	'sack-sent': ({from, to, count}, t) =>
		`SACK：${t.farRange(from, to)}已经收到${count > 1 ? `，空洞之后还有 ${count - 1} 段` : ''}，${t.peer}不必重传。`,
	'dsack-sent': ({from, to}, t) => `第一个 SACK 块说明重复收到了 ${t.farRange(from, to)}：${t.peer}由此知道那次重传是多余的。`,
	'ecn-agreed': () => '双方都支持 ECN：拥塞的路由器可以给报文打标记，而不必丢弃它。',
	'ecn-refused': (_, t) => `${t.Peer}不同意使用 ECN：只有丢包才说明拥塞。`,
	'ce-arrived': (_, t) => `${t.packet} 在途中被打上标记：有拥塞。${t.Here}在 ACK 中置 ECE，直到${t.peer}回 CWR。`,
	'ece-sent': (_, t) => `ECE：告诉${t.peer}有路由器给报文打了标记。`,
	'ece-arrived': ({ack}, t) => `ack=${t.own(ack)} 带有 ECE：路由器标记了${t.here}的报文。每个窗口算一次丢包。`,
	'cwnd-reduced': ({ssthresh, cwnd}) => `没有丢包，所以什么也不重传；但 cwnd 降到 ${cwnd}，ssthresh 降到 ${ssthresh}。`,
	'cwr-sent': (_, t) => `新数据带 CWR：拥塞窗口已减小，${t.peer}可以不再置 ECE。`,
	'cwr-arrived': (_, t) => `CWR：${t.peer}已经放慢，${t.here}不再置 ECE。`,
	'urgent-arrived': ({up, ahead}, t) =>
		`URG：从这里到 ${t.far(up)} 的 ${t.octets(ahead)}是紧急数据。它们在流中的位置不变，只多了一个指针。`,
	'icmp-refused': ({type, code}, t) => `ICMP ${type}/${code} 引用了${t.here}的 SYN，而没有人应答过它：放弃连接。`,
	'icmp-ignored': ({type, code}) => `ICMP ${type}/${code} 不起作用：这类错误可能只是暂时的，而且谁都能伪造。`,
	'mtu-probe-sent': ({mtu, mss}, t) => `${t.Here}探测路径能否传 ${mtu}：发出一个比平常的 ${mss} 更大的报文段。`,
	'mtu-probe-answered': ({mtu, mss}, t) => `${mtu} 的探测报文到达了：从现在起${t.heres}报文段最多 ${mss}。`,
	'mtu-probe-lost': ({mtu, mss}) => `${mtu} 的探测报文丢了，其后的却到了：是路径传不了，不是拥塞。以每段 ${mss} 重发。`,
	'mtu-search-lower': ({mtu, mss}, t) => `什么都到不了，也许有路由器悄悄丢掉大的数据报：${t.here}改试 ${mtu}，每段 ${mss}。`,
	'icmp-remembered': ({type, code}, t) => `ICMP ${type}/${code} 不会结束连接：只有${t.peer}一直没有应答，应用程序才会知道这个错误。`,
	'backoff-reverted': ({rto}, t) => `是网络中断，不是拥塞：${t.heres} RTO 少加倍一次，回到 ${t.time(rto)}。`,
	'icmp-elsewhere': ({seq, una, sndMax}, t) =>
		`ICMP 错误引用 seq=${t.own(seq)}，而在途的是 ${t.ownRange(una, sndMax)}：是伪造的或太晚，忽略。`,
	'path-mtu-lowered': ({mtu, mss}, t) => `路径上有路由器最多只能传 ${t.octets(mtu)}：${t.here}从现在起每段最多发 ${mss}。`,
	blackholed: ({port}) => `端口 ${port} 没有人监听，而这台主机设为不告诉任何人：不发 RST。`,
	'udp-ignored': ({port}, t) => `${t.packet} 封装在 UDP 中，而 UDP 端口 ${port} 不接收 TCP：忽略。`,
	'udp-elsewhere': ({port, own}, t) =>
		`${t.packet} ${port > 0 ? `来自 UDP 端口 ${port}` : '不经 UDP'}，而连接${own > 0 ? `走 UDP 端口 ${own}` : '不经 UDP'}：不属于它，回 RST。`,
	'syn-fin-dropped': (_, t) => `${t.packet} 既打开又关闭：这台主机丢弃带 FIN 的 SYN。`,
	'syn-again-limited': ({per}, t) => `同一个 SYN 又来了；不到 ${t.time(per)} 之前应答过，这次不应答。`,
	'syn-again-soon': ({after}, t) => `那是给旧连接的，RST 会结束它：${t.time(after)} 后就再发 SYN。`,
	'time-wait-silent': (_, t) => `${t.packet} 对 TIME_WAIT 不是新消息：不应答。`,
};
