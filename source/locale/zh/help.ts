/** The help in Chinese. */
import type {HelpLine, KeyGroup} from '../../app/keymap.js';
import type {HelpWords} from '../en/help.js';

const lines: Readonly<Record<HelpLine, string>> = {
	'other-host': '换到另一台主机',
	'socket-up': '选按键所指的套接字',
	listen: '监听 80 端口；L 询问',
	connect: '连接；C 询问',
	accept: '接受连接',
	send: '发送 "hello"；S 询问',
	receive: '接收',
	shutdown: 'shutdown：半关闭',
	close: '关闭',
	abort: '中止：发 RST',
	inject: '注入 RST 或任意报文段',
	'drop-next': '丢弃它的下一个报文',
	drop: '丢弃',
	duplicate: '复制',
	delay: '延迟',
	mark: '标记 CE',
	pause: '暂停、继续',
	'step-on': '前进一个事件',
	'step-back': '后退一个事件',
	faster: '加快、放慢',
	present: '回到现在',
	older: '较早、较新的报文',
	details: '报文的全部详情',
	diagram: '状态图',
	numbers: '相对序号、绝对序号',
	scenarios: '场景',
	knobs: '参数、宕机、重启',
	write: '保存本次实验、导出',
	escape: '关闭、放开所选报文',
	help: '帮助、退出（或 Ctrl-C）',
};

const groups: Readonly<Record<KeyGroup, string>> = {
	host: '「按键在此」的主机',
	packet: '双线所指的报文',
	time: '时间',
	look: '查看',
};

export const helpZh = {
	title: '帮助',
	back: 'Esc 返回',
	groups,
	lines,
	legend: {
		fates: ['[SYN]> 在途', 'x[SYN]x 已丢弃', ':[SYN]: 丢失', '~[SYN]~> 损坏', '(SYN)> 副本'],
		origins: ['[[SYN]]> 重传', '{SYN}> 伪造', '══[SYN]> 时序图 ===：d u y e 所指'],
		marks: ['A > B  由 A 变为 B', '* 该主机最近一个事件所改变', 'Tab：按它，按键转到此'],
		send: ['发送', '▁ 已确认', '█ 在途：已发未确认', '▒ 待发：尚未发出', '. 空闲'],
		recv: ['接收', '▁ 已读', '█ 可读', '▒ 乱序', '线路：按报文计数'],
		timers: ['RTO 重传 (第2次)', 'pers 窗口探测', 'dACK 延迟确认', 'keep 保活', 'FW2 等 FIN'],
	},
} satisfies HelpWords;
