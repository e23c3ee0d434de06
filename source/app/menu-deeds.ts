/** What choosing an item or answering a question does. */

import type {Wordless} from '../export/packetdrill/deeds.js';
import {parseStatement} from '../script/parser.js';
import type {Action} from '../sim/action.js';
import {closeInnermost, innermost, type Lab, open, replaceInnermost} from './lab.js';
import type {Ask, MenuDeed, MenuName, WriteFormat} from './menus/menu.js';
import type {Message} from './message.js';
import {type EntryMistake, menuOf, type Overlay} from './overlay.js';
import {statementOf} from './overlay-view.js';
import {perform} from './perform.js';

/** What the store has to do outside the lab. */
export type Outside = {
	readonly startScenario: (name: string) => void;
	/** Undefined: it is written; else the errno's name, or what has no words. */
	readonly write: (format: WriteFormat, file: string) => string | Wordless | undefined;
};

/** The key that opened the menu: the heading of "why" names it beside the statement. */
const keys: Readonly<Record<MenuName['menu'], string>> = {
	listen: 'L',
	connect: 'C',
	send: 'S',
	inject: 'i',
	link: 'k',
	host: 'k',
	values: 'k',
	scenarios: 'm',
	write: 'w',
};

const isKnobPage = (overlay: Overlay | undefined): boolean =>
	overlay?.kind === 'menu' && (overlay.name.menu === 'link' || overlay.name.menu === 'host');

/** After a knob was turned its page shows the new value; after anything else the world is to be seen. */
function closeAfter(lab: Lab, isValue: boolean): void {
	if (isValue) while (lab.overlays.length > 0 && !isKnobPage(innermost(lab))) closeInnermost(lab);
	else lab.overlays = lab.overlays.filter(({kind}) => kind === 'diagram');
}

const keyOf = ({overlays}: Lab): string => {
	const menu = overlays.find(overlay => overlay.kind === 'menu');
	return menu?.kind === 'menu' ? keys[menu.name.menu] : 'return';
};

function actOn(lab: Lab, action: Action): Message | undefined {
	const key = keyOf(lab);
	closeAfter(lab, action.do === 'knob' || action.do === 'link' || action.do === 'profile');
	return perform(lab, key, action);
}

/** Menus are written in the lab language: what they say is always a statement that acts. */
function sayStatement(lab: Lab, text: string): Message | undefined {
	const {statement} = parseStatement(text);
	if (statement?.kind !== 'act') throw new Error(`a menu says what the lab language does not: ${text}`);
	return actOn(lab, statement.action);
}

export const ask = (lab: Lab, question: Ask): void => open(lab, {kind: 'question', ask: question, text: question.text, mistake: undefined});

export function doDeed(lab: Lab, deed: MenuDeed, outside: Outside): Message | undefined {
	switch (deed.kind) {
		case 'statement':
			return sayStatement(lab, deed.statement);
		case 'open':
			open(lab, menuOf(deed.menu));
			return undefined;
		case 'ask':
			ask(lab, deed.ask);
			return undefined;
		case 'play':
			outside.startScenario(deed.scenario);
			return undefined;
		case 'write':
			return writeFile(lab, deed, outside);
	}
}

type File = {readonly format: WriteFormat; readonly file: string};

function writeFile(lab: Lab, {format, file}: File, {write}: Outside): Message | undefined {
	const failure = write(format, file);
	if (typeof failure === 'object') return {kind: 'complaint', code: 'unsayable', key: 'w', ...failure};
	if (failure !== undefined) return {kind: 'complaint', code: 'save-failed', key: 'w', file, error: failure};
	closeAfter(lab, false);
	return {kind: 'notice', code: 'saved', file};
}

type Question = Extract<Overlay, {kind: 'question'}>;

/** Enter in a question: it is done, or what is wrong is said in place. */
export function answer(lab: Lab, question: Question, outside: Outside): Message | undefined {
	const statement = statementOf(question.ask, question.text);
	if (question.ask.format !== undefined) return answerFile(lab, {format: question.ask.format, file: statement.trim()}, outside);
	const {statement: parsed, mistakes} = parseStatement(statement);
	if (parsed?.kind === 'act') return actOn(lab, parsed.action);
	const [mistake] = mistakes;
	return refuse(lab, question, mistake ? {kind: 'script', mistake} : {kind: 'not-this'});
}

function refuse(lab: Lab, question: Question, mistake: EntryMistake): undefined {
	replaceInnermost(lab, {...question, mistake});
}

function answerFile(lab: Lab, {format, file}: File, {write}: Outside): Message | undefined {
	const question = innermost(lab);
	const failure = file === '' ? 'ENOENT' : write(format, file);
	if (failure !== undefined && question?.kind === 'question') {
		return refuse(lab, question, typeof failure === 'object' ? {kind: 'unsayable', ...failure} : {kind: 'file', file, error: failure});
	}
	closeAfter(lab, false);
	return {kind: 'notice', code: 'saved', file};
}
