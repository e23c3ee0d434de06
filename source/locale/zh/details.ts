/** The details of a packet in Chinese. */
import {posixText} from '../../packetdrill/call-notation.js';
import type {Fate} from '../../sim/trace.js';
import type {Cause} from '../../view/details.js';
import type {DetailsWords} from '../en/details.js';

const fates: Readonly<Record<Fate, string>> = {
	'in-flight': '在途',
	delivered: '已到达',
	lost: '已丢失',
	dropped: '已手动丢弃',
	corrupted: '已损坏',
	'queue-full': '队列满',
	unreachable: '不可达',
};

const ends: Readonly<Record<Fate, (time: string) => string>> = {
	'in-flight': time => `将到达 ${time}`,
	delivered: time => `到达 ${time}`,
	lost: time => `丢失 ${time}`,
	dropped: time => `丢弃 ${time}`,
	corrupted: time => `到达 ${time}`,
	'queue-full': time => `队列满 ${time}`,
	unreachable: time => `不可达 ${time}`,
};

function cause(of: Cause): string {
	switch (of.kind) {
		case 'call':
			return `因 ${of.call}(${of.argument === undefined ? '' : of.call === 'connect' ? `:${of.argument}` : of.argument})`;
		case 'posix':
			return `因 ${posixText(of.call)}`;
		case 'timer':
			return `因定时器 ${of.timer}`;
		case 'packet':
			return `在 #${of.n} 到达之后`;
		case 'forged':
			return '由你伪造';
		case 'copy':
			return `是 #${of.of} 的副本`;
		case 'unknown':
			return '';
	}
}

const hosts = {client: '客户端', server: '服务器'} as const;

export const detailsZh = {
	heading: (what, from, fate) => `${what}：${hosts[from]}到${hosts[from === 'client' ? 'server' : 'client']}，${fates[fate]}`,
	place: (n, count) => `#${n} / ${count}`,
	sent: (time, why) => `发出 ${time} ${cause(why)}`.trimEnd(),
	ended: (fate, time) => ends[fate](time),
	range: (first, last) => `${first} 到 ${last}`,
	noOptions: '无',
	checksum: {good: '校验和正确', bad: '校验和错误'},
	labels: {seq: 'seq', ack: 'ack', win: 'win', flags: '标志', options: '选项', data: '数据', udp: 'UDP'},
	noData: '没有数据',
	seconds: 's',
	because: '发送原因',
	did: '它的作用',
	hints: ' [ ] 其他报文  d 丢弃  u 复制  y 延迟  e 标记  Esc 返回',
	shortHints: ' [ ] 其他报文  Esc 返回',
} satisfies DetailsWords;
