/** Reads a host's deeds out of a session. */
import {
	type Action,
	type CallAction,
	type History,
	type HostName,
	hostOf,
	packetAt,
	type Row,
	rowAt,
	rowCount,
	rowKindAt,
	type Trace,
	type World,
} from '../../sim/index.js';
import type {ProfileName} from '../../tcp/profile.js';
import type {Call, Deed, Place, Unsayable} from './deeds.js';

/** A host's part of a session. */
export type Part = {
	readonly host: HostName;
	profile: ProfileName;
	readonly deeds: Deed[];
	readonly calls: Call[];
	/** Timers of the host that have fired. */
	readonly fired: Place[];
	/** Local ports by descriptor. */
	readonly ports: ReadonlyMap<number, number>;
	unsayable: Unsayable | undefined;
};

type Reading = Part & {
	readonly trace: Trace;
	/** Calls that are not over at the row being read. */
	waiting: Call[];
};

/** The whole present; the world has to stand there. */
export function gather({world, setup}: Pick<History, 'world' | 'setup'>, host: HostName): Part {
	const reading: Reading = {
		host,
		profile: setup.profile[host],
		deeds: [],
		calls: [],
		fired: [],
		ports: new Map(world.hosts[host].sockets.map(({number, tcb}) => [number, tcb.local.port])),
		unsayable: undefined,
		trace: world.trace,
		waiting: [],
	};
	for (let index = 0; index < rowCount(world.trace) && !reading.unsayable; index++) {
		if (isTold(world.trace, index)) read(reading, rowAt(world.trace, index));
	}
	findWaiting(reading, world);
	return reading;
}

/** Notes and queues are the reasons of deeds, not deeds. */
function isTold(trace: Trace, index: number): boolean {
	const kind = rowKindAt(trace, index);
	return kind !== 'note' && kind !== 'queue' && kind !== 'host';
}

function read(reading: Reading, row: Row): void {
	switch (row.kind) {
		case 'action':
			if (!row.refusal) readAction(reading, row, row.action);
			return;
		case 'call':
			if (row.host === reading.host) finish(reading, row);
			return;
		case 'state':
			if (row.host === reading.host) readState(reading, row);
			return;
		case 'fate':
			if (row.fate === 'delivered') readArrival(reading, row);
			return;
		case 'segment':
			readSent(reading, row);
			return;
		case 'mark':
			if (row.mark.kind === 'say') add(reading, row, {kind: 'words', words: row.mark.text});
			return;
		case 'timer':
			if (row.host === reading.host && row.event === 'fired') reading.fired.push({row: row.index, at: row.t});
			return;
		case 'note':
		case 'queue':
		case 'host':
			return;
	}
}

type Content = Deed extends infer One ? (One extends Deed ? Omit<One, 'row' | 'at'> : never) : never;

const add = ({deeds}: Part, {index, t}: Row, content: Content): void => {
	deeds.push({row: index, at: t, ...content});
};

function readAction(reading: Reading, row: Row, action: Action): void {
	if (hostOf(action) !== reading.host && !(action.do === 'profile' && action.host === undefined)) return;
	switch (action.do) {
		case 'listen':
		case 'connect':
		case 'accept':
		case 'recv':
		case 'send':
		case 'shutdown':
		case 'close':
		case 'abort':
			begin(reading, row, action);
			return;
		case 'crash':
		case 'restart':
			reading.unsayable = {code: 'host-died', action};
			return;
		case 'knob':
			add(reading, row, {kind: 'knob', change: action.change});
			return;
		case 'profile':
			changeProfile(reading, action);
	}
}

/** A profile brings its own knobs. */
function changeProfile(reading: Reading, action: Action & {do: 'profile'}): void {
	const {deeds} = reading;
	if (deeds.some(({kind}) => kind !== 'knob' && kind !== 'words')) {
		reading.unsayable = {code: 'profile-changed', action};
		return;
	}
	reading.profile = action.profile;
	deeds.splice(0, deeds.length, ...deeds.filter(({kind}) => kind !== 'knob'));
}

function begin(reading: Reading, row: Row, action: CallAction): void {
	const call: Call = {action, began: {row: row.index, at: row.t, step: row.step}, socket: undefined, done: undefined};
	reading.calls.push(call);
	reading.waiting.push(call);
	add(reading, row, {kind: 'call', call});
}

/** What is over at once was just begun; else calls of a kind on a socket are over in the order in which they began. */
function finish(reading: Reading, row: Row & {kind: 'call'}): void {
	const {call: record} = row;
	const candidates = reading.waiting.filter(
		({action, began, socket}) =>
			action.do === record.call && began.at === record.began && (socket ?? row.socket) === row.socket && isOn(action, row.socket),
	);
	const call = candidates.find(({began}) => began.step === row.step) ?? candidates[0];
	if (!call) return;
	call.socket = row.socket;
	call.done = {row: row.index, at: row.t, step: row.step, record};
	reading.waiting.splice(reading.waiting.indexOf(call), 1);
}

/** Not another socket by its number; 0: there was none. */
const isOn = (action: CallAction, socket: number): boolean =>
	socket === 0 || !('socket' in action) || action.socket?.number === undefined || action.socket.number === socket;

/** connect() waits: the state tells which socket it made. */
function readState({waiting}: Reading, {socket, to}: Row & {kind: 'state'}): void {
	if (to !== 'SYN_SENT') return;
	const call = waiting.findLast(({action, socket: known}) => action.do === 'connect' && known === undefined);
	if (call) call.socket = socket;
}

function readArrival(reading: Reading, row: Row & {kind: 'fate'}): void {
	const packet = packetAt(reading.trace, row.n);
	if (packet.to === reading.host) add(reading, row, {kind: 'arrives', packet});
}

function readSent(reading: Reading, row: Row & {kind: 'segment'}): void {
	const packet = packetAt(reading.trace, row.n);
	if (packet.from === reading.host && packet.origin === 'tcp') add(reading, row, {kind: 'sends', packet});
}

/** Which descriptors the calls that are never over wait on. */
function findWaiting({waiting, host}: Reading, {hosts}: World): void {
	for (const {number, parked} of hosts[host].sockets) {
		for (const {call: name, began} of parked) {
			const call = waiting.find(({action, began: since, socket}) => socket === undefined && action.do === name && since.at === began);
			if (call) call.socket = number;
		}
	}
}
