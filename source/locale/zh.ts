/** Every word in Chinese. */
import type {Catalogue} from './en.js';
import {cliZh} from './zh/cli.js';
import {detailsZh} from './zh/details.js';
import {diagramZh} from './zh/diagram.js';
import {drillZh} from './zh/drill.js';
import {exportZh} from './zh/export.js';
import {formatZh} from './zh/format.js';
import {helpZh} from './zh/help.js';
import {keysZh} from './zh/keys.js';
import {menusZh} from './zh/menus.js';
import {notesZh} from './zh/notes.js';
import {pktZh} from './zh/pkt.js';
import {refusalsZh} from './zh/refusals.js';
import {screenZh} from './zh/screen.js';
import {scriptZh} from './zh/script.js';
import {statesZh} from './zh/states.js';
import {watchZh} from './zh/watch.js';
import {whyZh} from './zh/why.js';

export const zh = {
	cli: cliZh,
	details: detailsZh,
	diagram: diagramZh,
	drill: drillZh,
	export: exportZh,
	format: formatZh,
	help: helpZh,
	keys: keysZh,
	menus: menusZh,
	notes: notesZh,
	pkt: pktZh,
	refusals: refusalsZh,
	screen: screenZh,
	script: scriptZh,
	states: statesZh,
	watch: watchZh,
	why: whyZh,
} satisfies Catalogue;
