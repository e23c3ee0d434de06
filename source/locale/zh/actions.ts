/** What you did, in Chinese, where no call, state or rule says it better. */
import {
	type Action,
	type App,
	type FlagFilter,
	type HostName,
	type KnobChange,
	type LinkChange,
	type Mischief,
	otherHost,
	type SocketRef,
} from '../../sim/action.js';
import type {Effect, PacketBrief, ToldAction} from '../../view/why-item.js';
import {duration} from '../duration.js';
import type {ActionWords} from '../en/actions.js';
import {formatZh} from './format.js';

const {host: hostName} = formatZh;
const percent = (share: number): string => `${Number((share * 100).toFixed(3))}%`;
const size = (octets: number): string => formatZh.octets(octets);

/** "客户端等了 1 s 没有应答，于是重传的 SYN". */
function packetZh({word, from, origin, of, isAgain, waited}: PacketBrief): string {
	if (origin === 'injected') return `伪造的 ${word}`;
	if (origin === 'duplicate') return `#${of ?? 0} 的副本`;
	const sender = hostName(from);
	if (waited !== undefined) return `${sender}等了 ${duration(waited)} 没有应答，于是重传的 ${word}`;
	return isAgain ? `${sender}重传的 ${word}` : `${sender}的 ${word}`;
}

const yours = (mischief: Mischief, n: string, packet: string): string => {
	switch (mischief.kind) {
		case 'drop':
			return `你丢弃了 ${n}：${packet}。`;
		case 'duplicate':
			return `你复制了 ${n}：${packet}。两份都会到达，接收方凭序号知道第二份没有新内容。`;
		case 'corrupt':
			return `你翻转了 ${n} 的一位：${packet}。它会到达，但校验和不对，等于丢失。`;
		case 'mark':
			return `你充当拥塞的路由器，给 ${n} 打上 CE 标记而不丢弃：${packet}。内容毫无损失。`;
		case 'delay':
			return `你拖住了 ${n}：${packet}。它要多花 ${duration(mischief.by)}；若发送方的 RTO 先到期，就会来两次。`;
	}
};

const done = (mischief: Mischief, n: string, packet: string): string => {
	switch (mischief.kind) {
		case 'drop':
			return `${n} 被丢弃：${packet}。`;
		case 'duplicate':
			return `${n} 被复制：${packet}。两份都会到达，接收方凭序号知道第二份没有新内容。`;
		case 'corrupt':
			return `${n} 有一位被翻转：${packet}。它会到达，但校验和不对，等于丢失。`;
		case 'mark':
			return `拥塞的路由器给 ${n} 打上 CE 标记而不丢弃：${packet}。内容毫无损失。`;
		case 'delay':
			return `${n} 被拖住：${packet}。它要多花 ${duration(mischief.by)}；若发送方的 RTO 先到期，就会来两次。`;
	}
};

const effectZh = (effect: Effect): string => {
	switch (effect.kind) {
		case 'waits': {
			const host = hostName(effect.host);
			return effect.isDoubled
				? `没有人通知${host}：它继续等待，RTO 加倍为 ${duration(effect.rto)}。`
				: `没有人通知${host}：它等待确认，直到 RTO（${duration(effect.rto)}）到期。`;
		}
		case 'probes':
			return `没有人通知${hostName(effect.host)}：它会再发一次窗口探测。`;
		case 'ack':
			return effect.isMissed
				? `ACK 不会自己重传：${hostName(effect.to)}要先重传它所确认的内容。`
				: `ACK 不会自己重传，但${hostName(effect.to)}并没有在等它：下一个 ACK 会说同样的话。`;
		case 'rst':
			return `RST 从不重传：${hostName(effect.to)}要等到自己发送时才知道连接已经没了。`;
		case 'none':
			return '没有人得到通知，也没有人会重传。';
	}
};

