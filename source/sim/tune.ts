/** Knobs of hosts and link: what acts on later connections, and what on present ones too. */
import {profiles} from '../host/profiles/index.js';
import {subject} from '../host/stack.js';
import {retune} from '../host/tuned.js';
import {settle} from '../host/wake.js';
import {setKeepalive} from '../tcp/fire.js';
import {armUser} from '../tcp/output.js';
import type {Knobs, ProfileName} from '../tcp/profile.js';
import {type HostName, hostNames, type KnobChange, type LinkChange} from './action.js';
import {stackOf} from './step.js';
import type {World} from './world.js';

export function changeKnob(world: World, name: HostName, change: KnobChange): undefined {
	const host = world.hosts[name];
	if (change.knob === 'isn') host.nextIss = change.value;
	else if (change.knob === 'app') host.app = change.value;
	else if (change.knob === 'synRetries') Object.assign(host.knobs, {synRetries: change.value, synAckRetries: change.value});
	else Object.assign(host.knobs, {[change.knob]: change.value});
	wakeAll(world, name, change.knob);
}

export function changeKnobs(world: World, name: HostName, knobs: Partial<Knobs>): undefined {
	Object.assign(world.hosts[name].knobs, knobs);
	for (const knob of Object.keys(knobs)) wakeAll(world, name, knob);
}

/** What waited for this knob moves now: Nagle's segment, an application's first read; what it replaces stops. */
function wakeAll(world: World, name: HostName, knob: string): void {
	const stack = stackOf(world, name);
	retune(stack.host);
	for (const socket of [...stack.host.live]) {
		subject(stack, socket.number);
		if (knob === 'keepalive') setKeepalive(socket.tcb, stack.env);
		if (knob === 'retries') armUser(socket.tcb, stack.env);
		settle(stack, socket, socket.tcb.state);
	}
}

export function changeProfile(world: World, name: HostName | undefined, profile: ProfileName): undefined {
	for (const each of name ? [name] : hostNames) {
		const host = world.hosts[each];
		host.profile = profiles[profile];
		host.knobs = {...host.profile.knobs};
		host.nextPort = 0;
		retune(host);
	}
}

export function changeLink(world: World, from: HostName | undefined, change: LinkChange): undefined {
	for (const each of from ? [from] : hostNames) Object.assign(world.directions[each].settings, change);
}
