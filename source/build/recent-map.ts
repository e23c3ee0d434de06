/** A map of at most 2 × `limit` entries: what was not asked for since `limit` newer entries came is forgotten. */
export class RecentMap<Key, Value> {
	private young = new Map<Key, Value>();
	private old = new Map<Key, Value>();

	constructor(private readonly limit: number) {}

	get(key: Key): Value | undefined {
		const found = this.young.get(key);
		if (found !== undefined) return found;
		const aged = this.old.get(key);
		if (aged !== undefined) this.set(key, aged);
		return aged;
	}

	set(key: Key, value: Value): void {
		if (this.young.size >= this.limit) {
			this.old = this.young;
			this.young = new Map();
		}
		this.young.set(key, value);
	}
}

/** The same function of a text, which does not work out again what it was asked lately. */
export function remembered<Value extends string | number>(limit: number, work: (text: string) => Value): (text: string) => Value {
	const known = new RecentMap<string, Value>(limit);
	return text => {
		const found = known.get(text);
		if (found !== undefined) return found;
		const value = work(text);
		known.set(text, value);
		return value;
	};
}