const onLink = (change: LinkChange): readonly string[] => [
	...(change.delay === undefined ? [] : [`报文要走 ${duration(change.delay)}`]),
	...(change.jitter === undefined ? [] : [`延迟最多浮动 ${duration(change.jitter)}`]),
	...(change.rate === undefined ? [] : [change.rate === 0 ? '速率不限' : `链路每秒传 ${change.rate} 位`]),
	...(change.queue === undefined ? [] : [`最多 ${change.queue} 个报文排队`]),
	...(change.loss === undefined ? [] : [`${percent(change.loss)} 的报文丢失`]),
	...(change.duplicate === undefined ? [] : [`${percent(change.duplicate)} 的报文到达两次`]),
	...(change.corrupt === undefined ? [] : [`${percent(change.corrupt)} 的报文损坏`]),
	...(change.reorder === undefined ? [] : [`${percent(change.reorder)} 的报文被后面的超过`]),
];

const linkChanged = (from: HostName | undefined, change: LinkChange): string =>
	`从现在起，${from ? `${hostName(from)}发出的` : '两个方向'}：${onLink(change).join('，')}。`;

const apps = {
	manual: '只做你吩咐的事',
	reader: '自动 accept，读走所有数据，收到对方 FIN 后关闭',
	echo: '自动 accept，把收到的数据原样发回，收到对方 FIN 后关闭',
} as const satisfies Record<App, string>;

const switched = (isOn: boolean, on: string, off: string): string => (isOn ? on : off);

const ecnWish = {
	on: '新连接请求显式拥塞通知（ECN）',
	passive: '对方请求时，新连接同意使用 ECN，但自己不请求',
	off: '新连接不用 ECN：只有丢包才说明拥塞',
} as const;

/** What follows after "客户端：从现在起". */
function onKnob(change: KnobChange): string {
	switch (change.knob) {
		case 'isn':
			return `下一个连接的序号从 ${change.value} 开始`;
		case 'app':
			return `应用程序${apps[change.value]}`;
		case 'mss':
			return `新连接通告 MSS ${change.value}：对方不能发更大的报文段`;
		case 'rcvbuf':
			return `新连接的接收缓冲区是 ${size(change.value)}`;
		case 'sndbuf':
			return `新连接的发送缓冲区是 ${size(change.value)}`;
		case 'nagle':
			return switched(change.value, '有在途数据时小报文段要等待（Nagle）', '小报文段立即发出（关闭 Nagle）');
		case 'delayedAck':
			return switched(change.value, 'ACK 可以延迟，等数据捎带', '每个报文段都立即确认');
		case 'keepalive':
			return switched(change.value, '对方长时间没有消息时发保活探测', '从不发保活探测');
		case 'sack':
			return switched(change.value, '新连接提供选择确认 SACK', '新连接不提供选择确认 SACK');
		case 'timestamps':
			return switched(change.value, '新连接提供时间戳', '新连接不提供时间戳');
		case 'wscale':
			return switched(change.value, '新连接提供窗口扩大', '新连接不提供窗口扩大');
		case 'ecn':
			return ecnWish[change.value];
		case 'challengeAck':
			return switched(change.value, '可疑的 RST 或 SYN 用挑战 ACK 核实（RFC 5961）', '窗口内的任何 RST 或 SYN 都会结束连接');
		case 'quietTime':
			return switched(change.value, '重启后静默一个 MSL', '重启后立即可以通信');
		case 'synCookies':
			return switched(change.value, '半连接队列满时用 SYN cookie 应答，不存任何状态', '半连接队列满时丢弃 SYN');
		case 'congestion':
			return `新连接的 cwnd 按 ${change.value === 'cubic' ? 'CUBIC（RFC 9438）' : 'NewReno（RFC 5681）'} 增长`;
		case 'msl':
			return `MSL 是 ${duration(change.value)}，TIME_WAIT 持续 ${duration(2 * change.value)}`;
		case 'rtoMin':
			return `RTO 不小于 ${duration(change.value)}`;
		case 'synRetries':
			return `SYN 或 SYN,ACK 没有应答时重传 ${change.value} 次`;
		case 'retries':
			return `数据或 FIN 没有确认时重传 ${change.value} 次`;
	}
}

