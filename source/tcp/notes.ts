/**
 * Every rule of the engine that fires leaves a code with its values. Here stands what each code carries and where the rule is
 * written; `locale` turns code and values into a sentence. Nothing here is text for people.
 */

/** How a value is to be read: sequence number, octets, virtual microseconds, plain count, packet number, port, descriptor. */
export type ValueKind = 'seq' | 'octets' | 'time' | 'count' | 'packet' | 'port' | 'socket';

type NoteShape = {readonly ref: string; readonly values: Readonly<Record<string, ValueKind>>};

/** `ref`: where the rule stands; `values`: names and kinds, in the order in which they are noted. */
export const notes = {
	// opening
	'syn-sent': {ref: 'RFC 9293 § 3.10.1', values: {iss: 'seq', mss: 'octets'}},
	'syn-accepted': {ref: 'RFC 9293 § 3.10.7.2', values: {irs: 'seq', iss: 'seq'}},
	'syn-ack-accepted': {ref: 'RFC 9293 § 3.10.7.3', values: {irs: 'seq', ack: 'seq'}},
	'simultaneous-open': {ref: 'RFC 9293 § 3.5', values: {irs: 'seq', iss: 'seq'}},
	'handshake-complete': {ref: 'RFC 9293 § 3.10.7.4', values: {ack: 'seq'}},
	'mss-agreed': {ref: 'RFC 6691 § 2', values: {own: 'octets', peer: 'octets'}},
	'mss-assumed': {ref: 'RFC 9293 § 3.7.1', values: {assumed: 'octets'}},
	'syn-data-kept': {ref: 'RFC 9293 § 3.10.7.2', values: {len: 'octets'}},
	'syn-data-dropped': {ref: 'RFC 9293 § 3.10.7.2', values: {len: 'octets'}},
	'syn-again': {ref: 'RFC 9293 § 3.10.7.4', values: {seq: 'seq', rcvNxt: 'seq'}},
	'syn-again-limited': {ref: 'RFC 5961 § 7', values: {per: 'time'}},
	'syn-again-soon': {ref: 'RFC 9293 § 3.10.7.3', values: {after: 'time'}},
	'ack-for-nothing': {ref: 'RFC 9293 § 3.10.7.3', values: {ack: 'seq', iss: 'seq', sndNxt: 'seq'}},
	'rst-without-ack': {ref: 'RFC 9293 § 3.10.7.3', values: {seq: 'seq'}},
	'segment-without-syn': {ref: 'RFC 9293 § 3.10.7.3', values: {seq: 'seq'}},
	refused: {ref: 'RFC 9293 § 3.10.7.3', values: {ack: 'seq'}},
	'port-closed': {ref: 'RFC 9293 § 3.10.7.1', values: {port: 'port'}},
	'listen-rst': {ref: 'RFC 9293 § 3.10.7.2', values: {ack: 'seq'}},
	'listen-ignored': {ref: 'RFC 9293 § 3.10.7.2', values: {seq: 'seq'}},
	'rst-ignored-closed': {ref: 'RFC 9293 § 3.10.7.1', values: {seq: 'seq'}},
	'back-to-listen': {ref: 'RFC 9293 § 3.10.7.4', values: {seq: 'seq'}},
	// sending
	'sent-nothing-in-flight': {ref: 'RFC 9293 § 3.8.6.2.1', values: {from: 'seq', to: 'seq', wnd: 'octets', cwnd: 'octets'}},
	'sent-full-segment': {ref: 'RFC 9293 § 3.8.6.2.1', values: {from: 'seq', to: 'seq', wnd: 'octets', cwnd: 'octets'}},
	'sent-without-nagle': {ref: 'RFC 9293 § 3.7.4', values: {from: 'seq', to: 'seq', flight: 'octets'}},
	'sent-half-window': {ref: 'RFC 9293 § 3.8.6.2.1', values: {from: 'seq', to: 'seq', maxWnd: 'octets'}},
	'sent-by-override': {ref: 'RFC 9293 § 3.8.6.2.1', values: {from: 'seq', to: 'seq'}},
	'sent-again': {ref: 'RFC 6298 § 5.4', values: {from: 'seq', to: 'seq', count: 'count'}},
	'nagle-waits': {ref: 'RFC 9293 § 3.7.4', values: {waiting: 'octets', flight: 'octets', mss: 'octets'}},
	'cork-waits': {ref: 'RFC 9293 § 3.8.6.2.1', values: {waiting: 'octets', mss: 'octets'}},
	'window-limits': {ref: 'RFC 9293 § 3.8.6', values: {waiting: 'octets', wnd: 'octets', flight: 'octets'}},
	'cwnd-limits': {ref: 'RFC 5681 § 3.1', values: {waiting: 'octets', cwnd: 'octets', flight: 'octets'}},
	'sws-waits': {ref: 'RFC 9293 § 3.8.6.2.1', values: {waiting: 'octets', usable: 'octets', mss: 'octets'}},
	'probe-sent': {ref: 'RFC 9293 § 3.8.6.1', values: {seq: 'seq', next: 'time'}},
	'window-closed': {ref: 'RFC 9293 § 3.8.6.1', values: {una: 'seq'}},
	'window-opened': {ref: 'RFC 9293 § 3.8.6', values: {wnd: 'octets'}},
	'fin-sent': {ref: 'RFC 9293 § 3.10.4', values: {seq: 'seq'}},
	'fin-waits-for-open': {ref: 'RFC 9293 § 3.10.4', values: {iss: 'seq'}},
	'fin-waits': {ref: 'RFC 9293 § 3.10.4', values: {waiting: 'octets'}},
	'rst-sent': {ref: 'RFC 9293 § 3.10.5', values: {seq: 'seq'}},
	// acknowledgments that arrive
	'ack-advances': {ref: 'RFC 9293 § 3.10.7.4', values: {ack: 'seq', octets: 'octets', flight: 'octets'}},
	'ack-duplicate': {ref: 'RFC 5681 § 2', values: {ack: 'seq', count: 'count'}},
	'ack-old': {ref: 'RFC 9293 § 3.10.7.4', values: {ack: 'seq', una: 'seq'}},
	'ack-unsent': {ref: 'RFC 9293 § 3.10.7.4', values: {ack: 'seq', sndNxt: 'seq'}},
	'ack-too-old': {ref: 'RFC 5961 § 5.2', values: {ack: 'seq', una: 'seq', maxWnd: 'octets'}},
	'ack-unacceptable-in-syn-rcvd': {ref: 'RFC 9293 § 3.10.7.4', values: {ack: 'seq', una: 'seq', sndNxt: 'seq'}},
	'no-ack-bit': {ref: 'RFC 9293 § 3.10.7.4', values: {seq: 'seq'}},
	'fin-acked': {ref: 'RFC 9293 § 3.10.7.4', values: {ack: 'seq'}},
	// retransmission, congestion
	'rtt-sampled': {ref: 'RFC 6298 § 2', values: {rtt: 'time', srtt: 'time', rttvar: 'time', rto: 'time'}},
	'rtt-not-sampled': {ref: 'RFC 6298 § 3', values: {ack: 'seq'}},
	'rto-fired': {ref: 'RFC 6298 § 5.5', values: {count: 'count', waited: 'time', rto: 'time'}},
	'rto-after-syn': {ref: 'RFC 6298 § 5.7', values: {rto: 'time'}},
	'gave-up': {ref: 'RFC 9293 § 3.8.3', values: {count: 'count'}},
	'user-timeout': {ref: 'RFC 9293 § 3.9.1.1', values: {after: 'time'}},
	'slow-start': {ref: 'RFC 5681 § 3.1', values: {cwnd: 'octets', ssthresh: 'octets'}},
	'congestion-avoidance': {ref: 'RFC 5681 § 3.1', values: {cwnd: 'octets', ssthresh: 'octets'}},
	'cwnd-collapsed': {ref: 'RFC 5681 § 3.1', values: {ssthresh: 'octets', cwnd: 'octets'}},
	'fast-retransmit': {ref: 'RFC 6582 § 3.2', values: {seq: 'seq', ssthresh: 'octets', cwnd: 'octets'}},
	'limited-transmit': {ref: 'RFC 3042 § 2', values: {seq: 'seq', count: 'count'}},
	'sack-recovery': {ref: 'RFC 6675 § 5', values: {seq: 'seq', cwnd: 'octets', flight: 'octets'}},
	rescue: {ref: 'RFC 6675 § 4', values: {sndNxt: 'seq'}},
	'partial-ack': {ref: 'RFC 6582 § 3.2', values: {ack: 'seq', recover: 'seq'}},
	'recovery-over': {ref: 'RFC 6582 § 3.2', values: {cwnd: 'octets'}},
	'cwnd-unused': {ref: 'RFC 9438 § 5.8', values: {cwnd: 'octets', flight: 'octets'}},
	'cubic-wmax': {ref: 'RFC 9438 § 4.6', values: {wMax: 'octets', cwnd: 'octets'}},
	'cubic-fast-convergence': {ref: 'RFC 9438 § 4.7', values: {wMax: 'octets', cwnd: 'octets'}},
	'cubic-epoch': {ref: 'RFC 9438 § 4.2', values: {cwnd: 'octets', origin: 'octets', k: 'time'}},
	'cubic-friendly': {ref: 'RFC 9438 § 4.3', values: {cwnd: 'octets', reno: 'octets'}},
	'cubic-concave': {ref: 'RFC 9438 § 4.4', values: {cwnd: 'octets', origin: 'octets'}},
	'cubic-convex': {ref: 'RFC 9438 § 4.5', values: {cwnd: 'octets', origin: 'octets'}},
	'cubic-epoch-shifted': {ref: 'RFC 9438 § 5.8', values: {by: 'time'}},
	'hystart-train': {ref: 'RFC 9438 § 4.10', values: {length: 'time', limit: 'time', ssthresh: 'octets'}},
	'hystart-delay': {ref: 'RFC 9406 § 4.2', values: {rtt: 'time', limit: 'time', ssthresh: 'octets'}},
	// the sender's queue of chunks
	'sent-chunk': {ref: 'RFC 9293 § 3.8.6.2.1', values: {from: 'seq', to: 'seq', wnd: 'octets', cwnd: 'octets'}},
	'repeat-joined': {ref: 'RFC 9293 § 3.8.1', values: {from: 'seq', to: 'seq'}},
	'mss-by-window': {ref: 'RFC 9293 § 3.8.6.2.1', values: {mss: 'octets', maxWnd: 'octets'}},
	'cwnd-restarted': {ref: 'RFC 5681 § 4.1', values: {cwnd: 'octets', ssthresh: 'octets'}},
	'marked-arrived': {ref: 'RFC 2018 § 5', values: {from: 'seq', to: 'seq'}},
	'marked-lost': {ref: 'RFC 8985 § 6.2', values: {from: 'seq', to: 'seq'}},
	'dsack-arrived': {ref: 'RFC 2883 § 4', values: {from: 'seq', to: 'seq'}},
	'reordering-seen': {ref: 'RFC 8985 § 6.2', values: {low: 'seq', high: 'seq', segments: 'count'}},
	'reordering-window': {ref: 'RFC 8985 § 6.2', values: {steps: 'count'}},
	'recovery-entered': {ref: 'RFC 6937 § 3', values: {seq: 'seq', ssthresh: 'octets', lost: 'count'}},
	'ecn-reduces': {ref: 'RFC 3168 § 6.1.2', values: {ssthresh: 'octets', cwnd: 'octets'}},
	'cwnd-follows': {ref: 'RFC 6937 § 3', values: {cwnd: 'octets', ssthresh: 'octets'}},
	'reduction-over': {ref: 'RFC 6937 § 3', values: {cwnd: 'octets'}},
	'loss-probe': {ref: 'RFC 8985 § 7.3', values: {una: 'seq', sndNxt: 'seq'}},
	'probe-found-loss': {ref: 'RFC 8985 § 7.4', values: {ssthresh: 'octets'}},
	'reduction-undone': {ref: 'RFC 3522 § 3', values: {ssthresh: 'octets', cwnd: 'octets'}},
	// receiving
	unacceptable: {ref: 'RFC 9293 § 3.10.7.4', values: {seq: 'seq', len: 'octets', rcvNxt: 'seq', rcvWnd: 'octets'}},
	'old-data': {ref: 'RFC 9293 § 3.10.7.4', values: {seq: 'seq', len: 'octets', rcvNxt: 'seq'}},
	'data-in-order': {ref: 'RFC 9293 § 3.10.7.4', values: {seq: 'seq', len: 'octets', rcvNxt: 'seq'}},
	'data-out-of-order': {ref: 'RFC 9293 § 3.10.7.4', values: {seq: 'seq', len: 'octets', rcvNxt: 'seq'}},
	'hole-filled': {ref: 'RFC 5681 § 4.2', values: {rcvNxt: 'seq', octets: 'octets'}},
	'text-ignored': {ref: 'RFC 9293 § 3.10.7.4', values: {seq: 'seq', len: 'octets'}},
	'ack-delayed': {ref: 'RFC 9293 § 3.8.6.3', values: {until: 'time'}},
	'ack-every-second': {ref: 'RFC 9293 § 3.8.6.3', values: {octets: 'octets'}},
	'ack-at-once': {ref: 'RFC 5681 § 4.2', values: {rcvNxt: 'seq'}},
	'ack-carried': {ref: 'RFC 9293 § 3.8.6.3', values: {rcvNxt: 'seq'}},
	'delayed-ack-fired': {ref: 'RFC 9293 § 3.8.6.3', values: {rcvNxt: 'seq'}},
	'ack-over-segment': {ref: 'RFC 9293 § 3.8.6.3', values: {octets: 'octets', segment: 'octets'}},
	'ack-quick': {ref: 'RFC 9293 § 3.8.6.3', values: {left: 'count'}},
	'sack-held': {ref: 'RFC 5681 § 4.2', values: {count: 'count', until: 'time'}},
	'sack-held-over': {ref: 'RFC 5681 § 4.2', values: {count: 'count'}},
	'ack-after-read': {ref: 'RFC 9293 § 3.8.6.3', values: {octets: 'octets'}},
	'memory-measured': {ref: 'RFC 9293 § 3.8.6.2.2', values: {len: 'octets', memory: 'octets', most: 'octets'}},
	'memory-full': {ref: 'RFC 9293 § 3.8.6', values: {used: 'octets', len: 'octets', limit: 'octets'}},
	'early-dropped': {ref: 'RFC 2018 § 8', values: {seq: 'seq', len: 'octets'}},
	'buffer-grown': {ref: 'RFC 9293 § 3.8.6', values: {size: 'octets', most: 'octets'}},
	'window-full': {ref: 'RFC 9293 § 3.8.6', values: {rcvNxt: 'seq'}},
	'window-update': {ref: 'RFC 9293 § 3.8.6.2.2', values: {wnd: 'octets'}},
	'window-update-held': {ref: 'RFC 9293 § 3.8.6.2.2', values: {free: 'octets', wnd: 'octets'}},
	'fin-arrived': {ref: 'RFC 9293 § 3.10.7.4', values: {seq: 'seq'}},
	'urgent-arrived': {ref: 'RFC 9293 § 3.8.5', values: {up: 'seq', ahead: 'octets'}},
	// reset and blind attacks
	'rst-accepted': {ref: 'RFC 9293 § 3.10.7.4', values: {seq: 'seq', rcvNxt: 'seq'}},
	'rst-challenged': {ref: 'RFC 5961 § 3.2', values: {seq: 'seq', rcvNxt: 'seq', rcvWnd: 'octets'}},
	'rst-outside': {ref: 'RFC 5961 § 3.2', values: {seq: 'seq', rcvNxt: 'seq', rcvWnd: 'octets'}},
	'syn-challenged': {ref: 'RFC 5961 § 4.2', values: {seq: 'seq', rcvNxt: 'seq'}},
	'challenge-limited': {ref: 'RFC 5961 § 7', values: {limit: 'count', per: 'time'}},
	'rst-ignored-time-wait': {ref: 'RFC 1337 § 3', values: {seq: 'seq'}},
	'unread-data-reset': {ref: 'RFC 9293 § 3.6.1', values: {unread: 'octets'}},
	'data-after-close-reset': {ref: 'RFC 9293 § 3.6.1', values: {len: 'octets'}},
	// closing
	'time-wait-started': {ref: 'RFC 9293 § 3.6.1', values: {wait: 'time'}},
	'time-wait-restarted': {ref: 'RFC 9293 § 3.10.7.4', values: {wait: 'time'}},
	'time-wait-over': {ref: 'RFC 9293 § 3.10.8', values: {wait: 'time'}},
	'fin-wait-2-limited': {ref: 'RFC 9293 § 3.6.1', values: {wait: 'time'}},
	'fin-wait-2-over': {ref: 'RFC 9293 § 3.6.1', values: {wait: 'time'}},
	// keepalive
	'keepalive-sent': {ref: 'RFC 9293 § 3.8.4', values: {count: 'count', of: 'count'}},
	'keepalive-failed': {ref: 'RFC 9293 § 3.8.4', values: {count: 'count'}},
	// options
	'wscale-agreed': {ref: 'RFC 7323 § 2.2', values: {own: 'count', peer: 'count'}},
	'sack-agreed': {ref: 'RFC 2018 § 2', values: {}},
	'timestamps-agreed': {ref: 'RFC 7323 § 3.2', values: {recent: 'count'}},
	'ts-recent-taken': {ref: 'RFC 7323 § 4.3', values: {recent: 'count'}},
	'paws-dropped': {ref: 'RFC 7323 § 5.3', values: {val: 'count', recent: 'count'}},
	'timestamp-missing': {ref: 'RFC 7323 § 3.2', values: {seq: 'seq'}},
	'rtt-by-timestamp': {ref: 'RFC 7323 § 4.1', values: {rtt: 'time'}},
	'sack-sent': {ref: 'RFC 2018 § 4', values: {from: 'seq', to: 'seq', count: 'count'}},
	'dsack-sent': {ref: 'RFC 2883 § 4', values: {from: 'seq', to: 'seq'}},
	// explicit congestion notification
	'ecn-agreed': {ref: 'RFC 3168 § 6.1.1', values: {}},
	'ecn-refused': {ref: 'RFC 3168 § 6.1.1', values: {}},
	'ce-arrived': {ref: 'RFC 3168 § 6.1.3', values: {seq: 'seq'}},
	'ece-sent': {ref: 'RFC 3168 § 6.1.3', values: {}},
	'ece-arrived': {ref: 'RFC 3168 § 6.1.2', values: {ack: 'seq'}},
	'cwnd-reduced': {ref: 'RFC 3168 § 6.1.2', values: {ssthresh: 'octets', cwnd: 'octets'}},
	'cwr-sent': {ref: 'RFC 3168 § 6.1.2', values: {seq: 'seq'}},
	'cwr-arrived': {ref: 'RFC 3168 § 6.1.3', values: {seq: 'seq'}},
	// ICMP
	'icmp-refused': {ref: 'RFC 1122 § 4.2.3.9', values: {type: 'count', code: 'count'}},
	'icmp-ignored': {ref: 'RFC 5927 § 5.2', values: {type: 'count', code: 'count'}},
	'icmp-remembered': {ref: 'RFC 1122 § 4.2.3.9', values: {type: 'count', code: 'count'}},
	'backoff-reverted': {ref: 'RFC 6069 § 4', values: {rto: 'time'}},
	'icmp-elsewhere': {ref: 'RFC 5927 § 4.1', values: {seq: 'seq', una: 'seq', sndMax: 'seq'}},
	'path-mtu-lowered': {ref: 'RFC 1191 § 6', values: {mtu: 'octets', mss: 'octets'}},
	// host
	'udp-ignored': {ref: 'RFC 768', values: {port: 'port'}},
	'udp-elsewhere': {ref: 'RFC 9293 § 3.10.7.1', values: {port: 'port', own: 'port'}},
	blackholed: {ref: 'RFC 9293 § 3.10.7.1', values: {port: 'port'}},
	'syn-fin-dropped': {ref: 'RFC 9293 § 3.10.7.2', values: {seq: 'seq'}},
	'time-wait-silent': {ref: 'RFC 9293 § 3.10.7.4', values: {seq: 'seq'}},
	'syn-queue-full': {ref: 'RFC 4987 § 2', values: {length: 'count', limit: 'count'}},
	'cookie-sent': {ref: 'RFC 4987 § 3.6', values: {iss: 'seq', mss: 'octets'}},
	'cookie-options-lost': {ref: 'RFC 4987 § 3.6', values: {mss: 'octets'}},
	'cookie-accepted': {ref: 'RFC 4987 § 3.6', values: {ack: 'seq', mss: 'octets'}},
	'cookie-refused': {ref: 'RFC 4987 § 3.6', values: {ack: 'seq'}},
	'accept-queue-full-syn': {ref: 'RFC 9293 § 3.10.7.2', values: {length: 'count', limit: 'count'}},
	'accept-queue-full-ack': {ref: 'RFC 9293 § 3.10.7.4', values: {length: 'count', limit: 'count'}},
	'port-in-use': {ref: 'RFC 9293 § 3.6.1', values: {port: 'port', socket: 'socket', left: 'time'}},
	'quiet-time': {ref: 'RFC 9293 § 3.4.3', values: {until: 'time'}},
	'quiet-time-dropped': {ref: 'RFC 9293 § 3.4.3', values: {packet: 'packet', until: 'time'}},
	'host-down': {ref: 'RFC 1122 § 3.2.2.1', values: {packet: 'packet'}},
	'checksum-failed': {ref: 'RFC 9293 § 3.1', values: {packet: 'packet'}},
	// link
	'link-lost': {ref: 'RFC 9293 § 3.8.1', values: {packet: 'packet'}},
	'link-queue-full': {ref: 'RFC 9293 § 3.8.2', values: {packet: 'packet', queue: 'count'}},
	'link-duplicated': {ref: 'RFC 9293 § 3.4', values: {packet: 'packet', copy: 'packet'}},
	'link-corrupted': {ref: 'RFC 9293 § 3.1', values: {packet: 'packet'}},
	'link-marked': {ref: 'RFC 3168 § 5', values: {packet: 'packet'}},
	'link-held': {ref: 'RFC 9293 § 3.4', values: {packet: 'packet'}},
	'link-delayed': {ref: 'RFC 9293 § 3.8.1', values: {packet: 'packet', by: 'time'}},
	'dropped-by-hand': {ref: 'RFC 9293 § 3.8.1', values: {packet: 'packet'}},
} as const satisfies Record<string, NoteShape>;

export type NoteCode = keyof typeof notes;

/** In the order of `notes`. */
export const noteCodes = Object.keys(notes) as readonly NoteCode[];

const indexes: ReadonlyMap<NoteCode, number> = new Map(noteCodes.map((code, index) => [code, index]));

/** The place of a code in `noteCodes`, as the trace stores it. */
export const noteIndex = (code: NoteCode): number => indexes.get(code) as number;

/** The values of one code, by name. */
export type NoteValues<Code extends NoteCode> = {readonly [Name in keyof (typeof notes)[Code]['values']]: number};

/** How many values each code has, by its place in `noteCodes`. */
export const noteWidths: readonly number[] = noteCodes.map(code => Object.keys(notes[code].values).length);
