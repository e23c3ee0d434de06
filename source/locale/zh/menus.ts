/** Menus and questions in Chinese. */
import type {AskTopic, DetailCode, LabelCode, Menu, MenuNote} from '../../app/menus/menu.js';
import {otherHost} from '../../sim/action.js';
import type {MenusWords} from '../en/menus.js';
import {formatZh} from './format.js';

const {host} = formatZh;

const labels = {
	'rst-exact': 'RST 恰好',
	'rst-in-window': 'RST 窗口内',
	'rst-outside': 'RST 窗口外',
	'rst-seq': 'RST 指定序号 ...',
	'any-segment': '任意报文段 ...',
	flood: 'SYN 洪泛 ...',
	'type-it': '其他 ...',
	'type-text': '一段文字 ...',
	'type-size': '若干字节 ...',
	'write-script': '本次实验，写成场景',
	'write-text': '时序图，写成文本',
	'write-json': '全部经过，写成 JSON 行',
	'write-packetdrill-client': '客户端一侧，packetdrill 脚本',
	'write-packetdrill-server': '服务器一侧，packetdrill 脚本',
} as const satisfies Record<LabelCode, string>;

type Values = Readonly<Record<string, string | number>>;

const details: Readonly<Record<DetailCode, (values: Values) => string>> = {
	'flood-of': ({count, port}) => `${count} 个 SYN 发往 :${port}`,
	'link-delay': () => '穿越线路的时间',
	'link-jitter': () => '延迟上下浮动这么多',
	'link-loss': () => '丢失',
	'link-duplicate': () => '到达两次',
	'link-corrupt': () => '到达时已损坏',
	'link-reorder': () => '被后面的报文超过',
	'link-rate': () => '每秒比特数',
	'link-queue': () => '个报文可排队等待线路',
	'knob-app': () => '应用程序自己做什么',
	'knob-profile': () => '行为像哪个协议栈',
	'knob-isn': () => '下一个连接的初始序号',
	'knob-mss': () => '它通告的最大报文段',
	'knob-rcvbuf': () => '接收缓冲区',
	'knob-sndbuf': () => '发送缓冲区',
	'knob-nagle': () => '小报文段要等 ACK',
	'knob-delayed-ack': () => 'ACK 等一等再发',
	'knob-keepalive': () => '探测空闲的对方是否还在',
	'knob-sack': () => '选择确认',
	'knob-timestamps': () => '每个报文段带时间戳',
	'knob-wscale': () => '窗口可超过 64 KiB',
	'knob-ecn': () => '路由器以标记代替丢包',
	'knob-challenge-ack': () => 'RFC 5961：可疑的 RST、SYN 得到 ACK',
	'knob-quiet-time': () => '重启后静默一个 MSL',
	'knob-syn-cookies': () => '半连接队列满时不存状态地应答',
	'knob-msl': () => 'TIME_WAIT 持续它的两倍',
	'knob-rto-min': () => 'RTO 不会更短',
	'knob-syn-retries': () => 'SYN 最多重传的次数',
	'knob-retries': () => '数据和 FIN 最多重传的次数',
	'knob-congestion': () => 'cwnd 怎样增长',
	current: () => '当前值',
	backlog: ({backlog}) => `全连接队列：${backlog} 个再加一个`,
	reuseaddr: () => '旧连接还在 TIME_WAIT 时也可以',
	'from-port': ({port}) => `从 ${port} 端口的监听者主动打开`,
	simultaneous: () => '在另一端也按 c：同时打开',
	crash: () => '它的套接字全部无声消失',
	restart: () => '重新应答，但没有套接字',
	'ecn-on': () => '请求使用，也同意使用',
	'ecn-off': () => '只有丢包才说明拥塞',
	'ecn-passive': () => '对方请求时同意使用',
	'congestion-newreno': () => '每个往返增加一个报文段（RFC 5681）',
	'congestion-cubic': () => '取决于上次丢包以来的时间（RFC 9438）',
	'app-manual': () => '听你的指示',
	'app-reader': () => '接受、读取，收到对方的 FIN 后关闭',
	'app-echo': () => '读到什么就发回什么，收到 FIN 后关闭',
};

function heading({name, socket}: Menu): string {
	switch (name.menu) {
		case 'listen':
			return `${host(name.host)}监听`;
		case 'connect':
			return `${host(name.host)}连接`;
		case 'send':
			return `${host(name.host)}的套接字 ${socket ?? '-'} 发送`;
		case 'inject':
			return `注入：冒充${host(otherHost(name.host))}，发给${host(name.host)}${socket === undefined ? '' : `的套接字 ${socket}`}`;
		case 'link':
			return `参数：线路，${name.from === undefined ? '两个方向' : `从${host(name.from)}发出`}`;
		case 'host':
			return `参数：${host(name.host)}`;
		case 'values':
			return `参数：${name.before.trim()}`;
		case 'scenarios':
			return '场景';
		case 'write':
			return '写入文件';
	}
}

function note(of: MenuNote): string {
	switch (of.code) {
		case 'window':
			return `RCV.NXT ${of.rcvNxt}，RCV.WND ${of.rcvWnd}：${of.rcvWnd === 0 ? '窗口已关闭。' : `窗口是 ${of.rcvNxt} 到 ${(of.rcvNxt + of.rcvWnd - 1) >>> 0}。`}`;
		case 'syn-sent':
			return `SYN_SENT：只相信确认了 SYN 的 RST，即 ack=${of.sndNxt}。`;
		case 'no-connection':
			return '这个套接字没有连接，RST 无从下手。';
		case 'intro':
			return formatZh.said(of.words);
		case 'from-now-on':
			return '对此后的报文有效。';
		case 'later-connections':
			return '对此后的连接有效。';
		case 'at-once':
			return '对现有的连接也有效。';
		case 'values':
			return 'Enter 采用；也可以直接输入一个值。';
		case 'listen':
			return 'PORT [backlog N] [reuseaddr] [as NAME]';
		case 'connect':
			return 'PORT [from PORT] [as NAME]';
		case 'send':
			return '发送缓冲区装不下的部分先等着。';
		case 'write':
			return 'Enter 写入当前目录；也可以输入别的文件名。';
	}
}

const asks: Readonly<Record<AskTopic, string>> = {
	listen: 'PORT [backlog N] [reuseaddr] [as NAME]',
	connect: 'PORT [from PORT] [as NAME]',
	'send-text': '任意文字。',
	'send-size': '字节数，如 1000、64KiB、1MiB：内容是计数图样。',
	seq: '绝对序号，0 到 4294967295。',
	segment: '[SPORT > DPORT] FLAGS SEQ:SEQ(LEN) [ack N] [win N] [urg N] [<options>]',
	flood: '这么多个 SYN，来自从不应答的地址。',
	value: '一个值，按实验语言的写法。',
	file: '文件名；不会覆盖已有文件。',
};

export const menusZh = {
	label: code => labels[code],
	detail: (code, values = {}) => details[code](values),
	heading,
	note,
	ask: topic => asks[topic],
	menuHints: {
		plain: ' Up Down 选择  Enter 执行  Esc 返回',
		typing: ' Up Down 选择  Enter 执行，或直接输入  Esc 返回',
		pages: ' Up Down 选择  Enter 取值，或直接输入  Esc 返回  Left Right 换主机',
	},
	askHeading: '请输入',
	askHints: ' 输入文字  Enter 执行  Ctrl-U 清空  Esc 返回',
	part: (first, last, total) => `${first}-${last} / ${total}`,
	notThis: '这条语句做的是别的事；Esc 返回。',
	said: formatZh.said,
} satisfies MenusWords;
