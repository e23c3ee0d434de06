/** Names that a code block may use for numbers. */

/** In both dialects' spelling; the numbers are those of Linux's `enum` of states (include/net/tcp_states.h). */
const states: Readonly<Record<string, number>> = {
	...{ESTABLISHED: 1, SYN_SENT: 2, SYN_RECEIVED: 3, SYN_RECV: 3, FIN_WAIT_1: 4, FIN_WAIT1: 4, FIN_WAIT_2: 5, FIN_WAIT2: 5, TIME_WAIT: 6},
	...{CLOSED: 7, CLOSE: 7, CLOSE_WAIT: 8, LAST_ACK: 9, LISTEN: 10, CLOSING: 11},
};

/** Bits of tcpi_options (tcp.h). */
const options = {TIMESTAMPS: 1, SACK: 2, WSCALE: 4, ECN: 8, ECN_SEEN: 16, SYN_DATA: 32} as const;

/** Values of tcpi_ca_state (`enum tcp_ca_state` of Linux). */
const phases = {Open: 0, Disorder: 1, CWR: 2, Recovery: 3, Loss: 4} as const;

const named = (prefix: string, numbers: Readonly<Record<string, number>>): readonly (readonly [string, number])[] =>
	Object.entries(numbers).map(([name, value]) => [prefix + name, value]);

export const codeConstants: ReadonlyMap<string, number> = new Map([
	...named('TCPI_', states),
	...named('TCP_', states),
	...named('TCPI_OPT_', options),
	...named('TCP_CA_', phases),
]);

const nameIn = (numbers: Readonly<Record<string, number>>, value: number): string | undefined =>
	Object.keys(numbers).find(name => numbers[name] === value);

/** `TCPI_ESTABLISHED` for a `tcpi_state` of 1: the value as a script would write it. */
export function valueWords(variable: string, value: number): string {
	const [prefix, name] =
		variable === 'tcpi_state' ? ['TCPI_', nameIn(states, value)] : variable === 'tcpi_ca_state' ? ['TCP_CA_', nameIn(phases, value)] : [];
	return name === undefined ? String(value) : `${prefix}${name}`;
}
