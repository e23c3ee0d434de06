/** The calls of a host as its pane lists them: the last that completed, then those that wait. */

import type {PosixCall} from '../host/posix/call.js';
import type {CallName, CallRecord, ParkedCall} from '../host/socket.js';
import {type HostName, hostNames} from '../sim/action.js';
import {rowAt, rowCount} from '../sim/index.js';
import type {World} from '../sim/world.js';
import {rowKind} from '../tcp/out.js';
import type {HostEvent} from './host-event.js';

export type CallView =
	| {
			readonly kind: 'done' /** The descriptor it was made on, 0 for none. */;
			readonly socket: number;
			readonly record: CallRecord;
			readonly isChanged: boolean;
	  }
	| {
			readonly kind: 'waits';
			readonly call: CallName;
			/** connect: the port; send, recv: octets asked for. */
			readonly argument: number | undefined;
			readonly posix?: PosixCall;
			/** Virtual microseconds so far. */
			readonly since: number;
			readonly isChanged: boolean;
	  };

/** No pane has more rows. */
const most = 28;

type Place = {readonly world: World; readonly host: HostName; readonly event: HostEvent | undefined};

/** Newest last. Steps from call to call, however many segments lie between them. */
function completed({world, host, event}: Place): readonly CallView[] {
	const {kind, host: hosts} = world.trace.out.rows;
	const side = hostNames.indexOf(host);
	const found: CallView[] = [];
	let at = rowCount(world.trace);
	while (at > 0 && found.length < most) {
		at = kind.lastIndexOf(rowKind.call, at - 1);
		if (at < 0) break;
		if (hosts[at] !== side) continue;
		const row = rowAt(world.trace, at);
		if (row.kind === 'call') found.push({kind: 'done', socket: row.socket, record: row.call, isChanged: row.step === event?.step});
	}
	return found.toReversed();
}

function argumentOf(call: ParkedCall, port: number): number | undefined {
	switch (call.call) {
		case 'connect':
			return port;
		case 'send':
			return 'bytes' in call.source ? call.source.bytes.length : call.source.pattern;
		case 'recv':
			return call.max;
		case 'accept':
			return undefined;
	}
}

function waiting({world, host, event}: Place, now: number): readonly CallView[] {
	const at = (began: number) => ({kind: 'waits' as const, since: now - began, isChanged: began === event?.t});
	const {live, polls} = world.hosts[host];
	return [
		...live.flatMap(({parked, tcb}) =>
			parked.map(call => ({...at(call.began), call: call.call, argument: argumentOf(call, tcb.remote.port), ...posixOf(call)})),
		),
		...polls.map(({call, began}) => ({...at(began), call: call.call, argument: undefined, posix: call})),
	];
}

const posixOf = ({posix}: ParkedCall): {readonly posix?: PosixCall} => (posix ? {posix} : {});

export const buildCalls = (place: Place, now: number): readonly CallView[] =>
	[...completed(place), ...waiting(place, now).toSorted(bySince)].slice(-most);

/** The one that has waited longest first. */
const bySince = (a: CallView, b: CallView): number => (a.kind === 'waits' && b.kind === 'waits' ? b.since - a.since : 0);
