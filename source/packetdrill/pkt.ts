/** A packetdrill script as data: what the parser makes, the runner runs and the printer writes. Numbers are as written, not mapped. */
import type {Option, UdpPorts} from '../tcp/segment.js';

/** Both count from 1, columns in characters. */
export type Place = {readonly line: number; readonly column: number};

export type PktScript = {
	/** For messages; as the caller named it. */
	readonly file: string;
	/** `--name=value` lines, in order: of two of a name the last one counts. */
	readonly options: readonly PktOptionLine[];
	readonly init?: PktCommand | undefined;
	readonly events: readonly PktEvent[];
	readonly cleanup?: PktCommand | undefined;
	/** From `// tcp-tui profile NAME` in the first line; whether there is such a profile is the caller's affair. */
	readonly firstLineProfile?: string | undefined;
	/** Only one of the two dialects has a sign that was seen; both may be there. */
	readonly dialectHints: readonly PktDialect[];
	/** What packetdrill can do and this program cannot: such a script cannot pass. Those in events are actions too. */
	readonly unsupported: readonly PktUnsupported[];
};

/** `nplab`: the fork of the FreeBSD suite. `google`: the one of the Linux suites. */
export type PktDialect = 'nplab' | 'google';

export type PktOptionLine = {readonly name: string; readonly value?: string | undefined; readonly place: Place};

/** Between backticks, as written. */
export type PktCommand = {readonly text: string; readonly place: Place};

export type PktEvent = {
	/** Where its time stands. */
	readonly place: Place;
	readonly time: PktTime;
	/** Only blocking calls: when it has to end, in µs from the origin that `time` counts from (the script's start, or the last event). */
	readonly end?: number | undefined;
	readonly action: PktAction;
};

/** Whole µs. Relative ones count from when the event before was done. */
export type PktTime =
	| {readonly kind: 'absolute' | 'relative'; readonly at: number}
	| {readonly kind: 'absolute-range' | 'relative-range'; readonly from: number; readonly to: number}
	| {readonly kind: 'any'};

export type PktAction =
	/** From the remote peer to the endpoint: to be injected. */
	| {readonly kind: 'inbound'; readonly packet: PktPacket}
	/** From the endpoint: expected. */
	| {readonly kind: 'outbound'; readonly packet: PktPacket}
	| PktCall
	| {readonly kind: 'command'; readonly text: string}
	/** Between `%{` and `}%`. */
	| {readonly kind: 'code'; readonly text: string; readonly place: Place}
	| PktUnsupported;

export type PktFeature =
	| 'encapsulation'
	| 'md5'
	| 'acc-ecn'
	| 'tcp-option'
	| 'ip-field'
	| 'reset-cause'
	| 'icmp-details'
	| 'udp'
	| 'udplite'
	| 'sctp';

/** `text`: the words that ask for it. */
export type PktUnsupported = {readonly kind: 'unsupported'; readonly feature: PktFeature; readonly text: string; readonly place: Place};

export type PktCall = {
	readonly kind: 'call';
	readonly name: string;
	readonly args: readonly PktExpression[];
	/** -1 with an errno; `any` for `...`. */
	readonly result: PktExpression;
	/** POSIX name, as written. */
	readonly errno?: string | undefined;
};

export type PktExpression =
	| {readonly kind: 'integer'; readonly value: number; readonly isHex: boolean}
	/** A constant, an errno or whatever the call makes of it. */
	| {readonly kind: 'name'; readonly name: string}
	| {readonly kind: 'string'; readonly text: string}
	/** `...`: anything. */
	| {readonly kind: 'any'}
	/** `A|B`: two or more terms. */
	| {readonly kind: 'or'; readonly terms: readonly PktExpression[]}
	/** `[a, b]`; `[v]` stands for a value that a call gives back. */
	| {readonly kind: 'list'; readonly items: readonly PktExpression[]}
	/** `{fd=4, events=POLLIN}`, and `{..., 100}` of an iovec. */
	| {readonly kind: 'struct'; readonly fields: readonly PktField[]}
	/** `htons(8080)`. */
	| {readonly kind: 'apply'; readonly name: string; readonly args: readonly PktExpression[]};

/** `name=value`, `name(args)=value`, or a bare value. */
export type PktField = {
	readonly name?: string | undefined;
	readonly args?: readonly PktExpression[] | undefined;
	readonly value: PktExpression;
};

export type PktPacket = PktTcp | PktIcmp;

export type PktTcp = {
	readonly kind: 'tcp';
	readonly ip: PktIp;
	readonly sport?: number | undefined;
	readonly dport?: number | undefined;
	/** Bits of tcp/segment. */
	readonly flags: number;
	readonly seq: number;
	/** seq + len modulo 2³². */
	readonly last: number;
	/** Octets of text; they are all zero. */
	readonly len: number;
	/** `first:last(len)!`: the number on the wire. */
	readonly isSeqLiteral: boolean;
	/** `...(len)`: outbound only; seq and last are 0 then. */
	readonly isSeqUnchecked: boolean;
	/** Absent: 0 in the header. */
	readonly ack?: number | undefined;
	/** The header field. Outbound and absent: not checked. */
	readonly win?: number | undefined;
	/** Absent: 0 in the header. */
	readonly urg?: number | undefined;
	/** Undefined for `<...>`: not checked. Empty: there must be none. */
	readonly options: readonly PktTcpOption[] | undefined;
	/** `/udp(sport > dport)`: what it travels in. Absent: there must be no UDP header. */
	readonly udp?: UdpPorts | undefined;
};

/** In the order of the header, pads included. */
export type PktTcpOption =
	| Exclude<Option, {readonly kind: 'TS' | 'unknown'}>
	| {
			readonly kind: 'TS';
			/** Undefined for `val ...`: any, and not recorded. */
			readonly val: number | undefined;
			readonly ecr: number;
			/** `ecr N!`: the number on the wire. */
			readonly isEcrLiteral: boolean;
	  }
	/** `0x0204…`, and options that have no name here: octets as they lie in the header, whole options or not. */
	| {readonly kind: 'raw'; readonly octets: readonly number[]};

/** Only what is written is set or checked. */
export type PktIp = {
	/** `ect01`: either of the two, outbound only. */
	readonly ecn?: 'noecn' | 'ect0' | 'ect1' | 'ce' | 'ect01' | undefined;
	/** All eight bits. */
	readonly tos?: number | undefined;
	/** The upper six bits. */
	readonly dscp?: number | undefined;
	/** Also `hlim`. */
	readonly ttl?: number | undefined;
};

export type PktIcmp = {
	readonly kind: 'icmp';
	readonly ip: PktIp;
	/** ICMPv6. */
	readonly isV6?: true | undefined;
	/** ICMP type and code as numbers (RFC 792, RFC 1122 § 3.2.2.1, RFC 1812 § 5.2.7.1; RFC 4443). */
	readonly type: number;
	readonly code: number;
	/** Next-hop MTU of `frag_needed` (RFC 1191) and `packet_too_big`. */
	readonly mtu?: number | undefined;
	/** What is quoted from the endpoint's segment; absent: its last one (seq as in the script). */
	readonly quoted?: {readonly seq: number; readonly last: number; readonly len: number} | undefined;
};
