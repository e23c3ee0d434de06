/** What a name that nobody knows may be meant for. */

/** Letters that have to be put in, taken out, changed, or exchanged with their neighbour. */
function distance(one: string, other: string): number {
	let before: readonly number[] = [];
	let row: readonly number[] = Array.from({length: other.length + 1}, (_, at) => at);
	for (let index = 0; index < one.length; index++) {
		const next = [index + 1];
		for (let at = 1; at <= other.length; at++) {
			const changed = (row[at - 1] ?? 0) + (one[index] === other[at - 1] ? 0 : 1);
			const isTurned = one[index] === other[at - 2] && one[index - 1] === other[at - 1];
			const turned = isTurned ? (before[at - 2] ?? 0) + 1 : changed;
			next.push(Math.min(changed, turned, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
		}
		[before, row] = [row, next];
	}
	return row[other.length] ?? 0;
}

/** A slip of the hand is not longer. */
const mostSlips = 2;

/** The known name that is only a slip away, if there is one; of short names less may be wrong. */
export function nearest(name: string, known: readonly string[]): string | undefined {
	const most = Math.min(mostSlips, Math.floor(name.length / 3));
	const near = known.map(one => ({one, slips: distance(name, one)})).filter(({slips}) => slips > 0 && slips <= most);
	return near.toSorted((a, b) => a.slips - b.slips)[0]?.one;
}
