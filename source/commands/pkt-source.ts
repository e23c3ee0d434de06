/** A packetdrill script out of its text, with the profile that it is run with. */

import {type DrillCatalogue, drillEn} from '../locale/en/drill.js';
import {type PktWords, pktEn} from '../locale/en/pkt.js';
import {drillZh} from '../locale/zh/drill.js';
import {pktZh} from '../locale/zh/pkt.js';
import type {PktScript, Place} from '../packetdrill/pkt.js';
import {profileOf} from '../packetdrill/pkt-guess.js';
import {parsePkt} from '../packetdrill/pkt-parser.js';
import {visible} from '../script/escape.js';
import type {ProfileName} from '../tcp/profile.js';
import type {Settings} from './command.js';

export type PktSource =
	| {readonly script: PktScript; readonly profile: ProfileName; readonly text: string; readonly mistake?: undefined}
	/** In words, without the file's name. */
	| {readonly script?: undefined; readonly mistake: Place & {readonly words: string}};

const pktWords = (lang: Settings['lang']): PktWords => (lang === 'zh' ? pktZh : pktEn);
export const drillWords = (lang: Settings['lang']): DrillCatalogue => (lang === 'zh' ? drillZh : drillEn);

const profiles: readonly ProfileName[] = ['textbook', 'linux', 'freebsd'];

/** What `#ifdef` finds defined. */
const defined: Readonly<Record<ProfileName, readonly string[]>> = {freebsd: ['FreeBSD'], textbook: ['STANDARD'], linux: []};

/** The command line's profile, else that of the first line, else that whose commands are used, else the textbook's. */
export function readPkt(
	text: string,
	name: string,
	{profile: asked, defines, lang}: Pick<Settings, 'profile' | 'defines' | 'lang'>,
): PktSource {
	const guessed = asked ?? profileOf(text) ?? 'textbook';
	const profile = profiles.find(one => one === guessed);
	if (!profile) return mistaken({line: 1, column: 1}, drillWords(lang).badProfile(visible(guessed), profiles));
	const {script, mistake} = parsePkt(text, {file: name, defined: defined[profile], definitions: defines});
	return script ? {script, profile, text} : mistaken(mistake, pktWords(lang).mistake(mistake));
}

const mistaken = ({line, column}: Place, words: string): PktSource => ({mistake: {line, column, words}});
