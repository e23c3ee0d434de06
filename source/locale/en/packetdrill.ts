/** What an exported packetdrill script says to people, and why there is none, in English. */
import type {PacketdrillWords} from '../../export/packetdrill/words.js';
import {printAction} from '../../script/print.js';
import {exportEn} from './export.js';

export const packetdrillEn: PacketdrillWords = {
	said: ({en}) => en,
	fate: ({fate}) => (fate === 'in-flight' || fate === 'delivered' ? undefined : exportEn.fates[fate]),
	seenFrom: host => `Seen from the ${host}: the script is its application and its peer. Written by tcp-tui.`,
	unsayable: (unsayable, host) => {
		switch (unsayable.code) {
			case 'nothing':
				return `the ${host} did nothing and nothing reached it: there is no script to write`;
			case 'host-died':
				return `${printAction(unsayable.action)}: packetdrill has no words for a host that crashes or comes back; the other host's view can be written`;
			case 'profile-changed':
				return `${printAction(unsayable.action)}: a packetdrill script has one profile from its beginning to its end`;
			case 'no-descriptor':
				return `${printAction(unsayable.action)}: the script has no descriptor for this socket: its own program never got it`;
			case 'never-done':
				return `${printAction(unsayable.action)}: this call still waits at the end; in packetdrill every call has to end`;
			case 'at-once':
				return `${printAction(unsayable.action)}: other calls of the ${host} begin or end while it waits; packetdrill makes one call at a time`;
			case 'differs':
				return `written as a script, this would not come true: ${unsayable.line}; found: ${unsayable.found}`;
		}
	},
};
