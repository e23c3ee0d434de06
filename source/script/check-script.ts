/** What can only be judged with the other lines in view: names, cues, the head. */
import type {Action, HostName, SocketRef} from '../sim/action.js';
import type {Token} from './lexer.js';
import type {Mistake} from './mistake.js';
import type {Condition, Statement} from './script.js';
import {isSetting} from './setup.js';

/** A line: its words, and its statement unless it has none or is wrong. */
export type Entry = {readonly line: number; readonly tokens: readonly Token[]; readonly statement?: Statement};

type Complete = Entry & {readonly statement: Statement};

/** First lines by key. */
type Seen = Map<string, number>;
type Context = {readonly names: Seen; readonly cues: Seen; readonly heads: Seen; firstDeed: number | undefined};

export function checkScript(entries: readonly Entry[]): readonly Mistake[] {
	const context: Context = {names: new Map(), cues: new Map(), heads: new Map(), firstDeed: undefined};
	return entries.flatMap(entry => {
		if (isComplete(entry)) return checkStatement(context, entry);
		noteBrokenNames(context, entry);
		return [];
	});
}

const isComplete = (entry: Entry): entry is Complete => entry.statement !== undefined;

function noteBrokenNames({names}: Context, {line, tokens}: Entry): void {
	const [host = ''] = tokens[0]?.value.split(':') ?? [];
	const as = tokens.findIndex(({value}) => value === 'as');
	const name = tokens[as + 1];
	if (as >= 0 && name) names.set(`${host}:${name.value}`, line);
}

function checkStatement(context: Context, entry: Complete): readonly Mistake[] {
	const {statement} = entry;
	if (statement.kind === 'title' || statement.kind === 'seed') return checkHead(context, statement);
	if (statement.kind === 'intro') return checkPlace(context, statement);
	if (!isSetting(statement)) context.firstDeed ??= statement.line;
	const unknown = socketsOf(statement).flatMap(socket => checkName(context, entry, socket));
	return [...unknown, ...checkNewName(context, entry), ...checkCue(context, statement)];
}

const placeOf = ({line, column}: Statement): {line: number; column: number} => ({line, column});

/** Where a word stands, looked for from the right: a name is behind its keyword. */
function placeOfWord({statement, tokens}: Complete, word: string): {line: number; column: number} {
	const token = tokens.findLast(({value}) => value === word);
	return {line: statement.line, column: token?.column ?? statement.column};
}

function checkHead(context: Context, statement: Statement): readonly Mistake[] {
	const firstLine = context.heads.get(statement.kind);
	if (firstLine !== undefined) return [{...placeOf(statement), code: 'twice', word: statement.kind, firstLine}];
	context.heads.set(statement.kind, statement.line);
	return checkPlace(context, statement);
}

const checkPlace = ({firstDeed}: Context, statement: Statement): readonly Mistake[] =>
	firstDeed === undefined ? [] : [{...placeOf(statement), code: 'head-late', word: statement.kind, firstLine: firstDeed}];

function socketsOf(statement: Statement): readonly SocketRef[] {
	if (statement.kind === 'act') return 'socket' in statement.action && statement.action.socket ? [statement.action.socket] : [];
	if (statement.kind === 'until' || statement.kind === 'expect') return socketsIn(statement.condition);
	return [];
}

function socketsIn(condition: Condition): readonly SocketRef[] {
	if (condition.test === 'not') return socketsIn(condition.condition);
	return 'socket' in condition ? [condition.socket] : [];
}

function checkName({names}: Context, entry: Complete, {host, name}: SocketRef): readonly Mistake[] {
	if (name === undefined || names.has(`${host}:${name}`)) return [];
	const known = Array.from(names.keys()).filter(key => key.startsWith(`${host}:`));
	return [{...placeOfWord(entry, `${host}:${name}`), code: 'unknown-name', host, name, known}];
}

const newNameOf = (action: Action): {readonly host: HostName; readonly name: string} | undefined => {
	if (action.do === 'accept') return action.name === undefined ? undefined : {host: action.socket.host, name: action.name};
	if (action.do !== 'listen' && action.do !== 'connect') return undefined;
	return action.name === undefined ? undefined : {host: action.host, name: action.name};
};

function checkNewName({names}: Context, entry: Complete): readonly Mistake[] {
	const {statement} = entry;
	const made = statement.kind === 'act' ? newNameOf(statement.action) : undefined;
	if (!made) return [];
	const key = `${made.host}:${made.name}`;
	const firstLine = names.get(key);
	if (firstLine !== undefined) return [{...placeOfWord(entry, made.name), code: 'name-taken', name: key, firstLine}];
	names.set(key, statement.line);
	return [];
}

function checkCue({cues}: Context, statement: Statement): readonly Mistake[] {
	if (statement.kind !== 'cue') return [];
	const name = statement.words.en;
	const firstLine = cues.get(name);
	if (firstLine !== undefined) return [{...placeOf(statement), code: 'cue-taken', name, firstLine}];
	cues.set(name, statement.line);
	return [];
}
