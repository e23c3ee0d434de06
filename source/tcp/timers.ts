/** Timers are deadlines in the TCB, never callbacks: the world asks when the next one is due. */

/** In the order in which they go when several are due at one instant. */
export const timerNames = ['rto', 'persist', 'delayed-ack', '2msl', 'fin-wait-2', 'keepalive', 'user', 'loss-probe', 'reorder'] as const;
export type TimerName = (typeof timerNames)[number];

/** No deadline. */
export const never = Number.POSITIVE_INFINITY;

/** Virtual microseconds. */
type Timer = {
	/** The deadline, or `never`. */
	at: number;
	/** When it was armed last, for the bar that drains. */
	from: number;
};

/** Has it a deadline? */
export const isRunning = ({at}: Timer): boolean => at !== never;

export type Timers = Record<TimerName, Timer>;

/** None of them runs. */
export const newTimers = (): Timers => ({
	rto: {at: never, from: 0},
	persist: {at: never, from: 0},
	'delayed-ack': {at: never, from: 0},
	'2msl': {at: never, from: 0},
	'fin-wait-2': {at: never, from: 0},
	keepalive: {at: never, from: 0},
	user: {at: never, from: 0},
	'loss-probe': {at: never, from: 0},
	reorder: {at: never, from: 0},
});

/** The earliest deadline, or `never`. */
export const nextDeadline = (timers: Timers): number =>
	Math.min(
		timers.rto.at,
		timers.persist.at,
		timers['delayed-ack'].at,
		timers['2msl'].at,
		timers['fin-wait-2'].at,
		timers.keepalive.at,
		timers.user.at,
		timers['loss-probe'].at,
		timers.reorder.at,
	);
