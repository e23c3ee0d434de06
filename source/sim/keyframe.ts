/** A copy of the world to come back to. What can never change any more is shared: segments, ended connections, what was read. */
import type {Host} from '../host/host.js';
import type {ParkedCall, Socket} from '../host/socket.js';
import type {HostStreams, Streams} from '../net/random.js';
import {copySendQueue} from '../tcp/chunks/chunk.js';
import {copyCubic} from '../tcp/cubic-state.js';
import type {ReceiveMemory} from '../tcp/memory/receive-memory.js';
import {copyQueue} from '../tcp/octet-queue.js';
import {copyScoreboard} from '../tcp/scoreboard.js';
import type {Congestion, Tcb} from '../tcp/tcb.js';
import {type TimerName, timerNames} from '../tcp/timers.js';
import {setFate} from './packets.js';
import type {Direction, World} from './world.js';

export type Keyframe = {
	readonly world: World;
	/** Journal entries applied before it. */
	readonly applied: number;
	readonly lengths: {
		readonly rows: number;
		readonly values: number;
		readonly packets: number;
		readonly calls: number;
		readonly marks: number;
		readonly actions: number;
	};
};

export function takeKeyframe(world: World, applied: number): Keyframe {
	const {out, packets, calls, marks, actions} = world.trace;
	const lengths = {
		rows: out.rows.length,
		values: out.rows.valuesEnd,
		packets: packets.length,
		calls: calls.length,
		marks: marks.length,
		actions: actions.length,
	};
	return {world: copyWorld(world), applied, lengths};
}

/**
 * The trace as it was in the present, kept while somebody is in the past. The columns of the trace itself stay where they are, since a
 * replay writes the same into them; only what is cut off or set back needs a copy.
 */
export type Recording = {
	readonly calls: World['trace']['calls'];
	readonly marks: World['trace']['marks'];
	readonly actions: World['trace']['actions'];
	readonly options: World['trace']['packets']['options'];
	readonly ends: Pick<World['trace']['packets'], 'fate' | 'settledAt' | 'arrivedInStep' | 'dueAt' | 'markedAt'>;
};

export function takeRecording({trace}: World): Recording {
	const {calls, marks, actions, packets} = trace;
	const {fate, settledAt, arrivedInStep, dueAt, markedAt, length} = packets;
	const ends = {
		fate: fate.slice(0, length),
		settledAt: settledAt.slice(0, length),
		arrivedInStep: arrivedInStep.slice(0, length),
		dueAt: dueAt.slice(0, length),
		markedAt: markedAt.slice(0, length),
	};
	return {calls: [...calls], marks: [...marks], actions: [...actions], options: packets.options.slice(0, length), ends};
}

/** A world to go on with; the trace ends where the keyframe was taken. */
export function restore({world, lengths}: Keyframe, recording: Recording): World {
	const {trace} = world;
	trace.out.rows.length = lengths.rows;
	trace.out.rows.valuesEnd = lengths.values;
	trace.out.step = world.steps;
	truncate(trace.calls, recording.calls, lengths.calls);
	truncate(trace.marks, recording.marks, lengths.marks);
	truncate(trace.actions, recording.actions, lengths.actions);
	restorePackets(world, lengths.packets, recording);
	return copyWorld(world);
}

function truncate<Item>(list: Item[], whole: readonly Item[], length: number): void {
	for (let at = list.length; at < length; at++) list.push(whole[at] as Item);
	list.length = length;
}

/** What was in flight is in flight again; all else has ended as it did. */
function restorePackets({trace, flight}: World, length: number, {ends, options}: Recording): void {
	const {packets} = trace;
	packets.length = length;
	for (const name of ['fate', 'settledAt', 'arrivedInStep', 'dueAt', 'markedAt'] as const)
		packets[name].set(ends[name].subarray(0, length));
	truncate(packets.options, options, length);
	for (const {n, dueAt, markedAt} of flight) {
		setFate(packets, n, 'in-flight', Number.NaN);
		packets.arrivedInStep[n - 1] = 0;
		packets.dueAt[n - 1] = dueAt;
		packets.markedAt[n - 1] = markedAt ?? Number.NaN;
	}
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

const copyStreams = ({client, server}: Streams): Streams => ({client: copyHostStreams(client), server: copyHostStreams(server)});

const copyHostStreams = (streams: HostStreams): HostStreams =>
	Object.fromEntries(Object.entries(streams).map(([name, stream]) => [name, {...stream}])) as HostStreams;

function copyHost(host: Host): Host {
	const sockets = host.sockets.map(copySocket);
	const copies = (list: readonly Socket[]) => list.map(({number}) => sockets[number - 3] as Socket);
	return {...host, knobs: {...host.knobs}, sockets, live: copies(host.live), bound: copies(host.bound), polls: [...host.polls]};
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
		sentParts: isOver ? socket.sentParts : [...socket.sentParts],
	};
}

function copyTcb(tcb: Tcb): Tcb {
	const {sendBuffer, receiveBuffer} = tcb;
	return {
		...tcb,
		snd: {...tcb.snd},
		rcv: {...tcb.rcv},
		sendBuffer: {...sendBuffer, queue: copyQueue(sendBuffer.queue), pushes: [...sendBuffer.pushes]},
		receiveBuffer: {
			...receiveBuffer,
			queue: copyQueue(receiveBuffer.queue),
			outOfOrder: receiveBuffer.outOfOrder.map(range => ({...range})),
			early: [...receiveBuffer.early],
			told: [...receiveBuffer.told],
		},
		scoreboard: copyScoreboard(tcb.scoreboard),
		chunks: tcb.chunks && copySendQueue(tcb.chunks),
		receiveMemory: copyReceiveMemory(tcb.receiveMemory),
		ackHabit: {...tcb.ackHabit},
		timers: copyTimers(tcb.timers),
		rtt: {...tcb.rtt, timing: tcb.rtt.timing && {...tcb.rtt.timing}},
		congestion: copyCongestion(tcb.congestion),
		ts: {...tcb.ts},
		ecn: {...tcb.ecn},
		ip: {...tcb.ip},
		unackedTo: [...tcb.unackedTo],
		unackedAt: [...tcb.unackedAt],
	};
}

const copyCongestion = (congestion: Congestion): Congestion => ({
	...congestion,
	usage: {...congestion.usage},
	cubic: copyCubic(congestion.cubic),
});

const copyReceiveMemory = (memory: ReceiveMemory): ReceiveMemory => ({
	...memory,
	ends: [...memory.ends],
	sizes: [...memory.sizes],
	early: memory.early.map(held => ({...held})),
	reading: {...memory.reading},
	roundTrip: {...memory.roundTrip},
});

const copyTimers = (timers: Tcb['timers']): Tcb['timers'] =>
	Object.fromEntries(timerNames.map((name: TimerName) => [name, {...timers[name]}])) as Tcb['timers'];
