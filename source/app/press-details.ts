/** Keys while the details of a packet are open. */
import {packetCount} from '../sim/index.js';
import {packetKeys} from './intents/packet-keys.js';
import {keyIdOf} from './keymap.js';
import {closeInnermost, type Lab, replaceInnermost} from './lab.js';
import type {Message} from './message.js';
import type {Overlay} from './overlay.js';
import {nonsenseOf} from './sense.js';

export function pressInDetails(lab: Lab, {packet}: Extract<Overlay, {kind: 'details'}>, key: string): Message | undefined {
	const id = keyIdOf(key);
	if (id === 'drop' || id === 'duplicate' || id === 'delay' || id === 'mark') return onPacket(lab, packet, {id, key});
	switch (key) {
		case 'escape':
		case 'q':
		case 'return':
			closeInnermost(lab);
			return undefined;
		case '[':
		case ']':
			return otherPacket(lab, packet + (key === '[' ? -1 : 1), key);
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

type Pressed = {readonly id: keyof typeof packetKeys; readonly key: string};

function onPacket(lab: Lab, packet: number, {id, key}: Pressed): Message | undefined {
	const before = lab.chosen;
	lab.chosen = packet;
	const nonsense = nonsenseOf(lab, id);
	const message: Message | undefined = nonsense ? {kind: 'complaint', key, ...nonsense} : packetKeys[id](lab, key);
	lab.chosen = before;
	return message;
}
