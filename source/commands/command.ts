/** What the command line asks of a command. Flags that were not given are absent: a script's own `seed`, `profile` and `link` lines then hold. */
export type Settings = {
	readonly lang: 'en' | 'zh';
	/** Only 7-bit characters may be printed. */
	readonly isAscii: boolean;
	readonly hasColor: boolean;
	readonly profile?: 'textbook' | 'linux' | 'freebsd';
	readonly seed?: number;
	/** Set on the link, in both directions, before line 1 of a script. */
	readonly link: LinkSettings;
	/** Frames a second that the lab draws at most, 1 … 60. */
	readonly fps: number;
	/** Virtual seconds a second; absent: the pace "watch". */
	readonly speed?: number;
	/** As given after --format; absent: the command's own default. */
	readonly format?: string;
	/** Whose view is written (packetdrill). */
	readonly host?: 'client' | 'server';
	/** File to write instead of stdout. */
	readonly output?: string;
	readonly isJson: boolean;
	readonly isVerbose: boolean;
	readonly isWatch: boolean;
	/** What names of a packetdrill script stand for, as given after -D. */
	readonly defines: ReadonlyMap<string, string>;
};

/** Link values from the command line; those not given are absent. */
export type LinkSettings = {
	readonly delayUs?: number;
	readonly jitterUs?: number;
	/** Bits a second; 0: no limit. */
	readonly rateBps?: number;
	/** Packets that may wait behind the one being sent. */
	readonly queue?: number;
	/** These four are shares, 0 … 1. */
	readonly loss?: number;
	readonly duplicate?: number;
	readonly corrupt?: number;
	readonly reorder?: number;
};

/** One word of the command line, done: gets the words after its name, gives the exit code. */
export type Command = (words: readonly string[], settings: Settings) => Promise<number> | number;

/** Wrong usage or unreadable input, already in the words of `settings.lang`: each line goes to stderr after `tcp-tui: `, the exit code is 2. */
export class UsageError extends Error {
	readonly lines: readonly string[];

	constructor(lines: readonly string[]) {
		super(lines.join('\n'));
		this.name = 'UsageError';
		this.lines = lines;
	}
}
