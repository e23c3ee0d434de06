/** Which rows a pane has at its height, from the top. */

export type PaneRow =
	| 'title'
	| 'plate-above'
	| 'plate'
	| 'plate-below'
	| 'socket'
	| 'snd'
	| 'wnd'
	| 'rcv'
	| 'iss'
	| 'send'
	| 'recv'
	| 'timer'
	| 'timer-2'
	| 'cwnd'
	| 'srtt'
	| 'call'
	| 'queues'
	| 'sockets';

/** What every pane has, and what comes in turn as it grows; a table of sockets needs a heading and two rows to be worth it. */
const smallest: readonly PaneRow[] = ['title', 'plate', 'snd', 'rcv', 'send', 'recv', 'timer', 'call'];
const inTurn: readonly (readonly PaneRow[])[] = [
	['socket'],
	['cwnd'],
	['call'],
	['queues'],
	['srtt'],
	['sockets', 'sockets', 'sockets'],
	['timer-2'],
	['iss'],
	['plate-below'],
	['plate-above'],
];

/** Wide rows have room for SND.WND beside SND.NXT, so the congestion window stands with the other estimates. */
const order = (isWide: boolean): readonly PaneRow[] => [
	...(['title', 'plate-above', 'plate', 'plate-below', 'socket', 'snd'] as const),
	...(isWide ? [] : (['wnd'] as const)),
	...(['rcv', 'iss', 'send', 'recv', 'timer', 'timer-2'] as const),
	...(isWide ? (['cwnd'] as const) : []),
	...(['srtt', 'call', 'queues', 'sockets'] as const),
];

function chosen(rows: number): readonly PaneRow[] {
	const plan: PaneRow[] = [...smallest];
	for (const group of inTurn) {
		if (plan.length + group.length > rows) break;
		plan.push(...group);
	}
	const last = plan.length === 20 ? (['call', 'sockets'] as const) : (['call'] as const);
	for (let index = 0; plan.length < rows; index++) plan.push(last[index % last.length] ?? 'call');
	return plan;
}

export function planOf(rows: number, isWide: boolean): readonly PaneRow[] {
	const plan = chosen(rows).map(row => (row === 'cwnd' && !isWide ? 'wnd' : row));
	return order(isWide).flatMap(row => plan.filter(planned => planned === row));
}
