import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {
	act,
	advance,
	createHistory,
	type History,
	isPast,
	packetAt,
	rowAt,
	rowCount,
	seek,
	stepBack,
	stepOn,
	toPresent,
} from '../../source/sim/index.js';
import type {ProfileName} from '../../source/tcp/profile.js';
import {checkInvariants, newWatch} from './conversation.js';
import {digest} from './digest.js';
import {arbitraryDeedsOnStacks, type Deed, perform} from './meddling.js';
import {tries} from './tries.js';

function played(seed: number, deeds: readonly Deed[]): History {
	const history = createHistory({seed});
	for (const deed of deeds) perform(history, deed);
	return history;
}

const seeds = fc.nat(0xffffffff);

type ClosedBeforeOpen = {readonly how: 'shutdown' | 'close'; readonly from: ProfileName; readonly to: ProfileName; readonly octets: number};

/** Both open at once, and one of them ends its part, maybe with something to send before, and becomes another stack, before the other has answered. */
const closedBeforeOpen = ({how, from, to, octets}: ClosedBeforeOpen): Deed[] => [
	{kind: 'act', action: {do: 'profile', host: 'client', profile: from}},
	{kind: 'act', action: {do: 'connect', host: 'server', port: 5000, from: 5000}},
	{kind: 'act', action: {do: 'connect', host: 'client', port: 5000, from: 5000}},
	{kind: 'step', count: 1},
	{kind: 'act', action: {do: 'send', socket: {host: 'client'}, payload: {pattern: octets}}},
	{kind: 'act', action: {do: how, socket: {host: 'client'}}},
	{kind: 'act', action: {do: 'profile', host: 'client', profile: to}},
	{kind: 'wait', for: 70_000_000},
];

const stacks = ['textbook', 'linux', 'freebsd'] as const;
const endings = (['shutdown', 'close'] as const).flatMap(how =>
	stacks.flatMap(from => stacks.flatMap(to => [0, 5000].map(octets => ({how, from, to, octets})))),
);

test('whatever is asked of a world, in whatever order, its connections stay sound', () => {
	fc.assert(
		fc.property(seeds, arbitraryDeedsOnStacks, (seed, deeds) => {
			const history = createHistory({seed});
			const watch = newWatch();
			for (const deed of deeds) {
				perform(history, deed);
				checkInvariants(history, watch);
			}
		}),
		{
			...tries(2000),
			examples: endings.map((ending): [number, Deed[]] => [0, closedBeforeOpen(ending)]),
		},
	);
});

test('an ended connection sends nothing more', () => {
	fc.assert(
		fc.property(seeds, arbitraryDeedsOnStacks, (seed, deeds) => {
			const {world} = played(seed, deeds);
			const ended = new Map<string, number>();
			for (let index = 0; index < rowCount(world.trace); index++) {
				const row = rowAt(world.trace, index);
				const name = `${row.host} ${row.socket}`;
				if (row.kind === 'state') row.to === 'CLOSED' ? ended.set(name, row.step) : ended.delete(name);
				if (row.kind !== 'segment' || packetAt(world.trace, row.n).origin !== 'tcp') continue;
				assert.ok(row.socket === 0 || (ended.get(name) ?? row.step) >= row.step, `packet ${row.n} comes from an ended connection`);
			}
		}),
		tries(1000),
	);
});

test('the same seed and the same actions give the same run', () => {
	fc.assert(
		fc.property(seeds, arbitraryDeedsOnStacks, (seed, deeds) =>
			assert.deepEqual(digest(played(seed, deeds).world), digest(played(seed, deeds).world)),
		),
		tries(200),
	);
});

test('rewinding to any step and going on again leads to the same present', () => {
	fc.assert(
		fc.property(seeds, arbitraryDeedsOnStacks, fc.array(fc.nat(1000), {minLength: 1, maxLength: 4}), (seed, deeds, places) => {
			const history = played(seed, deeds);
			const before = digest(history.world);
			for (const place of places) seek(history, Math.floor((place / 1000) * history.end.steps));
			toPresent(history);
			assert.equal(isPast(history), false);
			assert.deepEqual(digest(history.world), before);
		}),
		tries(400),
	);
});

test('what a rewind shows is what was there at that step', () => {
	fc.assert(
		fc.property(seeds, arbitraryDeedsOnStacks, fc.nat(1000), (seed, deeds, place) => {
			const history = played(seed, deeds);
			const goal = Math.floor((place / 1000) * history.end.steps);
			toPresent(history);
			seek(history, goal);
			const rewound = digest(history.world);
			seek(history, 0);
			while (history.world.steps < goal) stepOn(history);
			assert.deepEqual(digest(history.world), rewound);
		}),
		tries(200),
	);
});

test('step by step back to the beginning, and forward again by itself', () => {
	const history = played(5, [
		{kind: 'act', action: {do: 'listen', host: 'server', port: 80}},
		{kind: 'act', action: {do: 'connect', host: 'client', port: 80}},
		{kind: 'wait', for: 1_000_000},
	]);
	const {steps} = history.end;
	const seen = [digest(history.world)];
	while (stepBack(history)) seen.push(digest(history.world));
	assert.equal(seen.length, steps + 1);
	for (const then of seen.toReversed()) {
		assert.deepEqual(digest(history.world).packets, then.packets);
		stepOn(history);
	}
});

test('acting in the past forks: the old branch is kept, the new one is played on', () => {
	fc.assert(
		fc.property(seeds, arbitraryDeedsOnStacks, fc.nat(1000), (seed, deeds, place) => {
			const history = played(seed, deeds);
			const {journal, end} = history;
			const old = [...journal];
			const goal = Math.floor((place / 1000) * (end.steps - 1));
			seek(history, goal);
			fc.pre(isPast(history));
			act(history, {do: 'connect', host: 'client', port: 4});
			assert.equal(isPast(history), false);
			assert.deepEqual(history.branches.at(-1)?.journal, old);
			advance(history, history.world.now + 10_000_000, 500);
			const present = digest(history.world);
			seek(history, 0);
			toPresent(history);
			assert.deepEqual(digest(history.world), present);
		}),
		tries(200),
	);
});
