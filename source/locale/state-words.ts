/** What a language says of one of the eleven states. */

/** `peer`: the other host's name; `timeWait`: how long TIME_WAIT lasts there. Both in words. */
type StateAsides = {readonly peer: string; readonly timeWait: string};

type Told = (asides: StateAsides) => string;

export type StateWords = {
	/** After `FIN_WAIT_2: `, at most 76 cells with it. */
	readonly line: Told;
	/** At most 14 cells. */
	readonly lasts: Told;
	/** Three lines of at most 100 cells: what it is; how it ends, with remarks on the profiles; how netstat shows it, and to whom. */
	readonly meaning: Told;
	readonly ends: Told;
	readonly netstat: Told;
};
