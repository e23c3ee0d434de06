/**
 * The part of flexbox that the screens are built of, in place of yoga's WebAssembly: boxes in rows and columns, fixed sizes, margins, shrinking.
 * Yoga is an eighth of the package and a fifth of a start. The steps and their order are those of yoga 3.2 (CalculateLayout.cpp); a test
 * compares the two. What is not here (padding, borders, growing, alignment …) is no method, so a screen that asks for it fails at once.
 */
import {type Axis, type LaidOut, layOutRoot, type Measure, type Size} from './flex-layout.js';

const edges = {
	EDGE_LEFT: 0,
	EDGE_TOP: 1,
	EDGE_RIGHT: 2,
	EDGE_BOTTOM: 3,
	EDGE_START: 4,
	EDGE_END: 5,
	EDGE_HORIZONTAL: 6,
	EDGE_VERTICAL: 7,
	EDGE_ALL: 8,
} as const;
type Edge = (typeof edges)[keyof typeof edges];

const directions = {FLEX_DIRECTION_COLUMN: 0, FLEX_DIRECTION_ROW: 2} as const;
type Direction = (typeof directions)[keyof typeof directions];

const wraps = {WRAP_NO_WRAP: 0} as const;

const displays = {DISPLAY_FLEX: 0, DISPLAY_NONE: 1} as const;
type Display = (typeof displays)[keyof typeof displays];

class FlexNode implements LaidOut {
	readonly children: FlexNode[] = [];
	readonly place = {left: 0, top: 0};
	readonly measured: Size = {width: 0, height: 0};
	readonly rounded = {left: 0, top: 0, width: 0, height: 0};
	main: Axis = 'height';
	shrink = 0;
	measure: Measure | undefined;
	readonly fixed: Partial<Size> = {};
	private readonly margins = new Map<Edge, number>();
	private display: Display = displays.DISPLAY_FLEX;

	setMargin(edge: Edge, size: number): void {
		this.margins.set(edge, size);
	}

	setFlexDirection(direction: Direction): void {
		if (direction === undefined) throw new Error('reversed directions are not supported');
		this.main = direction === directions.FLEX_DIRECTION_ROW ? 'width' : 'height';
	}

	setFlexShrink(factor: number): void {
		this.shrink = factor;
	}

	setFlexGrow(factor: number): void {
		if (factor > 0) throw new Error('flexGrow is not supported');
	}

	setFlexWrap(wrap: number): void {
		if (wrap !== wraps.WRAP_NO_WRAP) throw new Error('flexWrap is not supported');
	}

	setWidth(size: number): void {
		this.fixed.width = size;
	}

	setHeight(size: number): void {
		this.fixed.height = size;
	}

	setWidthAuto(): void {
		delete this.fixed.width;
	}

	setHeightAuto(): void {
		delete this.fixed.height;
	}

	setDisplay(display: Display): void {
		this.display = display;
	}

	get isShown(): boolean {
		return this.display === displays.DISPLAY_FLEX;
	}

	getDisplay(): Display {
		return this.display;
	}

	setMeasureFunc(measure: Measure): void {
		this.measure = measure;
	}

	unsetMeasureFunc(): void {
		this.measure = undefined;
	}

	insertChild(child: FlexNode, index: number): void {
		this.children.splice(index, 0, child);
	}

	removeChild(child: FlexNode): void {
		const index = this.children.indexOf(child);
		if (index >= 0) this.children.splice(index, 1);
	}

	getChildCount(): number {
		return this.children.length;
	}

	/** Everything is laid out each time. */
	markDirty(): void {}

	free(): void {}

	freeRecursive(): void {}

	getComputedLeft(): number {
		return this.rounded.left;
	}

	getComputedTop(): number {
		return this.rounded.top;
	}

	getComputedWidth(): number {
		return this.rounded.width;
	}

	getComputedHeight(): number {
		return this.rounded.height;
	}

	getComputedBorder(_edge: Edge): number {
		return 0;
	}

	getComputedPadding(_edge: Edge): number {
		return 0;
	}

	calculateLayout(): void {
		layOutRoot(this);
	}

	marginBefore(axis: Axis): number {
		return axis === 'width'
			? (this.margins.get(edges.EDGE_START) ?? this.margins.get(edges.EDGE_LEFT) ?? this.marginOf(edges.EDGE_HORIZONTAL))
			: (this.margins.get(edges.EDGE_TOP) ?? this.marginOf(edges.EDGE_VERTICAL));
	}

	marginAlong(axis: Axis): number {
		const after =
			axis === 'width'
				? (this.margins.get(edges.EDGE_END) ?? this.margins.get(edges.EDGE_RIGHT) ?? this.marginOf(edges.EDGE_HORIZONTAL))
				: (this.margins.get(edges.EDGE_BOTTOM) ?? this.marginOf(edges.EDGE_VERTICAL));
		return this.marginBefore(axis) + after;
	}

	private marginOf(edge: Edge): number {
		return this.margins.get(edge) ?? this.margins.get(edges.EDGE_ALL) ?? 0;
	}
}

export const flex = {
	...edges,
	...directions,
	...displays,
	...wraps,
	DIRECTION_LTR: 1,
	Node: {create: (): FlexNode => new FlexNode()},
};
