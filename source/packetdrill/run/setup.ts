/** The world of a script: the endpoint under test, and beside it a host that only the script speaks for. */
import {defaultLink} from '../../net/packet.js';
import type {HostName} from '../../sim/action.js';
import {otherHost} from '../../sim/action.js';
import {createHistory} from '../../sim/index.js';
import {headerOctets} from '../../tcp/ip-version.js';
import type {Knobs, ProfileName} from '../../tcp/profile.js';
import type {PktScript} from '../pkt.js';
import {beginningKnobs, tune} from './command.js';
import {configOf, type Dialect, type DrillConfig} from './config.js';
import type {Run} from './run.js';

/** Nothing takes time on the way. */
const link = {...defaultLink, delay: 0, jitter: 0, rate: 0};

export function newRun(script: PktScript, profile: ProfileName): Run {
	const host = hostOf(script);
	const config = configOf(script, dialectOf(script, profile));
	const setup = {profile: {client: profile, server: profile}, link: {client: link, server: link}, scripted: otherHost(host)};
	const run: Run = {
		script,
		config,
		history: createHistory(setup),
		host,
		current: undefined,
		connections: [],
		boundPort: undefined,
		nextRemotePort: 50_000,
		descriptors: new Map(),
		newestDescriptor: undefined,
		seenPackets: 0,
		passedBy: [],
		nonZero: new Set(),
		searchedPackets: 0,
		lastAt: 0,
		doneAt: 0,
		waiting: undefined,
		countedRows: 0,
		checks: [],
	};
	tune(run, beginningKnobs(profile));
	if (config.mtu !== standardMtu || config.ipVersion !== 4) tune(run, belowTcp(config));
	if (config.mss > 0) tune(run, {coalescedFrom: config.mss});
	return run;
}

const standardMtu = 1500;

const belowTcp = ({ipVersion, mtu}: DrillConfig): Partial<Knobs> => ({ipVersion, mtu, mss: mtu - headerOctets({ipVersion})});

/** Which side of the lane: whoever listens is the server. */
function hostOf({events}: PktScript): HostName {
	const names = events.flatMap(({action}) => (action.kind === 'call' ? [action.name] : []));
	return names.find(name => name === 'listen' || name === 'connect') === 'listen' ? 'server' : 'client';
}

/** Signs of one dialect decide; where there are none, or of both, the stack. */
function dialectOf({dialectHints: [hint, ...more]}: PktScript, profile: ProfileName): Dialect {
	if (hint !== undefined && more.length === 0) return hint;
	return profile === 'linux' ? 'google' : 'nplab';
}
