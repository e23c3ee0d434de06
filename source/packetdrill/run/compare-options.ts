/** Options, octet for octet and in order, pads included; timestamps count as their rules say. */
import type {SegmentRecord} from '../../sim/index.js';
import {encodeOption} from '../../tcp/option-codec.js';
import {ACK, type Option, SYN} from '../../tcp/segment.js';
import {offset, seq} from '../../tcp/seq.js';
import type {PktTcpOption} from '../pkt.js';
import {optionsWords} from '../pkt-print-action.js';
import type {Comparison} from './comparison.js';
import {remoteOffset, scriptStamp, shifted} from './connection.js';
import type {Connection} from './run.js';
import type {FieldCheck} from './verdict.js';

type Stamp = Option & {readonly kind: 'TS'};

const stampOf = (options: readonly Option[]): Stamp | undefined => options.find((option): option is Stamp => option.kind === 'TS');

export function compareOptions(comparison: Comparison): readonly FieldCheck[] {
	const {connection, expected, sent} = comparison;
	if (expected.options === undefined) return [];
	const actual = scriptOptions(connection, sent);
	const stamp = stampOf(actual);
	const wanted = expected.options.flatMap(option => wantedOctets(option, stamp));
	const isSame = String(wanted) === String(actual.flatMap(encodeOption));
	const isRight = isSame && expected.options.every(option => isStampRight(comparison, option, stamp));
	return [{field: 'options', expected: shown(expected.options), actual: shown(pktOptions(actual)), isSame: isRight}];
}

const shown = (options: readonly PktTcpOption[]): string => optionsWords(options) || '<>';

/** In the script's numbers: SACK edges and timestamps are relative like the rest. */
export const scriptOptions = (connection: Connection, {options, flags}: SegmentRecord): readonly Option[] =>
	options.map(option => scriptOption(connection, option, flags));

function scriptOption(connection: Connection, option: Option, flags: number): Option {
	if (option.kind === 'TS') return {...option, val: scriptStamp(connection, option.val)};
	if (option.kind !== 'sack' || !(flags & ACK)) return option;
	const by = -remoteOffset(connection, (flags & SYN) !== 0);
	return {...option, blocks: option.blocks.map(({from, to}) => ({from: shifted(from, by), to: shifted(to, by)}))};
}

/** Of a timestamp whatever was sent: its values have rules of their own. */
function wantedOctets(option: PktTcpOption, stamp: Stamp | undefined): readonly number[] {
	if (option.kind === 'raw') return option.octets;
	if (option.kind !== 'TS') return encodeOption(option);
	return encodeOption(stamp ?? {kind: 'TS', val: option.val ?? 0, ecr: option.ecr});
}

function isStampRight({run: {config}}: Comparison, option: PktTcpOption, stamp: Stamp | undefined): boolean {
	if (option.kind !== 'TS' || !stamp) return true;
	if (option.isEcrLiteral && option.ecr !== stamp.ecr) return false;
	if (option.val === undefined || config.stampTick === 0) return true;
	return Math.abs(offset(seq(option.val), seq(stamp.val))) * config.stampTick <= config.tolerance;
}

/** A timestamp that the script names can be echoed later; the first one anchors the others. */
export function recordStamp(connection: Connection, expected: readonly PktTcpOption[] | undefined, {options}: SegmentRecord): void {
	const live = stampOf(options)?.val;
	const named = expected?.find(option => option.kind === 'TS');
	if (live === undefined || named?.kind !== 'TS' || named.val === undefined) return;
	connection.firstStamp ??= {script: named.val, live};
	connection.stamps.set(named.val, live);
}

/** As a script would expect them. */
export const pktOptions = (options: readonly Option[]): readonly PktTcpOption[] =>
	options.map(option => {
		if (option.kind === 'TS') return {...option, isEcrLiteral: false};
		return option.kind === 'unknown' ? {kind: 'raw', octets: encodeOption(option)} : option;
	});
