/** What comes next, in Chinese; and the few sentences that belong to no rule. */
import type {HostName} from '../../sim/action.js';
import type {TimerName} from '../../tcp/timers.js';
import type {Awaited, Next, PacketBrief, TimerWill} from '../../view/why-item.js';
import {countdown, duration} from '../duration.js';
import type {NextWords} from '../en/next.js';
import type {Teller} from '../teller.js';
import {formatZh} from './format.js';

const {host: hostName, octets} = formatZh;

const timers: Readonly<Record<TimerName, string>> = {
	rto: ' RTO ',
	persist: '坚持定时器',
	'delayed-ack': '延迟确认定时器',
	'2msl': ' 2MSL ',
	'fin-wait-2': ' FIN_WAIT_2 定时器',
	keepalive: '保活定时器',
	user: '用户超时',
	'loss-probe': '尾部丢包探测',
	reorder: ' RACK 定时器',
};

const wills: Readonly<Record<TimerWill, string>> = {
	again: '届时重传数据',
	'fin-again': '届时重传 FIN',
	'syn-again': '届时重传 SYN',
	'syn-ack-again': '届时重传 SYN,ACK',
	'give-up': '届时放弃',
	keepalive: '届时发保活探测',
	probe: '届时发窗口探测',
	'loss-probe': '届时探测尾部',
	judge: '届时把缺的判为丢失',
	ack: '届时单独发 ACK',
	closed: '届时进入 CLOSED',
};

const awaited = (what: Awaited): string => {
	switch (what.kind) {
		case 'call':
			return {
				connect: `${hostName(what.host)}的 connect() 在等应答`,
				accept: `${hostName(what.host)}的 accept() 在等连接`,
				recv: `${hostName(what.host)}的 recv() 在等数据`,
				send: `${hostName(what.host)}的 send() 在等空间`,
			}[what.call];
		case 'app':
			return {
				accept: `有连接在等${hostName(what.host)}调用 accept()`,
				recv: `有数据在等${hostName(what.host)}调用 recv()`,
				close: `${hostName(what.host)}停在 ${what.state}，直到应用程序调用 close()`,
				restart: `${hostName(what.host)}宕机，直到重启`,
			}[what.what];
		case 'listen':
			return `要先有一方监听，例如${hostName(what.host)}（l）`;
		case 'connect':
			return `${hostName(what.host)}可以连接（c）`;
		case 'open':
			return '双方都可以发送（s）或关闭（x）';
		case 'half-open':
			return `只有${hostName(what.host)}还有这个连接`;
	}
};

const next = (coming: Next): string => {
	switch (coming.kind) {
		case 'packet': {
			const {packet, to, after, isBroken, reachesNobody} = coming;
			const when = after === 0 ? '此刻 ' : `${countdown(after)} 后 `;
			if (reachesNobody) return `接下来：${when}#${packet.n} ${packet.word} 到达时无人接收。`;
			return `接下来：${when}#${packet.n} ${packet.word} 到达${hostName(to)}${isBroken ? '，但已损坏' : ''}。`;
		}
		case 'timer':
			return `接下来：${countdown(coming.after)} 后${hostName(coming.host)}的${timers[coming.timer]}到期，${wills[coming.will]}。`;
		case 'recorded':
			return `接下来：${coming.after === 0 ? '' : `${countdown(coming.after)} 后`}重演当时的操作。现在操作会另开一支。`;
		case 'script':
			return `接下来：${coming.after ? `${countdown(coming.after)} 后` : ''}场景继续${coming.statement === undefined ? '。' : `：${coming.statement}`}`;
		case 'script-waits':
			return '按空格：场景继续。';
		case 'nothing':
			return `接下来：不会自行发生什么；${awaited(coming.awaited)}。`;
	}
};

const nothingYet = '两台主机，一条线路，什么都还没有发生。';

const first = (focus: HostName): readonly string[] =>
	focus === 'server'
		? [nothingYet, '按 l：服务器在端口 80 等待。  Tab：按键转到客户端。', '按 c：客户端连接。空格停住时间，. 前进一步，, 后退一步。']
		: [nothingYet, '按 Tab：按键转到服务器。  l：它在端口 80 等待。', '再按 Tab、c：客户端连接。空格停住时间，. 前进一步，, 后退一步。'];

export const nextZh = {
	next,
	first,
	nothingYet,
	arrival: ({packet, win}: {packet: PacketBrief; win: number | undefined}, t: Teller): string => {
		const arrived = `#${packet.n} ${packet.word} 到达`;
		if (win === undefined) return `${arrived}，没有给${t.here}带来新内容。`;
		return `${arrived}：${t.peers}窗口${win === 0 ? '仍是 0' : `现在是 ${win}`}。`;
	},
	restarted: (timer: TimerName, t: Teller): string => `${t.Heres}${timers[timer].trim()}到期，但其间已有消息：重新设定。`,
	missing: ({ack, lost, kept}: {ack: string; lost: number | undefined; kept: number}): string =>
		`它们带着 ack=${ack}：${lost === undefined ? '从那里开始的数据' : `#${lost}`} 还没有到；接收缓冲区里有 ${octets(kept)}乱序等待。`,
	rtoArmed: ({srtt, rttvar, rto}: {srtt: number; rttvar: number; rto: number}): string => {
		const sum = srtt + 4 * rttvar;
		const head = `RTO 开始计时：SRTT ${duration(srtt)} + 4 x RTTVAR ${duration(rttvar)} = ${duration(sum)}`;
		if (rto > sum) return `${head}，但不小于 ${duration(rto)}。`;
		return rto < sum ? `${head}，但不大于 ${duration(rto)}。` : `${head}。`;
	},
	lastAck: (t: Teller, {packet, wait}: {packet: number | undefined; wait: number}): string =>
		`${t.Here}发出了最后的 ACK${packet === undefined ? '' : `（#${packet}）`}，无法知道它是否到达。它停留 2 MSL = ${duration(wait)}：以便应答重传的 FIN，也等旧报文消失。`,
} satisfies NextWords;
