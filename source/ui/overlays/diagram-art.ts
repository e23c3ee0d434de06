/**
 * The state diagram of RFC 9293 § 3.3.2 (figure 5) in 79 cells and 16 rows, without any mark. Only marks change, so the labels are the
 * field's own words and not translated: a translation would move the drawing.
 */
import type {Reason, State} from '../../tcp/state.js';

export const art: readonly string[] = [
	'                                     CLOSED ',
	'            ┌────── connect / SYN ───┘    └────────── listen ──────┐',
	'            v    close, timeout: CLOSED            close: CLOSED   v',
	'        SYN_SENT  <───────────── connect / SYN ───────────────  LISTEN ',
	'         │    │         close: FIN_WAIT_1      RST: LISTEN         │',
	'         │    └─── SYN / SYN,ACK >  SYN_RCVD  <──── SYN / SYN,ACK ─┘',
	'         │                              v    ACK',
	'         └──── SYN,ACK / ACK ───>  ESTABLISHED ',
	'            ┌────── close / FIN ────┘       └─────── FIN / ACK ────┐',
	'       FIN_WAIT_1  ──────┬───── FIN / ACK ────┐               CLOSE_WAIT ',
	'         │    ACK        │    FIN+ACK / ACK   │        close / FIN │',
	'    FIN_WAIT_2           │                 CLOSING             LAST_ACK ',
	'         │    FIN / ACK  v                    │    ACK         ACK │',
	'         └────────>  TIME_WAIT  <─────────────┘                    │',
	'                         └───── 2MSL ───────────>  CLOSED  <───────┘',
	'    every state: RST arrives, abort, or the last retransmission fails: CLOSED',
];

/** Row and cell of the first letter of a name or a label, both from 0. */
export type Spot = {readonly row: number; readonly cell: number};

/** CLOSED stands twice: where everybody begins, and where everybody ends. */
export type Box = State | 'END';

const boxRows: Readonly<Record<Box, number>> = {
	CLOSED: 0,
	SYN_SENT: 3,
	LISTEN: 3,
	SYN_RCVD: 5,
	ESTABLISHED: 7,
	FIN_WAIT_1: 9,
	CLOSE_WAIT: 9,
	FIN_WAIT_2: 11,
	CLOSING: 11,
	LAST_ACK: 11,
	TIME_WAIT: 13,
	END: 14,
};

export const boxName = (box: Box): State => (box === 'END' ? 'CLOSED' : box);

export function boxSpot(box: Box): Spot {
	const row = boxRows[box];
	return {row, cell: (art[row] ?? '').indexOf(boxName(box))};
}

/** One way through the diagram and where its label stands; with `whys` only for these reasons. */
type Edge = {readonly from: State; readonly to: State; readonly label: string; readonly row: number; readonly whys?: readonly Reason[]};

const ordinary: readonly Edge[] = [
	{from: 'CLOSED', to: 'SYN_SENT', label: 'connect / SYN', row: 1},
	{from: 'CLOSED', to: 'LISTEN', label: 'listen', row: 1},
	{from: 'SYN_SENT', to: 'CLOSED', label: 'close, timeout: CLOSED', row: 2, whys: ['close', 'shutdown', 'timed-out']},
	{from: 'LISTEN', to: 'CLOSED', label: 'close: CLOSED', row: 2, whys: ['close', 'shutdown']},
	{from: 'LISTEN', to: 'SYN_SENT', label: 'connect / SYN', row: 3},
	{from: 'SYN_RCVD', to: 'FIN_WAIT_1', label: 'close: FIN_WAIT_1', row: 4},
	{from: 'SYN_RCVD', to: 'LISTEN', label: 'RST: LISTEN', row: 4},
	{from: 'SYN_SENT', to: 'SYN_RCVD', label: 'SYN / SYN,ACK >', row: 5},
	{from: 'LISTEN', to: 'SYN_RCVD', label: 'SYN / SYN,ACK ─┘', row: 5},
	{from: 'SYN_RCVD', to: 'ESTABLISHED', label: 'ACK', row: 6},
	{from: 'SYN_SENT', to: 'ESTABLISHED', label: 'SYN,ACK / ACK', row: 7},
	{from: 'ESTABLISHED', to: 'FIN_WAIT_1', label: 'close / FIN', row: 8},
	{from: 'ESTABLISHED', to: 'CLOSE_WAIT', label: 'FIN / ACK', row: 8},
	{from: 'FIN_WAIT_1', to: 'CLOSING', label: 'FIN / ACK', row: 9},
	{from: 'FIN_WAIT_1', to: 'FIN_WAIT_2', label: 'ACK  ', row: 10},
	{from: 'FIN_WAIT_1', to: 'TIME_WAIT', label: 'FIN+ACK / ACK', row: 10},
	{from: 'CLOSE_WAIT', to: 'LAST_ACK', label: 'close / FIN', row: 10},
	{from: 'FIN_WAIT_2', to: 'TIME_WAIT', label: 'FIN / ACK', row: 12},
	{from: 'CLOSING', to: 'TIME_WAIT', label: 'ACK         ACK', row: 12},
	{from: 'LAST_ACK', to: 'CLOSED', label: 'ACK │', row: 12, whys: ['fin-acked']},
	{from: 'TIME_WAIT', to: 'CLOSED', label: '2MSL', row: 14, whys: ['2msl-over']},
];

/** RST, abort, a crash, giving up: the last row tells it of every state. */
const sudden = {label: 'every state', row: 15};

/** Where the label of a move stands. */
export function edgeSpot(move: {readonly from: State; readonly to: State; readonly why: Reason}): Spot {
	const edge = ordinary.find(({from, to, whys}) => from === move.from && to === move.to && (!whys || whys.includes(move.why))) ?? sudden;
	return {row: edge.row, cell: (art[edge.row] ?? '').indexOf(edge.label)};
}
