/** Sizes and places of boxes: the steps of yoga 3.2 (CalculateLayout.cpp, PixelGrid.cpp) that flex.ts needs. */

export type Axis = 'width' | 'height';
export type Size = Record<Axis, number>;

/** How much room there is along an axis, margins included: a size to have, a size not to exceed, or any. */
type Room = {readonly size: number; readonly mode: 'exactly' | 'at most' | 'any'};
type Rooms = Readonly<Record<Axis, Room>>;

const exactly = (size: number): Room => ({size, mode: 'exactly'});
const atMost = (size: number): Room => ({size, mode: 'at most'});
const any: Room = {size: Number.NaN, mode: 'any'};
const other = (axis: Axis): Axis => (axis === 'width' ? 'height' : 'width');
const roomsOf = (axis: Axis, along: Room, across: Room): Rooms =>
	axis === 'width' ? {width: along, height: across} : {width: across, height: along};

export type Measure = (width: number) => Readonly<Size>;

/** A box with its styles, and what is found out about it. */
export type LaidOut = {
	readonly children: readonly LaidOut[];
	readonly isShown: boolean;
	readonly main: Axis;
	readonly shrink: number;
	readonly measure: Measure | undefined;
	readonly fixed: Readonly<Partial<Size>>;
	readonly marginBefore: (axis: Axis) => number;
	/** On both sides. */
	readonly marginAlong: (axis: Axis) => number;
	readonly measured: Size;
	/** Relative to the parent's corner, before rounding. */
	readonly place: {left: number; top: number};
	readonly rounded: {left: number; top: number; width: number; height: number};
};

export function layOutRoot(root: LaidOut): void {
	const roomFor = (axis: Axis): Room => (root.fixed[axis] === undefined ? any : exactly(root.fixed[axis] + root.marginAlong(axis)));
	layOut(root, {width: roomFor('width'), height: roomFor('height')});
	Object.assign(root.place, {left: root.marginBefore('width'), top: root.marginBefore('height')});
	round(root, 0, 0);
}

const shownChildren = (node: LaidOut): readonly LaidOut[] => node.children.filter(({isShown}) => isShown);

const isFull = ({size, mode}: Room): boolean => mode === 'at most' && size <= 0;
/** Is there nothing to be found out, only sizes being asked for? */
const isSettled = (main: Room, cross: Room): boolean =>
	isFull(main) || isFull(cross) || (main.mode === 'exactly' && cross.mode === 'exactly');
const leastOf = ({size, mode}: Room): number => (mode === 'any' ? 0 : Math.max(0, size));

/** Finds the size of a node in its room and, unless only that is asked for, the places of all below it. */
function layOut(node: LaidOut, rooms: Rooms, isMeasuring = false): void {
	if (node.measure) {
		layOutText(node, node.measure, rooms);
		return;
	}
	const axis = node.main;
	const cross = other(axis);
	const inner = (along: Axis): Room => ({...rooms[along], size: Math.max(0, rooms[along].size - node.marginAlong(along))});
	const [mainRoom, crossRoom] = [inner(axis), inner(cross)];
	if (isMeasuring && node.children.length > 0 && isSettled(mainRoom, crossRoom)) {
		node.measured[axis] = leastOf(mainRoom);
		node.measured[cross] = leastOf(crossRoom);
		return;
	}
	const children = shownChildren(node);
	const bases = children.map(child => basisOf(node, child, roomsOf(axis, mainRoom, crossRoom)));
	const sizes = mainRoom.mode === 'exactly' ? shrunk(children, bases, mainRoom.size - marginsOf(children, axis)) : bases;
	const contentCross = children.map((child, index) => crossOf(child, axis, {size: sizes[index] ?? 0, crossRoom}));
	const crossSize = crossRoom.mode === 'exactly' ? crossRoom.size : Math.max(0, ...contentCross);
	let used = 0;
	for (const [index, child] of children.entries()) {
		stretch(child, axis, {size: sizes[index] ?? 0, crossSize});
		const before = used + child.marginBefore(axis);
		const across = child.marginBefore(cross);
		Object.assign(child.place, axis === 'width' ? {left: before, top: across} : {left: across, top: before});
		used += child.measured[axis] + child.marginAlong(axis);
	}
	node.measured[axis] = Math.max(0, mainRoom.mode === 'exactly' ? mainRoom.size : used);
	node.measured[cross] = Math.max(0, crossSize);
}

