/** The options of SYN and SYN,ACK: which are offered, and how each stack puts them in order (RFC 9293 § 3.2, RFC 7323 § 2, § 3; RFC 2018 § 2). */
import {largestWindow} from './advertise.js';
import {encodeOption} from './option-codec.js';
import {noOptions, type Option} from './segment.js';
import type {Env, Tcb} from './tcb.js';

/** `wscale`: the shift count, undefined: not offered. */
type Offer = {readonly wscale: number | undefined; readonly sack: boolean; readonly timestamps: boolean};

const nothing: Offer = {wscale: undefined, sack: false, timestamps: false};

/** RFC 7323 § 2.3. */
const mostShift = 14;

/** The smallest shift with which 16 bits can tell of the whole buffer (RFC 7323 § 2.2), in units rounded as the window field is. */
function shiftFor(tcb: Tcb, env: Env): number {
	const most = largestWindow(tcb, env);
	let shift = 0;
	const units = env.profile.windowRounding === 'up' ? Math.ceil : Math.floor;
	while (shift < mostShift && units(most / 2 ** shift) > 65_535) shift++;
	return shift;
}

/** A host that needs many SYNs may sit behind one that dislikes options: from this retransmission on they are left out. */
const bareFrom = 3;

/** What we would like, whatever the peer says. */
export function wishOf(tcb: Tcb, env: Env): Offer {
	const {knobs} = env;
	if (knobs.noOptions || (knobs.synDropsOptions && !tcb.isPassive && tcb.retries >= bareFrom)) return nothing;
	return {wscale: knobs.wscale ? shiftFor(tcb, env) : undefined, sack: knobs.sack, timestamps: knobs.timestamps};
}

/** An answer offers what the SYN has offered, and no more. */
function offerOf(tcb: Tcb, env: Env): Offer {
	const isAnswer = tcb.hasIrs && (tcb.isPassive || env.profile.simultaneousOptions === 'offered');
	if (!isAnswer) return wishOf(tcb, env);
	return {wscale: tcb.hasWscale ? tcb.rcv.scale : undefined, sack: tcb.hasSack, timestamps: tcb.hasTimestamps};
}

/** In the order of the wire, pads included. */
export function synOptions(tcb: Tcb, env: Env): readonly Option[] {
	if (env.knobs.noOptions) return noOptions;
	const mss: Option = {kind: 'mss', value: tcb.rcv.mss};
	const offer = offerOf(tcb, env);
	const stamp: Option = {kind: 'TS', val: timestampAt(tcb, env.now), ecr: tcb.hasIrs ? tcb.ts.recent : 0};
	return env.profile.synOptions === 'linux' ? inWords(mss, offer, stamp) : packed(mss, offer, stamp);
}

/** The clock of our timestamps: milliseconds (RFC 7323 § 5.4). */
export const timestampAt = ({ts}: Tcb, now: number): number => (Math.floor(now / 1000) + ts.offset) >>> 0;

const nop: Option = {kind: 'nop'};
const sackOK: Option = {kind: 'sackOK'};
const eol: Option = {kind: 'eol'};

/** Linux: whole 32-bit words, padded in front. */
function inWords(mss: Option, {wscale, sack, timestamps}: Offer, stamp: Option): readonly Option[] {
	const options = [mss];
	if (timestamps) options.push(...(sack ? [sackOK] : [nop, nop]), stamp);
	else if (sack) options.push(nop, nop, sackOK);
	if (wscale !== undefined) options.push(nop, {kind: 'wscale', shift: wscale});
	return options;
}

const lengthOf = (options: readonly Option[]): number => options.reduce((sum, option) => sum + encodeOption(option).length, 0);

/** FreeBSD: each at the place where its value is aligned, the end filled up. */
function packed(mss: Option, {wscale, sack, timestamps}: Offer, stamp: Option): readonly Option[] {
	const options = [mss];
	const pad = (place: number, modulo: number, filler: Option): void => {
		while (lengthOf(options) % modulo !== place) options.push(filler);
	};
	if (wscale !== undefined) {
		pad(1, 4, nop);
		options.push({kind: 'wscale', shift: wscale});
	}
	if (sack) {
		pad(0, 2, nop);
		options.push(sackOK);
	}
	if (timestamps) {
		pad(2, 4, nop);
		options.push(stamp);
	}
	pad(0, 4, eol);
	return options;
}
