/** The eleven states, explained in Chinese. */
import type {State} from '../../tcp/state.js';
import type {StateWords} from '../state-words.js';

export const statesZh: Readonly<Record<State, StateWords>> = {
	CLOSED: {
		line: () => '没有连接，什么也不记得。',
		lasts: () => '-',
		meaning: () => '没有连接，也没有任何记录。发到这里的报文段会得到 RST。',
		ends: () => '结束：listen() > LISTEN，connect() > SYN_SENT。',
		netstat: () => 'netstat：看不到，本来就什么都没有。',
	},
	LISTEN: {
		line: () => '在端口上等待 SYN；产生连接之后自己仍留在这里。',
		lasts: () => '直到 close',
		meaning: () => '等待任何人的 SYN。每个 SYN 得到一个自己的 SYN_RCVD 套接字，监听者不变。',
		ends: () => '结束：close() > CLOSED。textbook：从它 connect() > SYN_SENT；linux、freebsd：报错。',
		netstat: () => 'netstat -l：LISTEN。ss 的 Recv-Q 是全连接队列的长度，Send-Q 是 backlog。',
	},
	SYN_SENT: {
		line: ({peer}) => `SYN 已发出；connect() 在等${peer}的 SYN,ACK。`,
		lasts: () => '1 RTT',
		meaning: ({peer}) => `SYN 已发出，connect() 阻塞。${peer}没有应答就重传 SYN，每次等得更久。`,
		ends: () => '结束：SYN,ACK > ESTABLISHED，SYN > SYN_RCVD，RST 或无应答 > CLOSED。',
		netstat: () => 'netstat：SYN_SENT，只有一个往返。停留较久说明没有人应答：主机不在，或报文被过滤。',
	},
	SYN_RCVD: {
		line: () => '收到 SYN，已发 SYN,ACK；在半连接队列里等 ACK。',
		lasts: () => '1 RTT',
		meaning: () => '半连接：收到了 SYN，发出了 SYN,ACK，还缺第三个报文段。它占半连接队列的一个位置。',
		ends: () => '结束：ACK > ESTABLISHED，RST > LISTEN，close() > FIN_WAIT_1，无应答 > CLOSED。',
		netstat: () => 'netstat：SYN_RECV，只有一个往返，很难看到。大量出现：SYN 洪泛，或 ACK 丢失。',
	},
	ESTABLISHED: {
		line: () => '连接已建立：双方都可以发送。',
		lasts: () => '直到关闭',
		meaning: () => '连接已建立：数据双向传输，每个方向有自己的序号、缓冲区和窗口。',
		ends: ({peer}) => `结束：close() > FIN_WAIT_1，${peer}的 FIN > CLOSE_WAIT，RST > CLOSED。`,
		netstat: () => 'netstat：ESTABLISHED。对方早已不在时也是这样：没有数据要发，就没有人发现。',
	},
	FIN_WAIT_1: {
		line: () => '自己一端已关闭，FIN 已发出；等它的 ACK。',
		lasts: () => '1 RTT',
		meaning: ({peer}) => `这一端先关闭：FIN 已发出，还没有 ACK。${peer}发来的数据仍然接收。`,
		ends: () => '结束：FIN 的 ACK > FIN_WAIT_2，FIN > CLOSING，两者在同一报文段 > TIME_WAIT。',
		netstat: () => 'netstat：FIN_WAIT1，只有一个往返。停留较久说明对方不在，或窗口为 0。',
	},
	FIN_WAIT_2: {
		line: () => '自己一端已关闭，对方还开着；继续接收，直到 FIN 到来。',
		lasts: () => '直到 FIN 来',
		meaning: () => '自己一端已关闭，FIN 已被确认。对方一端还开着：它发来的数据仍然接收（半关闭）。',
		ends: ({peer}) => `结束：${peer}的 FIN > TIME_WAIT。textbook：没有时限；linux、freebsd：close 之后 60 s。`,
		netstat: () => 'netstat：FIN_WAIT2，对方的应用程序多久不关闭，它就停留多久。',
	},
	CLOSE_WAIT: {
		line: () => '对方已关闭；停在这里，直到自己的应用程序调用 close。',
		lasts: () => '直到 close',
		meaning: () => '对方已关闭，recv() 返回 0。这一端仍可发送。',
		ends: () => '结束：自己的应用程序 close > LAST_ACK。没有定时器：忘了关闭，就永远停在这里。',
		netstat: () => 'netstat：CLOSE_WAIT。大量出现是应用程序的错，不是网络的错。',
	},
	CLOSING: {
		line: () => '双方同时关闭；等自己 FIN 的 ACK。',
		lasts: () => '1 RTT，罕见',
		meaning: () => '双方几乎同时关闭：对方的 FIN 比对自己 FIN 的 ACK 先到。',
		ends: () => '结束：FIN 的 ACK > TIME_WAIT。',
		netstat: () => 'netstat：CLOSING，很难看到：两个 FIN 要在途中交错，而且一趟路程就过去了。',
	},
	LAST_ACK: {
		line: () => '对方先关闭，现在自己也关闭；等最后的 ACK。',
		lasts: () => '1 RTT',
		meaning: () => '对方先关闭，现在自己的应用程序也关闭了：FIN 已发出，只差它的 ACK。',
		ends: () => '结束：FIN 的 ACK > CLOSED。ACK 丢了就重传 FIN，最后一次之后 > CLOSED。',
		netstat: () => 'netstat：LAST_ACK，只有一个往返。停留较久说明对方已不在。',
	},
	TIME_WAIT: {
		line: () => '双方都已关闭；停留 2 MSL，以防最后的 ACK 丢失。',
		lasts: ({timeWait}) => `2 MSL，${timeWait}`,
		meaning: () => '双方都已关闭。停留在这里，以便应答重传的 FIN，也等旧报文消失。',
		ends: ({timeWait}) => `结束：2MSL，${timeWait} > CLOSED；每来一个 FIN 就重新计时。RFC：MSL 2 min；linux：共 60 s。`,
		netstat: () => 'netstat：TIME_WAIT，出现在先关闭的一端。再 bind() 它的端口：EADDRINUSE。',
	},
};
