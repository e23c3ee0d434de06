/** Why an action could not even be tried, in Chinese. */
import type {Refusal, SocketRef} from '../../sim/action.js';
import type {RefusalWords} from '../en/refusals.js';
import {formatZh} from './format.js';

const socketName = ({host, name, number}: SocketRef): string => `${host}${name ? `:${name}` : number === undefined ? '' : `:${number}`}`;

export const refusalsZh = {
	text: (refusal: Refusal): string => {
		switch (refusal.code) {
			case 'no-such-packet':
				return `#${refusal.packet} 不在途中。`;
			case 'not-ecn-capable':
				return `#${refusal.packet} 没有 ECT：路由器只能标记支持 ECN 的报文。`;
			case 'no-such-socket':
				return `${socketName(refusal.socket)}：没有这个套接字。`;
			case 'no-connection':
				return `${socketName(refusal.socket)}：这个套接字没有连接。`;
			case 'name-taken':
				return `名字 ${refusal.name} 已被占用。`;
			case 'host-is-down':
				return `${formatZh.host(refusal.host)}已经宕机。`;
			case 'host-is-up':
				return `${formatZh.host(refusal.host)}正在运行：宕机之后才能重启。`;
			case 'not-armed':
				return '没有这样的预约。';
			case 'unsupported':
				return `不支持 ${refusal.what}。`;
		}
	},
} satisfies RefusalWords;
