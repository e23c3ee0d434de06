/** What is wrong with a packetdrill script, or more than this program does, in English: what is wrong; what is allowed. */
import type {PktFeature} from '../../packetdrill/pkt.js';
import type {PktAllowed, PktComplaint, PktValueKind} from '../../packetdrill/pkt-mistake.js';
import {secondsWords} from '../../packetdrill/pkt-print.js';
import {shown} from '../shown.js';

const kinds: Readonly<Record<PktValueKind, string>> = {
	time: 'a time as in 0.1, +0.1 or +0.1~+0.2 (seconds)',
	event: 'a packet behind < or >, a call as in read(4, ..., 10) = 10, a `command` or %{ code }%',
	number: 'a whole number',
	value: 'a number, a name, "text", ..., [values] or {fields}',
	'seq-range': 'sequence numbers as in 1:11(10)',
	end: 'the end of the script',
};

const allowedWords = (allowed: PktAllowed): string => ('word' in allowed ? allowed.word : kinds[allowed.value]);

/** Words stand side by side, longer things apart. */
function allowedList(allowed: readonly PktAllowed[]): string {
	const isPlain = allowed.every(one => 'word' in one);
	return `allowed: ${allowed.map(allowedWords).join(isPlain ? ' ' : '; ')}`;
}

export const pktEn = {
	mistake: (complaint: PktComplaint): string => {
		switch (complaint.code) {
			case 'unexpected':
				return `${complaint.found === '' ? 'the script ends here' : `cannot read ${shown(complaint.found)} here`}; ${allowedList(complaint.allowed)}`;
			case 'number':
				return `${shown(complaint.found) || 'the end of the script'} is not good for ${complaint.field}; allowed: ${complaint.min} to ${complaint.max}`;
			case 'unclosed':
				return `${complaint.opened} is not closed; a ${complaint.closing} is needed behind it`;
			case 'directive':
				return `${shown(complaint.found)} cannot stand here; allowed: ${complaint.allowed} (no nesting, no #else)`;
			case 'last':
				return `${shown(complaint.found)} is not the end of this range; allowed: the first number plus the length, ${complaint.expected}`;
			case 'twice':
				return `${shown(complaint.found)} says something a second time; each is allowed once`;
			case 'options-length':
				return `these options take ${complaint.octets} octets; allowed: up to ${complaint.max}`;
			case 'raw-octets':
				return `${shown(complaint.found)} is no row of octets; allowed: hexadecimal digits in pairs`;
			case 'too-deep':
				return `brackets inside brackets, too many; allowed: ${complaint.max}`;
			case 'no-events':
				return `the script has no event; at least one is needed, at ${kinds.time}`;
			case 'first-time':
				return 'the first event is not at time 0; allowed: 0 or +0';
			case 'time-back':
				return `this time lies before an earlier one; allowed: ${secondsWords(complaint.last)} or later, or a relative time`;
			case 'negative-time':
				return `${shown(complaint.found)} lies in the past; allowed: ${kinds.time}`;
			case 'range-back':
				return 'this range ends before it begins; its second time has to be the later one';
			case 'range-place':
				return 'a range or * stands before something that the script does itself; allowed: before a packet behind >';
			case 'end-place':
				return 'an end (...) stands where nothing waits; allowed: between the time and a call';
			case 'end-back':
				return 'the call ends before it begins; the time behind ... has to be the later one';
			case 'no-window':
				return 'a packet from the peer needs win N';
			case 'no-ack':
				return 'a packet with the ACK bit (the dot) needs ack N';
			case 'inbound-open':
				return `${complaint.found} leaves open what a packet from the peer holds; allowed: behind > only`;
		}
	},
	/** What a script asks for and this program does not do. */
	feature: (feature: PktFeature): string => features[feature],
};

const features: Readonly<Record<PktFeature, string>> = {
	encapsulation: 'packets inside packets',
	md5: 'MD5 signatures (RFC 2385)',
	'acc-ecn': 'accurate ECN',
	'tcp-option': 'this TCP option',
	'ip-field': 'this field of the IP header',
	'reset-cause': 'the cause of a reset, in its data',
	'icmp-details': 'what this ICMP message quotes',
	udp: 'UDP',
	udplite: 'UDP-Lite',
	sctp: 'SCTP',
};

export type PktWords = typeof pktEn;
