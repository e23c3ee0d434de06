/** Keys in a menu. ink-select-input hears them too and understands arrows, j, k, Enter and digits, but only when they come singly. */
import {textOf} from './keys-in.js';
import {closeInnermost, innermost, type Lab, replaceInnermost} from './lab.js';
import {ask, doDeed, type Outside} from './menu-deeds.js';
import {buildMenu, type MenuSources} from './menus/build.js';
import {knobPages} from './menus/knobs.js';
import {type Menu, menuId} from './menus/menu.js';
import {firstTop, itemRows, movedTop} from './menus/window.js';
import type {Message} from './message.js';
import {type MenuOverlay, menuOf} from './overlay.js';
import {highlightIn} from './overlay-view.js';

export type MenuDesk = MenuSources & {readonly outside: Outside};

/** `isGlued`: it arrived together with others as one string. */
export type Pressed = {readonly key: string; readonly isGlued: boolean};

/** These ink-select-input understands by itself, when they come singly. */
const selectKeys: ReadonlySet<string> = new Set(['up', 'down', 'j', 'k', 'return']);
const isDigit = (key: string): boolean => key >= '1' && key <= '9' && key.length === 1;

const complain = (key: string): Message => ({kind: 'complaint', code: 'choose', key});

export function pressInMenu(desk: MenuDesk, overlay: MenuOverlay, {key, isGlued}: Pressed): Message | undefined {
	const {lab} = desk;
	if (key === 'escape' || key === 'q') {
		closeInnermost(lab);
		return undefined;
	}
	if (turnPage(lab, overlay, key)) return undefined;
	const menu = buildMenu(overlay.name, desk);
	if (selectKeys.has(key)) return isGlued ? selectGlued(desk, {overlay, menu, key}) : undefined;
	const typing = menu.items[highlightIn(menu, overlay.highlight)]?.typing;
	if (typing && textOf(key).trim() !== '') {
		ask(lab, {...typing, text: textOf(key)});
		return undefined;
	}
	if (isDigit(key) && Number(key) <= Math.min(itemRows(lab.size), menu.items.length))
		return isGlued ? chooseAt(desk, {overlay, menu}, Number(key)) : undefined;
	return complain(key);
}

/** Left and right go through the pages of the knobs. */
function turnPage(lab: Lab, overlay: MenuOverlay, key: string): boolean {
	const page = knobPages.findIndex(name => menuId(name) === menuId(overlay.name));
	const step = key === 'left' ? -1 : key === 'right' || key === 'tab' ? 1 : 0;
	const name = knobPages[(page + step + knobPages.length) % knobPages.length];
	if (page < 0 || step === 0 || !name) return false;
	replaceInnermost(lab, menuOf(name));
	return true;
}

type Open = {readonly overlay: MenuOverlay; readonly menu: Menu};

const topOf = ({overlay, menu}: Open, limit: number): number => overlay.top ?? firstTop(highlightIn(menu, overlay.highlight), limit);

/** Digits count the items that are to be seen. */
function chooseAt(desk: MenuDesk, open: Open, digit: number): Message | undefined {
	const {items} = open.menu;
	const item = items[(topOf(open, itemRows(desk.lab.size)) + digit - 1) % items.length];
	return choose(desk, menuId(open.overlay.name), item?.id ?? '');
}

/** The highlight moves here, and ink-select-input begins anew where it stands. */
function selectGlued(desk: MenuDesk, {overlay, menu, key}: Open & {readonly key: string}): Message | undefined {
	const at = highlightIn(menu, overlay.highlight);
	if (key === 'return') return choose(desk, menuId(overlay.name), menu.items[at]?.id ?? '');
	const step = key === 'up' || key === 'k' ? -1 : 1;
	const item = menu.items[(at + step + menu.items.length) % menu.items.length];
	replaceInnermost(desk.lab, {...overlay, highlight: item?.id, top: undefined, generation: overlay.generation + 1});
	return undefined;
}

/** An item was chosen. What another menu says, or one that is closed already, comes too late. */
export function choose(desk: MenuDesk, id: string, item: string): Message | undefined {
	const overlay = innermost(desk.lab);
	if (overlay?.kind !== 'menu' || menuId(overlay.name) !== id) return undefined;
	const menu = buildMenu(overlay.name, desk);
	const chosen = menu.items.find(one => one.id === item);
	return chosen && doDeed(desk.lab, chosen.deed, desk.outside);
}

/** ink-select-input has moved its highlight by one. */
export function highlight(desk: MenuDesk, id: string, item: string): void {
	const {lab} = desk;
	const overlay = innermost(lab);
	if (overlay?.kind !== 'menu' || menuId(overlay.name) !== id) return;
	const menu = buildMenu(overlay.name, desk);
	const limit = itemRows(lab.size);
	const from = highlightIn(menu, overlay.highlight);
	const to = highlightIn(menu, item);
	const top = movedTop({top: topOf({overlay, menu}, limit), count: menu.items.length, limit}, from, to);
	replaceInnermost(lab, {...overlay, highlight: item, top});
}

/** With another number of rows ink-select-input begins anew. */
export function forgetTops(lab: Lab): void {
	lab.overlays = lab.overlays.map(overlay => (overlay.kind === 'menu' ? {...overlay, top: undefined} : overlay));
}
