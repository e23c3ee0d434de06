import {newHost} from '../host/new-host.js';
import {defaultLink, type LinkSettings} from '../net/packet.js';
import {newStreams} from '../net/random.js';
import {newOut} from '../tcp/out.js';
import {newPackets} from './packets.js';
import type {Direction, Setup, World} from './world.js';

export const defaultSetup: Setup = {
	seed: 1,
	profile: {client: 'textbook', server: 'textbook'},
	link: {client: defaultLink, server: defaultLink},
};

const newDirection = (settings: LinkSettings): Direction => ({settings: {...settings}, leaving: [], held: 0});

export const newWorld = (setup: Setup): World => ({
	setup,
	now: 0,
	steps: 0,
	hosts: {client: newHost('client', setup.profile.client), server: newHost('server', setup.profile.server)},
	directions: {client: newDirection(setup.link.client), server: newDirection(setup.link.server)},
	flight: [],
	armed: [],
	streams: newStreams(setup.seed),
	hasForgedText: false,
	floodCount: 0,
	trace: {out: newOut(), packets: newPackets(), calls: [], marks: [], actions: []},
});
