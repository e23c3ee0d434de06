/** What L, C and S ask: usual variants of a call, and the statement to be typed. */
import {quoteText} from '../../script/escape.js';
import {printSocket} from '../../script/print.js';
import {type HostName, otherHost} from '../../sim/action.js';
import {refTo, shownSocket} from '../aim.js';
import type {Lab} from '../lab.js';
import {newestListener} from './listeners.js';
import type {Menu, MenuItem} from './menu.js';

const defaultPort = 80;
/** 64 KiB fill a window; 1 MiB shows slow start. */
const sizes = ['100', '1460', '10000', '64KiB', '1MiB'];
const greeting = 'hello';

type Variant = {readonly text: string; readonly detail?: MenuItem['detail']};

function variants(before: string, list: readonly Variant[]): readonly MenuItem[] {
	return list.map(({text, detail}) => ({
		id: text,
		label: {text: before + text},
		...(detail ? {detail} : {}),
		deed: {kind: 'statement', statement: before + text},
	}));
}

export function listenMenu(host: HostName): Menu {
	const before = `${host} listen `;
	const ask = {topic: 'listen', before, text: `${defaultPort} backlog 5`, after: ''} as const;
	const items: readonly MenuItem[] = [
		...variants(before, [
			{text: `${defaultPort}`, detail: {code: 'backlog', values: {backlog: 5}}},
			{text: `${defaultPort} backlog 1`, detail: {code: 'backlog', values: {backlog: 1}}},
			{text: `${defaultPort} reuseaddr`, detail: {code: 'reuseaddr'}},
		]),
		{id: 'type', label: {code: 'type-it'}, deed: {kind: 'ask', ask}},
	];
	return {name: {menu: 'listen', host}, items: items.map(item => ({...item, typing: {...ask, text: ''}, note: {code: 'listen'}}))};
}

/** connect() on a listener opens actively from its port (textbook); the others answer with an errno. */
function fromListener(lab: Lab, host: HostName, port: number): readonly MenuItem[] {
	const listener = newestListener(lab.history.world, host);
	if (!listener) return [];
	const statement = `${printSocket(refTo(host, listener))} connect ${port}`;
	return [
		{
			id: 'listener',
			label: {text: statement},
			detail: {code: 'from-port', values: {port: listener.tcb.local.port}},
			deed: {kind: 'statement', statement},
		},
	];
}

export function connectMenu(lab: Lab, host: HostName): Menu {
	const port = newestListener(lab.history.world, otherHost(host))?.tcb.local.port ?? defaultPort;
	const before = `${host} connect `;
	const ask = {topic: 'connect', before, text: `${port} from 5000`, after: ''} as const;
	const items: readonly MenuItem[] = [
		...variants(before, [{text: `${port}`}, {text: `${port} from ${port}`, detail: {code: 'simultaneous'}}]),
		...fromListener(lab, host, port),
		{id: 'type', label: {code: 'type-it'}, deed: {kind: 'ask', ask}},
	];
	return {name: {menu: 'connect', host}, items: items.map(item => ({...item, typing: {...ask, text: ''}, note: {code: 'connect'}}))};
}

export function sendMenu(lab: Lab, host: HostName): Menu {
	const socket = shownSocket(lab, host);
	const before = `${socket ? printSocket(refTo(host, socket)) : host} send `;
	const text = {topic: 'send-text', before, text: '', after: '', isQuoted: true} as const;
	const items: readonly MenuItem[] = [
		...variants(before, [{text: quoteText(greeting)}, ...sizes.map(size => ({text: `${size} bytes`}))]),
		{id: 'text', label: {code: 'type-text'}, deed: {kind: 'ask', ask: text}},
		{id: 'size', label: {code: 'type-size'}, deed: {kind: 'ask', ask: {topic: 'send-size', before, text: '5000', after: ' bytes'}}},
	];
	return {
		name: {menu: 'send', host},
		...(socket ? {socket: socket.number} : {}),
		items: items.map(item => ({...item, note: {code: 'send'}})),
	};
}
