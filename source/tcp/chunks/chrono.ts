/** What the sender waits for, of three things one at a time, the later named ones first (the kernel's tcp_chrono_*). Times in µs. */
import {hasUnsent, type SendQueue} from './chunk.js';

/** Nothing to send; acknowledgments; the peer's window; room for the program's octets. */
const chronoKinds = ['idle', 'busy', 'window', 'buffer'] as const;
type ChronoKind = (typeof chronoKinds)[number];

export type Chrono = {kind: ChronoKind; since: number; busy: number; window: number; buffer: number};

export const newChrono = (): Chrono => ({kind: 'idle', since: 0, busy: 0, window: 0, buffer: 0});

function turnTo(chrono: Chrono, kind: ChronoKind, now: number): void {
	if (chrono.kind !== 'idle') chrono[chrono.kind] += now - chrono.since;
	chrono.kind = kind;
	chrono.since = now;
}

const rankOf = (kind: ChronoKind): number => chronoKinds.indexOf(kind);

/** From `now` on, unless something that counts more is waited for. */
export function startChrono({chrono}: SendQueue, kind: ChronoKind, now: number): void {
	if (rankOf(kind) > rankOf(chrono.kind)) turnTo(chrono, kind, now);
}

/** From `now` on only acknowledgments are waited for, or nothing. */
export function stopChrono(queue: SendQueue, kind: ChronoKind, now: number): void {
	const {chrono} = queue;
	if (chrono.kind === 'idle') return;
	if (queue.packetsOut === 0 && !hasUnsent(queue)) turnTo(chrono, 'idle', now);
	else if (chrono.kind === kind) turnTo(chrono, 'busy', now);
}

/** In all, that which runs counted. */
export const chronoTime = (chrono: Chrono, kind: Exclude<ChronoKind, 'idle'>, now: number): number =>
	chrono[kind] + (chrono.kind === kind ? now - chrono.since : 0);
