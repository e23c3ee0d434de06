/** How a knob is turned: by the sysctl of the stack that it is, where there is one that says just that, else by the program's own command. */
import {knobCommand} from '../../packetdrill/knob-command.js';
import type {KnobChange} from '../../sim/index.js';
import type {ProfileName} from '../../tcp/profile.js';

type Words = (value: KnobChange['value']) => string | undefined;
type Sysctls = Partial<Record<KnobChange['knob'], Words>>;

const toggle =
	(name: string): Words =>
	value =>
		`${name}=${value ? 1 : 0}`;
const number =
	(name: string): Words =>
	value =>
		`${name}=${value}`;
/** The sysctl's are whole. */
const milliseconds =
	(name: string): Words =>
	value =>
		Number(value) % 1000 === 0 ? `${name}=${Number(value) / 1000}` : undefined;
const oneOf =
	(name: string, values: Readonly<Record<string, string>>): Words =>
	value =>
		`${name}=${values[String(value)]}`;

const ecn = {off: '0', on: '1', passive: '2'};
const congestion = {newreno: 'reno', cubic: 'cubic'};

const sysctls: Readonly<Record<ProfileName, Sysctls>> = {
	textbook: {},
	linux: {
		sack: toggle('net.ipv4.tcp_sack'),
		timestamps: toggle('net.ipv4.tcp_timestamps'),
		wscale: toggle('net.ipv4.tcp_window_scaling'),
		ecn: oneOf('net.ipv4.tcp_ecn', ecn),
		congestion: oneOf('net.ipv4.tcp_congestion_control', congestion),
		synCookies: toggle('net.ipv4.tcp_syncookies'),
		retries: number('net.ipv4.tcp_retries2'),
	},
	freebsd: {
		sack: toggle('net.inet.tcp.sack.enable'),
		ecn: oneOf('net.inet.tcp.ecn.enable', ecn),
		delayedAck: toggle('net.inet.tcp.delayed_ack'),
		keepalive: toggle('net.inet.tcp.always_keepalive'),
		rcvbuf: number('net.inet.tcp.recvspace'),
		sndbuf: number('net.inet.tcp.sendspace'),
		msl: milliseconds('net.inet.tcp.msl'),
		rtoMin: milliseconds('net.inet.tcp.rexmit_min'),
	},
};

/** Without backticks. `isPortable`: as the stack itself would be told. */
export function knobWords({knob, value}: KnobChange, profile: ProfileName, isPortable: boolean): string {
	const words = isPortable ? sysctls[profile][knob]?.(value) : undefined;
	return words === undefined ? knobCommand({knob, value} as KnobChange) : `sysctl -q -w ${words}`;
}
