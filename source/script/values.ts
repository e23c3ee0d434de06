/** Values as the language writes them: ports, durations, sizes, rates, shares, sequence numbers, hosts, sockets, names. */
import {type HostName, hostNames, type SocketRef, type Words} from '../sim/action.js';
import {type Cursor, skipWord, take, takeString} from './cursor.js';
import {textOf} from './escape.js';
import {type Allowed, words} from './mistake.js';

const largestSeq = 0xffffffff;
/** 11 years: sums of times stay whole numbers. */
const longest = 100_000 * 3_600_000_000;
/** Windows stop at 2³⁰ (RFC 7323 § 2.3). */
const largestSize = 2 ** 30;
/** Descriptors 0 to 2 are taken on every host. */
const firstDescriptor = 3;

const durationUnits: Readonly<Record<string, number>> = {us: 1, ms: 1e3, s: 1e6, min: 60e6, h: 3600e6};
const sizeUnits: Readonly<Record<string, number>> = {'': 1, KiB: 1024, MiB: 1024 ** 2};
const rateUnits: Readonly<Record<string, number>> = {bps: 1, kbps: 1e3, Mbps: 1e6, Gbps: 1e9};

/** `1.5s` in the smallest unit; undefined when it is no number with one of the units, or does not come out whole. */
function scaled(text: string, units: Readonly<Record<string, number>>): number | undefined {
	const [, whole = '', fraction = '', unit = ''] = /^(\d{1,16})(?:\.(\d{1,12}))?([A-Za-z]*)$/.exec(text) ?? [];
	const factor = Object.hasOwn(units, unit) ? units[unit] : undefined;
	if (whole === '' || factor === undefined) return undefined;
	const divisor = 10n ** BigInt(fraction.length);
	const product = BigInt(whole + fraction) * BigInt(factor);
	return product % divisor === 0n ? Number(product / divisor) : undefined;
}

const within = (value: number | undefined, min: number, max: number): number | undefined =>
	value !== undefined && value >= min && value <= max ? value : undefined;

const wholeNumber = (text: string): number | undefined => (/^\d{1,16}$/.test(text) ? Number(text) : undefined);

export const readDuration = (text: string): number | undefined => within(scaled(text, durationUnits), 0, longest);
export const readSize = (text: string): number | undefined => within(scaled(text, sizeUnits), 0, largestSize);

/** Bits a second; 0 for `off`, no limit. */
export const readRate = (text: string): number | undefined => (text === 'off' ? 0 : within(scaled(text, rateUnits), 1, 1e15));

/** 0 … 1. */
export function readShare(text: string): number | undefined {
	const [, percent] = /^(\d{1,3}(?:\.\d{1,12})?)%$/.exec(text) ?? [];
	return within(percent === undefined ? undefined : Number(percent) / 100, 0, 1);
}

const readSeq = (text: string): number | undefined => within(wholeNumber(text), 0, largestSeq);
const readPort = (text: string): number | undefined => within(wholeNumber(text), 1, 65535);

type Range = {readonly min: number; readonly max: number};
export const readCount = (text: string, {min, max}: Range): number | undefined => within(wholeNumber(text), min, max);
export const takeCount = (cursor: Cursor, range: Range): number =>
	take(cursor, text => readCount(text, range), [{value: 'count', ...range}]);

export const takeDuration = (cursor: Cursor): number => take(cursor, readDuration, [{value: 'duration'}]);
export const takeRate = (cursor: Cursor): number => take(cursor, readRate, [{value: 'rate'}]);
export const takeShare = (cursor: Cursor): number => take(cursor, readShare, [{value: 'share'}]);
export const takeSeq = (cursor: Cursor): number => take(cursor, readSeq, [{value: 'seq'}]);
export const takePort = (cursor: Cursor): number => take(cursor, readPort, [{value: 'port'}]);

/** Octets. */
export const takeSize = (cursor: Cursor, min = 0): number =>
	take(cursor, text => within(readSize(text), min, largestSize), [{value: 'size'}]);

export const readHost = (text: string): HostName | undefined => hostNames.find(host => host === text);
export const takeHost = (cursor: Cursor): HostName => take(cursor, readHost, words(hostNames));

/** Never a number. */
const readName = (text: string): string | undefined => (/^(?!\d+$)[\p{L}\p{N}_.-]{1,32}$/u.test(text) ? text : undefined);
export const takeName = (cursor: Cursor): string => take(cursor, readName, [{value: 'name'}]);

export function readSocket(text: string): SocketRef | undefined {
	const [, hostWord = '', part] = /^(client|server)(?::(.+))?$/s.exec(text) ?? [];
	const host = readHost(hostWord);
	if (!host || part === undefined) return host && {host};
	const name = readName(part);
	const number = within(wholeNumber(part), firstDescriptor, largestSeq);
	if (name !== undefined) return {host, name};
	return number === undefined ? undefined : {host, number};
}

export const socketAllowed: readonly Allowed[] = [{value: 'socket'}];
export const takeSocket = (cursor: Cursor): SocketRef => take(cursor, readSocket, socketAllowed);

export const isPlain = ({name, number}: SocketRef): boolean => name === undefined && number === undefined;

/** `server:80`. */
export function takeHostPort(cursor: Cursor): {readonly host: HostName; readonly port: number} {
	const read = (text: string) => {
		const [hostWord = '', portWord = '', ...more] = text.split(':');
		const host = readHost(hostWord);
		const port = readPort(portWord);
		return host && port && more.length === 0 ? {host, port} : undefined;
	};
	return take(cursor, read, [{value: 'host-port'}]);
}

/** `"…" [zh "…"]` */
export function takeWords(cursor: Cursor): Words {
	const en = textOf(takeString(cursor));
	return skipWord(cursor, 'zh') ? {en, zh: textOf(takeString(cursor))} : {en};
}
