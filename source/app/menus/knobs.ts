/** Knobs of the link and the hosts: each item is the statement that holds now; Enter shows other values, typing begins one. */

import type {LinkSettings} from '../../net/packet.js';
import {printKnob} from '../../script/knobs.js';
import {printDuration, printRate, printShare} from '../../script/print-values.js';
import type {HostName, KnobChange} from '../../sim/action.js';
import {hostNames} from '../../sim/action.js';
import type {Knobs} from '../../tcp/profile.js';
import type {Lab} from '../lab.js';
import {type DetailCode, explainedValues, type Menu, type MenuItem, type MenuName, type MenuNote} from './menu.js';

/** The widest statement of the link with two digits of a percentage. */
const linkCells = 20;

type LinkKnob = {readonly knob: keyof LinkSettings; readonly print: (value: number) => string; readonly values: readonly string[]};

const shares = ['0%', '5%', '20%', '50%', '100%'];

const linkKnobs: readonly LinkKnob[] = [
	{knob: 'delay', print: printDuration, values: ['0ms', '10ms', '50ms', '200ms', '900ms']},
	{knob: 'jitter', print: printDuration, values: ['0ms', '10ms', '40ms', '200ms']},
	{knob: 'loss', print: printShare, values: shares},
	{knob: 'duplicate', print: printShare, values: shares},
	{knob: 'corrupt', print: printShare, values: shares},
	{knob: 'reorder', print: printShare, values: shares},
	{knob: 'rate', print: printRate, values: ['off', '64kbps', '1Mbps', '10Mbps', '100Mbps']},
	{knob: 'queue', print: String, values: ['50', '10', '2', '0']},
];

type HostKnob = {
	readonly word: DetailCode & `knob-${string}`;
	readonly values: readonly string[];
	readonly note: MenuNote['code'] & ('later-connections' | 'at-once');
};

const switches = ['on', 'off'];
const onOff = (word: HostKnob['word'], note: HostKnob['note'] = 'at-once'): HostKnob => ({word, values: switches, note});

/** What the program does, then in the order in which the language lists them. */
const hostKnobs: readonly HostKnob[] = [
	{word: 'knob-app', values: ['manual', 'reader', 'echo'], note: 'at-once'},
	{word: 'knob-isn', values: ['1000', '8000', '4294967290'], note: 'later-connections'},
	{word: 'knob-mss', values: ['1460', '1024', '536'], note: 'later-connections'},
	{word: 'knob-rcvbuf', values: ['1000', '8KiB', '64KiB', '1MiB'], note: 'later-connections'},
	{word: 'knob-sndbuf', values: ['1000', '8KiB', '64KiB', '1MiB'], note: 'later-connections'},
	onOff('knob-nagle'),
	onOff('knob-delayed-ack'),
	onOff('knob-keepalive'),
	onOff('knob-sack', 'later-connections'),
	onOff('knob-timestamps', 'later-connections'),
	onOff('knob-wscale', 'later-connections'),
	{word: 'knob-ecn', values: ['on', 'off', 'passive'], note: 'later-connections'},
	onOff('knob-challenge-ack'),
	onOff('knob-quiet-time'),
	onOff('knob-syn-cookies'),
	{word: 'knob-msl', values: ['1s', '30s', '2min'], note: 'at-once'},
	{word: 'knob-rto-min', values: ['200ms', '1s', '3s'], note: 'at-once'},
	{word: 'knob-syn-retries', values: ['1', '2', '5'], note: 'at-once'},
	{word: 'knob-retries', values: ['1', '2', '15'], note: 'at-once'},
	{word: 'knob-congestion', values: ['newreno', 'cubic'], note: 'later-connections'},
];

const names: Readonly<Record<Exclude<HostKnob['word'], 'knob-app' | 'knob-isn' | 'knob-profile'>, keyof Knobs>> = {
	'knob-mss': 'mss',
	'knob-rcvbuf': 'rcvbuf',
	'knob-sndbuf': 'sndbuf',
	'knob-nagle': 'nagle',
	'knob-delayed-ack': 'delayedAck',
	'knob-keepalive': 'keepalive',
	'knob-sack': 'sack',
	'knob-timestamps': 'timestamps',
	'knob-wscale': 'wscale',
	'knob-ecn': 'ecn',
	'knob-challenge-ack': 'challengeAck',
	'knob-quiet-time': 'quietTime',
	'knob-syn-cookies': 'synCookies',
	'knob-msl': 'msl',
	'knob-rto-min': 'rtoMin',
	'knob-syn-retries': 'synRetries',
	'knob-retries': 'retries',
	'knob-congestion': 'congestion',
};

