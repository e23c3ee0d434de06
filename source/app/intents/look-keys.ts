/** Keys that change what is seen, not what happens. */
import {packetCount} from '../../sim/index.js';
import {numbersOf} from '../../view/numbers.js';
import {aimedPacket} from '../aim.js';
import {closeInnermost, type Lab, open} from '../lab.js';
import {menuOf, type Overlay} from '../overlay.js';
import type {Intent} from './intent.js';

/** Opens it, or closes it when it is open already. */
const toggles =
	(overlay: Overlay): Intent =>
	lab => {
		if (lab.overlays.some(({kind}) => kind === overlay.kind)) lab.overlays = lab.overlays.filter(({kind}) => kind !== overlay.kind);
		else open(lab, overlay);
		return undefined;
	};

const opens =
	(menu: 'scenarios' | 'write'): Intent =>
	lab => {
		open(lab, menuOf({menu}));
		return undefined;
	};

/** The first press chooses the one that is marked already, or the newest. Choosing pauses. */
function choose(lab: Lab, step: 1 | -1): undefined {
	const newest = packetCount(lab.history.world.trace);
	lab.isPaused = true;
	lab.chosen = lab.chosen === undefined ? (aimedPacket(lab) ?? newest) : Math.min(newest, Math.max(1, lab.chosen + step));
}

function details(lab: Lab): undefined {
	open(lab, {kind: 'details', packet: aimedPacket(lab) ?? packetCount(lab.history.world.trace)});
}

function otherNumbers(lab: Lab): undefined {
	lab.numbers = numbersOf(lab) === 'absolute' ? 'relative' : 'absolute';
}

function letGo(lab: Lab): undefined {
	if (lab.overlays.length > 0) closeInnermost(lab);
	else lab.chosen = undefined;
}

function knobs(lab: Lab): undefined {
	open(lab, menuOf({menu: 'link', from: undefined}));
}

export const lookKeys = {
	older: (lab: Lab) => choose(lab, -1),
	newer: (lab: Lab) => choose(lab, 1),
	details,
	diagram: toggles({kind: 'diagram'}),
	numbers: otherNumbers,
	scenarios: opens('scenarios'),
	knobs,
	write: opens('write'),
	escape: letGo,
	help: toggles({kind: 'help'}),
} satisfies Record<string, Intent>;
