/** Which rules tell the values that a pane shows: by them it knows what an event has changed. */
import type {NoteCode} from '../tcp/notes.js';

/** Rules that leave a value, by its name in their notes. */
const tellers = {
	cwnd: [
		'slow-start',
		'congestion-avoidance',
		'cubic-friendly',
		'cubic-concave',
		'cubic-convex',
		'cwnd-collapsed',
		'fast-retransmit',
		'recovery-over',
		'sent-nothing-in-flight',
		'sent-full-segment',
		'sent-chunk',
		'cwnd-restarted',
		'ecn-reduces',
		'cwnd-reduced',
		'reduction-undone',
		'cwnd-limits',
		'cwnd-follows',
		'reduction-over',
	],
	ssthresh: [
		'cwnd-collapsed',
		'fast-retransmit',
		'hystart-train',
		'hystart-delay',
		'recovery-entered',
		'probe-found-loss',
		'ecn-reduces',
		'cwnd-reduced',
		'reduction-undone',
		'cwnd-restarted',
	],
	rto: ['rto-fired', 'rto-after-syn', 'rtt-sampled'],
} as const satisfies Record<string, readonly NoteCode[]>;

export type Told = keyof typeof tellers;

export const tells = (name: Told, code: NoteCode): boolean => (tellers[name] as readonly NoteCode[]).includes(code);
