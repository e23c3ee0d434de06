/** What one socket option is: how it is read and set. */
import type {Errno} from '../errno.js';
import type {Socket} from '../socket.js';
import type {Stack} from '../stack.js';
import type {OptionLevel, OptionValue} from './call.js';

export type SocketOption = {
	readonly level: OptionLevel;
	readonly get: (stack: Stack, socket: Socket) => OptionValue;
	/** Absent: it can only be read (ENOPROTOOPT). */
	readonly set?: (stack: Stack, socket: Socket, value: OptionValue) => Errno | undefined;
};

export const number = (value: number): OptionValue => ({kind: 'number', value});

/** Sets a number; any other kind of value is EINVAL. */
export const setNumber =
	(set: (stack: Stack, socket: Socket, value: number) => Errno | undefined): SocketOption['set'] =>
	(stack, socket, value) =>
		value.kind === 'number' ? set(stack, socket, value.value) : 'EINVAL';

/** A switch as getsockopt shows it: 1, or the option's own bit. */
export const shown = ({host}: Stack, isOn: boolean, bit: number): OptionValue =>
	number(isOn ? (host.profile.sockets.isFlagShownAsBit ? bit : 1) : 0);
