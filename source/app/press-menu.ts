/** Keys in a menu. All of them are the store's: several may arrive at once, and a picture that moves by itself would lose some. */
import {textOf} from './keys-in.js';
import {closeInnermost, type Lab, replaceInnermost} from './lab.js';
import {ask, doDeed, type Outside} from './menu-deeds.js';
import {buildMenu, type MenuSources} from './menus/build.js';
import {knobPages} from './menus/knobs.js';
import {type Menu, menuId} from './menus/menu.js';
import {itemRows, movedBy, topFor} from './menus/window.js';
import type {Message} from './message.js';
import {type MenuOverlay, menuOf} from './overlay.js';
import {highlightIn} from './overlay-view.js';

export type MenuDesk = MenuSources & {readonly outside: Outside};

/** Letters for people who would rather not reach for the arrows, where no text is typed. */
const letters: Readonly<Record<string, string>> = {j: 'down', k: 'up'};

type Open = {readonly overlay: MenuOverlay; readonly menu: Menu /** Index of the highlighted item. */; readonly at: number};

export function pressInMenu(desk: MenuDesk, overlay: MenuOverlay, key: string): Message | undefined {
	const {lab} = desk;
	if (key === 'escape' || key === 'q') {
		closeInnermost(lab);
		return undefined;
	}
	const menu = buildMenu(overlay.name, desk);
	const open = {overlay, menu, at: highlightIn(menu, overlay.highlight)};
	if (key === 'return') return choose(desk, open, open.at);
	if (turnPage(lab, overlay, key) || beginTyping(lab, open, key) || move(lab, open, letters[key] ?? key)) return undefined;
	const digit = key >= '1' && key <= '9' ? Number(key) : 0;
	if (digit > 0 && digit <= Math.min(itemRows(lab.size), menu.items.length)) return choose(desk, open, overlay.top + digit - 1);
	return {kind: 'complaint', code: 'choose', key};
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

/** A letter or a digit begins a value where the item can have one. */
function beginTyping(lab: Lab, {menu, at}: Open, key: string): boolean {
	const typing = menu.items[at]?.typing;
	const text = textOf(key);
	if (!typing || text.trim() === '') return false;
	ask(lab, {...typing, text});
	return true;
}

function move(lab: Lab, {overlay, menu, at}: Open, key: string): boolean {
	const count = menu.items.length;
	const limit = itemRows(lab.size);
	const to = movedBy(key, at, {count, limit});
	if (to === undefined) return false;
	replaceInnermost(lab, {...overlay, highlight: menu.items[to]?.id, top: topFor(to, {top: overlay.top, count, limit})});
	return true;
}

function choose(desk: MenuDesk, {overlay, menu}: Open, at: number): Message | undefined {
	const item = menu.items[at];
	if (!item) return undefined;
	// Whoever comes back to this menu finds it where it was left.
	replaceInnermost(desk.lab, {...overlay, highlight: item.id});
	return doDeed(desk.lab, item.deed, desk.outside);
}
