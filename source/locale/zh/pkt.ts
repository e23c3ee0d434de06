/** What is wrong with a packetdrill script, or more than this program does, in Chinese. */
import type {PktFeature} from '../../packetdrill/pkt.js';
import type {PktAllowed, PktComplaint, PktValueKind} from '../../packetdrill/pkt-mistake.js';
import {secondsWords} from '../../packetdrill/pkt-print.js';
import type {PktWords} from '../en/pkt.js';
import {shown} from '../shown.js';

const kinds: Readonly<Record<PktValueKind, string>> = {
	time: '时间，如 0.1、+0.1、+0.1~+0.2（秒）',
	event: '< 或 > 后的报文、系统调用（如 read(4, ..., 10) = 10）、`命令` 或 %{ 代码 }%',
	number: '整数',
	value: '数、名字、"文本"、...、[值] 或 {字段}',
	'seq-range': '序号，如 1:11(10)',
	end: '脚本结尾',
};

const allowedWords = (allowed: PktAllowed): string => ('word' in allowed ? allowed.word : kinds[allowed.value]);

function allowedList(allowed: readonly PktAllowed[]): string {
	const isPlain = allowed.every(one => 'word' in one);
	return `可用：${allowed.map(allowedWords).join(isPlain ? ' ' : '；')}`;
}

export const pktZh = {
	mistake: (complaint: PktComplaint): string => {
		switch (complaint.code) {
			case 'unexpected':
				return `${complaint.found === '' ? '脚本到此为止' : `此处不能是 ${shown(complaint.found)}`}；${allowedList(complaint.allowed)}`;
			case 'number':
				return `${shown(complaint.found) || '脚本结尾'} 不能作为 ${complaint.field}；可用：${complaint.min} 到 ${complaint.max}`;
			case 'unclosed':
				return `${complaint.opened} 没有结束；后面需要 ${complaint.closing}`;
			case 'directive':
				return `此处不能是 ${shown(complaint.found)}；可用：${complaint.allowed}（不能嵌套，没有 #else）`;
			case 'last':
				return `${shown(complaint.found)} 不是这一段的末尾；应为第一个号码加长度，即 ${complaint.expected}`;
			case 'twice':
				return `${shown(complaint.found)} 重复；每项只能写一次`;
			case 'options-length':
				return `这些选项共 ${complaint.octets} 字节；最多 ${complaint.max} 字节`;
			case 'raw-octets':
				return `${shown(complaint.found)} 不是一串字节；可用：成对的十六进制数字`;
			case 'too-deep':
				return `括号嵌套太深；最多 ${complaint.max} 层`;
			case 'no-events':
				return `脚本没有事件；至少需要一个，以时间开头：${kinds.time}`;
			case 'first-time':
				return '第一个事件不在时刻 0；可用：0 或 +0';
			case 'time-back':
				return `这个时间早于前面的时间；可用：${secondsWords(complaint.last)} 或更晚，或相对时间`;
			case 'negative-time':
				return `${shown(complaint.found)} 已经过去；可用：${kinds.time}`;
			case 'range-back':
				return '这个范围的结束早于开始；第二个时间应更晚';
			case 'range-place':
				return '时间范围或 * 不能用于脚本自己做的事；只能写在 > 的报文之前';
			case 'end-place':
				return '此处没有等待，不能写结束时间（...）；只能写在时间与系统调用之间';
			case 'end-back':
				return '系统调用的结束早于开始；... 后的时间应更晚';
			case 'no-window':
				return '来自对方的报文需要 win N';
			case 'no-ack':
				return '带 ACK 位（点号）的报文需要 ack N';
			case 'inbound-open':
				return `${complaint.found} 没有写明对方报文的内容；只能写在 > 的报文中`;
		}
	},
	feature: (feature: PktFeature): string => features[feature],
} satisfies PktWords;

const features: Readonly<Record<PktFeature, string>> = {
	encapsulation: '报文中的报文',
	md5: 'MD5 签名（RFC 2385）',
	'acc-ecn': '精确 ECN',
	'tcp-option': '这个 TCP 选项',
	'ip-field': 'IP 首部的这个字段',
	'reset-cause': 'RST 数据中的复位原因',
	'icmp-details': '这个 ICMP 报文所引用的内容',
	udp: 'UDP',
	udplite: 'UDP-Lite',
	sctp: 'SCTP',
};
