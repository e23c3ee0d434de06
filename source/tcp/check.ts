/** An invariant of the engine itself does not hold: a bug of ours, never the doing of a packet or a user. */
class EngineBug extends Error {
	override readonly name = 'EngineBug';
}

export function check(holds: boolean, what: () => string): asserts holds {
	if (!holds) throw new EngineBug(what());
}
