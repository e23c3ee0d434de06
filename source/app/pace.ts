/**
 * How fast virtual time goes while people watch. Pure: the wall clock is in ticker.ts. Pace changes what is
 * shown when, never what happens.
 */

/** `watch`, or so many virtual seconds a second (--speed). */
export type Base = 'watch' | number;

export type Pace = {
	readonly base: Base;
	/** What + and - made of it: 2 is twice as fast. */
	readonly boost: number;
};

/** What lies ahead in the world. Times in virtual µs. */
export type Outlook = {
	readonly now: number;
	/** The next packet, timer or statement that waits for its time; `never` (Infinity) when nothing more can happen. */
	readonly nextAt: number;
	/** The shortest crossing of the packets on the wire, dead ones that are still drawn too; undefined: the wire is empty. */
	readonly crossing: number | undefined;
	/** When the last packet that is drawn will be gone; `now` or less when the wire is empty. */
	readonly wireUntil: number;
	/** When the stretch without packets began. */
	readonly calmSince: number;
};

/** Wall time of a crossing, and of a beat after an event that changed a state. */
const crossingMs = 1000;
export const beatMs = 700;

/** Wall time of a stretch of one virtual second without packets, and how much ten times as long a stretch takes more: 240 s take 4 s. */
const calmSecondMs = 1500;
const calmDecadeMs = 1050;
const shortestCalmMs = 500;
const longestCalmMs = 5000;

const slowest = 1 / 16;
const fastest = 1024;

/** Twice or half as fast; undefined at the end of the range. */
export function boosted(pace: Pace, direction: 'faster' | 'slower'): Pace | undefined {
	const boost = direction === 'faster' ? pace.boost * 2 : pace.boost / 2;
	return boost > fastest || boost < slowest ? undefined : {...pace, boost};
}

/** Wall milliseconds that a stretch of so many virtual µs without packets takes. */
function calmMs(stretch: number): number {
	const ms = calmSecondMs + calmDecadeMs * Math.log10(Math.max(stretch, 1) / 1e6);
	return Math.min(longestCalmMs, Math.max(shortestCalmMs, ms));
}

/** Until when time may run before the world has to be asked again: the next event, or the end of the last dead packet. */
export function horizon({now, nextAt, wireUntil}: Outlook): number {
	if (nextAt !== Number.POSITIVE_INFINITY) return nextAt;
	return wireUntil > now ? wireUntil : now;
}

/** Nothing in flight, no timer, nothing dead on the wire: time stands still. */
export const isIdle = (outlook: Outlook): boolean => outlook.nextAt === Number.POSITIVE_INFINITY && outlook.wireUntil <= outlook.now;

/** Virtual seconds a second, now. */
export function factorOf(pace: Pace, outlook: Outlook): number {
	if (pace.base !== 'watch') return pace.base * pace.boost;
	if (outlook.crossing !== undefined) return (pace.boost * Math.max(outlook.crossing, 1)) / (crossingMs * 1000);
	const stretch = horizon(outlook) - outlook.calmSince;
	return (pace.boost * stretch) / (calmMs(stretch) * 1000);
}

/** Time to read a presenter's words, by the cells they take. */
export const readingMs = (cells: number): number => Math.min(6000, Math.max(1200, cells * 45));

/** Wall milliseconds that so many virtual µs take. */
export const wallMs = (factor: number, span: number): number => (span === 0 ? 0 : span / (factor * 1000));