type Valued = {readonly before: string; readonly current: string; readonly values: readonly string[]};

const valuesOf = ({before, current, values}: Valued): MenuName => ({menu: 'values', before, values, current});

function knobItem({
	id,
	detail,
	note,
	...valued
}: Valued & {readonly id: string; readonly detail: DetailCode; readonly note: MenuNote}): MenuItem {
	const typing = {topic: 'value', before: valued.before, text: '', after: ''} as const;
	return {
		id,
		label: {text: valued.before + valued.current},
		detail: {code: detail},
		deed: {kind: 'open', menu: valuesOf(valued)},
		typing,
		note,
	};
}

/** Both directions: the client's stands for both, as long as nobody made them differ. */
export function linkMenu({history}: Lab, from: HostName | undefined): Menu {
	const {settings} = history.world.directions[from ?? 'client'];
	const before = from ? `link from ${from}` : 'link';
	const items = linkKnobs.map(({knob, print, values}) =>
		knobItem({
			id: knob,
			before: `${before} ${knob} `,
			current: print(settings[knob]),
			values,
			detail: `link-${knob}`,
			note: {code: 'from-now-on'},
		}),
	);
	return {name: {menu: 'link', from}, items, labelCells: linkCells + before.length - 'link'.length};
}

/** The knob's value as the language writes it. */
function currentOf(lab: Lab, host: HostName, word: HostKnob['word']): string {
	const {app, knobs, nextIss, profile} = lab.history.world.hosts[host];
	if (word === 'knob-app') return app;
	if (word === 'knob-profile') return profile.name;
	if (word === 'knob-isn') return nextIss === undefined ? '...' : String(nextIss);
	const knob = names[word];
	const value = knobs[knob];
	return value === undefined ? '...' : afterName(printKnob({knob, value} as KnobChange));
}

const afterName = (statement: string): string => statement.slice(statement.indexOf(' ') + 1);

function upOrDown(lab: Lab, host: HostName): MenuItem {
	const code = lab.history.world.hosts[host].isUp ? 'crash' : 'restart';
	return {id: code, label: {text: `${host} ${code}`}, detail: {code}, deed: {kind: 'statement', statement: `${host} ${code}`}};
}

export function hostMenu(lab: Lab, host: HostName): Menu {
	const items = hostKnobs.map(({word, values, note}) => {
		const name = word.slice('knob-'.length);
		return knobItem({id: name, before: `${host} ${name} `, current: currentOf(lab, host, word), values, detail: word, note: {code: note}});
	});
	const profile = knobItem({
		id: 'profile',
		before: `profile ${host} `,
		current: currentOf(lab, host, 'knob-profile'),
		values: ['textbook', 'linux', 'freebsd'],
		detail: 'knob-profile',
		note: {code: 'at-once'},
	});
	return {name: {menu: 'host', host}, items: [upOrDown(lab, host), ...items, profile]};
}

/** The pages of the knobs, in the order of the arrows: right of the last is the first. */
export const knobPages: readonly MenuName[] = [
	{menu: 'link', from: undefined},
	...hostNames.map((host): MenuName => ({menu: 'host', host})),
	...hostNames.map((from): MenuName => ({menu: 'link', from})),
];

/** What a value means that does not say it itself; `before` ends with the knob's word. */
function valueDetail(before: string, value: string): MenuItem['detail'] {
	const wanted = `${before.trim().split(' ').at(-1)}-${value}`;
	const code = explainedValues.find(one => one === wanted);
	return code && {code};
}

export function valuesMenu({before, values, current}: Extract<MenuName, {menu: 'values'}>): Menu {
	const ask = {topic: 'value', before, text: '', after: ''} as const;
	const items = values.map((value): MenuItem => {
		const detail = value === current ? ({code: 'current'} as const) : valueDetail(before, value);
		return {
			id: value,
			label: {text: before + value},
			...(detail ? {detail} : {}),
			deed: {kind: 'statement', statement: before + value},
			typing: ask,
			note: {code: 'values'},
		};
	});
	const typed: MenuItem = {
		id: 'type',
		label: {code: 'type-it'},
		deed: {kind: 'ask', ask: {...ask, text: current === '...' ? '' : current}},
		typing: ask,
		note: {code: 'values'},
	};
	return {name: {menu: 'values', before, values, current}, items: [...items, typed], first: current};
}