function layOutText(node: LaidOut, measure: Measure, {width, height}: Rooms): void {
	const roomWidth = Math.max(0, width.size - node.marginAlong('width'));
	const roomHeight = Math.max(0, height.size - node.marginAlong('height'));
	const text = width.mode === 'exactly' && height.mode === 'exactly' ? {width: roomWidth, height: roomHeight} : measure(roomWidth);
	node.measured.width = width.mode === 'exactly' ? roomWidth : text.width;
	node.measured.height = height.mode === 'exactly' ? roomHeight : text.height;
}

const marginsOf = (children: readonly LaidOut[], axis: Axis): number => children.reduce((sum, child) => sum + child.marginAlong(axis), 0);

/** The size that a child would like to have along its parent's main axis. */
function basisOf(parent: LaidOut, child: LaidOut, rooms: Rooms): number {
	const axis = parent.main;
	const cross = other(axis);
	const fixed = child.fixed[axis];
	if (fixed !== undefined) return Math.max(0, fixed);
	const fixedCross = child.fixed[cross];
	const within = (room: Room): Room => (room.mode === 'any' ? any : atMost(room.size));
	const across =
		fixedCross !== undefined
			? exactly(fixedCross + child.marginAlong(cross))
			: rooms[cross].mode === 'exactly'
				? rooms[cross]
				: within(rooms[cross]);
	layOut(child, roomsOf(axis, within(rooms[axis]), across), true);
	return Math.max(0, child.measured[axis]);
}

/** Takes away what does not fit, from each child in proportion to its size; none becomes smaller than nothing. */
function shrunk(children: readonly LaidOut[], bases: readonly number[], room: number): readonly number[] {
	const excess = bases.reduce((sum, basis) => sum + basis, 0) - room;
	const weights = children.map(({shrink}, index) => shrink * (bases[index] ?? 0));
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	if (excess <= 0 || total === 0) return bases;
	return bases.map((basis, index) => Math.max(0, basis - (excess * (weights[index] ?? 0)) / total));
}

type Given = {readonly size: number};

/** The size of a child across its parent's main axis, margins included. */
function crossOf(child: LaidOut, axis: Axis, {size, crossRoom}: Given & {readonly crossRoom: Room}): number {
	const cross = other(axis);
	const fixed = child.fixed[cross];
	const margin = child.marginAlong(cross);
	const across =
		fixed !== undefined
			? exactly(fixed + margin)
			: crossRoom.mode === 'any'
				? any
				: crossRoom.mode === 'exactly'
					? crossRoom
					: atMost(crossRoom.size);
	layOut(child, roomsOf(axis, exactly(size + child.marginAlong(axis)), across), true);
	return child.measured[cross] + margin;
}

/** Lays a child out at its size along the main axis, and across it as wide as its line. */
function stretch(child: LaidOut, axis: Axis, {size, crossSize}: Given & {readonly crossSize: number}): void {
	const cross = other(axis);
	const fixed = child.fixed[cross];
	const across = exactly(fixed === undefined ? crossSize : fixed + child.marginAlong(cross));
	layOut(child, roomsOf(axis, exactly(size + child.marginAlong(axis)), across));
}

const near = 0.0001;
const isNear = (a: number, b: number): boolean => Math.abs(a - b) < near;

/** To whole cells: texts are rounded down, and up where they would be cut. */
function wholeCells(value: number, {ceil = false, floor = false}: {readonly ceil?: boolean; readonly floor?: boolean}): number {
	const whole = Math.floor(value);
	const rest = value - whole;
	if (isNear(rest, 0)) return whole;
	if (isNear(rest, 1) || ceil) return whole + 1;
	return floor ? whole : whole + (rest > 0.5 || isNear(rest, 0.5) ? 1 : 0);
}

/** Rounds places and sizes so that neighbours still touch. */
function round(node: LaidOut, parentLeft: number, parentTop: number): void {
	const {place, measured, rounded} = node;
	const isText = node.measure !== undefined;
	const span = (start: number, size: number): number => {
		const isFraction = !isNear(size % 1, 0) && !isNear(size % 1, 1);
		return wholeCells(start + size, {ceil: isText && isFraction, floor: isText && !isFraction}) - wholeCells(start, {floor: isText});
	};
	const left = parentLeft + place.left;
	const top = parentTop + place.top;
	rounded.left = wholeCells(place.left, {floor: isText});
	rounded.top = wholeCells(place.top, {floor: isText});
	rounded.width = span(left, measured.width);
	rounded.height = span(top, measured.height);
	for (const child of shownChildren(node)) round(child, left, top);
}
