/** All that the lab remembers besides its history: what the keys act on, what is open, how time goes. Only the store changes it. */
import type {HostName} from '../sim/action.js';
import type {History} from '../sim/index.js';
import type {ScreenInput, Size} from '../view/screen-input.js';
import type {Message} from './message.js';
import type {Overlay} from './overlay.js';
import type {Pace} from './pace.js';
import type {Playing} from './playing.js';

export type Lab = {
	history: History;
	focus: HostName;
	/** Descriptors picked with the arrows. */
	picked: Record<HostName, number | undefined>;
	/** The packet chosen with [ and ]. */
	chosen: number | undefined;
	numbers: ScreenInput['numbers'];
	isPaused: boolean;
	pace: Pace;
	/** What lies over the main screen, the innermost last. */
	overlays: readonly Overlay[];
	message: Message | undefined;
	last: ScreenInput['last'];
	/** `lab`, or the scenario's name. */
	title: string;
	/** A script that still has statements to run. */
	playing: Playing | undefined;
	size: Size;
};

export const innermost = ({overlays}: Lab): Overlay | undefined => overlays[overlays.length - 1];

export function open(lab: Lab, overlay: Overlay): void {
	lab.overlays = [...lab.overlays, overlay];
}

export function closeInnermost(lab: Lab): void {
	lab.overlays = lab.overlays.slice(0, -1);
}

/** In place of the innermost one. */
export function replaceInnermost(lab: Lab, overlay: Overlay): void {
	lab.overlays = [...lab.overlays.slice(0, -1), overlay];
}
