import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Action, History, HostName} from '../../source/sim/index.js';
import {type Showing, shownSocket} from '../../source/view/shown.js';
import {type Deed, play} from '../ui/stage.js';
import {client, connect, listen, server} from '../ui/worlds.js';

const nobody = {client: undefined, server: undefined} as const;

/** Descriptors that both panes show. */
const shown = (history: History, focus: HostName, picked: Showing['picked'] = nobody): readonly (number | undefined)[] =>
	(['client', 'server'] as const).map(host => shownSocket({history, focus, picked}, host)?.number);

const two: readonly Deed[] = [
	[0, listen],
	[0, connect],
	[200, connect],
];

for (const [what, deeds, until, focus, picked, expected] of [
	['the newest connection on both sides', two, 400, 'client', nobody, [4, 5]],
	['the listener while the SYN is on its way to it', two, 220, 'client', nobody, [4, 3]],
	['the client of the connection that the server has the keys of', two, 220, 'server', nobody, [3, 4]],
	['the peer of the connection that was picked', two, 400, 'client', {...nobody, client: 3}, [3, 4]],
	['the client of the child that was picked', two, 400, 'server', {...nobody, server: 4}, [3, 4]],
	['what was picked by hand on either side', two, 400, 'client', {client: 3, server: 5}, [3, 5]],
	['the newest connection beside a listener', two, 400, 'server', {...nobody, server: 3}, [4, 3]],
	['the newest where nobody listens', [[0, connect]], 200, 'client', nobody, [3, undefined]],
	[
		'the other end when it has ended, too',
		[
			[0, listen],
			[0, connect],
			[200, {do: 'abort', socket: client}],
		],
		400,
		'client',
		nobody,
		[3, 4],
	],
	[
		'the new listener, not the old end, when its host listens anew',
		[
			[0, listen],
			[0, connect],
			[200, {do: 'abort', socket: client}],
			[300, {do: 'close', socket: {host: 'server', number: 3}}],
			[300, listen],
		],
		400,
		'client',
		nobody,
		[3, 5],
	],
	[
		'nothing of a host that crashed',
		[
			[0, listen],
			[0, connect],
			[200, {do: 'crash', host: 'server'}],
		],
		400,
		'client',
		nobody,
		[3, undefined],
	],
	[
		'no end of its own beside what strangers have begun',
		[
			[0, listen],
			[0, {do: 'flood', host: 'server', port: 80, count: 2}],
			[100, connect],
		],
		110,
		'server',
		nobody,
		[3, 5],
	],
] as const)
	test(`the panes show ${what}`, () => assert.deepEqual(shown(play(deeds, until), focus, picked), expected));

test('both ends of one connection are shown whoever has the keys, also after ports were used again', () => {
	const again: Action = {do: 'connect', host: 'client', port: 80, from: 5000};
	const history = play(
		[
			[0, {do: 'knob', host: 'server', change: {knob: 'msl', value: 1000}}],
			[0, listen],
			[0, again],
			[200, {do: 'accept', socket: server}],
			[200, {do: 'abort', socket: client}],
			[400, again],
		],
		420,
	);
	assert.deepEqual(shown(history, 'client'), [4, 3]);
});
