/** The words of the main screen in Chinese. */
import type {HostName} from '../../sim/action.js';
import type {State} from '../../tcp/state.js';
import type {Outcome} from '../../view/outcome.js';
import type {Ending, Source} from '../../view/packet-view.js';
import type {ScreenWords} from '../en/screen.js';

const hosts: Readonly<Record<HostName, string>> = {client: '客户端', server: '服务器'};

const endings: Readonly<Record<Ending, string>> = {
	lost: '已丢失',
	dropped: '已丢弃',
	corrupted: '已损坏',
	'queue-full': '队列满',
	unreachable: '不可达',
};

const outcomes: Readonly<Record<Outcome, string>> = {
	'queue-full': '队列满',
	challenged: '被挑战',
	ignored: '被忽略',
	refused: '被拒绝',
	'bad-sum': '校验和错',
	'window-shut': '窗口关闭',
	'seen-before': '已收到过',
	'2msl-again': '2MSL 重计',
};

const sources: Readonly<Record<NonNullable<Source>, string>> = {again: '重传', copy: '副本', forged: '伪造'};

const states: Readonly<Record<State, string>> = {
	CLOSED: '没有连接',
	LISTEN: '等待任何一方的 SYN',
	SYN_SENT: '已发 SYN，等待 SYN,ACK',
	SYN_RCVD: '收到 SYN，已发 SYN,ACK，等待 ACK',
	ESTABLISHED: '连接已建立：双方都可以发送',
	FIN_WAIT_1: '已发 FIN，等待对它的 ACK',
	FIN_WAIT_2: '本方已关闭；对方仍可发送',
	CLOSE_WAIT: '对方已关闭；等待本方调用 close()',
	CLOSING: '双方都发了 FIN；等待对本方 FIN 的 ACK',
	LAST_ACK: '本方也发了 FIN，等待最后的 ACK',
	TIME_WAIT: '双方都已关闭；等待 2 MSL',
};

const shortStates: Readonly<Record<State, string>> = {
	CLOSED: '没有连接',
	LISTEN: '等待 SYN',
	SYN_SENT: '等待 SYN,ACK',
	SYN_RCVD: '等待 ACK',
	ESTABLISHED: '双向已通',
	FIN_WAIT_1: '等待 ACK',
	FIN_WAIT_2: '半关闭',
	CLOSE_WAIT: '等待 close()',
	CLOSING: '双方都发了 FIN',
	LAST_ACK: '等待最后的 ACK',
	TIME_WAIT: '等待 2 MSL',
};

export const screenZh = {
	name: 'tcp-tui',
	lab: '实验',
	plates: {client: '客户端', server: '服务器'},
	keysHere: '按键在此',
	otherKeys: 'Tab',
	pace: {watch: '观察', paused: '已暂停', held: '已停住', idle: '空闲', reading: '阅读', past: '过去'},
	link: {delay: '延迟', loss: '丢包', rate: '速率', jitter: '抖动', duplicate: '重复', corrupt: '损坏', reorder: '乱序'},
	seed: '种子',
	noSocket: '还没有套接字',
	hostDown: '主机已宕机',
	quiet: left => `静默时间：还有 ${left}`,
	socket: '套接字',
	gone: '已不存在',
	states,
	shortStates,
	send: '发送',
	recv: '接收',
	parts: {fly: '在途', wait: '待发', free: '空闲', in: '可读', ooo: '乱序'},
	empty: '空',
	noTimer: '没有定时器',
	of: (left, total) => `${left} / ${total}`,
	again: {try: n => `第${n}次`, probe: n => `探测${n}`},
	backlog: 'backlog',
	queues: {syn: '半连接', accept: '全连接', shortSyn: '半连接', shortAccept: '全连接', barestSyn: '半', barestAccept: '全'},
	full: '满',
	mssPeer: '对方',
	inFlightOctets: '在途',
	waits: duration => `等待 ${duration}`,
	peerClosed: '对方已关闭',
	table: {local: '本地', peer: '对方', state: '状态', recvQ: 'RecvQ', sendQ: 'SendQ'},
	lane: {
		nothing: '线路上没有报文',
		inFlight: count => `${count} 个在途`,
		dead: (count, ending) => `${count} 个${endings[ending]}`,
		armed: '已设',
		mischief: {drop: '丢弃', duplicate: '复制', corrupt: '损坏', mark: '标记', delay: '延迟'},
		next: '下一个',
		any: '报文段',
		first: [['l', '服务器监听'], ['Tab', '转到客户端'], ['c', '客户端连接'], [], ['m', '或选一个场景'], ['?', '全部按键']],
		waitingFor: '等待',
		owned: (what, host) => `${hosts[host]}的 ${what}`,
		left: duration => `还有 ${duration}`,
		programs: ['任何一方的', 'send() 或 close()'],
		script: '场景',
		key: '你的按键',
	},
	endings,
	outcomes,
	at: time => `于 ${time}`,
	sources,
	ladder: '时序图',
	part: (first, last, total) => `${first}-${last} / ${total}`,
	emptyLadder: '每个报文都会在这里留下一行。',
	crash: '宕机',
	restart: '重启',
	timers: {noAnswer: '没有应答', probe: '探测', over: '到期', givesUp: '放弃'},
	changes: {
		'timed-out': '超时',
		'2msl-over': '2MSL 到期',
		'fin-wait-2-over': 'FIN_WAIT_2 到期',
		'unread-data': '有未读数据',
		'data-after-close': '关闭后收到数据',
		'icmp-arrived': 'ICMP 错误',
		'listener-closed': '监听已关闭',
		crash: '宕机',
	},
	why: '为什么',
	sentenceGap: '',
	tooSmall: (columns, rows, needed) => [`tcp-tui 需要 ${needed} 格。`, `这个终端只有 ${columns} x ${rows}。`, '请放大窗口，或按 q 退出。'],
} satisfies ScreenWords;
