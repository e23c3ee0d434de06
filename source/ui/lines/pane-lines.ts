/** All rows of one pane, each exactly as wide as the pane. */
import type {ScreenWords} from '../../locale/en/screen.js';
import type {Layout} from '../../view/layout.js';
import type {ConnectionView, PaneView, SubjectView} from '../../view/pane.js';
import {blank, fit, inRole, type Line, plain, spread, styled} from '../line.js';
import {addressText} from './address.js';
import {recvLine, sendLine} from './buffer-lines.js';
import {callLine} from './call-lines.js';
import {cwndLine, issLine, type RowPlace, rcvLine, sndLine, srttLine, wndLine} from './number-lines.js';
import {plateAbove, plateBelow, plateLine} from './plate-line.js';
import {type PaneRow, planOf} from './row-plan.js';
import {listenerLines, queuesLine, socketLines} from './table-lines.js';
import {timerLine} from './timer-lines.js';
import {left} from './times.js';
import {firstFitting} from './values.js';

function titleLine({host, addr, isFocus}: PaneView, {width, words}: RowPlace): Line {
	const name = words.plates[host];
	const keys = [plain(isFocus ? words.keysHere : words.otherKeys)];
	const line = spread([plain(`${name} ${addressText(addr)}`)], keys, width) ?? spread([plain(name)], keys, width) ?? keys;
	return isFocus ? inRole(fit(line, width), 'inverse') : line;
}

function socketLine(subject: SubjectView, place: RowPlace): Line {
	const {words, width, isWide} = place;
	switch (subject.kind) {
		case 'none':
			return [plain(words.noSocket)];
		case 'down':
			return [styled(words.hostDown, 'error')];
		case 'quiet':
			return [plain(words.quiet(left(subject.left, isWide)))];
		case 'gone':
			return [plain(`${words.socket} ${subject.number} ${words.gone}`)];
		case 'listener':
			return firstFitting(
				[[plain(`${words.socket} ${subject.number}  :${subject.local.port} < *`)], [plain(`${subject.number} :${subject.local.port}`)]],
				width,
			);
		case 'connection':
			return connectionLine(subject, place);
	}
}

function connectionLine({number, local, remote, isPassive}: SubjectView & {kind: 'connection'}, {words, width, isWide}: RowPlace): Line {
	const arrow = isPassive ? '<' : '>';
	const ports = `:${local.port} ${arrow} :${remote.port}`;
	const long = `${addressText(local.addr)}:${local.port} ${arrow} ${addressText(remote.addr)}:${remote.port}`;
	const versions = [...(isWide ? [`${words.socket} ${number}  ${long}`] : []), `${words.socket} ${number}  ${ports}`, `${number} ${ports}`];
	return firstFitting(
		versions.map(text => [plain(text)]),
		width,
	);
}

/** Rows that show the connection, or the listener's queues in their place. */
const numberRows: ReadonlySet<PaneRow> = new Set<PaneRow>(['snd', 'wnd', 'rcv', 'iss', 'send', 'recv']);

function connectionRow(row: PaneRow, {numbers, send, recv}: ConnectionView, place: RowPlace): Line {
	const drawn: Partial<Record<PaneRow, () => Line>> = {
		snd: () => sndLine(numbers, place),
		wnd: () => wndLine(numbers, place),
		rcv: () => rcvLine(numbers, place),
		iss: () => issLine(numbers, place),
		send: () => sendLine(send, place),
		recv: () => recvLine(recv, place),
		cwnd: () => cwndLine(numbers, place),
		srtt: () => srttLine(numbers, place),
	};
	return drawn[row]?.() ?? blank;
}

/** A row for each timer; what has no row is counted in the last. */
function timerRow(view: PaneView, {row, rows}: {readonly row: number; readonly rows: number}, place: RowPlace): Line {
	const timers = view.connection?.timers ?? [];
	const timer = timers[row];
	if (timer !== undefined) return timerLine(timer, row === rows - 1 ? timers.length - rows : 0, place);
	const hadSocket = view.subject.kind === 'connection' || view.subject.kind === 'gone';
	return row === 0 && hadSocket ? [plain(place.words.noTimer)] : blank;
}

/** Lines of the same kind one below the other: the row's place among them decides. */
function linesFor(
	row: PaneRow,
	count: number,
	{view, place}: {readonly view: PaneView; readonly place: RowPlace & {readonly hasTallPlate: boolean}},
): readonly Line[] {
	switch (row) {
		case 'title':
			return [titleLine(view, place)];
		case 'plate-above':
			return [plateAbove(view.plate, place.width)];
		case 'plate':
			return [plateLine(view.plate, place.width, place.hasTallPlate)];
		case 'plate-below':
			return [plateBelow(view.plate, place.words, place.width)];
		case 'socket':
			return [socketLine(view.subject, place)];
		case 'timer':
		case 'timer-2':
			return [];
		case 'call':
			return view.calls.slice(-count).map(call => callLine(call, place));
		case 'queues':
			return view.queues === undefined ? [] : [queuesLine(view.queues, place)];
		case 'sockets':
			return socketLines({sockets: view.sockets, rows: count, shown: shownNumber(view)}, place);
		case 'snd':
		case 'wnd':
		case 'rcv':
		case 'iss':
		case 'send':
		case 'recv':
		case 'cwnd':
		case 'srtt':
			return view.connection === undefined ? [] : [connectionRow(row, view.connection, place)];
	}
}

const shownNumber = ({subject}: PaneView): number | undefined => ('number' in subject ? subject.number : undefined);

/** Without a listener its row shows one call more. */
function planFor(view: PaneView, {paneRows, isWide}: Layout): readonly PaneRow[] {
	const plan = planOf(paneRows, isWide);
	return view.queues === undefined ? plan.map(row => (row === 'queues' ? 'call' : row)) : plan;
}

export function paneLines(view: PaneView, layout: Layout, words: ScreenWords): readonly Line[] {
	const plan = planFor(view, layout);
	const place = {width: layout.pane, isWide: layout.isWide, isNewest: view.isNewest, words, hasTallPlate: plan.includes('plate-above')};
	const timerRows = plan.filter(row => row === 'timer' || row === 'timer-2').length;
	const queues = view.listener === undefined ? [] : listenerLines(view.listener, place);
	let numbersSeen = 0;
	return plan.map((row, index) => {
		const first = plan.indexOf(row);
		const count = plan.lastIndexOf(row) - first + 1;
		if (row === 'timer' || row === 'timer-2')
			return fit(timerRow(view, {row: row === 'timer' ? 0 : 1, rows: timerRows}, place), place.width);
		if (view.listener !== undefined && numberRows.has(row)) return fit(queues[numbersSeen++] ?? blank, place.width);
		return fit(linesFor(row, count, {view, place})[index - first] ?? blank, place.width);
	});
}
