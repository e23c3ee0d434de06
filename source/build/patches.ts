import type {Patch} from './patch.js';
import {meowPatches} from './patches/meow.js';
import {paintingPatches} from './patches/painting.js';
import {reactPatches} from './patches/react.js';
import {terminalPatches} from './patches/terminal.js';
import {widthPatches} from './patches/widths.js';

/** Every change that the bundle makes to a dependency. Frames stay those of the unchanged Ink: test/build compares them. */
export const patches: readonly Patch[] = [...reactPatches, ...widthPatches, ...paintingPatches, ...terminalPatches, ...meowPatches];
