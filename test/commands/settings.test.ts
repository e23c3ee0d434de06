import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readCommandLine} from '../../source/commands/command-line.js';
import {settingsFrom} from '../../source/commands/settings.js';

const utf8 = {LANG: 'en_US.UTF-8'};
const read = (line: string, environment: Readonly<Record<string, string>> = utf8) =>
	settingsFrom(readCommandLine(line.split(' ').filter(Boolean)), environment);
const settingsOf = (line: string, environment?: Readonly<Record<string, string>>) => {
	const {settings, complaints} = read(line, environment);
	assert.deepEqual(complaints, []);
	return settings;
};

test('without flags the defaults hold and nothing is asked of the link', () => {
	const {link, ...settings} = settingsOf('');
	assert.deepEqual(settings, {
		lang: 'en',
		isAscii: false,
		hasColor: true,
		profile: undefined,
		seed: undefined,
		fps: 30,
		speed: undefined,
		format: undefined,
		host: undefined,
		output: undefined,
		isJson: false,
		isVerbose: false,
		isWatch: false,
		defines: new Map(),
	});
	assert.deepEqual([...new Set(Object.values(link))], [undefined]);
});

for (const [line, link] of [
	['--delay 200ms', {delayUs: 200_000}],
	['--delay=1.5s --jitter 0ms', {delayUs: 1_500_000, jitterUs: 0}],
	['--rate 64kbps --queue 0', {rateBps: 64_000, queue: 0}],
	['--rate off', {rateBps: 0}],
	['--loss 5% --duplicate 0.5%', {loss: 0.05, duplicate: 0.005}],
	['--corrupt 100% --reorder 0%', {corrupt: 1, reorder: 0}],
] as const) {
	test(`${line} is read as the lab language reads it`, () => {
		assert.deepEqual(Object.fromEntries(Object.entries(settingsOf(line).link).filter(([, value]) => value !== undefined)), link);
	});
}

for (const [line, wanted] of [
	['--profile freebsd --seed 4294967295 --fps 60 --speed 0.05', {profile: 'freebsd', seed: 4294967295, fps: 60, speed: 0.05}],
	['run x -o out.txt --format json', {output: 'out.txt', format: 'json'}],
	['run x --format packetdrill --host client', {format: 'packetdrill', host: 'client'}],
	['--output=out.txt', {output: 'out.txt'}],
	['--ascii --no-color --lang zh', {isAscii: true, hasColor: false, lang: 'zh'}],
] as const) {
	test(`${line} is taken`, () => {
		const settings: Readonly<Record<string, unknown>> = settingsOf(line);
		for (const [name, value] of Object.entries(wanted)) assert.equal(settings[name], value, name);
	});
}

for (const [line, ...complaints] of [
	['--loss 200%', '--loss must be 0% to 100%, got 200%'],
	['--loss 5', '--loss must be 0% to 100%, got 5'],
	['--delay', '--delay must be a duration, as in 200ms, 1.5s or 2min, got nothing'],
	['--delay --jitter 5ms', '--delay must be a duration, as in 200ms, 1.5s or 2min, got nothing'],
	['--delay 5', '--delay must be a duration, as in 200ms, 1.5s or 2min, got 5'],
	['--delay -5', '--delay must be a duration, as in 200ms, 1.5s or 2min, got -5'],
	['-o', '--output must be the name of a file, got nothing'],
	['--seed 1.5', '--seed must be a whole number from 0 to 4294967295, got 1.5'],
	['--seed 4294967296', '--seed must be a whole number from 0 to 4294967295, got 4294967296'],
	['--fps 0', '--fps must be a whole number from 1 to 60, got 0'],
	['--speed 0', '--speed must be a number above 0, got 0'],
	['--profile windows', '--profile must be textbook or linux or freebsd, got windows'],
	['--lang fr', '--lang must be en or zh, got fr'],
	['--loss 5% --loss 6%', '--loss must be given once, got 5%, 6%'],
	['--bogus', 'unknown flag --bogus; tcp-tui --help lists what there is'],
	['--some-flag 5', 'unknown flag --some-flag; tcp-tui --help lists what there is'],
	['-q', 'unknown flag -q; tcp-tui --help lists what there is'],
	[
		'--bogus --loss x --seed y',
		'unknown flag --bogus; tcp-tui --help lists what there is',
		'--loss must be 0% to 100%, got x',
		'--seed must be a whole number from 0 to 4294967295, got y',
	],
] as const) {
	test(`${line} is complained about in ${complaints.length === 1 ? 'a line' : `${complaints.length} lines`}`, () =>
		assert.deepEqual([...read(line).complaints].sort(), [...complaints].sort()));
}

for (const [environment, lang, isAscii] of [
	[{}, 'en', true],
	[{LANG: 'C'}, 'en', true],
	[{LANG: 'POSIX'}, 'en', true],
	[{LANG: 'C.UTF-8'}, 'en', false],
	[{LANG: 'en_US.utf8'}, 'en', false],
	[{LANG: 'zh_CN.UTF-8'}, 'zh', false],
	[{LANG: 'zh_CN.GB18030'}, 'en', true],
	[{LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh_TW.UTF-8'}, 'zh', false],
	[{LANG: 'zh_CN.UTF-8', LC_ALL: 'en_US.UTF-8'}, 'en', false],
	[{LANG: 'zh_CN.UTF-8', LC_ALL: ''}, 'zh', false],
	[{LANG: 'en_US.UTF-8', LC_CTYPE: 'C'}, 'en', true],
	[{LANG: 'C', LC_ALL: 'C.UTF-8'}, 'en', false],
] as const) {
	test(`in the locale ${JSON.stringify(environment)} it speaks ${lang} and draws ${isAscii ? 'ASCII' : 'Unicode'}`, () => {
		const settings = settingsOf('', environment);
		assert.deepEqual([settings.lang, settings.isAscii], [lang, isAscii]);
	});
}

for (const [environment, hasColor] of [
	[{NO_COLOR: '1'}, false],
	[{NO_COLOR: ''}, true],
] as const) {
	test(`with NO_COLOR "${environment.NO_COLOR}" it draws with${hasColor ? '' : 'out'} colours`, () =>
		assert.equal(settingsOf('', {...utf8, ...environment}).hasColor, hasColor));
}

test('complaints are in the language that is asked for', () => {
	assert.deepEqual(read('--lang zh --loss 3').complaints, ['--loss 应为 0% 到 100%，实为 3']);
});