const filtered = (filter: FlagFilter): string => (filter === 'any' ? '报文' : filter === 'data' ? '数据报文段' : ` ${filter} `);

/** Only what is capable of ECN can be marked. */
const awaited = ({filter, mischief}: Extract<Action, {do: 'arm' | 'disarm'}>): string =>
	mischief.kind === 'mark' ? `支持 ECN 的${filtered(filter)}` : filtered(filter);

const fateOf = (mischief: Mischief): string => {
	switch (mischief.kind) {
		case 'drop':
			return '被丢弃';
		case 'duplicate':
			return '到达两次';
		case 'corrupt':
			return '损坏';
		case 'mark':
			return '被路由器标记（CE）';
		case 'delay':
			return `晚到 ${duration(mischief.by)}`;
	}
};

const rstPlace = (action: Extract<Action, {do: 'inject-rst'}>): string => {
	switch (action.place) {
		case 'exact':
			return '恰好是期待的 RCV.NXT';
		case 'in-window':
			return '在窗口内，但比期待的大 1';
		case 'outside':
			return '是窗口外的第一个序号';
	}
	return '序号由人指定';
};

/** It enters the wire at the peer's end, where nobody has sent it. */
const forged = (packet: PacketBrief | undefined, {host}: SocketRef): string =>
	`${packet ? `#${packet.n} 是伪造的` : '伪造'}：发送者在途中某处，不是${hostName(otherHost(host))}`;

/** `seq`: the number of what was forged. */
function toldZh(action: ToldAction, packet: PacketBrief | undefined, seq: string): string {
	switch (action.do) {
		case 'link':
			return linkChanged(action.from, action.change);
		case 'knob':
			return `${hostName(action.host)}：从现在起${onKnob(action.change)}。`;
		case 'tune':
			return `${hostName(action.host)}调整参数：${Object.entries(action.knobs)
				.map(([name, value]) => `${name} ${value}`)
				.join('，')}。`;
		case 'profile':
			return `${action.host ? hostName(action.host) : '两台主机'}现在的行为像 ${action.profile}：选项、定时器、对异常报文段的应答。`;
		case 'arm':
			return `${hostName(action.host)}发出的下一个${awaited(action)}将${fateOf(action.mischief)}。`;
		case 'disarm':
			return `已取消：${hostName(action.host)}的下一个${awaited(action)}不会${fateOf(action.mischief)}。`;
		case 'crash':
			return `${hostName(action.host)}宕机：连接、套接字、等待中的调用都悄悄消失。发给它的报文无人接收。`;
		case 'restart':
			return `${hostName(action.host)}恢复了，没有任何套接字。它不知道旧的连接，会用 RST 应答。`;
		case 'inject-rst':
			return `${forged(packet, action.socket)}。RST seq=${seq}，${rstPlace(action)}。`;
		case 'inject':
			return `${forged(packet, action.socket)}。只有序号 seq=${seq} 可能露馅。`;
		case 'icmp':
			return `ICMP 错误（类型 ${action.error.type}，代码 ${action.error.code}）引用了${hostName(action.host)}的 seq=${action.error.seq}。`;
		case 'flood':
			return `向端口 ${action.port} 发出 ${action.count} 个 SYN，源地址永远不会应答：每个都占${hostName(action.host)}半连接队列的一个位置。`;
	}
}

export const actionsZh = {
	mischief: (mischief: Mischief, packet: PacketBrief, isYours: boolean): string =>
		(isYours ? yours : done)(mischief, `#${packet.n}`, packetZh(packet)),
	effect: effectZh,
	told: toldZh,
} satisfies ActionWords;
