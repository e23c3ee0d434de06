/** A system call of the script: done, held against its result, or left waiting while the script goes on. */
import type {PosixCall} from '../../host/posix/call.js';
import {optionNames} from '../../host/posix/sockopt.js';
import {act, socketBy} from '../../sim/index.js';
import type {Tcb} from '../../tcp/tcb.js';
import type {PktCall, PktEvent} from '../pkt.js';
import {secondsWords} from '../pkt-print.js';
import {actionWords} from '../pkt-print-action.js';
import {compareResult, outcomeWords} from './call-result.js';
import {afterStep, tick} from './clock.js';
import {connectionOfConnect} from './connection.js';
import {nearest} from './nearest.js';
import {callNames, posixCall} from './posix-call.js';
import type {Run, Waiting} from './run.js';
import {originOf, toleranceOf, toleratedText} from './schedule.js';
import {type FieldCheck, failed, passed, unsupported, type Verdict} from './verdict.js';

type Calling = {readonly event: PktEvent; readonly index: number; readonly pkt: PktCall};

/** Undefined: it waits, and will be looked at when it has come back. Throws UnknownArgument. */
export function startCall(run: Run, calling: Calling): Verdict | undefined {
	const call = posixCall(run, calling.pkt);
	return call ? start(run, calling, call) : unsupported('call', calling.pkt.name, nearest(calling.pkt.name, callNames()));
}

const noSuchOption = (name: string): Verdict => unsupported('socket-option', name, nearest(name, optionNames));

function start(run: Run, {event, index, pkt}: Calling, call: PosixCall): Verdict | undefined {
	const {now} = run.history.world;
	const endsAt = event.end === undefined ? now : originOf(event.time, run) + event.end;
	const waiting: Waiting = {event, index, pkt, call, startedAt: now, endsAt, record: undefined, endedAt: now};
	run.waiting = waiting;
	const refusal = act(run.history, {do: 'posix', host: run.host, call});
	if (refusal) return noSuchOption(refusal.code === 'unsupported' ? refusal.what : pkt.name);
	afterStep(run);
	follow(run, call);
	if (event.end !== undefined) return undefined;
	while (!waiting.record && tick(run, now));
	run.waiting = undefined;
	return waiting.record ? resultOf(run, waiting) : failed({code: 'would-block', expected: actionWords(pkt)});
}

/** The one that waits has to come back at its time. */
export function finishCall(run: Run, waiting: Waiting): Verdict {
	const tolerance = toleranceOf(run.config, waiting.endsAt - waiting.startedAt);
	const until = waiting.endsAt + tolerance;
	while (!waiting.record && tick(run, until));
	run.waiting = undefined;
	if (!waiting.record) return failed({code: 'still-blocked', expected: actionWords(waiting.pkt), until});
	const {endsAt, endedAt} = waiting;
	const isInTime = Math.abs(endedAt - endsAt) <= tolerance;
	const tolerated = toleratedText({from: endsAt, to: endsAt}, tolerance);
	return resultOf(run, waiting, [
		{field: 'end', expected: secondsWords(endsAt), actual: secondsWords(endedAt), isSame: isInTime, tolerated},
	]);
}

function resultOf(run: Run, {pkt, record, startedAt, endsAt, endedAt}: Waiting, before: readonly FieldCheck[] = []): Verdict {
	if (!record) return passed;
	const fields = [...before, ...compareResult(run, pkt, record)];
	if (fields.every(({isSame}) => isSame)) return {kind: 'passed', fields};
	const isLate = before.some(({isSame}) => !isSame);
	const times = (end: number): string => (isLate ? `${secondsWords(startedAt)}...${secondsWords(end)} ` : '');
	const words = {expected: times(endsAt) + actionWords(pkt), actual: times(endedAt) + outcomeWords(pkt, record)};
	return {kind: 'failed', failure: {code: 'call', ...words}, fields};
}

/** Which connection is under test from now on: that of connect(); after socket() and listen() the one that comes next. */
function follow(run: Run, call: PosixCall): void {
	const {hosts} = run.history.world;
	const result = run.waiting?.record?.result;
	if (call.call === 'socket' && result !== undefined && result >= 0) beginAnew(run, result);
	const socket = 'fd' in call ? socketBy(hosts[run.host], call.fd) : undefined;
	if (!socket) return;
	if (call.call === 'bind' && result === 0) run.boundPort = call.port;
	if (call.call === 'listen' && result === 0) run.current = undefined;
	if (call.call === 'connect' && socket.tcb.local.port !== 0) connected(run, call, socket.tcb);
}

/** A second connect() on the same descriptor only asks how the first one fares. */
function connected(run: Run, {fd, port: remotePort}: PosixCall & {call: 'connect'}, {local, iss}: Tcb): void {
	run.newestDescriptor = fd;
	const isKnown = run.connections.some(
		connection =>
			connection.localPort === local.port &&
			connection.remotePort === remotePort &&
			(connection.iss ? connection.iss.live === iss : !connection.isPassive),
	);
	if (!isKnown) connectionOfConnect(run, {localPort: local.port, remotePort});
}

/** Whatever the script does from now on is about this socket, unless it names ports. */
function beginAnew(run: Run, descriptor: number): void {
	run.newestDescriptor = descriptor;
	run.current = undefined;
}
