/** The only wall clock. It sleeps whenever time stands: no timer then, so that an idle lab costs nothing. */

/** Injected, so that tests decide what time it is. Milliseconds. */
export type Clock = {
	readonly now: () => number;
	/** Calls back once; returns what cancels it. */
	readonly setTimer: (callback: () => void, ms: number) => () => void;
};

type Ticker = {
	/** Something may have begun to move, or may stand still now. */
	readonly look: () => void;
	readonly start: () => void;
	readonly stop: () => void;
};

type Tick = {
	/** Lets so many wall milliseconds pass. */
	readonly onTime: (elapsedMs: number) => void;
	/** Milliseconds until the next tick; undefined: none is needed. */
	readonly next: () => number | undefined;
};

/** A process that was stopped, or a machine that slept, does not catch up. */
const longestGapMs = 250;

export function createTicker(clock: Clock, {onTime, next}: Tick): Ticker {
	let cancel: (() => void) | undefined;
	let isRunning = false;
	let last = 0;
	let planned = 0;

	const plan = (): void => {
		const ms = isRunning ? next() : undefined;
		if (ms === undefined) return;
		planned = ms;
		cancel = clock.setTimer(tick, ms);
	};

	const tick = (): void => {
		cancel = undefined;
		const now = clock.now();
		const elapsed = Math.min(now - last, planned + longestGapMs);
		last = now;
		onTime(elapsed);
		plan();
	};

	const sleep = (): void => {
		cancel?.();
		cancel = undefined;
	};

	const look = (): void => {
		if (next() === undefined) sleep();
		else if (!cancel) {
			last = clock.now();
			plan();
		}
	};

	const stop = (): void => {
		isRunning = false;
		sleep();
	};

	return {
		look,
		start: () => {
			isRunning = true;
			look();
		},
		stop,
	};
}
