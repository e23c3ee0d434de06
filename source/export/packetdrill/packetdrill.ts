/**
 * A session as a packetdrill script, seen from one of its hosts: the script plays the application and the remote peer. What is written is
 * run before it is handed over, so that a script that comes out of here passes.
 */

import type {PktScript} from '../../packetdrill/pkt.js';
import {eventWords} from '../../packetdrill/pkt-print.js';
import {drillScript} from '../../packetdrill/run/drill.js';
import {kernelDefaults} from '../../packetdrill/run/sysctl-linux.js';
import type {History, HostName, Words} from '../../sim/index.js';
import type {ProfileName} from '../../tcp/profile.js';
import type {Unsayable} from './deeds.js';
import type {Draft} from './draft.js';
import {gather, type Part} from './gather.js';
import {textOf} from './text.js';
import type {PacketdrillWords} from './words.js';
import {writeDeeds} from './write.js';

type PacketdrillOptions = {readonly host: HostName; readonly title: Words | undefined; readonly words: PacketdrillWords};

/** Lines without line ends, or what cannot be said. */
export type Packetdrill =
	| {readonly lines: readonly string[]; readonly unsayable?: undefined}
	| {readonly unsayable: Unsayable; readonly lines?: undefined};

/** µs; virtual time is exact, real hosts need a little more. */
const tolerance = 1000;

const nowhere = {line: 1, column: 1};

/** The history has to stand in the present. */
export function packetdrillOf(history: Pick<History, 'world' | 'setup'>, {host, title, words}: PacketdrillOptions): Packetdrill {
	const part = gather(history, host);
	const head = [...(title ? [words.said(title)] : []), words.seenFrom(host)];
	const written = write(part, {words, head, isPortable: true});
	return written.unsayable?.code === 'differs' ? write(part, {words, head, isPortable: false}) : written;
}

type Manner = {readonly words: PacketdrillWords; readonly head: readonly string[]; readonly isPortable: boolean};

function write(part: Part, {words, head, isPortable}: Manner): Packetdrill {
	const {draft, settings, unsayable} = writeDeeds(part, words, isPortable);
	if (unsayable) return {unsayable};
	const script = scriptOf(draft, settings, part.profile);
	const differing = difference(script, part.profile);
	return differing ? {unsayable: differing} : {lines: textOf(script, draft, head)};
}

/** The script has to pass where it came from. */
function difference(script: PktScript, profile: ProfileName): Unsayable | undefined {
	const {culprit} = drillScript(script, profile);
	const event = culprit && script.events[culprit.event];
	return culprit && {code: 'differs', line: event ? eventWords(event) : '', verdict: culprit.verdict};
}

/** The lab begins as the stack itself does, `drill` as the suites of scripts do. */
function initOf(settings: readonly string[], profile: ProfileName): Pick<PktScript, 'init'> {
	const commands = [
		...(profile === 'linux'
			? kernelDefaults.map(([name, value]) => `sysctl -q -w ${name}=${value.includes(' ') ? `"${value}"` : value}`)
			: []),
		...settings,
	];
	return commands.length > 0 ? {init: {text: commands.join('\n'), place: nowhere}} : {};
}

const scriptOf = ({items}: Draft, settings: readonly string[], profile: ProfileName): PktScript => ({
	file: '',
	options: [
		{name: 'tolerance_usecs', value: String(tolerance), place: nowhere},
		{name: 'tolerance_percent', value: '0', place: nowhere},
	],
	...initOf(settings, profile),
	events: items.flatMap(item => (item.kind === 'event' ? [item.event] : [])),
	firstLineProfile: profile,
	dialectHints: [],
	unsupported: [],
});
