/** The `--option=value` lines of a script as the runner needs them. */
import type {PktOptionLine, PktScript} from '../pkt.js';

export type DrillConfig = {
	/** Virtual µs, and per cent of the time since the event before. */
	readonly tolerance: number;
	readonly tolerancePercent: number;
	readonly ipVersion: 4 | 6;
	readonly mtu: number;
	/** Text of the wire's segments of which a longer inbound one is said to be made; 0: nothing is said. */
	readonly mss: number;
	/** µs a tick; 0: outbound timestamps are not checked. */
	readonly stampTick: number;
	/** An echoed timestamp that was never sent is counted on from the first one that was. */
	readonly isEcrScaled: boolean;
	/** One expected segment may be several that follow each other. */
	readonly mayAddUp: boolean;
	readonly nonFatal: {readonly packet: boolean; readonly call: boolean};
	readonly bindPort: number;
	readonly connectPort: number;
};

export type Dialect = 'nplab' | 'google';

/** Options that change nothing here, and those that the reader of `configOf` has to refuse. */
const cosmetic: ReadonlySet<string> = new Set([
	...['local_ip', 'remote_ip', 'netmask_ip', 'gateway_ip', 'local_linklocal_ip', 'local_linklayer_ip', 'speed', 'verbose', 'v'],
	...[
		'tcp_md5_secret',
		'no_cleanup',
		'debug',
		'dry_run',
		'send_omit_free',
		'tun_device',
		'persistent_tun_dev',
		'code_command',
		'code_format',
	],
	...['code_sockopt', 'init_scripts', 'define', 'D'],
]);

const known: ReadonlySet<string> = new Set([
	...['ip_version', 'tolerance_usecs', 'tolerance_percent', 'mtu', 'mss', 'tcp_ts_tick_usecs', 'tcp_ts_ecr_scaled', 'strict_segments'],
	...['non_fatal', 'bind_port', 'connect_port', 'udp_encapsulation'],
]);

const oneOf =
	(...values: readonly string[]) =>
	(value: string): boolean =>
		values.includes(value);

/** Decimal, from 0 on. */
const isNumber = (value: string): boolean => /^(?:\d+\.?\d*|\.\d+)$/.test(value);

/** What each option may be set to. */
const mayBe: Readonly<Record<string, (value: string) => boolean>> = {
	ip_version: oneOf('ipv4', 'ipv6', 'ipv4-mapped-ipv6'),
	udp_encapsulation: oneOf('tcp'),
	non_fatal: value => value.split(',').every(oneOf('packet', 'syscall')),
	...Object.fromEntries(
		['tolerance_usecs', 'tolerance_percent', 'mtu', 'mss', 'tcp_ts_tick_usecs', 'bind_port', 'connect_port'].map(name => [name, isNumber]),
	),
};

/** The first one that asks for what cannot be done. */
export const refusedOption = ({options}: PktScript): PktOptionLine | undefined =>
	options.find(({name, value}) => Object.hasOwn(mayBe, name) && !mayBe[name]?.(value ?? ''));

/** Neither known nor of any effect: worth a remark. */
export const ignoredOptions = ({options}: PktScript): readonly PktOptionLine[] =>
	options.filter(({name}) => !known.has(name) && !cosmetic.has(name));

export function configOf({options}: PktScript, dialect: Dialect): DrillConfig {
	const has = (name: string): boolean => options.some(option => option.name === name);
	const text = (name: string): string | undefined => options.findLast(option => option.name === name)?.value;
	const number = (name: string, otherwise: number): number => Number(text(name) ?? otherwise);
	const nonFatal = text('non_fatal')?.split(',') ?? [];
	return {
		tolerance: number('tolerance_usecs', 4000),
		tolerancePercent: number('tolerance_percent', dialect === 'google' ? 12.5 : 5),
		ipVersion: text('ip_version') === 'ipv6' ? 6 : 4,
		mtu: number('mtu', 1500),
		mss: number('mss', 0),
		stampTick: number('tcp_ts_tick_usecs', 0),
		isEcrScaled: has('tcp_ts_ecr_scaled'),
		mayAddUp: dialect === 'google' && !has('strict_segments'),
		nonFatal: {packet: nonFatal.includes('packet'), call: nonFatal.includes('syscall')},
		bindPort: number('bind_port', 8080),
		connectPort: number('connect_port', 8080),
	};
}
