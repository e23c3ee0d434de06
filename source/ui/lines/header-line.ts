/** The first row. Cut in this order where it is narrow: profile, seed, link, title. */
import {duration} from '../../locale/duration.js';
import type {ScreenWords} from '../../locale/en/screen.js';
import type {LinkSettings} from '../../net/packet.js';
import {defaultLink} from '../../net/packet.js';
import type {HeaderView} from '../../view/header.js';
import type {Layout} from '../../view/layout.js';
import type {PaceView} from '../../view/screen-input.js';
import {fit, type Line, plain, spread} from '../line.js';
import {clock} from './times.js';

const factorText = (factor: number): string => `x${Number(factor.toPrecision(2))}`;

function paceText(pace: PaceView, {pace: words}: ScreenWords): string {
	switch (pace.kind) {
		case 'watch':
			return `${words.watch} ${factorText(pace.factor)}`;
		case 'speed':
			return factorText(pace.factor);
		case 'paused':
		case 'held':
		case 'idle':
		case 'reading':
			return words[pace.kind];
		case 'past':
			return `${words.past} -${pace.by}`;
	}
}

const units: readonly (readonly [number, string])[] = [
	[1_000_000_000, 'Gbps'],
	[1_000_000, 'Mbps'],
	[1000, 'kbps'],
	[1, 'bps'],
];

function rateText(rate: number): string {
	const [unit, name] = units.find(([size]) => rate >= size) ?? [1, 'bps'];
	return `${Number((rate / unit).toFixed(1))}${name}`;
}

const shareText = (share: number): string => `${Number((share * 100).toFixed(2))}%`;

type Setting = 'delay' | 'loss' | 'rate' | 'jitter' | 'duplicate' | 'corrupt' | 'reorder';

const values: Readonly<Record<Setting, (settings: Readonly<LinkSettings>) => string>> = {
	delay: ({delay}) => duration(delay).replace(' ', '').replace(/^0s$/, '0ms'),
	loss: ({loss}) => shareText(loss),
	rate: ({rate}) => (rate === 0 ? '-' : rateText(rate)),
	jitter: ({jitter}) => duration(jitter).replace(' ', ''),
	duplicate: ({duplicate}) => shareText(duplicate),
	corrupt: ({corrupt}) => shareText(corrupt),
	reorder: ({reorder}) => shareText(reorder),
};

/** One value where both directions agree, else the client's, a slash, the server's. */
function settingText(name: Setting, {link}: HeaderView, words: ScreenWords): string {
	const client = values[name](link.client);
	const server = values[name](link.server);
	return `${words.link[name]} ${client === server ? client : `${client}/${server}`}`;
}

const unusual = (name: Setting, {link}: HeaderView): boolean =>
	link.client[name] !== defaultLink[name] || link.server[name] !== defaultLink[name];

const extras: readonly Setting[] = ['rate', 'jitter', 'duplicate', 'corrupt', 'reorder'];

function linkText(view: HeaderView, words: ScreenWords, isWide: boolean): readonly string[] {
	const always = (['delay', 'loss'] as const).map(name => settingText(name, view, words)).join(isWide ? '  ' : ' ');
	const more = isWide ? extras.filter(name => unusual(name, view)).map(name => settingText(name, view, words)) : [];
	return more.length === 0 ? [always] : [[always, ...more].join('  '), always];
}

function profileText({profile: {client, server}}: HeaderView): string {
	return client === server ? client : `${client}/${server}`;
}

/** From the fullest to the barest. */
function versions(view: HeaderView, words: ScreenWords, isWide: boolean): readonly (readonly string[])[] {
	const [link = '', barelink = link] = linkText(view, words, isWide);
	const always = [paceText(view.pace, words), `t ${clock(view.now)}`];
	const seed = `${words.seed} ${view.seed}`;
	const wide = [
		[...always, link, seed, profileText(view)],
		[...always, link, seed],
		[...always, link],
		[...always, barelink],
	];
	return [...(isWide ? wide : [[...always, link]]), always];
}

export function headerLine(view: HeaderView, words: ScreenWords, {columns, isWide}: Pick<Layout, 'columns' | 'isWide'>): Line {
	const title = view.title === 'lab' ? words.lab : view.title;
	const gap = isWide ? '   ' : '  ';
	const rights = versions(view, words, isWide).map(parts => [plain(parts.join(gap))]);
	const bare = rights[rights.length - 1] ?? [];
	for (const right of rights) {
		const line = spread([plain(` ${words.name}  ${title} `)], right, columns);
		if (line !== undefined) return line;
	}
	return spread([plain(` ${words.name} `)], bare, columns) ?? fit(bare, columns);
}
