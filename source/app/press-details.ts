/** Keys while the details of a packet are open. */
import {packetAt, packetCount} from '../sim/index.js';
import {packetKeys} from './intents/packet-keys.js';
import {closeInnermost, type Lab, replaceInnermost} from './lab.js';
import type {Message} from './message.js';
import type {Overlay} from './overlay.js';

export function pressInDetails(lab: Lab, {packet}: Extract<Overlay, {kind: 'details'}>, key: string): Message | undefined {
	switch (key) {
		case 'escape':
		case 'q':
		case 'return':
			closeInnermost(lab);
			return undefined;
		case '[':
		case ']':
			return otherPacket(lab, packet + (key === '[' ? -1 : 1), key);
		case 'd':
		case 'u':
		case 'y':
			return onPacket(lab, packet, key);
	}
	return {kind: 'complaint', code: 'held', key};
}

/** Like on the main screen: choosing pauses. */
function otherPacket(lab: Lab, packet: number, key: string): Message | undefined {
	if (packet < 1) return {kind: 'complaint', code: 'oldest', key};
	if (packet > packetCount(lab.history.world.trace)) return {kind: 'complaint', code: 'newest', key};
	lab.chosen = packet;
	lab.isPaused = true;
	replaceInnermost(lab, {kind: 'details', packet});
	return undefined;
}

function onPacket(lab: Lab, packet: number, key: 'd' | 'u' | 'y'): Message | undefined {
	const {fate} = packetAt(lab.history.world.trace, packet);
	if (fate !== 'in-flight') return {kind: 'complaint', code: 'not-in-flight', key, packet, fate};
	const before = lab.chosen;
	lab.chosen = packet;
	const message = packetKeys[key === 'd' ? 'drop' : key === 'u' ? 'duplicate' : 'delay'](lab, key);
	lab.chosen = before;
	return message;
}
