/** The commands of a script as typed deeds (sysctl, the suites' helper scripts, counters, socket lists). Nothing is ever run. */
import type {KnobChange} from '../sim/action.js';
import {readKnobCommand} from './knob-command.js';
import {type Pipeline, readPipelines} from './shell-words.js';

export type ScriptCommand =
	/** Name with dots; the numbers of a list with single blanks between them. */
	| {readonly kind: 'sysctl'; readonly name: string; readonly value: string}
	/** The Linux suites' own settings. */
	| {readonly kind: 'defaults'}
	/** What was set before the script. */
	| {readonly kind: 'restore'}
	/** Segments no larger than one MSS. */
	| {readonly kind: 'no-offload'}
	/** A queueing discipline; ignorable: one that neither delays nor drops a single flow of a script. */
	| {readonly kind: 'qdisc'; readonly isIgnorable: boolean; readonly text: string}
	/** The counter must stand so. */
	| {readonly kind: 'counter'; readonly name: string; readonly count: number}
	/** Counters start at 0 again. */
	| {readonly kind: 'counter-reset'}
	/** So many connections of the endpoint are in this state. */
	| {
			readonly kind: 'sockstat';
			/** Undefined: both. */
			readonly ipVersion?: 4 | 6 | undefined;
			readonly port?: number | undefined;
			readonly state: string;
			readonly count: number;
	  }
	/** Connections in this state are deleted. */
	| {readonly kind: 'tcpdrop'; readonly state: string}
	/** A knob of this program. */
	| {readonly kind: 'knob'; readonly change: KnobChange}
	/** Succeeds without an effect on a connection. */
	| {readonly kind: 'nothing'}
	| {readonly kind: 'unsupported'; readonly text: string};

/** What stands between two backticks: several commands, in order; none for blanks. */
export const readCommands = (text: string): readonly ScriptCommand[] => readPipelines(text).flatMap(readPipeline);

function readPipeline(pipeline: Pipeline): readonly ScriptCommand[] {
	const unsupported = {kind: 'unsupported', text: pipeline.text} as const;
	if (!pipeline.isPlain) return [unsupported];
	const words = withoutShell(pipeline.stages[0] ?? []);
	const [program = ''] = words;
	const reader = readers.find(([pattern]) => pattern.test(program))?.[1];
	return reader?.(words, pipeline) ?? [unsupported];
}

/** `sh FILE`, `. FILE`. */
const withoutShell = (words: readonly string[]): readonly string[] =>
	words.length > 1 && /^(?:\.|source|(?:\/bin\/)?(?:ba)?sh)$/.test(words[0] ?? '') ? words.slice(1) : words;

/** Undefined: not such a command after all. */
type Read = (words: readonly string[], pipeline: Pipeline) => readonly ScriptCommand[] | undefined;

const lone =
	(read: Read): Read =>
	(words, pipeline) =>
		pipeline.stages.length === 1 && pipeline.output === undefined ? read(words, pipeline) : undefined;

const always = (command: ScriptCommand): Read => lone(() => [command]);

/** By the first word. */
const readers: readonly (readonly [RegExp, Read])[] = [
	[/(?:^|\/)sysctl$/, lone(([, ...words]) => readSysctl(words))],
	[/(?:^|\/)defaults\.sh$/, always({kind: 'defaults'})],
	[/(?:^|\/)set_sysctls\.py$/, lone(([, ...words]) => everyOf(words, readSetting))],
	[/(?:^|\/)sysctl_restore_[^/]*\.sh$/, always({kind: 'restore'})],
	[/^ethtool$/, lone(readEthtool)],
	[/^tc$/, lone(readTc)],
	[/^nstat$/, readNstat],
	[/^sockstat$/, readSockstat],
	[/^tcpdrop$/, lone(readTcpdrop)],
	[/^ip$/, lone(words => (words[1] === 'tcp_metrics' && words[2] === 'flush' ? [{kind: 'nothing'}] : undefined))],
	[/^echo$/, readEcho],
	[/^(?:true|:)$/, always({kind: 'nothing'})],
	[/^tcp-tui$/, lone(readKnob)],
];

