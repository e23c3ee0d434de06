/** A menu by its name, from the world as it is. */
import type {Lab} from '../lab.js';
import {connectMenu, listenMenu, sendMenu} from './calls.js';
import {injectMenu} from './inject.js';
import {hostMenu, linkMenu, valuesMenu} from './knobs.js';
import type {Menu, MenuName} from './menu.js';
import {scenariosMenu, writeMenu} from './others.js';

export type MenuSources = {
	readonly lab: Lab;
	/** A file name with this extension that nothing has yet. */
	readonly freeName: (extension: string) => string;
};

export function buildMenu(name: MenuName, {lab, freeName}: MenuSources): Menu {
	switch (name.menu) {
		case 'listen':
			return listenMenu(name.host);
		case 'connect':
			return connectMenu(lab, name.host);
		case 'send':
			return sendMenu(lab, name.host);
		case 'inject':
			return injectMenu(lab, name.host);
		case 'link':
			return linkMenu(lab, name.from);
		case 'host':
			return hostMenu(lab, name.host);
		case 'values':
			return valuesMenu(name);
		case 'scenarios':
			return scenariosMenu();
		case 'write':
			return writeMenu(freeName);
	}
}
