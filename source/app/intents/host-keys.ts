/** Keys that act on the host with "keys here" and its socket. */
import {type Action, type HostName, otherHost} from '../../sim/action.js';
import {pickable, refTo, shownSocket} from '../aim.js';
import {type Lab, open} from '../lab.js';
import {newestListener} from '../menus/listeners.js';
import type {MenuName} from '../menus/menu.js';
import type {Message} from '../message.js';
import {menuOf} from '../overlay.js';
import {perform} from '../perform.js';
import type {Intent} from './intent.js';

const defaultPort = 80;
const greeting = 'hello';

const opens =
	(name: (host: HostName) => MenuName): Intent =>
	lab => {
		open(lab, menuOf(name(lab.focus)));
		return undefined;
	};

/** Beside a socket that was picked stands its other end: the keys mean what is seen. */
function focusOther(lab: Lab): undefined {
	const from = lab.focus;
	const to = otherHost(from);
	if (lab.picked[from] !== undefined) lab.picked[to] = shownSocket(lab, to)?.number;
	lab.focus = to;
}

/** Round and round through the host's sockets. */
function pick(lab: Lab, step: 1 | -1): undefined {
	const sockets = pickable(lab);
	const shown = shownSocket(lab, lab.focus)?.number;
	const at = sockets.findIndex(({number}) => number === shown);
	lab.picked[lab.focus] = sockets[(at + step + sockets.length) % sockets.length]?.number;
}

const listen: Intent = (lab, key) => perform(lab, key, {do: 'listen', host: lab.focus, port: defaultPort});

function connect(lab: Lab, key: string): Message | undefined {
	const listener = newestListener(lab.history.world, otherHost(lab.focus));
	return perform(lab, key, {do: 'connect', host: lab.focus, port: listener?.tcb.local.port ?? defaultPort});
}

/** On the listener that is shown, else on the one that the rules choose. */
function accept(lab: Lab, key: string): Message | undefined {
	const shown = shownSocket(lab, lab.focus);
	const isListener = shown?.kind === 'listener' && shown.isOpen;
	return perform(lab, key, {do: 'accept', socket: isListener ? refTo(lab.focus, shown) : {host: lab.focus}});
}

/** A call on the socket in the pane; sense.ts has made sure that there is one. */
const onSocket =
	(actionOn: (socket: {host: HostName; number?: number}) => Action): Intent =>
	(lab, key) => {
		const shown = shownSocket(lab, lab.focus);
		return perform(lab, key, actionOn(shown ? {host: lab.focus, number: shown.number} : {host: lab.focus}));
	};

function dropNext(lab: Lab, key: string): Message | undefined {
	const host = lab.focus;
	const arm = {host, filter: 'any', mischief: {kind: 'drop'}} as const;
	const isArmed = lab.history.world.armed.some(one => one.host === host && one.filter === 'any' && one.mischief.kind === 'drop');
	if (!isArmed) return perform(lab, key, {do: 'arm', ...arm});
	return perform(lab, key, {do: 'disarm', ...arm}) ?? {kind: 'notice', code: 'disarmed', host};
}

export const hostKeys = {
	'other-host': focusOther,
	'socket-up': (lab: Lab) => pick(lab, -1),
	'socket-down': (lab: Lab) => pick(lab, 1),
	listen,
	'listen-ask': opens(host => ({menu: 'listen', host})),
	connect,
	'connect-ask': opens(host => ({menu: 'connect', host})),
	accept,
	send: onSocket(socket => ({do: 'send', socket, payload: {text: greeting}})),
	'send-ask': opens(host => ({menu: 'send', host})),
	receive: onSocket(socket => ({do: 'recv', socket})),
	shutdown: onSocket(socket => ({do: 'shutdown', socket})),
	close: onSocket(socket => ({do: 'close', socket})),
	abort: onSocket(socket => ({do: 'abort', socket})),
	inject: opens(host => ({menu: 'inject', host})),
	'drop-next': dropNext,
} satisfies Record<string, Intent>;
