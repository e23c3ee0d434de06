/** Every rule that can fire, in Chinese: what happened, and why, with its numbers. Two screen lines of 80 at most. */
import type {NoteSentences, Teller} from '../teller.js';
import {optionNotesZh} from './option-notes.js';

/** "1-20 号字节立即发出：…", or only the reason where the bytes were named before. */
const leaves = (t: Teller, {from, to}: {from: number; to: number}, reason: string): string =>
	t.isRangeTold ? `${reason}。` : `${t.ownRange(from, to)}发出：${reason}。`;

const inFlight = (t: Teller, octets: number): string => (octets === 0 ? '现在没有在途数据' : `还有 ${t.octets(octets)}在途`);

const queueOf = (length: number, limit: number, what: string): string => `${what} ${length} 个，backlog ${limit}`;

const bounded = (t: Teller, sum: number, rto: number): string => {
	if (Math.round(sum) === rto) return '，即新的 RTO';
	return sum < rto ? `；RTO 不小于 ${t.time(rto)}` : `；RTO 不大于 ${t.time(rto)}`;
};

const cameBefore = (t: Teller, {seq, len, rcvNxt}: {seq: number; len: number; rcvNxt: number}): string =>
	`${len > 1 ? t.farRange(seq, seq + len) : `序号 ${t.far(seq)} `}以前收到过，RCV.NXT 是 ${t.far(rcvNxt)}：丢弃，但再确认一次，因为上次的 ACK 可能丢了。`;

