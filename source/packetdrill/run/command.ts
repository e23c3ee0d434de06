/** A command of the script: knobs turned, sockets counted. Nothing is ever run. */
import {socketCount} from '../../host/posix/census.js';
import {act} from '../../sim/index.js';
import type {Knobs, ProfileName} from '../../tcp/profile.js';
import {type State, states} from '../../tcp/state.js';
import {readCommands, type ScriptCommand} from '../commands.js';
import {countSince, forgetCounts} from './counters.js';
import {nearest} from './nearest.js';
import type {Run} from './run.js';
import {knobsOf, sysctlNames} from './sysctl.js';
import {suiteDefaults} from './sysctl-linux.js';
import {failed, passed, unsupported, type Verdict} from './verdict.js';

/** Every command between the backticks has to succeed; what is left after one that does not is not done. */
export function runCommands(run: Run, text: string): Verdict {
	for (const command of readCommands(text)) {
		const verdict = runCommand(run, command);
		if (verdict.kind !== 'passed') return verdict;
	}
	return passed;
}

function runCommand(run: Run, command: ScriptCommand): Verdict {
	switch (command.kind) {
		case 'sysctl':
			return setSysctl(run, command.name, command.value);
		case 'defaults':
			return tune(run, suiteKnobs());
		case 'knob':
			act(run.history, {do: 'knob', host: run.host, change: command.change});
			return passed;
		case 'sockstat':
			return countSockets(run, command);
		case 'tcpdrop':
			return dropConnections(run, command.state);
		case 'qdisc':
			return command.isIgnorable ? passed : unsupported('command', command.text);
		case 'counter':
			return checkCounter(run, command);
		case 'counter-reset':
			forgetCounts(run);
			return passed;
		case 'restore':
		case 'no-offload':
		case 'nothing':
			return passed;
		case 'unsupported':
			return unsupported('command', command.text);
	}
}

function checkCounter(run: Run, {name, count}: ScriptCommand & {kind: 'counter'}): Verdict {
	const actual = countSince(run, name);
	forgetCounts(run);
	if (actual === undefined) return unsupported('counter', name);
	return actual === count ? passed : failed({code: 'count', of: 'counter', what: name, expected: count, actual});
}

function setSysctl(run: Run, name: string, value: string): Verdict {
	const knobs = knobsOf(name, value);
	return knobs ? tune(run, knobs) : unsupported('sysctl', `${name}=${value}`, nearest(name, sysctlNames()));
}

export function tune({history, host}: Run, knobs: Partial<Knobs>): Verdict {
	if (Object.keys(knobs).length > 0) act(history, {do: 'tune', host, knobs});
	return passed;
}

/** The Linux suites' own settings. */
const suiteKnobs = (): Partial<Knobs> => Object.assign({}, ...suiteDefaults.map(([name, value]) => knobsOf(name, value)));

/** What every script of this stack begins with, whether it says so or not. */
export const beginningKnobs = (profile: ProfileName): Partial<Knobs> => (profile === 'linux' ? suiteKnobs() : {});

const stateOf = (name: string): State | undefined => states.find(state => state === name);

function countSockets(
	{history, host, config}: Run,
	{state: name, count, port, ipVersion = config.ipVersion}: ScriptCommand & {kind: 'sockstat'},
): Verdict {
	const state = stateOf(name);
	if (!state) return unsupported('command', `sockstat ${name}`);
	const actual = ipVersion === config.ipVersion ? socketCount(history.world.hosts[host], state, port) : 0;
	return actual === count ? passed : failed({code: 'count', of: 'sockets', what: name, expected: count, actual});
}

function dropConnections({history, host}: Run, name: string): Verdict {
	const state = stateOf(name);
	if (!state) return unsupported('command', `tcpdrop -s ${name}`);
	act(history, {do: 'tcpdrop', host, state});
	return passed;
}
