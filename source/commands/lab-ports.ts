import {existsSync, writeFileSync} from 'node:fs';
import type {Ports} from '../app/store.js';
import type {Clock} from '../app/ticker.js';
import {jsonLines} from '../export/json.js';
import {ladderLines} from '../export/ladder.js';
import {exportEn} from '../locale/en/export.js';
import {exportZh} from '../locale/zh/export.js';
import type {Settings} from './command.js';
import {codeOf} from './script-source.js';

const clock: Clock = {
	now: () => performance.now(),
	setTimer: (callback, ms) => {
		const timer = setTimeout(callback, ms);
		return () => clearTimeout(timer);
	},
};

function writeNew(file: string, text: string): string | undefined {
	try {
		writeFileSync(file, text, {flag: 'wx'});
		return undefined;
	} catch (error) {
		return codeOf(error);
	}
}

const joined = (lines: Iterable<string>): string => Array.from(lines, line => `${line}\n`).join('');

/** The clock and the files, for the lab. */
export const portsFor = ({lang}: Settings): Ports => ({
	clock,
	writeNew,
	exists: existsSync,
	print: (format, {world}) => {
		switch (format) {
			case 'text':
				return joined(ladderLines({world, title: undefined, lang, words: lang === 'zh' ? exportZh : exportEn}));
			case 'json':
				return joined(jsonLines({world, title: undefined, lang, failed: 0}));
		}
	},
});
