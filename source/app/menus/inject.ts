/** Forged segments: RST at the places that RFC 5961 tells apart, any segment in packetdrill's notation, a flood of SYN. */
import type {Socket} from '../../host/socket.js';
import {printSocket} from '../../script/print.js';
import type {HostName} from '../../sim/action.js';
import {add} from '../../tcp/seq.js';
import {refTo, shownSocket} from '../aim.js';
import type {Lab} from '../lab.js';
import {newestListener} from './listeners.js';
import type {Menu, MenuItem, MenuNote} from './menu.js';

const floodSize = 100;
const defaultPort = 80;

function noteOf({tcb}: Socket): MenuNote {
	if (tcb.state === 'SYN_SENT') return {code: 'syn-sent', sndNxt: tcb.snd.nxt, ref: 'RFC 9293 3.10.7.3'};
	return {code: 'window', rcvNxt: tcb.rcv.nxt, rcvWnd: tcb.rcv.wnd, ref: 'RFC 5961 3.2'};
}

/** In SYN_SENT only the acknowledgment number can be right or wrong, so there is one place. */
function rstItems(socket: Socket, target: string): readonly MenuItem[] {
	const {state, rcv, snd} = socket.tcb;
	const statement = (place: string) => ({kind: 'statement', statement: `inject rst to ${target} ${place}`}) as const;
	if (state === 'SYN_SENT')
		return [{id: 'exact', label: {code: 'rst-exact'}, detail: {text: `ack=${snd.nxt}  SND.NXT`}, deed: statement('exact')}];
	const seqs = [rcv.nxt, add(rcv.nxt, 1), add(rcv.nxt, rcv.wnd)].map(String);
	const width = Math.max(...seqs.map(text => text.length));
	const detail = (place: number, name: string) => ({text: `seq=${(seqs[place] ?? '').padEnd(width)}  ${name}`});
	return [
		{id: 'exact', label: {code: 'rst-exact'}, detail: detail(0, 'RCV.NXT'), deed: statement('exact')},
		{id: 'in-window', label: {code: 'rst-in-window'}, detail: detail(1, 'RCV.NXT + 1'), deed: statement('in-window')},
		{id: 'outside', label: {code: 'rst-outside'}, detail: detail(2, 'RCV.NXT + RCV.WND'), deed: statement('outside')},
	];
}

/** A segment that would be taken: with it the person sees the notation. */
const example = ({tcb: {rcv, snd}}: Socket): string => `F. ${rcv.nxt}:${rcv.nxt}(0) ack ${snd.nxt} win 100`;

function askItems(socket: Socket, target: string): readonly MenuItem[] {
	const seqAsk = {topic: 'seq', before: `inject rst to ${target} seq `, text: String(socket.tcb.rcv.nxt), after: ''} as const;
	const segmentAsk = {topic: 'segment', before: `inject to ${target} "`, text: example(socket), after: '"'} as const;
	return [
		{id: 'seq', label: {code: 'rst-seq'}, deed: {kind: 'ask', ask: seqAsk}},
		{id: 'segment', label: {code: 'any-segment'}, detail: {text: `"${example(socket)}"`}, deed: {kind: 'ask', ask: segmentAsk}},
	];
}

function floodItem(lab: Lab, host: HostName): MenuItem {
	const port = newestListener(lab.history.world, host)?.tcb.local.port ?? defaultPort;
	const ask = {topic: 'flood', before: 'inject ', text: String(floodSize), after: ` syn to ${host}:${port}`} as const;
	return {id: 'flood', label: {code: 'flood'}, detail: {code: 'flood-of', values: {count: floodSize, port}}, deed: {kind: 'ask', ask}};
}

export function injectMenu(lab: Lab, host: HostName): Menu {
	const socket = shownSocket(lab, host);
	const hasConnection =
		socket !== undefined && socket.kind === 'connection' && socket.tcb.state !== 'CLOSED' && socket.tcb.state !== 'LISTEN';
	const target = socket ? printSocket(refTo(host, socket)) : host;
	const items = [...(hasConnection ? [...rstItems(socket, target), ...askItems(socket, target)] : []), floodItem(lab, host)];
	const note: MenuNote = hasConnection ? noteOf(socket) : {code: 'no-connection'};
	return {name: {menu: 'inject', host}, ...(socket ? {socket: socket.number} : {}), items: items.map(item => ({...item, note}))};
}
