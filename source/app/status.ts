/** What the status bar offers: the keys that lead somewhere now, in the order in which a person would want them. */
import type {Socket} from '../host/socket.js';
import {packetAt} from '../sim/index.js';
import type {State} from '../tcp/state.js';
import {aimedPacket, hasEnded, shownSocket} from './aim.js';
import {type KeyId, keyFor, statusPlace} from './keymap.js';
import type {Lab} from './lab.js';
import {nonsenseOf} from './sense.js';
import type {KeyHint, StatusView, StatusWord} from './store-type.js';

/** From this width on the bar has a section for help of its own. */
const wide = 120;

const hint = (id: KeyId & StatusWord): KeyHint => ({keys: [keyFor(id)], word: id, cut: statusPlace(id)?.cut ?? 0});

const mayAll = (lab: Lab, ids: readonly (KeyId & StatusWord)[]): readonly KeyHint[] => ids.filter(id => !nonsenseOf(lab, id)).map(hint);

/** States in which text may still be sent, and in which some may still come. */
const sends: ReadonlySet<State> = new Set<State>(['ESTABLISHED', 'CLOSE_WAIT']);
const receives: ReadonlySet<State> = new Set<State>(['ESTABLISHED', 'FIN_WAIT_1', 'FIN_WAIT_2', 'CLOSE_WAIT']);

function ofConnection({tcb, isOpen}: Socket): readonly (KeyId & StatusWord)[] {
	if (!isOpen) return [];
	const canSend = sends.has(tcb.state) && !tcb.isFinQueued;
	return [
		...(canSend ? (['send'] as const) : []),
		...(receives.has(tcb.state) ? (['receive'] as const) : []),
		...(canSend ? (['shutdown'] as const) : []),
		'close',
		'abort',
	];
}

/** Somebody who listens on the other side makes connect the likelier wish. */
function toBegin(lab: Lab): readonly (KeyId & StatusWord)[] {
	const peer = lab.focus === 'client' ? 'server' : 'client';
	const isAwaited = lab.history.world.hosts[peer].sockets.some(({kind, isOpen}) => kind === 'listener' && isOpen);
	return isAwaited ? ['connect', 'listen'] : ['listen', 'connect'];
}

function hostKeys(lab: Lab): readonly KeyHint[] {
	const socket = shownSocket(lab, lab.focus);
	if (!socket || (hasEnded(socket) && !socket.isOpen) || socket.isClosed) return mayAll(lab, toBegin(lab));
	if (socket.kind === 'listener') return mayAll(lab, ['other-host', 'accept', 'close']);
	return mayAll(lab, socket.isOpen ? ofConnection(socket) : ['accept', 'other-host']);
}

function packetKeys(lab: Lab): StatusView['packet'] {
	const n = aimedPacket(lab);
	if (n === undefined) return undefined;
	const isAlive = packetAt(lab.history.world.trace, n).fate === 'in-flight';
	return {n, keys: isAlive ? mayAll(lab, ['drop', 'duplicate', 'delay', 'mark']) : [hint('details')]};
}

/** Stopped or moving: what to do with time; the pause of a scenario waits for the same key. */
function timeKeys(lab: Lab, isBusy: boolean): readonly KeyHint[] {
	const isStopped = lab.isPaused || lab.playing?.isWaiting === true;
	const space: KeyHint = {...hint('pause'), word: isStopped ? 'go-on' : 'pause'};
	const steps: KeyHint = {keys: [keyFor('step-back'), keyFor('step-on')], word: 'step', cut: 25};
	const inPast = mayAll(lab, ['present']);
	if (inPast.length > 0) return [...inPast, steps];
	if (isStopped) return [space, steps];
	if (isBusy) return lab.size.columns >= wide ? [space, steps] : [space];
	return mayAll(lab, ['step-back', 'scenarios', 'knobs', 'diagram']);
}

export function buildStatus(lab: Lab): StatusView {
	const packet = packetKeys(lab);
	const isBusy = packet !== undefined || lab.playing !== undefined;
	const isShort = isBusy && lab.size.columns < wide;
	const helpKeys = isShort ? [hint('help')] : [hint('help'), hint('quit')];
	return {host: lab.focus, hostKeys: hostKeys(lab), packet, timeKeys: timeKeys(lab, isBusy), helpKeys, isShort};
}
