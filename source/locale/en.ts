/** Every word in English. Its type is what any other language has to bring. */
import {cliEn} from './en/cli.js';
import {detailsEn} from './en/details.js';
import {diagramEn} from './en/diagram.js';
import {drillEn} from './en/drill.js';
import {exportEn} from './en/export.js';
import {formatEn} from './en/format.js';
import {helpEn} from './en/help.js';
import {keysEn} from './en/keys.js';
import {menusEn} from './en/menus.js';
import {notesEn} from './en/notes.js';
import {pktEn} from './en/pkt.js';
import {refusalsEn} from './en/refusals.js';
import {screenEn} from './en/screen.js';
import {scriptEn} from './en/script.js';
import {statesEn} from './en/states.js';
import {watchEn} from './en/watch.js';
import {whyEn} from './en/why.js';

export const en = {
	cli: cliEn,
	details: detailsEn,
	diagram: diagramEn,
	drill: drillEn,
	export: exportEn,
	format: formatEn,
	help: helpEn,
	keys: keysEn,
	menus: menusEn,
	notes: notesEn,
	pkt: pktEn,
	refusals: refusalsEn,
	screen: screenEn,
	script: scriptEn,
	states: statesEn,
	watch: watchEn,
	why: whyEn,
};

export type Catalogue = typeof en;
