/** Why an action could not even be tried, in English. */
import type {Refusal, SocketRef} from '../../sim/action.js';

const socketName = ({host, name, number}: SocketRef): string => `${host}${name ? `:${name}` : number === undefined ? '' : `:${number}`}`;

export const refusalsEn = {
	text: (refusal: Refusal): string => {
		switch (refusal.code) {
			case 'no-such-packet':
				return `#${refusal.packet} is not in flight.`;
			case 'not-ecn-capable':
				return `#${refusal.packet} does not carry ECT: a router may mark only what knows ECN.`;
			case 'no-such-socket':
				return `${socketName(refusal.socket)}: there is no such socket.`;
			case 'no-connection':
				return `${socketName(refusal.socket)}: this socket has no connection.`;
			case 'name-taken':
				return `The name ${refusal.name} is taken.`;
			case 'host-is-down':
				return `The ${refusal.host} is down already.`;
			case 'host-is-up':
				return `The ${refusal.host} is up: only one that crashed can restart.`;
			case 'not-armed':
				return 'Nothing like that is armed.';
			case 'unsupported':
				return `${refusal.what} is not supported.`;
		}
	},
};

export type RefusalWords = typeof refusalsEn;