/** `/proc/sys/net/ipv4/x` and `net/ipv4/x` are `net.ipv4.x`. */
const dotted = (name: string): string => name.replace(/^\/proc\/sys\//, '').replaceAll('/', '.');

function readSetting(word: string): ScriptCommand | undefined {
	const [, name, value] = /^([\w./-]+)=([^$`]*)$/.exec(word) ?? [];
	if (name === undefined || value === undefined) return undefined;
	return {kind: 'sysctl', name: dotted(name), value: value.trim().replace(/\s+/g, ' ')};
}

/** One that is not understood: none is. */
function everyOf<Item>(items: readonly Item[], read: (item: Item) => ScriptCommand | undefined): readonly ScriptCommand[] | undefined {
	const commands = items.flatMap(item => read(item) ?? []);
	return commands.length === items.length && items.length > 0 ? commands : undefined;
}

/** Reading a value out loud does nothing; `-w` sets. */
function readSysctl(words: readonly string[]): readonly ScriptCommand[] | undefined {
	if (words.some(word => /^-.*[pfa]/.test(word))) return undefined;
	const isSetting = words.includes('-w');
	return everyOf(
		words.filter(word => !word.startsWith('-')),
		word => (!isSetting && /^[\w./-]+$/.test(word) ? {kind: 'nothing'} : readSetting(word)),
	);
}

/** Bursts are cut by `tso` and `gso`; the other features do not show on the wire of a script. */
function readEthtool([, flag, , ...features]: readonly string[]): readonly ScriptCommand[] | undefined {
	if (flag !== '-K' || features.length === 0 || features.length % 2 !== 0) return undefined;
	const pairs = features.flatMap((feature, index) => (index % 2 === 0 ? [[feature, features[index + 1]] as const] : []));
	const cutters = pairs.filter(([feature]) => /^(?:tso|gso|tcp-segmentation-offload|generic-segmentation-offload)$/.test(feature));
	if (pairs.some(([, state]) => state !== 'on' && state !== 'off') || cutters.some(([, state]) => state === 'on')) return undefined;
	return [{kind: cutters.length > 0 ? 'no-offload' : 'nothing'}];
}

function readTc(words: readonly string[], {text}: Pipeline): readonly ScriptCommand[] | undefined {
	if (words[1] !== 'qdisc') return undefined;
	const isIgnorable = words.some(word => /^(?:pfifo|bfifo|pfifo_fast|fq|fq_codel|noqueue)$/.test(word));
	return [{kind: 'qdisc', isIgnorable: isIgnorable && !words.includes('netem') && !words.includes('tbf'), text}];
}

/** The patterns of the `grep`s behind the first stage; undefined if there is another program. */
function grepsOf({stages}: Pipeline): readonly string[] | undefined {
	const greps = stages.slice(1).filter(words => !(words[0] === 'wc' && words[1] === '-l'));
	if (greps.some(([program, ...rest]) => program !== 'grep' || rest.some(word => /^-.*[^cqwEFe-]/.test(word)))) return undefined;
	const patterns = greps.map(words => words.slice(1).filter(word => !word.startsWith('-')));
	return patterns.every(({length}) => length === 1) ? patterns.flat() : undefined;
}

const countOf = (pattern: string | undefined): number | undefined => {
	const [, digits] = /^\^?\s*(\d{1,9})\s*\$?$/.exec(pattern ?? '') ?? [];
	return digits === undefined ? undefined : Number(digits);
};

/** `nstat -n`; `nstat | grep NAME | grep -q " 1 "`. */
function readNstat([, ...words]: readonly string[], pipeline: Pipeline): readonly ScriptCommand[] | undefined {
	const named = words.filter(word => !word.startsWith('-'));
	if (pipeline.stages.length === 1) return words.length === 1 && words[0] === '-n' ? [{kind: 'counter-reset'}] : undefined;
	const patterns = [...named, ...(grepsOf(pipeline) ?? [])];
	const count = countOf(patterns.at(-1));
	const [name, ...others] = new Set(patterns.slice(0, -1));
	return count === undefined || name === undefined || others.length > 0 ? undefined : [{kind: 'counter', name, count}];
}

/** `-4`, `-6`, none or both. */
function versionIn(words: readonly string[]): {readonly ipVersion?: 4 | 6} {
	const has = (version: string): boolean => words.some(word => word.startsWith('-') && word.includes(version));
	return has('4') === has('6') ? {} : {ipVersion: has('4') ? 4 : 6};
}

/** `sockstat -4 -P tcp -p 8080 -s | grep packetdril | grep -c STATE | grep 1`: any name of the process is the endpoint's. */
function readSockstat([, ...words]: readonly string[], pipeline: Pipeline): readonly ScriptCommand[] | undefined {
	const greps = grepsOf(pipeline)?.filter(pattern => !/^packetdril/.test(pattern));
	const [state, pattern] = greps ?? [];
	const count = countOf(pattern);
	const at = words.indexOf('-p');
	const port = at < 0 ? undefined : Number(words[at + 1]);
	if (state === undefined || count === undefined || greps?.length !== 2 || Number.isNaN(port)) return undefined;
	return [{kind: 'sockstat', ...versionIn(words), port, state, count}];
}

function readTcpdrop([, flag, state]: readonly string[]): readonly ScriptCommand[] | undefined {
	return flag === '-s' && state !== undefined ? [{kind: 'tcpdrop', state}] : undefined;
}

/** Into a file of /proc/sys; else only words for a person. */
function readEcho([, ...words]: readonly string[], {output, stages}: Pipeline): readonly ScriptCommand[] | undefined {
	if (stages.length > 1) return undefined;
	if (output === undefined) return [{kind: 'nothing'}];
	return output.startsWith('/proc/sys/') ? everyOf([`${output}=${words.join(' ')}`], readSetting) : undefined;
}

function readKnob(words: readonly string[]): readonly ScriptCommand[] | undefined {
	const change = readKnobCommand(words.join(' '));
	return change && [{kind: 'knob', change}];
}
