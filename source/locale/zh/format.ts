/** Names and amounts in Chinese. */
import type {HostName, Words} from '../../sim/action.js';
import type {FormatWords} from '../en/format.js';

const hosts = {client: '客户端', server: '服务器'} as const satisfies Record<HostName, string>;

export const formatZh = {
	host: (name: HostName): string => hosts[name],
	owner: (name: string): string => `${name}的`,
	capital: (words: string): string => words,
	colon: '：',
	octets: (count: number): string => `${count} 字节`,
	byte: (number: string): string => `${number} 号字节`,
	bytes: (first: string, last: string): string => `${first}-${last} 号字节`,
	segment: '该报文段',
	oldest: '最早的报文段',
	packet: (n: number): string => `#${n}`,
	forged: (packet: string): string => `伪造的 ${packet}`,
	said: ({en, zh}: Words): string => zh ?? en,
	// Corner brackets: the curly quotes are one or two cells wide, as the terminal likes.
	quote: (words: string): string => `「${words}」`,
} satisfies FormatWords;
