/** The words beside the state diagram in Chinese. */
import type {HostName} from '../../sim/action.js';
import type {DiagramWords} from '../en/diagram.js';

const hosts: Readonly<Record<HostName, string>> = {client: '客户端', server: '服务器'};

export const diagramZh = {
	legend: 'C> 客户端在此  <S 服务器在此  [ ] 曾经到过  C: S: 走过这条路',
	host: name => hosts[name],
	table: ['状态', '谁', '已停留', '持续'],
	since: (name, state, time) => `${hosts[name]}：${state}，已 ${time}`,
	noSocket: name => `${hosts[name]}：还没有套接字`,
	hints: {
		begin: ' g 返回 | 实验的按键在这里也有效 | ',
		help: '? 帮助',
	},
} satisfies DiagramWords;
