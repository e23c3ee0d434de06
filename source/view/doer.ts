/** Who does an action. */
import {type Action, type HostName, hostOf} from '../sim/action.js';

/** A program by a call, a host as a whole, or somebody outside of both: on the wire, or setting the scene. */
type Doer = 'program' | 'host' | 'outside';

const doers: Readonly<Record<Action['do'], Doer>> = {
	listen: 'program',
	connect: 'program',
	accept: 'program',
	recv: 'program',
	send: 'program',
	shutdown: 'program',
	close: 'program',
	abort: 'program',
	posix: 'program',
	tcpdrop: 'host',
	crash: 'host',
	restart: 'host',
	knob: 'outside',
	tune: 'outside',
	profile: 'outside',
	link: 'outside',
	arm: 'outside',
	disarm: 'outside',
	packet: 'outside',
	'inject-rst': 'outside',
	inject: 'outside',
	flood: 'outside',
	arrive: 'outside',
	icmp: 'outside',
	mark: 'outside',
};

/** The host in which it happens; undefined: it comes from outside. */
export const doerOf = (action: Action): HostName | undefined => (doers[action.do] === 'outside' ? undefined : hostOf(action));
