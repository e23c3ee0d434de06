import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import yoga from 'yoga-layout';
import {flex} from '../../source/build/flex.js';
import {tries} from '../property/tries.js';

type Margins = readonly [left: number, top: number, right: number, bottom: number];

type Tree = {
	readonly isRow: boolean;
	readonly shrink: number;
	readonly width: number | undefined;
	readonly height: number | undefined;
	readonly margins: Margins;
	readonly isHidden: boolean;
	/** Letters of a text, or boxes. */
	readonly inside: number | readonly Tree[];
};

/** A text of so many letters in one row, cut where it does not fit: on whether a text that wraps is asked again yoga's memory decides. */
const measureOf =
	(letters: number) =>
	(width: number): {width: number; height: number} => ({
		width: width < letters ? Math.floor(width) : letters,
		height: letters === 0 ? 0 : 1,
	});

/** What is asked of either engine. */
type Node = {
	setFlexDirection(direction: number): void;
	setFlexShrink(factor: number): void;
	setWidth(size: number): void;
	setHeight(size: number): void;
	setMargin(edge: number, size: number): void;
	setDisplay(display: number): void;
	setMeasureFunc(measure: (width: number) => {width: number; height: number}): void;
	insertChild(child: Node, index: number): void;
	calculateLayout(width: undefined, height: undefined, direction: number): void;
	getComputedLeft(): number;
	getComputedTop(): number;
	getComputedWidth(): number;
	getComputedHeight(): number;
};

function build(create: () => Node, tree: Tree): Node {
	const {isRow, shrink, width, height, margins, isHidden, inside} = tree;
	const node = create();
	node.setFlexDirection(isRow ? yoga.FLEX_DIRECTION_ROW : yoga.FLEX_DIRECTION_COLUMN);
	node.setFlexShrink(shrink);
	if (width !== undefined) node.setWidth(width);
	if (height !== undefined) node.setHeight(height);
	for (const [index, edge] of [yoga.EDGE_START, yoga.EDGE_TOP, yoga.EDGE_END, yoga.EDGE_BOTTOM].entries())
		node.setMargin(edge, margins[index] ?? 0);
	if (isHidden) node.setDisplay(yoga.DISPLAY_NONE);
	if (typeof inside === 'number') node.setMeasureFunc(measureOf(inside));
	else for (const [index, child] of inside.entries()) node.insertChild(build(create, child), index);
	return node;
}

type Place = {readonly at: string; readonly inside?: readonly Place[]};

const placesOf = (create: () => Node, tree: Tree): Place => {
	const nodes: Node[] = [];
	const root = build(() => {
		const node = create();
		nodes.push(node);
		return node;
	}, tree);
	root.calculateLayout(undefined, undefined, yoga.DIRECTION_LTR);
	const places = nodes.map(node =>
		[node.getComputedLeft(), node.getComputedTop(), node.getComputedWidth(), node.getComputedHeight()].map(value => value + 0),
	);
	let next = 0;
	const collect = ({inside, isHidden}: Tree, isShown: boolean): Place => {
		const at = isShown && !isHidden ? (places[next]?.join(' ') ?? '') : 'hidden';
		next++;
		return typeof inside === 'number' ? {at} : {at, inside: inside.map(child => collect(child, isShown && !isHidden))};
	};
	return collect(tree, true);
};

const assertSame = (tree: Tree): void =>
	assert.deepEqual(
		placesOf(() => flex.Node.create(), tree),
		placesOf(() => yoga.Node.create(), tree),
	);

const noMargins: Margins = [0, 0, 0, 0];
const box = (inside: readonly Tree[], more: Partial<Tree> = {}): Tree => ({
	...{isRow: false, shrink: 1, width: undefined, height: undefined, margins: noMargins, isHidden: false},
	...more,
	inside,
});
const text = (letters: number, more: Partial<Tree> = {}): Tree => ({...box([]), isRow: true, ...more, inside: letters});

for (const [name, tree] of [
	[
		'rows that fill the screen',
		box(
			[
				box(
					Array.from({length: 24}, () => text(80)),
					{width: 80, height: 24},
				),
			],
			{width: 80},
		),
	],
	[
		'a menu: a pointer and a label in each row',
		box([box([text(80), box([1, 2, 3].map(() => box([text(2), text(60)], {isRow: true}))), text(80)], {width: 80, height: 24})], {
			width: 80,
		}),
	],
	[
		'more rows than the screen has',
		box(
			[
				box(
					Array.from({length: 9}, () => text(10)),
					{width: 10, height: 4},
				),
			],
			{width: 80},
		),
	],
	['a label that is too long for its row', box([box([text(2), text(60)], {isRow: true, width: 40})], {width: 40})],
	['a screen wider than the terminal', box([box([text(120), text(90)], {width: 120, height: 36})], {width: 80})],
	['a margin beside a pointer', box([box([box([text(1)], {isRow: true, margins: [0, 0, 1, 0]}), text(9)], {isRow: true})], {width: 20})],
	['texts over one another', box([text(8), text(4, {margins: [2, -1, 0, 0]}), text(3)], {width: 20})],
	['a box that is hidden', box([text(8), box([text(5)], {isHidden: true}), text(3)], {width: 20})],
] as const) {
	test(`boxes lie where yoga lays them: ${name}`, () => assertSame(tree));
}

const trees = fc.letrec<{tree: Tree; text: Tree; box: Tree}>(tie => {
	const style = {
		// What shrinks gets a size in parts of a cell, where yoga's memory of earlier answers decides.
		shrink: fc.constant(0),
		width: fc.option(fc.integer({min: 0, max: 30}), {nil: undefined, freq: 3}),
		height: fc.option(fc.integer({min: 0, max: 12}), {nil: undefined, freq: 3}),
		margins: fc.oneof(
			fc.constant(noMargins),
			// Negative ones stand in the table above: where a box is narrower than they are, yoga's earlier answers decide again.
			fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3), fc.nat(3)),
		),
		isHidden: fc.constantFrom(false, false, false, true),
	};
	return {
		tree: fc.oneof({maxDepth: 3, depthSize: 'small'}, tie('text'), tie('box')),
		// Ink's texts have no margins, only boxes do: yoga forgets those of a text when it looks whether an earlier answer still holds.
		text: fc.record({...style, margins: fc.constant(noMargins), isRow: fc.constant(true), inside: fc.integer({min: 0, max: 40})}),
		box: fc.record({...style, isRow: fc.boolean(), inside: fc.array(tie('tree'), {maxLength: 5})}),
	};
});

test('boxes lie where yoga lays them, whatever they are', () =>
	fc.assert(
		fc.property(fc.array(trees.tree, {maxLength: 4}), fc.integer({min: 1, max: 60}), (inside, width) => assertSame(box(inside, {width}))),
		tries(1000),
	));
