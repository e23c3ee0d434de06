/** The world and the ways to move and read it. */
export * from './action.js';
export {
	act,
	advance,
	arriveAt,
	type Branch,
	createHistory,
	type History,
	isPast,
	type JournalEntry,
	nextAt,
	pastBy,
	seek,
	stepBack,
	stepOn,
	toPresent,
} from './history.js';
export {defaultSetup} from './new-world.js';
export {findSocket, liveFlight, newestConnection, newestListener, socketBy, socketState} from './query.js';
export {firstRowOfStep, noteCodeAt, packetAt, packetCount, rowAt, rowCount, rowKindAt} from './read-trace.js';
export type {Fate, Origin, Row, SegmentRecord, Trace} from './trace.js';
export type {OneShot, Setup, World} from './world.js';
