/** Who is told of something, until they no longer want to be. */
export function listeners<Args extends readonly unknown[]>(): {
	add: (listener: (...args: Args) => void) => () => void;
	call: (...args: Args) => void;
} {
	const all = new Set<(...args: Args) => void>();
	return {
		add: listener => {
			all.add(listener);
			return () => all.delete(listener);
		},
		call: (...args) => {
			for (const listener of all) listener(...args);
		},
	};
}
