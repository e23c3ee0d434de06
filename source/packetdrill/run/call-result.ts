/** What a call returned, against what the script says it returns. */
import type {OptionValue, PosixCall} from '../../host/posix/call.js';
import type {CallRecord} from '../../host/socket.js';
import type {PktCall, PktExpression} from '../pkt.js';
import {actionWords, expressionWords} from '../pkt-print-action.js';
import {fieldIn, itemIn, namesIn, numberIn} from './arguments.js';
import {same} from './compare.js';
import type {Run} from './run.js';
import type {FieldCheck} from './verdict.js';

/** What accept() and socket() return is a name that the script gives to a descriptor. */
export function compareResult(run: Run, pkt: PktCall, record: CallRecord): readonly FieldCheck[] {
	const {result, errno} = pkt;
	const isDescriptor = (pkt.name === 'socket' || pkt.name === 'accept') && record.result >= 0;
	const expected = result.kind === 'any' ? undefined : numberIn(result);
	if (isDescriptor && expected !== undefined && expected >= 0) {
		run.descriptors.set(expected, record.result);
		return [same('result', expected, expected)];
	}
	const fields = expected === undefined ? [] : [same('result', expected, record.result)];
	if (errno !== undefined || record.error !== undefined) fields.push(compareErrno(errno, record, expected));
	return record.error === undefined ? [...fields, ...compareValues(pkt, record), ...compareMessage(pkt)] : fields;
}

/** A stream has nothing to tell of a message: neither its end, nor that some of it is gone. */
function compareMessage({name, args}: PktCall): readonly FieldCheck[] {
	const expected = name === 'recvmsg' ? fieldIn(args[1], 'msg_flags') : undefined;
	return expected === undefined || expected.kind === 'any' ? [] : [value(expected, '0', namesIn(expected).length === 0)];
}

/** What the call did, as a script would say it. */
export function outcomeWords(pkt: PktCall, record: CallRecord): string {
	const {result, error} = record;
	const isHex = pkt.result.kind === 'integer' && pkt.result.isHex;
	const args = error === undefined ? actualArgs(pkt, record) : pkt.args;
	return actionWords({...pkt, args, result: {kind: 'integer', value: result, isHex}, errno: error});
}

/** With what was written into them, where the script looks at that. */
function actualArgs({args}: PktCall, {values}: CallRecord): readonly PktExpression[] {
	const put = (at: number, text: string): readonly PktExpression[] => (args[at] ? args.with(at, {kind: 'name', name: text}) : args);
	switch (values?.kind) {
		case undefined:
			return args;
		case 'option':
			return put(3, optionText(values.value));
		case 'count':
			return put(2, `[${values.count}]`);
		case 'events':
			return args[0]?.kind === 'list'
				? args.with(0, {...args[0], items: args[0].items.map((item, at) => seenEvents(item, values.revents[at]))})
				: args;
	}
}

function seenEvents(item: PktExpression, revents: readonly string[] = []): PktExpression {
	if (item.kind !== 'struct') return item;
	const seen: PktExpression = {kind: 'name', name: revents.join('|') || '0'};
	return {...item, fields: item.fields.map(field => (field.name === 'revents' ? {...field, value: seen} : field))};
}

function optionText(actual: OptionValue): string {
	switch (actual.kind) {
		case 'number':
			return `[${actual.value}]`;
		case 'text':
			return `"${actual.text}"`;
		case 'error':
			return `[${actual.error ?? 0}]`;
		case 'linger':
			return `{onoff=${actual.isOn ? 1 : 0}, linger=${actual.seconds}}`;
	}
}

/** Two names for one number. */
const canonical = (errno: string): string => (errno === 'EWOULDBLOCK' ? 'EAGAIN' : errno);

/** A bare −1 leaves the errno open. */
function compareErrno(expected: string | undefined, {error}: CallRecord, result: number | undefined): FieldCheck {
	const isSame = expected === undefined ? result === undefined || result < 0 : canonical(expected) === error;
	return {field: 'errno', expected: expected ?? '', actual: error ?? '', isSame};
}

/** What the call wrote into its arguments. */
function compareValues({args}: PktCall, {posix, values}: CallRecord): readonly FieldCheck[] {
	switch (values?.kind) {
		case undefined:
			return [];
		case 'option':
			return compareOption(args[3], values.value);
		case 'count':
			return args[2] ? [value(args[2], `[${values.count}]`, numberIn(itemIn(args[2])) === values.count)] : [];
		case 'events':
			return posix?.call === 'poll' ? compareEvents(args[0], posix, values.revents) : [];
	}
}

const value = (expected: PktExpression, actual: string, isSame: boolean): FieldCheck => ({
	field: 'value',
	expected: expressionWords(expected),
	actual,
	isSame,
});

function compareOption(expected: PktExpression | undefined, actual: OptionValue): readonly FieldCheck[] {
	if (expected === undefined || expected.kind === 'any') return [];
	const item = expected.kind === 'list' ? itemIn(expected) : expected;
	if (item.kind === 'any') return [];
	return [value(expected, optionText(actual), isOption(item, actual))];
}

function isOption(item: PktExpression, actual: OptionValue): boolean {
	switch (actual.kind) {
		case 'number':
			return item.kind !== 'string' && item.kind !== 'struct' && numberIn(item) === actual.value;
		case 'text':
			return item.kind === 'string' && item.text === actual.text;
		case 'error':
			return isError(item, actual.error);
		case 'linger':
			return isLinger(item, actual);
	}
}

const isError = (item: PktExpression, error: string | undefined): boolean =>
	item.kind === 'name' ? canonical(item.name) === error : item.kind === 'integer' && item.value === 0 && error === undefined;

const isLinger = (item: PktExpression, {isOn, seconds}: OptionValue & {kind: 'linger'}): boolean =>
	item.kind === 'struct' && (numberIn(fieldIn(item, 'onoff')) !== 0) === isOn && numberIn(fieldIn(item, 'linger')) === seconds;

function compareEvents(
	expected: PktExpression | undefined,
	{entries}: PosixCall & {call: 'poll'},
	revents: readonly (readonly string[])[],
): readonly FieldCheck[] {
	if (expected?.kind !== 'list') return [];
	return entries.flatMap((_, at) => {
		const wanted = fieldIn(expected.items[at], 'revents');
		if (wanted === undefined || wanted.kind === 'any') return [];
		const actual = revents[at] ?? [];
		return [value(wanted, actual.join('|') || '0', [...namesIn(wanted)].sort().join() === [...actual].sort().join())];
	});
}
