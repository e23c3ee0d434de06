/** Does a key make sense now? If not, one line says why: no key does nothing silently. */
import type {Socket} from '../host/socket.js';
import {type History, isPast, packetAt, packetCount} from '../sim/index.js';
import {isCapable} from '../tcp/ecn.js';
import {aimedPacket, hasEnded, pickable, shownSocket} from './aim.js';
import type {KeyId} from './keymap.js';
import type {Lab} from './lab.js';
import type {Complaint} from './message.js';
import {boosted} from './pace.js';

/** A complaint before it knows the key that was pressed. */
type Lacking<One> = One extends Complaint ? Omit<One, 'key' | 'kind'> : never;
type Nonsense = Lacking<Complaint>;

type Sense = (lab: Lab) => Nonsense | undefined;

const always: Sense = () => undefined;

/** A child that no accept() has returned yet: its number is no descriptor (EBADF). */
const isWaiting = ({parent, isAccepted, isOpen}: Socket): boolean => parent !== undefined && !isAccepted && !isOpen;

/** A host that has crashed answers every call with ENETDOWN. */
function hostUp({history, focus}: Lab): Nonsense | undefined {
	return history.world.hosts[focus].isUp ? undefined : {code: 'host-down', host: focus};
}

/** For close and abort: any socket with an open descriptor. */
function ownDescriptor(lab: Lab): Nonsense | undefined {
	const host = lab.focus;
	const socket = shownSocket(lab, host);
	const down = hostUp(lab);
	if (down) return down;
	if (!socket) return {code: 'no-socket', host};
	const at = {host, socket: socket.number};
	if (hasEnded(socket) && !socket.isOpen) return {code: 'ended', ...at};
	if (isWaiting(socket)) return {code: 'not-accepted', ...at, isComplete: socket.tcb.state !== 'SYN_RCVD'};
	return socket.isOpen ? undefined : {code: 'already-closed', ...at};
}

/** For send and recv: a connection. */
function ownConnection(lab: Lab): Nonsense | undefined {
	const socket = shownSocket(lab, lab.focus);
	if (socket?.kind === 'listener' && !hasEnded(socket)) return {code: 'only-listener', host: lab.focus, socket: socket.number};
	return ownDescriptor(lab);
}

function openToSend(lab: Lab): Nonsense | undefined {
	const socket = shownSocket(lab, lab.focus);
	return ownConnection(lab) ?? (socket?.tcb.isFinQueued ? {code: 'already-shut', host: lab.focus, socket: socket.number} : undefined);
}

function someListener(lab: Lab): Nonsense | undefined {
	const {sockets} = lab.history.world.hosts[lab.focus];
	return sockets.some(({kind, isOpen}) => kind === 'listener' && isOpen) ? undefined : {code: 'no-listener', host: lab.focus};
}

function somethingInFlight(lab: Lab): Nonsense | undefined {
	const n = aimedPacket(lab);
	if (n === undefined) return {code: 'nothing-in-flight', host: lab.focus};
	const {fate} = packetAt(lab.history.world.trace, n);
	return fate === 'in-flight' ? undefined : {code: 'not-in-flight', packet: n, fate};
}

/** A router can mark only what is capable of ECN. */
function capableInFlight(lab: Lab): Nonsense | undefined {
	const n = aimedPacket(lab);
	const lacking = somethingInFlight(lab);
	if (lacking || n === undefined) return lacking;
	return isCapable(packetAt(lab.history.world.trace, n)) ? undefined : {code: 'refused', refusal: {code: 'not-ecn-capable', packet: n}};
}

const somePacket: Sense = ({history}) => (packetCount(history.world.trace) > 0 ? undefined : {code: 'no-packet'});

const atBeginning = ({world}: History): boolean => world.steps === 0;

/** Menus about a socket need one. */
const someSocket: Sense = lab => (shownSocket(lab, lab.focus) ? undefined : {code: 'no-socket', host: lab.focus});

const senses: Readonly<Record<KeyId, Sense>> = {
	'other-host': always,
	'socket-up': lab => (pickable(lab).length > 1 ? undefined : {code: 'one-socket', host: lab.focus}),
	'socket-down': lab => (pickable(lab).length > 1 ? undefined : {code: 'one-socket', host: lab.focus}),
	listen: hostUp,
	'listen-ask': hostUp,
	connect: hostUp,
	'connect-ask': hostUp,
	accept: lab => hostUp(lab) ?? someListener(lab),
	send: ownConnection,
	'send-ask': ownConnection,
	receive: ownConnection,
	shutdown: openToSend,
	close: ownDescriptor,
	abort: ownDescriptor,
	inject: someSocket,
	'drop-next': always,
	drop: somethingInFlight,
	duplicate: somethingInFlight,
	delay: somethingInFlight,
	mark: capableInFlight,
	pause: always,
	// Whether something can happen is known only after trying.
	'step-on': always,
	'step-back': ({history}) => (atBeginning(history) ? {code: 'at-beginning'} : undefined),
	faster: ({pace}) => (boosted(pace, 'faster') ? undefined : {code: 'fastest', factor: pace.boost}),
	slower: ({pace}) => (boosted(pace, 'slower') ? undefined : {code: 'slowest', factor: pace.boost}),
	present: ({history}) => (isPast(history) ? undefined : {code: 'at-present'}),
	older: lab => somePacket(lab) ?? (lab.chosen === 1 ? {code: 'oldest'} : undefined),
	newer: lab => somePacket(lab) ?? (lab.chosen === packetCount(lab.history.world.trace) ? {code: 'newest'} : undefined),
	details: somePacket,
	diagram: always,
	numbers: always,
	scenarios: always,
	knobs: always,
	write: always,
	escape: lab => (lab.overlays.length > 0 || lab.chosen !== undefined ? undefined : {code: 'nothing-open'}),
	help: always,
	quit: always,
};

/** Undefined: it makes sense. */
export const nonsenseOf = (lab: Lab, id: KeyId): Nonsense | undefined => senses[id](lab);
