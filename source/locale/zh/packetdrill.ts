/** What an exported packetdrill script says to people, and why there is none, in Chinese. */
import type {PacketdrillWords} from '../../export/packetdrill/words.js';
import type {Verdict} from '../../packetdrill/run/verdict.js';
import {printAction} from '../../script/print.js';
import type {HostName} from '../../sim/index.js';
import {drillZh} from './drill.js';
import {exportZh} from './export.js';

const found = (verdict: Verdict): string => (verdict.kind === 'failed' ? drillZh.failure(verdict.failure).actual : verdict.kind);

const hosts: Readonly<Record<HostName, string>> = {client: '客户端', server: '服务器'};

export const packetdrillZh: PacketdrillWords = {
	said: ({en, zh}) => zh ?? en,
	fate: ({fate}) => (fate === 'in-flight' || fate === 'delivered' ? undefined : exportZh.fates[fate]),
	seenFrom: host => `从${hosts[host]}一侧看：脚本扮演它的应用程序和对方。由 tcp-tui 写出。`,
	unsayable: (unsayable, host) => {
		switch (unsayable.code) {
			case 'nothing':
				return `${hosts[host]}什么也没做，也没有收到任何东西`;
			case 'host-died':
				return `${printAction(unsayable.action)}：packetdrill 无法表达；可选另一台主机`;
			case 'profile-changed':
				return `${printAction(unsayable.action)}：一个 packetdrill 脚本只有一种 profile`;
			case 'no-descriptor':
				return `${printAction(unsayable.action)}：脚本没有用 accept 取得这个套接字（app reader、echo 会自行 accept）`;
			case 'never-done':
				return `${printAction(unsayable.action)}：它仍在等待，而 packetdrill 要求每个调用都结束`;
			case 'at-once':
				return `${printAction(unsayable.action)}：有别的调用与它重叠；packetdrill 一次只做一个`;
			case 'differs':
				return `写成脚本后这一行不成立：${unsayable.line}；实际：${found(unsayable.verdict)}`;
		}
	},
};