export const notesZh: NoteSentences = {
	...optionNotesZh,
	'syn-sent': ({iss, mss}, t) => `${t.Heres}序号从 ${t.own(iss)} 开始，SYN 占用这一个序号。MSS 是 ${mss}。`,
	'syn-accepted': ({irs, iss}, t) =>
		`SYN 占用了序号 ${t.far(irs)}，所以${t.here}回应 ack=${t.far(irs + 1)}；自己的初始序号是 ${t.own(iss)}。`,
	'syn-ack-accepted': ({irs, ack}, t) =>
		`ack=${t.own(ack)} 说明${t.heres} SYN 已到达。第三个报文段将带 ack=${t.far(irs + 1)}，并且可以携带数据。`,
	'simultaneous-open': ({irs, iss}, t) =>
		`双方都发了 SYN：同时打开，不需要监听者。${t.Here}发送 SYN,ACK seq=${t.own(iss)} ack=${t.far(irs + 1)}。`,
	'handshake-complete': ({ack}, t) => `ack=${t.own(ack)} 比${t.heres} SYN 大 1，说明它已到达：三次握手完成，双方都知道了对方的序号。`,
	'mss-agreed': ({own, peer}, t) =>
		own === peer
			? `MSS：双方都通告最多接收 ${t.octets(own)}的报文段，也都不发更大的。`
			: `MSS：${t.here}最多接收 ${t.octets(own)}的报文段，${t.peer}最多 ${t.octets(peer)}；双方都不超过对方通告的大小。`,
	'mss-assumed': ({assumed}, t) => `${t.Peer}没有通告 MSS，${t.here}按 ${t.octets(assumed)}发送：任何主机都必须能接收这么大的报文段。`,
	'syn-data-kept': ({len}, t) => `SYN 携带了 ${t.octets(len)}：${t.here}先保存，握手完成后应用程序才能读到。`,
	'syn-data-dropped': ({len}, t) => `SYN 携带了 ${t.octets(len)}：${t.here}丢弃它们，只确认 SYN，对方必须重传。`,
	'syn-again': ({seq, rcvNxt}, t) =>
		`SYN seq=${t.far(seq)} 以前来过（RCV.NXT 已是 ${t.far(rcvNxt)}）：上次的应答可能丢了，${t.here}再应答一次。`,
	'ack-for-nothing': ({ack}, t) => `ack=${t.own(ack)} 确认的东西${t.here}从未发送：是旧连接的残留，或是伪造的。`,
	'rst-without-ack': (_, t) => `${t.Here}在等 SYN,ACK：只有确认了其 SYN 的 RST 才算真的。这个 RST 被忽略。`,
	'segment-without-syn': ({seq}, t) => `${t.Here}在等 SYN,ACK；${t.packet}（seq=${t.far(seq)}）没有 SYN，此时没有意义，被丢弃。`,
	refused: ({ack}, t) => `RST 带有 ack=${t.own(ack)}，是对${t.heres} SYN 的回答：没有人接受连接，connect() 失败。`,
	'port-closed': ({port}, t) => `${t.Here}的端口 ${port} 既没有监听，也没有这个连接：回应 RST，免得对方白等。`,
	'listen-rst': ({ack}, t) => `监听者没有发过 ack=${t.own(ack)} 所确认的东西，${t.packet} 不属于这里的任何连接：回应 RST。`,
	'listen-ignored': ({seq}, t) => `监听者等的是 SYN；${t.packet}（seq=${t.far(seq)}）不是，被丢弃，不作应答。`,
	'rst-ignored-closed': (_, t) => `${t.Here}没有这个连接，RST 被丢弃。对 RST 从不应答，否则两台主机会没完没了。`,
	'back-to-listen': () => '握手还没有完成，这个半连接被忘掉；监听者不受影响，accept() 也不会知道。',
	'sent-nothing-in-flight': ({from, to, wnd, cwnd}, t) =>
		leaves(t, {from, to}, `${t.here}没有在途数据，Nagle 不拦；窗口 ${wnd} 和拥塞窗口 cwnd ${cwnd} 都有空间`),
	'sent-full-segment': ({from, to, wnd, cwnd}, t) =>
		leaves(t, {from, to}, `满长的报文段不必等；窗口 ${wnd} 和拥塞窗口 cwnd ${cwnd} 都有空间`),
	'sent-without-nagle': ({from, to, flight}, t) =>
		leaves(t, {from, to}, `Nagle 不拦（已关闭，或正在关闭连接），尽管还有 ${t.octets(flight)}在途`),
	'sent-half-window': ({from, to, maxWnd}, t) => leaves(t, {from, to}, `虽不是满长，但已达到${t.peer}通告过的最大窗口 ${maxWnd} 的一半`),
	'sent-by-override': ({from, to}, t) => leaves(t, {from, to}, '窗口只容得下几个字节，但它们已经等得够久了'),
	'sent-again': ({from, to, count}, t) =>
		from === to
			? `FIN 再次发出（第 ${count} 次重传）：未被确认就当作丢失。`
			: `${t.ownRange(from, to)}再次发出${count > 0 ? `（第 ${count} 次重传）` : ''}：未被确认的数据一直留在发送缓冲区。`,
	'cork-waits': ({waiting, mss}, t) => `TCP_CORK：${t.heres} ${t.octets(waiting)}等待更多数据，直到凑满 ${mss} 的报文段。`,
	'nagle-waits': ({waiting, flight, mss}, t) =>
		`${t.octets(waiting)}在等待：不足一个满长报文段（${mss}），而在途的 ${t.octets(flight)}还没有被确认。这就是 Nagle 算法。`,
	'window-limits': ({waiting, wnd, flight}, t) =>
		wnd === 0
			? `${t.octets(waiting)}在等待：${t.peers}窗口是 0。`
			: `${t.octets(waiting)}在等待：${t.peers}窗口是 ${wnd}，其中 ${t.octets(flight)}已在途。`,
	'cwnd-limits': ({waiting, cwnd, flight}, t) => `${t.octets(waiting)}在等待：拥塞窗口 cwnd 只有 ${cwnd}，其中 ${t.octets(flight)}已在途。`,
	'sws-waits': ({waiting, usable, mss}, t) =>
		`${t.octets(waiting)}在等待：窗口只容得下 ${t.octets(usable)}，这么小的报文段不值得发（满长是 ${mss}）：避免糊涂窗口。`,
	'probe-sent': ({seq, next}, t) => `窗口关闭着。${t.Here}发探测报文 seq=${t.own(seq)}：窗口打开的消息可能丢了。${t.time(next)} 后再探。`,
	'window-closed': ({una}, t) => `${t.Peer}通告窗口 0：从 ${t.own(una)} 起${t.here}不能再发。它会发窗口探测，免得双方永远互等。`,
	'window-opened': ({wnd}, t) => `${t.Peers}窗口重新打开：可以发送 ${t.octets(wnd)}。`,
	'fin-sent': ({seq}, t) => `FIN seq=${t.own(seq)}：${t.here}没有数据要发了。FIN 占用一个序号，因此像数据一样要被确认。`,
	'fin-waits-for-open': ({iss}, t) => `握手完成之前调用 shutdown()：FIN 要等到 SYN seq=${t.own(iss)} 得到确认。`,
	'fin-waits': ({waiting}, t) => `FIN 排在最后一个字节之后：还有 ${t.octets(waiting)}要先发。`,
	'rst-sent': ({seq}, t) => `RST seq=${t.own(seq)}：${t.here}立即结束连接，没有 FIN，也不等应答；缓冲区里的数据全部丢失。`,
	'ack-advances': ({ack, octets, flight}, t) =>
		octets === 0
			? `ack=${t.own(ack)}：之前的都已到达，其中没有数据。`
			: `ack=${t.own(ack)}：${t.octets(octets)}已到达，离开${t.heres}发送缓冲区；${inFlight(t, flight)}。`,
	'ack-duplicate': ({ack, count}, t) =>
		`重复确认 ack=${t.own(ack)}，第 ${count} 个：${t.peer}收到了后面的数据，但缺 ${t.own(ack)} 开始的部分。${count < 3 ? '到第三个就判定丢失。' : ''}`,
	'ack-old': ({ack, una}, t) => `ack=${t.own(ack)} 没有新内容：${t.here}早已知道 ${t.own(una)} 之前的都到达了。`,
	'ack-unsent': ({ack, sndNxt}, t) =>
		`ack=${t.own(ack)} 确认了${t.here}还没有发送的东西（SND.NXT ${t.own(sndNxt)}）：丢弃，并回应真实的序号。`,
	'ack-too-old': ({ack, una, maxWnd}, t) =>
		`ack=${t.own(ack)} 比 SND.UNA ${t.own(una)} 早了不止一个窗口（${maxWnd}）：可能是盲猜。丢弃，回应挑战 ACK。`,
	'ack-unacceptable-in-syn-rcvd': ({ack, sndNxt}, t) =>
		`只有 ack=${t.own(sndNxt)} 能完成握手；ack=${t.own(ack)} 属于别的连接：回应 RST，继续等待。`,
	'no-ack-bit': ({seq}, t) => `握手之后每个报文段都带 ACK；${t.packet}（seq=${t.far(seq)}）没有，被丢弃。`,
	'fin-acked': ({ack}, t) => `ack=${t.own(ack)} 把 FIN 也算在内：${t.here}说过的一切，${t.peer}都收到了。`,
	'rtt-sampled': ({rtt, srtt, rttvar, rto}, t) =>
		`测得往返时间 ${t.time(rtt)}。SRTT ${t.time(srtt)} + 4 x RTTVAR ${t.time(rttvar)} = ${t.time(srtt + 4 * rttvar)}${bounded(t, srtt + 4 * rttvar, rto)}。`,
	'rtt-not-sampled': ({ack}, t) => `ack=${t.own(ack)} 不能用来测往返时间：它回答的可能是第一次，也可能是重传（Karn 算法）。`,
	'rto-fired': ({waited, rto}, t) =>
		`等了 ${t.time(waited)} 没有应答：${t.heres} RTO 到期，重传${t.sent.startsWith('#') ? ' ' : ''}${t.sent}。下次等待 ${t.time(rto)}。`,
	'rto-after-syn': ({rto}, t) => `SYN 曾经重传：网络比${t.here}想的慢，所以数据的 RTO 从 ${t.time(rto)} 开始。`,
	'gave-up': ({count}, t) => `重传 ${count} 次、再等一次之后仍没有应答：${t.here}放弃这个连接。`,
	'user-timeout': ({after}, t) => `${t.here}发送的数据 ${t.time(after)} 都没有被确认：用户超时，连接结束。`,
	'slow-start': ({cwnd, ssthresh}) =>
		`慢启动：每来一个 ACK，拥塞窗口最多增大一个报文段，现在 cwnd ${cwnd}${ssthresh >= 2 ** 30 ? '；尚未因丢包设定上限' : `，直到 ssthresh ${ssthresh}`}。`,
	'congestion-avoidance': ({cwnd, ssthresh}) =>
		`cwnd ${cwnd} 已达到 ssthresh ${ssthresh}：进入拥塞避免，此后每个往返大约只增大一个报文段。`,
	'cwnd-collapsed': ({ssthresh, cwnd}) =>
		`超时可能意味着网络过载：ssthresh 降为 ${ssthresh}，约为在途数据的一半；拥塞窗口 cwnd 从 ${cwnd} 重新开始。`,
	'fast-retransmit': ({seq, ssthresh, cwnd}, t) =>
		`三个重复 ACK：${t.own(seq)} 开始的报文段丢了。快速重传，不等 RTO；ssthresh ${ssthresh}，cwnd ${cwnd}。`,
	'limited-transmit': ({seq, count}, t) =>
		`第 ${count} 个重复 ACK 说明有一个报文段离开了网络：允许超出 cwnd 再发一个新的（从 ${t.own(seq)} 起），好引出更多 ACK。`,
	'sack-recovery': ({seq, cwnd, flight}, t) =>
		`${t.own(seq)} 丢了：后面的已到，SACK 说明了是哪些。在途 ${flight}，cwnd 降为 ${cwnd}；只重传空洞。`,
	rescue: ({sndNxt}, t) => `空洞都已补上，${t.own(sndNxt)} 之前的最后一段仍无 ACK：再发一次试试。`,
	'partial-ack': ({ack, recover}, t) =>
		`部分确认：ack=${t.own(ack)} 还没到恢复结束处 ${t.own(recover)}，说明又有一个报文段丢了，立即重传。`,
	'recovery-over': ({cwnd}) => `发现丢包时的在途数据都已到达：快速恢复结束，cwnd ${cwnd}。`,
	'sent-chunk': ({from, to, wnd, cwnd}, t) => leaves(t, {from, to}, `窗口 ${wnd} 和拥塞窗口 cwnd ${cwnd} 容得下这一串`),
	'cwnd-restarted': ({cwnd, ssthresh}, t) => `${t.here}空闲超过一个 RTO，cwnd 已不能反映网络：从 ${cwnd} 重新开始，ssthresh ${ssthresh}。`,
	'repeat-joined': ({from, to}, t) => `${t.ownRange(from, to)}并入这次重传：合起来仍不超过一个报文段。`,
	'mss-by-window': ({mss, maxWnd}) => `对方的窗口从未超过 ${maxWnd}：每段最多 ${mss}，即一半，好让两段同时在途。`,
	'marked-arrived': ({from, to}, t) => `SACK 说${t.ownRange(from, to)}已到（前面还有空洞），不必重传。`,
	'marked-lost': ({from, to}, t) => `${t.ownRange(from, to)}判为丢失：更晚发出的已经到达，留给迟到者的时间也过了。`,
	'dsack-arrived': ({from, to}, t) => `D-SACK：${t.ownRange(from, to)}到了两次，其中一次是多余的。`,
	'reordering-seen': ({low, high, segments}, t) =>
		`${t.own(low)} 比 ${t.own(high)} 晚到，而且从未重传：没有丢，只是乱序。乱序程度 ${segments}。`,
	'reordering-window': ({steps}) => `有一次重传是多余的：给迟到者更多时间，最小往返时间的四分之一乘 ${steps}。`,
	'recovery-entered': ({seq, ssthresh, lost}, t) =>
		`有丢失（${lost} 个报文段，从 ${t.own(seq)} 起）：进入快速恢复，cwnd 随 ACK 降到 ssthresh ${ssthresh}。`,
	'ecn-reduces': ({ssthresh, cwnd}, t) =>
		`ECE：路由器做了标记而没有丢包。${t.here}像丢包一样减速，cwnd 从 ${cwnd} 降到 ${ssthresh}，每个往返只降一次。`,
	'cwnd-follows': ({cwnd, ssthresh}) => `每到达一些数据，只能新发其中一部分：cwnd ${cwnd}，在一个往返之内逐步降到 ssthresh ${ssthresh}。`,
	'reduction-over': ({cwnd}) => `标记时的在途数据都已确认：减速结束，cwnd ${cwnd}。`,
	'loss-probe': ({una, sndNxt}, t) => `两个往返没有 ACK：若${t.ownRange(una, sndNxt)}的末尾丢了，不会有任何迹象。不等 RTO，先发一个探测。`,
	'probe-found-loss': ({ssthresh}) => `尾部丢包探测补上了一处丢失，它不会引起重复 ACK；cwnd 仍要降一次，到 ${ssthresh}。`,
	'reduction-undone': ({ssthresh, cwnd}) => `没有丢，只是迟到：窗口恢复原样，ssthresh ${ssthresh}，cwnd ${cwnd}。`,
	'cwnd-unused': ({cwnd, flight}) => `cwnd 保持 ${cwnd}：最多只用了 ${flight}，所以这个 ACK 不能说明网络还能承载更多。`,
	'cubic-wmax': ({wMax}) => `CUBIC 记住 W_max ${wMax}：在途数据达到这么多时，网络承受不住。`,
	'cubic-fast-convergence': ({wMax, cwnd}) =>
		`这次 cwnd ${cwnd} 就承受不住，还没到上次的 W_max：空间变小了。CUBIC 把目标降到 ${wMax}（快速收敛）。`,
	'cubic-epoch': ({cwnd, origin, k}, t) =>
		k > 0
			? `CUBIC 开始新的曲线：从 cwnd ${cwnd} 用 ${t.time(k)} 升到 W_max ${origin}，先快后慢。`
			: `CUBIC 从 cwnd ${cwnd} 开始新的曲线。上面没有已知的极限：先慢后快。`,
	'cubic-friendly': ({cwnd, reno}) => `此处 CUBIC 自己的曲线比 Reno 慢，所以 cwnd（现在 ${cwnd}）跟上 Reno 会有的窗口：${reno}。`,
	'cubic-concave': ({cwnd, origin}) => `CUBIC：cwnd ${cwnd}。离上次丢包处 W_max ${origin} 越近，增长越慢。`,
	'cubic-convex': ({cwnd, origin}) => `CUBIC：cwnd ${cwnd}。${origin} 没有问题：曲线向上试探，越久不丢包，增长越快。`,
	'cubic-epoch-shifted': ({by}, t) => `有 ${t.time(by)} 没有发送：这段时间不算，CUBIC 的曲线从原处继续。`,
	'hystart-train': ({length, limit, ssthresh}, t) =>
		`ACK 连续到来已有 ${t.time(length)}（限度 ${t.time(limit)}）：路径已满。慢启动在丢包之前结束，cwnd ${ssthresh}（HyStart）。`,
	'hystart-delay': ({rtt, limit, ssthresh}, t) =>
		`往返时间变成 ${t.time(rtt)}（限度 ${t.time(limit)}）：队列在形成。慢启动在丢包之前结束，cwnd ${ssthresh}（HyStart）。`,
	unacceptable: ({seq, len, rcvNxt, rcvWnd}, t) => {
		const behind = (rcvNxt - seq) | 0;
		if (len === 0 && behind === 1) return `seq=${t.far(seq)} 比 RCV.NXT ${t.far(rcvNxt)} 小 1：是要求应答的探测。${t.Here}回应 ACK。`;
		if (len > 0 && behind >= len) return cameBefore(t, {seq, len, rcvNxt});
		if (len > 0 && rcvWnd === 0) return `${t.Heres}接收窗口是 0：${t.packet} 带来的被丢弃，并用 ACK 说明期待的是 ${t.far(rcvNxt)}。`;
		return `seq=${t.far(seq)} 在${t.heres}窗口 ${t.far(rcvNxt)} 到 ${t.far(rcvNxt + Math.max(rcvWnd, 1) - 1)} 之外：丢弃，并用 ACK 说明期待的序号。`;
	},
	'old-data': (values, t) => cameBefore(t, values),
	'data-in-order': ({seq, len, rcvNxt}, t) =>
		`${t.farRange(seq, seq + len)}正是${t.here}期待的：放进接收缓冲区，RCV.NXT 变为 ${t.far(rcvNxt)}。`,
	'data-out-of-order': ({seq, len, rcvNxt}, t) =>
		`${t.farRange(seq, seq + len)}到了，但还缺 ${t.far(rcvNxt)}：${t.here}把它们作为乱序数据保存，应用程序还读不到。`,
	'hole-filled': ({rcvNxt, octets}, t) => `缺的数据到了：${t.octets(octets)}一起变为可读，RCV.NXT 跳到 ${t.far(rcvNxt)}。`,
	'text-ignored': ({len}, t) => `${t.packet} 中的 ${t.octets(len)}被忽略：${t.peer}已经发过 FIN，其后不会再有数据。`,
	'ack-delayed': ({until}, t) => `延迟确认：ACK 最多再等 ${t.until(until)}，也许能由数据捎带，也许一次确认两个报文段。`,
	'ack-every-second': ({octets}, t) => `已有 ${t.octets(octets)}未确认，相当于两个满长报文段：立即发送 ACK。`,
	'ack-at-once': ({rcvNxt}, t) => `立即发送 ack=${t.far(rcvNxt)}：${t.peer}要尽快知道${t.here}收到了什么、还缺什么。`,
	'ack-carried': ({rcvNxt}, t) => `数据捎带了 ack=${t.far(rcvNxt)}，不必为 ACK 单独发报文段。`,
	'delayed-ack-fired': ({rcvNxt}, t) => `没有数据来捎带，延迟的 ack=${t.far(rcvNxt)} 单独发出。`,
	'ack-over-segment': ({octets, segment}, t) =>
		`已有 ${t.octets(octets)}未确认，超过一个报文段（${segment}），窗口也还有余地：立即发送 ACK。`,
	'ack-quick': ({left}, t) => `立即发送 ACK，接下来共有 ${left} 个都如此：一阵数据开始时，${t.peer}靠它们更快提速。Linux 就是这样做的。`,
	'sack-held': ({count, until}, t) => `重复 ACK 已经够多：这一个（共 ${count} 个）最多再等 ${t.until(until)}，与后面的合成一个。`,
	'sack-held-over': ({count}) => `等待结束：一个带 SACK 的 ACK 告知空洞之后到达的 ${count} 个报文段。`,
	'ack-after-read': ({octets}, t) => `应用程序读走了全部数据：为 ${t.octets(octets)}等着的 ACK 现在发出。`,
	'memory-measured': ({len, memory, most}, t) =>
		`${t.octets(len)}占用 ${memory} 字节内存。缓冲区按内存计量，所以${t.heres}窗口现在最多 ${most}。`,
	'memory-full': ({used, len, limit}, t) => `${t.octets(len)}到了，但${t.here}的内存已用 ${used}，上限 ${limit}：窗口之内也放不下了。`,
	'early-dropped': ({seq, len}, t) => `内存不够：${t.here}丢掉乱序保存的 ${t.farRange(seq, seq + len)}，${t.peer}必须重传。`,
	'buffer-grown': ({size, most}, t) => `${t.Heres}接收缓冲区随流量增大到 ${size}：窗口最多可到 ${most}。`,
	'window-full': ({rcvNxt}, t) => `${t.Heres}接收缓冲区满了：从 ${t.far(rcvNxt)} 起窗口为 0，直到应用程序读走数据。`,
	'window-update': ({wnd}, t) => `应用程序读走了数据，${t.here}通告新的窗口 ${wnd}。`,
	'window-update-held': ({free, wnd}, t) =>
		`又空出 ${t.octets(free - wnd)}，但通告的窗口仍是 ${wnd}：至少能移动一个满长报文段${t.mss === undefined ? '' : `（${t.mss}）`}或半个缓冲区才通告。`,
	'fin-arrived': ({seq}, t) =>
		`FIN seq=${t.far(seq)}：${t.peer}不再发数据。它占一个序号，所以 ack=${t.far(seq + 1)}；读完之后 recv() 返回 0。`,
	'rst-accepted': ({seq}, t) => `RST seq=${t.far(seq)} 恰好等于 RCV.NXT，算是真的：连接立即消失，不作应答。`,
	'rst-challenged': ({seq, rcvNxt, rcvWnd}, t) =>
		`RST seq=${t.far(seq)} 在窗口内（到 ${t.far(rcvNxt + rcvWnd - 1)}），但不等于 RCV.NXT ${t.far(rcvNxt)}：可能是伪造的，用挑战 ACK 核实。`,
	'rst-outside': ({seq, rcvNxt, rcvWnd}, t) =>
		`RST seq=${t.far(seq)} 在窗口 ${t.far(rcvNxt)} 到 ${t.far(rcvNxt + Math.max(rcvWnd, 1) - 1)} 之外：是盲猜，丢弃，不作应答。`,
	'syn-challenged': ({seq}, t) =>
		`正常连接上来了 SYN seq=${t.far(seq)}：是伪造的，或者对方重启过。用挑战 ACK 核实，不知此连接的主机会回 RST。`,
	'challenge-limited': ({limit, per}, t) => `${t.Here}在 ${t.time(per)} 内已发了 ${limit} 个挑战 ACK，这次不应答，免得被人利用。`,
	'rst-ignored-time-wait': (_, t) => `${t.Here}在 TIME_WAIT 中忽略 RST：旧的 RST 可能使等待提前结束，让旧报文混进新连接。`,
	'unread-data-reset': ({unread}, t) => `close() 时还有 ${t.octets(unread)}没有读：不发 FIN 而发 RST，告诉${t.peer}数据没有读完。`,
	'data-after-close-reset': ({len}, t) => `close() 之后又来了 ${t.octets(len)}，没有人会读：用 RST 告诉${t.peer}这些数据丢了。`,
	'time-wait-started': ({wait}, t) => `${t.Here}发出了最后的 ACK，无法知道它是否到达：停留 2 MSL = ${t.time(wait)}，直到旧报文都消失。`,
	'time-wait-restarted': ({wait}, t) => `FIN 又来了，说明最后的 ACK 丢了：${t.here}再确认一次，并重新等待整个 ${t.time(wait)}。`,
	'time-wait-over': ({wait}, t) => `${t.time(wait)} 过去了，FIN 没有再来：没有人再要最后的 ACK，旧报文也都消失了。端口可以再用。`,
	'fin-wait-2-limited': ({wait}, t) => `${t.Heres}应用程序已关闭，不会再读，所以最多等${t.peers} FIN ${t.time(wait)}。`,
	'fin-wait-2-over': ({wait}, t) => `${t.time(wait)} 没有等到 FIN：${t.here}忘掉这个连接；${t.peer}再发的数据会得到 RST。`,
	'keepalive-sent': ({count, of}, t) => `很久没有${t.peers}消息：第 ${count} 个保活探测（共 ${of} 个）用旧序号迫使对方应答。`,
	'keepalive-failed': ({count}, t) => `${count} 个保活探测都没有应答：${t.peer}已不在，或无法到达。`,
	'syn-queue-full': ({length, limit}, t) =>
		`${t.Heres}半连接队列满了（${queueOf(length, limit, '半连接')}）：SYN 被悄悄丢弃，真正的客户端会重传。`,
	'cookie-sent': ({iss, mss}, t) =>
		`半连接队列满：${t.here}用 cookie 应答。seq=${t.own(iss)} 里藏着地址、时间和 MSS ${mss}，什么也不保存。`,
	'cookie-options-lost': ({mss}) => `cookie 里放不下其他选项：这个 SYN 只留下 MSS ${mss}。`,
	'cookie-accepted': ({ack, mss}, t) => `ack=${t.own(ack)} 减一是${t.here}为${t.peer}做的 cookie，还没有过期：由它重建连接，MSS ${mss}。`,
	'cookie-refused': ({ack}, t) => `ack=${t.own(ack)} 减一不是${t.here}为这些地址和端口做的 cookie，或者已经过期：回应 RST。`,
	'accept-queue-full-syn': ({length, limit}, t) =>
		`全连接队列满了（${queueOf(length, limit, '等待 accept()')}）：${t.here}悄悄丢弃 SYN，对方会重传。`,
	'accept-queue-full-ack': ({length, limit}, t) =>
		`全连接队列满了（${queueOf(length, limit, '等待')}）：第三个报文段被丢弃。${t.Peer}以为已连接，${t.here}仍是 SYN_RCVD。`,
	'port-in-use': ({port, socket, left}, t) =>
		left > 0
			? `端口 ${port} 仍被套接字 ${socket} 占用，它还要在 TIME_WAIT 中停留 ${t.left(left)}。SO_REUSEADDR 可以放行。`
			: `端口 ${port} 被套接字 ${socket} 占用：两个套接字不能用同一地址。`,
	'quiet-time': ({until}, t) => `重启之后${t.here}不知道用过哪些序号：静默一个 MSL，还要 ${t.leftUntil(until)}，不发任何报文。`,
	'quiet-time-dropped': ({packet, until}, t) => `#${packet} 到达时${t.here}还在静默时间内，还剩 ${t.leftUntil(until)}：丢弃，不作应答。`,
	'host-down': ({packet}, t) => `#${packet} 找不到主机：它已宕机或不存在，没有应答，连 RST 也没有。${t.Peer}什么也不知道。`,
	'checksum-failed': ({packet}, t) => `#${packet} 到达了，但校验和不对：途中有一位翻转。${t.Here}悄悄丢弃，就像丢包一样。`,
	'link-lost': ({packet}, t) => `#${packet} 在去${t.peer}的途中丢失。`,
	'link-queue-full': ({packet, queue}) => `#${packet} 遇到链路队列已满（${queue} 个），被丢弃：拥塞就是这样造成丢包的。`,
	'link-duplicated': ({packet, copy}, t) => `网络把 #${packet} 复制了一份：#${copy}。${t.Peer}必须发现这些字节已经有了。`,
	'link-corrupted': ({packet}, t) => `#${packet} 途中有一位翻转，校验和会让${t.peer}发现。`,
	'link-marked': ({packet}, t) => `快要过载的路由器给 #${packet} 打上 CE 标记，而不是丢弃它：${t.peer}收到全部字节，也得知拥塞。`,
	'link-held': ({packet}) => `#${packet} 被扣住，直到下一个报文先过去：到达的顺序会颠倒。`,
	'link-delayed': ({packet, by}, t) => `#${packet} 多花 ${t.time(by)} 才到。`,
	'dropped-by-hand': ({packet}, t) => `#${packet} 在去${t.peer}的途中按要求丢弃。`,
};
