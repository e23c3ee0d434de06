/** What may lie over the main screen: its state in the store, and what is drawn of it. */
import type {Wordless} from '../export/packetdrill/deeds.js';
import type {Mistake} from '../script/mistake.js';
import type {DetailsView} from '../view/details.js';
import type {DiagramView} from '../view/diagram.js';
import type {Ask, Menu, MenuName} from './menus/menu.js';

/** What is wrong with what was typed. */
export type EntryMistake =
	| {readonly kind: 'script'; readonly mistake: Mistake}
	| {readonly kind: 'not-this'}
	| {readonly kind: 'file'; readonly file: string; readonly error: string}
	| ({readonly kind: 'unsayable'} & Wordless);

export type MenuOverlay = {
	readonly kind: 'menu';
	readonly name: MenuName;
	/** Undefined: the menu's own first one. */
	readonly highlight: string | undefined;
	/** Index of the first item that is to be seen. */
	readonly top: number;
};

export const menuOf = (name: MenuName): MenuOverlay => ({kind: 'menu', name, highlight: undefined, top: 0});

export type Overlay =
	| MenuOverlay
	| {readonly kind: 'question'; readonly ask: Ask; readonly text: string; readonly mistake: EntryMistake | undefined}
	/** By its number. */
	| {readonly kind: 'details'; readonly packet: number}
	| {readonly kind: 'help' | 'diagram'};

export type MenuView = {
	readonly kind: 'menu';
	readonly menu: Menu;
	/** Items to be seen at once, and the index of the first of them. */
	readonly limit: number;
	readonly top: number;
	/** Index of the highlighted item. */
	readonly highlight: number;
	/** The statement that Enter stands for, or begins. */
	readonly statement: string | undefined;
};

export type QuestionView = {
	readonly kind: 'question';
	readonly ask: Ask;
	readonly text: string;
	/** The whole statement as typed so far; a file name for a file. */
	readonly statement: string;
	readonly mistake: EntryMistake | undefined;
};

export type OverlayView =
	| MenuView
	| QuestionView
	| {readonly kind: 'details'; readonly details: DetailsView}
	| {readonly kind: 'help'}
	| {readonly kind: 'diagram'; readonly diagram: DiagramView};

/** Where an overlay lies: `lower` takes ladder, why and status; `body` all but the header; `screen` everything. */
type OverlayArea = 'lower' | 'body' | 'screen';

export function overlayArea({kind}: OverlayView): OverlayArea {
	switch (kind) {
		case 'menu':
		case 'question':
		case 'details':
			return 'lower';
		case 'diagram':
			return 'body';
		case 'help':
			return 'screen';
	}
}

/** Menus, questions, help and details hold the time; the state diagram does not. */
export const holdsTime = (overlays: readonly Overlay[]): boolean => overlays.some(({kind}) => kind !== 'diagram');
