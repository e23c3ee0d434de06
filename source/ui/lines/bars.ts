/** Bars in proportion: a part that is not empty has at least one cell, the rest goes by largest remainder. */

/** Cells for each part, in their order; the sum is `width` unless there are more parts than cells. */
export function share(parts: readonly number[], width: number): readonly number[] {
	const sum = parts.reduce((total, part) => total + part, 0);
	if (sum === 0) return parts.map(() => 0);
	const quotas = parts.map(part => (part / sum) * width);
	const cells = quotas.map((quota, index) => Math.max((parts[index] ?? 0) > 0 ? 1 : 0, Math.floor(quota)));
	for (let used = count(cells); used < width; used++) give(cells, quotas, 1);
	for (let used = count(cells); used > width && cells.some(cell => cell > 1); used--) give(cells, quotas, -1);
	return cells;
}

const count = (cells: readonly number[]): number => cells.reduce((sum, cell) => sum + cell, 0);

/** One cell more to the part that lacks most, or one less to the one that has most too much. */
function give(cells: number[], quotas: readonly number[], step: 1 | -1): void {
	let best = -1;
	let most = Number.NEGATIVE_INFINITY;
	for (const [index, quota] of quotas.entries()) {
		const cell = cells[index] ?? 0;
		const lack = (quota - cell) * step;
		const mayChange = step > 0 ? quota > 0 : cell > 1;
		if (mayChange && lack > most + 1e-9) {
			most = lack;
			best = index;
		}
	}
	if (best >= 0) cells[best] = (cells[best] ?? 0) + step;
}

/** A timer's bar: full when it was armed, rounded up. */
export const drained = (left: number, total: number, width: number): number =>
	total <= 0 ? width : Math.max(0, Math.min(width, Math.ceil((left / total) * width - 1e-9)));
