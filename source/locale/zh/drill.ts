/** The words of `drill` in Chinese. */
import type {DrillWords} from '../../export/drill-words.js';
import {secondsWords} from '../../packetdrill/pkt-print.js';
import type {Failure, Unsupported} from '../../packetdrill/run/verdict.js';
import {type DrillCatalogue, isAtOnce} from '../en/drill.js';
import {pktZh} from './pkt.js';

const counts = ({of, what}: Failure & {code: 'count'}, count: number): string =>
	of === 'sockets' ? `${count} 个套接字处于 ${what}` : `${what} ${count}`;

const atOnce = '套接字不是 O_NONBLOCK；用 fcntl(FD, F_SETFL, O_RDWR|O_NONBLOCK) 设置';
const waiting = '会等待的调用写作 START...END';

type Told = {readonly expected: string; readonly actual: string};

function failure(given: Failure): Told {
	switch (given.code) {
		case 'segment':
		case 'call':
		case 'assertion':
			return {expected: given.expected, actual: given.actual};
		case 'no-segment':
			return {expected: given.expected, actual: `到 ${secondsWords(given.until)} 为止什么也没有发出`};
		case 'late':
			return {expected: `在 ${secondsWords(given.due)}`, actual: `当时已是 ${secondsWords(given.now)}`};
		case 'would-block':
			return {expected: given.expected, actual: `该调用会等待：${isAtOnce(given.expected) ? atOnce : waiting}`};
		case 'still-blocked':
			return {expected: given.expected, actual: `到 ${secondsWords(given.until)} 该调用仍在等待`};
		case 'unknown-ecr':
			return {expected: '端点发送过的时间戳', actual: `ecr ${given.ecr}`};
		case 'count':
			return {expected: counts(given, given.expected), actual: counts(given, given.actual)};
		case 'engine':
			return {expected: '', actual: `引擎在 ${secondsWords(given.now)} 停下：${given.message}`};
	}
}

const kinds: Readonly<Record<Unsupported['what'], string>> = {
	feature: '不支持',
	option: '不支持的选项',
	call: '不支持的调用',
	argument: '不支持的参数',
	'socket-option': '不支持的套接字选项',
	command: '不支持的命令',
	sysctl: '不支持的 sysctl',
	counter: '不支持的计数器',
	code: '代码块中不支持',
	'raw-options': '无法读取的 TCP 选项',
};

const words: DrillWords = {
	results: {pass: '通过  ', fail: '失败  ', unsupported: '不支持', error: '错误  '},
	expected: '预期',
	actual: '实际',
	field: '字段',
	script: '脚本',
	endpoint: profile => `端点（${profile}）`,
	fields: {
		time: '时间',
		ports: '端口',
		ecn: 'ecn',
		dscp: 'dscp',
		tos: 'tos',
		ttl: 'ttl',
		flags: '标志',
		seq: 'seq',
		length: '长度',
		ack: 'ack',
		win: 'win',
		urg: 'urg',
		options: '选项',
		udp: 'udp',
		payload: '数据',
		result: '结果',
		errno: 'errno',
		value: '值',
		end: '结束',
	},
	because: '原因',
	perhaps: '或许',
	hint: hint =>
		hint.code === 'unexpected'
			? `脚本里没有写 #${hint.packet}：这一行要的是 #${hint.fits}`
			: `#${hint.packet} 是第 ${hint.line} 行要的：这一行要的没有发出`,
	failure,
	unsupported: ({what, text, feature, near}) =>
		`${feature ? pktZh.feature(feature) : kinds[what]}：${text}${near === undefined ? '' : `；是不是 ${near}？`}`,
};

export const drillZh = {
	...words,
	usage: 'drill 需要 packetdrill 脚本：.pkt 文件，或含有此类文件的目录',
	file: {
		missing: '没有这个文件或目录',
		folder: '是目录',
		tooBig: '超过 1 MiB；脚本不能更大',
		nul: '含有 NUL 字节；脚本应是纯文本',
		unreadable: code => `无法读取（${code}）`,
	},
	noTerminal: '--watch 需要终端来绘制和读取按键；不带它时 drill 打印文字',
	noScripts: '目录里没有 .pkt 文件',
	badProfile: (name, profiles) => `首行写的 profile 是 ${name}；可用：${profiles.join('、')}`,
	summary: (profile, events, packets) => `profile ${profile}，检查了 ${events} 个事件，${packets} 个报文`,
	ignored: option => `${option} 在此不起作用`,
	running: count => `正在运行 ${count} 个脚本……`,
	wrong: '有问题的：',
	warning: '容忍',
	total: ({pass, fail, unsupported, error}, ms) =>
		`共 ${pass + fail + unsupported + error} 个脚本：通过 ${pass}，失败 ${fail}，不支持 ${unsupported}，无法读取 ${error}；${ms} ms`,
} satisfies DrillCatalogue;
