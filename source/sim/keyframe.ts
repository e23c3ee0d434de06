/** A copy of the world to come back to. What can never change any more is shared: segments, ended connections, what was read. */
import type {Host} from '../host/host.js';
import type {ParkedCall, Socket} from '../host/socket.js';
import type {Streams} from '../net/random.js';
import type {Tcb} from '../tcp/tcb.js';
import {type TimerName, timerNames} from '../tcp/timers.js';
import {setFate, truncatePackets} from './packets.js';
import type {Direction, World} from './world.js';

export type Keyframe = {
	readonly world: World;
	/** Journal entries applied before it. */
	readonly applied: number;
	readonly lengths: {readonly rows: number; readonly packets: number; readonly calls: number; readonly marks: number; readonly actions: number};
};

export function takeKeyframe(world: World, applied: number): Keyframe {
	const {out, packets, calls, marks, actions} = world.trace;
	const lengths = {rows: out.rows.length, packets: packets.length, calls: calls.length, marks: marks.length, actions: actions.length};
	return {world: copyWorld(world), applied, lengths};
}

/** A world to go on with; the trace forgets what came later. */
export function restore({world, lengths}: Keyframe): World {
	const {trace} = world;
	trace.out.rows.length = lengths.rows;
	truncatePackets(trace.packets, lengths.packets);
	trace.calls.length = lengths.calls;
	trace.marks.length = lengths.marks;
	trace.actions.length = lengths.actions;
	for (const {n, dueAt} of world.flight) {
		setFate(trace.packets, n, 'in-flight', Number.NaN);
		trace.packets.arrivedInStep[n - 1] = 0;
		trace.packets.dueAt[n - 1] = dueAt;
	}
	return copyWorld(world);
}

const copyWorld = (world: World): World => ({
	...world,
	hosts: {client: copyHost(world.hosts.client), server: copyHost(world.hosts.server)},
	directions: {client: copyDirection(world.directions.client), server: copyDirection(world.directions.server)},
	flight: world.flight.map(packet => ({...packet})),
	armed: [...world.armed],
	streams: copyStreams(world.streams),
});

const copyDirection = ({settings, leaving, held}: Direction): Direction => ({settings: {...settings}, leaving: [...leaving], held});

const copyStreams = (streams: Streams): Streams =>
	Object.fromEntries(Object.entries(streams).map(([name, stream]) => [name, {...stream}])) as Streams;

function copyHost(host: Host): Host {
	const sockets = host.sockets.map(copySocket);
	return {...host, knobs: {...host.knobs}, sockets, live: host.live.map(({number}) => sockets[number - 3] as Socket)};
}

function copySocket(socket: Socket): Socket {
	const isOver = socket.isClosed && socket.tcb.state === 'CLOSED';
	return {
		...socket,
		tcb: isOver ? socket.tcb : copyTcb(socket.tcb),
		synQueue: [...socket.synQueue],
		acceptQueue: [...socket.acceptQueue],
		parked: socket.parked.map((call): ParkedCall => ({...call})),
		receivedChunks: isOver ? socket.receivedChunks : [...socket.receivedChunks],
	};
}

function copyTcb(tcb: Tcb): Tcb {
	const {sendBuffer, receiveBuffer} = tcb;
	return {
		...tcb,
		snd: {...tcb.snd},
		rcv: {...tcb.rcv},
		sendBuffer: {...sendBuffer, ring: sendBuffer.ring?.slice(), pushes: [...sendBuffer.pushes]},
		receiveBuffer: {...receiveBuffer, ring: receiveBuffer.ring?.slice(), outOfOrder: receiveBuffer.outOfOrder.map(range => ({...range}))},
		timers: copyTimers(tcb.timers),
		rtt: {...tcb.rtt, timing: tcb.rtt.timing && {...tcb.rtt.timing}},
		congestion: {...tcb.congestion},
		unackedTo: [...tcb.unackedTo],
		unackedAt: [...tcb.unackedAt],
		challenge: {...tcb.challenge},
	};
}

const copyTimers = (timers: Tcb['timers']): Tcb['timers'] =>
	Object.fromEntries(timerNames.map((name: TimerName) => [name, {...timers[name]}])) as Tcb['timers'];
