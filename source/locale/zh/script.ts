/** What is wrong with a script or its file, in Chinese. */
import type {NotationError} from '../../packetdrill/notation.js';
import type {Allowed, Complaint, ValueKind} from '../../script/mistake.js';
import type {ScriptWords} from '../en/script.js';
import {shown} from '../shown.js';

const kinds: Readonly<Record<ValueKind, string>> = {
	port: '端口，1 到 65535',
	duration: '时长，如 200ms、1.5s、2min、1h，至多 100000h',
	size: '字节数，如 1000、64KiB、1MiB，至多 1024MiB',
	rate: '速率，如 64kbps、1Mbps，或 off',
	share: '比例，0% 到 100%',
	seq: '整数，0 到 4294967295',
	string: '双引号中的字符串',
	socket: 'client 或 server，或其套接字，如 server:web、server:4（编号从 3 起）',
	name: '名字：由字母、数字、-、_ 或 . 组成（不能全是数字）',
	'host-port': '主机与端口，如 server:80',
	end: '行尾',
};

function allowedWords(allowed: Allowed): string {
	if ('word' in allowed) return allowed.word;
	return allowed.value === 'count' ? `整数，${allowed.min} 到 ${allowed.max}` : kinds[allowed.value];
}

const allowedList = (allowed: readonly Allowed[]): string => `可用：${allowed.map(allowedWords).join('、')}`;

function notationWords(error: NotationError): string {
	const found = error.found === '' ? '末尾' : shown(error.found);
	switch (error.code) {
		case 'expected':
			return `${found} 处可用：${error.allowed.join(' ')}`;
		case 'number':
			return `${found} 处可用：${error.field}，${error.min} 到 ${error.max}`;
		case 'last':
			return `${found} 处应为第一个号码加长度，即 ${error.expected}`;
		case 'twice':
			return `${found} 处重复，每个字段只能出现一次`;
		case 'options-length':
			return `选项共 ${error.octets} 字节，最多 ${error.max} 字节`;
		case 'raw-options':
			return `${found} 处应为完整的十六进制选项`;
	}
}

export const scriptZh = {
	mistake: (complaint: Complaint): string => {
		switch (complaint.code) {
			case 'unexpected':
				return `此处不能是 ${shown(complaint.found)}；${allowedList(complaint.allowed)}`;
			case 'missing':
				return `这一行没有写完；${allowedList(complaint.allowed)}`;
			case 'unclosed-string':
				return '字符串没有结束；同一行内需要另一个 "（\\" 表示引号，\\n 表示换行）';
			case 'bad-escape':
				return `没有 ${shown(complaint.found)} 这种转义；可用：\\n \\t \\" \\\\ \\xHH`;
			case 'bad-segment':
				return `${shown(complaint.found)} 不是报文段：${notationWords(complaint.reason)}；格式：[SPORT > DPORT] FLAGS SEQ:SEQ(LEN) [ack N] [win N] [urg N] [<options>]`;
			case 'unknown-name':
				return `上文没有 ${complaint.host}:${complaint.name}；可用：${complaint.known.join('、') || '上文用 as 起的名字'}`;
			case 'name-taken':
				return `${complaint.name} 已在第 ${complaint.firstLine} 行使用；一个名字只代表一个套接字，请另起一个`;
			case 'cue-taken':
				return `cue "${shown(complaint.name)}" 已在第 ${complaint.firstLine} 行出现；每个 cue 需要自己的名字`;
			case 'twice':
				return `${complaint.word} 已在第 ${complaint.firstLine} 行出现；只能写一次`;
			case 'head-late':
				return `${complaint.word} 属于脚本开头；只能写在第 ${complaint.firstLine} 行之前`;
		}
	},
	file: {
		missing: '没有这个文件，也没有这个名字的内置场景；tcp-tui scenarios 列出内置场景',
		folder: '是目录；场景应是文本文件',
		tooBig: '超过 1 MiB；场景不能更大',
		notUtf8: '不是 UTF-8 文本；场景应是 UTF-8 文本',
		nul: '含有 NUL 字节；场景应是纯文本',
		unreadable: (code: string) => `无法读取（${code}）`,
		unwritable: (code: string) => `无法写入（${code}）；--output 后面是一个文件名`,
	},
	run: {
		usage: 'run 需要一个场景：内置名字、文件，或 - 表示标准输入；tcp-tui scenarios 列出内置场景',
		format: (given: string, allowed: readonly string[]) => `没有 --format ${shown(given)}；可用：${allowed.join('、')}`,
		host: 'packetdrill 脚本要从一台主机看；用 --host client 或 --host server 指明',
		failed: (text: string, found: string) => `${shown(text)} 不成立；实际：${shown(found)}`,
		refused: (text: string, why: string) => `${shown(text)} 无法执行：${why}`,
	},
	scenariosUsage: 'scenarios 后面不带其他词；它列出内置场景',
} satisfies ScriptWords;
