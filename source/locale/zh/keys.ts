/** Keys in Chinese. */

import type {Complaint, Message, Notice} from '../../app/message.js';
import type {StatusWord} from '../../app/store-type.js';
import type {Wordless} from '../../export/packetdrill/deeds.js';
import type {KeysWords} from '../en/keys.js';
import {keyNames} from '../key-names.js';
import {formatZh} from './format.js';
import {packetdrillZh} from './packetdrill.js';
import {refusalsZh} from './refusals.js';

const {host} = formatZh;

const keyName = keyNames('空格');

const status: Readonly<Record<StatusWord, string>> = {
	'other-host': '另一主机',
	listen: '监听',
	connect: '连接',
	accept: '接受',
	send: '发送',
	receive: '接收',
	shutdown: '半关闭',
	close: '关闭',
	abort: '中止',
	drop: '丢弃',
	duplicate: '复制',
	delay: '延迟',
	mark: '标记',
	details: '详情',
	pause: '暂停',
	'go-on': '继续',
	step: '单步',
	'step-back': '后退',
	present: '回到现在',
	scenarios: '场景',
	knobs: '参数',
	diagram: '状态图',
	help: '帮助',
	quit: '退出',
};

const times = (factor: number): string => (factor >= 1 ? `${factor} 倍` : `1/${Math.round(1 / factor)} 倍`);

function complaint(message: Complaint): string {
	switch (message.code) {
		case 'nothing-in-flight':
			return '没有在途的报文。D 丢弃这台主机发出的下一个报文。';
		case 'not-in-flight':
			return `#${message.packet} 已不在途中${message.fate === 'delivered' ? '：它已到达' : ''}。Esc 放开它。`;
		case 'host-down':
			return `${host(message.host)}已宕机，任何调用都会失败（ENETDOWN）。k 可让它重启。`;
		case 'no-socket':
			return `${host(message.host)}还没有套接字。l 监听，c 连接。`;
		case 'no-listener':
			return `${host(message.host)}没有监听者，无从接受。l 监听。`;
		case 'one-socket':
			return `${host(message.host)}没有别的套接字可选。`;
		case 'only-listener':
			return `套接字 ${message.socket} 在监听，不传数据。Up、Down 另选一个，c 连接。`;
		case 'already-closed':
			return `套接字 ${message.socket} 已经关闭，剩下的会自己完成。c 重新连接。`;
		case 'already-shut':
			return `套接字 ${message.socket} 已发出 FIN。x 关闭它，r 仍可接收。`;
		case 'ended':
			return `套接字 ${message.socket} 已不存在。c 重新连接，Up、Down 另选一个。`;
		case 'not-accepted':
			return `套接字 ${message.socket} 还没有交给应用程序。${message.isComplete ? '' : '第三个报文段到达之后，'}a 接受它。`;
		case 'nothing-due':
			return '没有在途的报文，也没有定时器：要有人动手才行。';
		case 'at-beginning':
			return '这里是开头。';
		case 'at-present':
			return '这里就是现在。';
		case 'no-packet':
			return '还没有发过报文。';
		case 'oldest':
			return '这是最早的报文。';
		case 'newest':
			return '这是最新的报文。';
		case 'nothing-open':
			return '没有打开或选中的东西。q 退出。';
		case 'unknown':
			return '这个键没有作用。? 列出全部按键。';
		case 'held':
			return '先按 Esc 关闭。';
		case 'choose':
			return 'Up、Down 选择，Enter 执行，Esc 返回。';
		case 'text-only':
			return '输入文字，Enter 确定，Esc 返回。';
		case 'fastest':
			return `最快是平常的 ${times(message.factor)}。`;
		case 'slowest':
			return `最慢是平常的 ${times(message.factor)}。`;
		case 'refused':
			return refusalsZh.text(message.refusal);
		case 'save-failed':
			return fileError(message.file, message.error);
		case 'unsayable':
			return unsayable(message);
	}
}

const errors: Readonly<Record<string, string>> = {
	EEXIST: '文件已存在，请换一个名字',
	EACCES: '没有写入权限',
	EPERM: '没有写入权限',
	EROFS: '磁盘是只读的',
	ENOSPC: '磁盘已满',
	ENOENT: '没有这个目录，或没有文件名',
	EISDIR: '这是一个目录',
};

const fileError = (file: string, error: string): string => `无法写入 ${file}：${errors[error] ?? error}。`;

const unsayable = (wordless: Wordless): string => `${packetdrillZh.unsayable(wordless.unsayable, wordless.host)}。`;

function notice(message: Notice): string {
	switch (message.code) {
		case 'forked':
			return `由你动手：${message.title} 到此结束，实验从这一刻继续。m 可重新开始。`;
		case 'forked-past':
			return `你在过去动手：之后的 ${message.by} 个事件留在另一条分支上。`;
		case 'saved':
			return `已保存到 ${message.file}。`;
		case 'pace':
			return message.factor === 1 ? '平常的速度。' : `平常速度的 ${times(message.factor)}。`;
		case 'disarmed':
			return `已取消：${host(message.host)}的下一个报文不丢弃。`;
		case 'scenario-ended':
			return message.failed === 0
				? `${message.title} 已结束；实验继续，全部按键可用。m：另选场景。`
				: `${message.title} 已结束；有 ${message.failed} 处与预期不符。全部按键可用。`;
	}
}

export const keysZh = {
	keyName,
	status,
	fileError,
	unsayable,
	message: (message: Message): string =>
		message.kind === 'complaint' ? `! ${keyName(message.key)}: ${complaint(message)}` : notice(message),
} satisfies KeysWords;
