/** What comes next, in English; and the few sentences that belong to no rule. */
import type {HostName} from '../../sim/action.js';
import type {TimerName} from '../../tcp/timers.js';
import type {Awaited, Next, PacketBrief, TimerWill} from '../../view/why-item.js';
import {countdown, duration} from '../duration.js';
import type {Teller} from '../teller.js';
import {formatEn} from './format.js';

const {host: hostName, octets} = formatEn;

const timers: Readonly<Record<TimerName, string>> = {
	rto: 'the RTO',
	persist: 'the persist timer',
	'delayed-ack': 'the dACK timer',
	'2msl': '2MSL',
	'fin-wait-2': 'the FIN_WAIT_2 timer',
	keepalive: 'the keepalive timer',
	user: 'the user time-out',
	'loss-probe': 'the loss probe',
	reorder: 'the RACK timer',
};

const wills: Readonly<Record<TimerWill, string>> = {
	again: 'then the data goes out again',
	'fin-again': 'then the FIN goes out again',
	'syn-again': 'then the SYN goes out again',
	'syn-ack-again': 'then the SYN,ACK goes out again',
	'give-up': 'then it gives up',
	keepalive: 'then it asks the peer',
	probe: 'then a probe goes out',
	'loss-probe': 'then a probe goes out',
	judge: 'then what lacks is lost',
	ack: 'then the ACK goes alone',
	closed: 'then CLOSED',
};

const awaited = (what: Awaited): string => {
	switch (what.kind) {
		case 'call':
			return {
				connect: `connect() of ${hostName(what.host)} waits for an answer`,
				accept: `accept() of ${hostName(what.host)} waits for a connection`,
				recv: `recv() of ${hostName(what.host)} waits for data`,
				send: `send() of ${hostName(what.host)} waits for room`,
			}[what.call];
		case 'app':
			return {
				accept: `a connection waits for accept() of ${hostName(what.host)}`,
				recv: `data waits for recv() of ${hostName(what.host)}`,
				close: `${hostName(what.host)} stays ${what.state} until it calls close()`,
				restart: `${hostName(what.host)} is down until it is restarted`,
			}[what.what];
		case 'listen':
			return `a side must listen first, as ${hostName(what.host)} (l)`;
		case 'connect':
			return `${hostName(what.host)} may connect (c)`;
		case 'open':
			return 'both sides may send (s) or close (x)';
		case 'half-open':
			return `only ${hostName(what.host)} still has the connection`;
	}
};

const next = (coming: Next): string => {
	switch (coming.kind) {
		case 'packet': {
			const {packet, to, after, isBroken, reachesNobody} = coming;
			const when = after === 0 ? 'now' : `in ${countdown(after)}`;
			if (reachesNobody) return `Next: #${packet.n} ${packet.word} comes to nobody ${when}.`;
			return `Next: #${packet.n} ${packet.word} reaches ${hostName(to)} ${when}${isBroken ? ', broken' : ''}.`;
		}
		case 'timer':
			return `Next: ${timers[coming.timer]} of ${hostName(coming.host)} ends in ${countdown(coming.after)}, ${wills[coming.will]}.`;
		case 'recorded':
			return `Next: what was done then${coming.after === 0 ? '' : `, in ${countdown(coming.after)}`}. Acting now begins another branch.`;
		case 'script':
			return `Next: the scenario goes on${coming.after ? ` in ${countdown(coming.after)}` : ''}${coming.statement === undefined ? '.' : `: ${coming.statement}`}`;
		case 'script-waits':
			return 'Space: the scenario goes on.';
		case 'nothing':
			return `Next: nothing by itself; ${awaited(coming.awaited)}.`;
	}
};

const nothingYet = 'Two hosts and a wire. Nothing has happened yet.';

const first = (focus: HostName): readonly string[] =>
	focus === 'server'
		? [
				nothingYet,
				'Press l: the server waits on port 80.  Tab: the keys go to the client.',
				'Press c: it connects. Space stops the time, . goes one step, , one back.',
			]
		: [
				nothingYet,
				'Press Tab: the keys go to the server.  l: it waits on port 80.  Tab, c:',
				'the client connects. Space stops the time, . goes one step, , one back.',
			];

export const nextEn = {
	next,
	first,
	nothingYet,
	arrival: ({packet, win}: {packet: PacketBrief; win: number | undefined}, t: Teller): string => {
		const arrived = `#${packet.n} ${packet.word} arrived`;
		if (win === undefined) return `${arrived}. It brings ${t.here} nothing new.`;
		return `${arrived}: the window of ${t.peer} is ${win === 0 ? 'still 0' : `${win} now`}.`;
	},
	restarted: (timer: TimerName, t: Teller): string =>
		`${formatEn.capital(timers[timer])} of ${t.here} ended, but something has come since it was set: it is set again.`,
	missing: ({ack, lost, kept}: {ack: string; lost: number | undefined; kept: number}): string =>
		`They carry ack=${ack}: ${lost === undefined ? 'what begins there' : `#${lost}`} is still missing; ${octets(kept)} wait out of order in the receive buffer.`,
	rtoArmed: ({srtt, rttvar, rto}: {srtt: number; rttvar: number; rto: number}): string => {
		const sum = srtt + 4 * rttvar;
		const head = `The RTO starts: SRTT ${duration(srtt)} + 4 x RTTVAR ${duration(rttvar)} = ${duration(sum)}`;
		if (rto > sum) return `${head}, but never less than ${duration(rto)}.`;
		return rto < sum ? `${head}, but never more than ${duration(rto)}.` : `${head}.`;
	},
	lastAck: (t: Teller, {packet, wait}: {packet: number | undefined; wait: number}): string =>
		`${t.Here} sent the last ACK${packet === undefined ? '' : `, #${packet}`}, and cannot know whether it arrived. It stays 2 MSL = ${duration(wait)}: to answer a FIN sent again, and until old packets are dead.`,
};

export type NextWords = typeof nextEn;
