/** The first row: what is shown, how time goes, what the wire does. */

import type {LinkSettings} from '../net/packet.js';
import type {HostName} from '../sim/action.js';
import type {ProfileName} from '../tcp/profile.js';
import type {PaceView, ScreenInput} from './screen-input.js';

export type HeaderView = {
	/** `lab`, or the scenario's name. */
	readonly title: string;
	readonly pace: PaceView;
	/** Virtual microseconds. */
	readonly now: number;
	readonly link: Readonly<Record<HostName, Readonly<LinkSettings>>>;
	readonly seed: number;
	readonly profile: Readonly<Record<HostName, ProfileName>>;
};

export function buildHeader({history, title, pace, now}: ScreenInput): HeaderView {
	const {directions, hosts, setup} = history.world;
	return {
		title,
		pace,
		now,
		link: {client: {...directions.client.settings}, server: {...directions.server.settings}},
		seed: setup.seed,
		profile: {client: hosts.client.profile.name, server: hosts.server.profile.name},
	};
}
