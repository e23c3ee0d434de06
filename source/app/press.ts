/** One key after the other, each where it belongs: to a question, a menu, the details, the help, or the lab. */
import {packetCount} from '../sim/index.js';
import {layoutOf} from '../view/layout.js';
import {hostKeys} from './intents/host-keys.js';
import type {Intent} from './intents/intent.js';
import {lookKeys} from './intents/look-keys.js';
import {packetKeys} from './intents/packet-keys.js';
import {timeKeys} from './intents/time-keys.js';
import {type KeyId, keyIdOf} from './keymap.js';
import {closeInnermost, innermost, type Lab} from './lab.js';
import type {Message} from './message.js';
import type {Overlay} from './overlay.js';
import {pressInDetails} from './press-details.js';
import {type MenuDesk, pressInMenu} from './press-menu.js';
import {pressInQuestion} from './press-question.js';
import {nonsenseOf} from './sense.js';

export type Desk = MenuDesk & {readonly quit: (exitCode: number) => void};

const intents: Readonly<Record<Exclude<KeyId, 'quit'>, Intent>> = {...hostKeys, ...packetKeys, ...timeKeys, ...lookKeys};

/** Returns false when the rest of the keys has lost its meaning: a pasted line went into a question that is closed now. */
export function pressOne(desk: Desk, key: string): boolean {
	const {lab, quit} = desk;
	// Nothing can be seen but the wish for more room.
	if (!layoutOf(lab.size) && key !== 'ctrl-c') {
		if (key === 'q') quit(0);
		return true;
	}
	lab.message = undefined;
	const overlay = innermost(lab);
	if (key === 'ctrl-c') quit(130);
	else lab.message = pressIn(desk, overlay, key);
	forgetMissing(lab);
	return !(overlay?.kind === 'question' && key === 'return' && innermost(lab)?.kind !== 'question');
}

function pressIn(desk: Desk, overlay: Overlay | undefined, key: string): Message | undefined {
	const {lab} = desk;
	switch (overlay?.kind) {
		case 'question':
			return pressInQuestion(desk, overlay, key);
		case 'menu':
			return pressInMenu(desk, overlay, key);
		case 'details':
			return pressInDetails(lab, overlay, key);
		case 'help':
			return pressInHelp(desk, key);
		case 'diagram':
		case undefined:
			return pressInLab(desk, key);
	}
}

function pressInLab({lab, quit}: Desk, key: string): Message | undefined {
	const id = keyIdOf(key);
	if (id === undefined) return {kind: 'complaint', code: 'unknown', key};
	if (id === 'quit') {
		if (lab.overlays.length > 0) closeInnermost(lab);
		else quit(0);
		return undefined;
	}
	const nonsense = nonsenseOf(lab, id);
	return nonsense ? {kind: 'complaint', key, ...nonsense} : intents[id](lab, key);
}

/** Whoever has found a key there presses it: it closes the help and acts. */
function pressInHelp(desk: Desk, key: string): Message | undefined {
	closeInnermost(desk.lab);
	return key === 'escape' || key === 'q' || key === '?' ? undefined : pressInLab(desk, key);
}

/** Going back in time takes packets and sockets away that were chosen. */
function forgetMissing(lab: Lab): void {
	const {world} = lab.history;
	const packets = packetCount(world.trace);
	if (lab.chosen !== undefined && lab.chosen > packets) lab.chosen = packets > 0 ? packets : undefined;
	lab.overlays = lab.overlays.filter(overlay => overlay.kind !== 'details' || overlay.packet <= packets);
}
