/** getsockopt and setsockopt. An option that no table knows is not failed but refused: nobody shall believe that it does something. */
import type {Stack} from '../stack.js';
import type {PosixCall} from './call.js';
import {descriptor, done, failed} from './done.js';
import type {SocketOption} from './option.js';
import {socketOptions} from './socket-options.js';
import {tcpOptions} from './tcp-options.js';

const table: ReadonlyMap<string, SocketOption> = new Map([...Object.entries(socketOptions), ...Object.entries(tcpOptions)]);

export const optionNames: readonly string[] = [...table.keys()];

/** FreeBSD's other stacks (tcp_rack(4), tcp_bbr(4)) have options of their own: a connection of the default stack does not know them. */
const otherStacks: SocketOption = {level: 'IPPROTO_TCP', get: () => ({kind: 'number', value: 0})};

const optionNamed = (name: string): SocketOption | undefined => (/^TCP_(RACK|BBR)_/.test(name) ? otherStacks : table.get(name));

/** The option's name if it is not supported. ENOPROTOOPT: not at that level. */
export function getsockopt(stack: Stack, call: PosixCall & {readonly call: 'getsockopt'}): string | undefined {
	const option = optionNamed(call.option);
	if (!option) return call.option;
	const socket = descriptor(stack, call);
	if (!socket) return undefined;
	if (option.level !== call.level || option === otherStacks) failed(stack, socket, call, 'ENOPROTOOPT');
	else done(stack, socket, call, 0, {kind: 'option', value: option.get(stack, socket)});
	return undefined;
}

/** As above; EINVAL for a value that cannot be. */
export function setsockopt(stack: Stack, call: PosixCall & {readonly call: 'setsockopt'}): string | undefined {
	const option = optionNamed(call.option);
	if (!option) return call.option;
	const socket = descriptor(stack, call);
	if (!socket) return undefined;
	const error = option.set && option.level === call.level ? option.set(stack, socket, call.value) : 'ENOPROTOOPT';
	if (error) failed(stack, socket, call, error);
	else done(stack, socket, call, 0);
	return undefined;
}
