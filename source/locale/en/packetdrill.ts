/** What an exported packetdrill script says to people, and why there is none, in English. */
import type {PacketdrillWords} from '../../export/packetdrill/words.js';
import type {Verdict} from '../../packetdrill/run/verdict.js';
import {printAction} from '../../script/print.js';
import {drillEn} from './drill.js';
import {exportEn} from './export.js';

const found = (verdict: Verdict): string => (verdict.kind === 'failed' ? drillEn.failure(verdict.failure).actual : verdict.kind);

export const packetdrillEn: PacketdrillWords = {
	said: ({en}) => en,
	fate: ({fate}) => (fate === 'in-flight' || fate === 'delivered' ? undefined : exportEn.fates[fate]),
	seenFrom: host => `Seen from the ${host}: the script is its application and its peer. Written by tcp-tui.`,
	unsayable: (unsayable, host) => {
		switch (unsayable.code) {
			case 'nothing':
				return `the ${host} did nothing, and nothing reached it`;
			case 'host-died':
				return `${printAction(unsayable.action)}: packetdrill has no words for it; take the other host`;
			case 'profile-changed':
				return `${printAction(unsayable.action)}: a packetdrill script has one profile`;
			case 'no-descriptor':
				return `${printAction(unsayable.action)}: no accept of the script gave it this socket (an app reader or echo accepts by itself)`;
			case 'never-done':
				return `${printAction(unsayable.action)}: it still waits, and packetdrill wants every call over`;
			case 'at-once':
				return `${printAction(unsayable.action)}: other calls overlap it; packetdrill makes one at a time`;
			case 'differs':
				return `as a script this would not come true: ${unsayable.line}; found: ${found(unsayable.verdict)}`;
		}
	},
};
