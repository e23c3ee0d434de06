/** All about one packet, in the rows below the panes. */
import type {Frame} from '../../app/store-type.js';
import {cells, clip, pad, wrapCells} from '../../export/cells.js';
import {type Catalogue, type WhyLine, whyLines} from '../../locale/index.js';
import {optionWords} from '../../packetdrill/notation.js';
import {escapeOctets, latin1} from '../../script/escape.js';
import {ACK, CWR, ECE, FIN, PSH, RST, SYN, URG} from '../../tcp/segment.js';
import {add, seq} from '../../tcp/seq.js';
import type {DetailsView} from '../../view/details.js';
import {blank, fit, type Line, plain} from '../line.js';
import {clock} from '../lines/times.js';
import {heading} from './heading.js';
import {lastLine} from './last-line.js';

/** Cells where the second and the third field of a row begin. */
const secondAt = 32;
const thirdAt = 53;

const flagNames: readonly (readonly [number, string])[] = [
	[SYN, 'SYN'],
	[FIN, 'FIN'],
	[RST, 'RST'],
	[PSH, 'PSH'],
	[URG, 'URG'],
	[ECE, 'ECE'],
	[CWR, 'CWR'],
	[ACK, 'ACK'],
];

const flagsText = (flags: number): string =>
	flagNames
		.filter(([bit]) => flags & bit)
		.map(([, name]) => name)
		.join(',') || '-';

/** Fields in their columns; one that is too long pushes the next. */
const row = (first: string, second: string, third: string): string =>
	`${pad(`${pad(first, secondAt - 1)} ${second}`, thirdAt - 1)} ${third}`.trimEnd();

const relativeText = (distance: number | undefined): string => (distance === undefined ? '' : ` (${distance < 0 ? '' : '+'}${distance})`);

function timeRow({packet, view, cause, endedAt}: DetailsView, {details}: Catalogue): string {
	const ports = `:${packet.sport} > :${packet.dport}`;
	return row(details.sent(clock(packet.sentAt), cause), details.ended(view.fate, clock(endedAt ?? packet.dueAt)), ports);
}

function numberRow({packet, relative}: DetailsView, {details}: Catalogue): string {
	const {labels} = details;
	const octets = packet.len + (packet.flags & SYN ? 1 : 0) + (packet.flags & FIN ? 1 : 0);
	const first = `${packet.seq}${relativeText(relative.seq)}`;
	const range = octets > 1 ? details.range(first, String(add(seq(packet.seq), octets - 1))) : first;
	const ack = packet.flags & ACK ? `${packet.ack}${relativeText(relative.ack)}` : '-';
	return row(`${labels.seq} ${range}`, `${labels.ack} ${ack}`, `${labels.win} ${packet.win}`);
}

/** `ECT(0) > CE`: as it was sent, as it is now. */
const ecnText = ({view: {ecn}}: DetailsView): string => [...new Set([ecn.sent, ecn.now])].filter(Boolean).join(' > ');

/** Options that are too long for their column have a row of their own. */
function headerRows(shown: DetailsView, {details}: Catalogue, columns: number): readonly string[] {
	const {packet, view} = shown;
	const {labels, noOptions, checksum} = details;
	const flags = `${labels.flags} ${flagsText(packet.flags)}  ${ecnText(shown)}`.trimEnd();
	const options = `${labels.options} ${packet.options.length > 0 ? optionWords(packet.options) : noOptions}`;
	const sum = view.fate === 'corrupted' ? checksum.bad : checksum.good;
	const whole = row(flags, options, sum);
	return cells(whole) <= columns ? [whole] : [row(flags, sum, ''), options];
}

/** So often the same octet is written out. */
const shortRun = 8;

/** The first octets, as the lab language would write them. */
function dataRow({packet}: DetailsView, {details}: Catalogue): string {
	if (packet.len === 0) return details.noData;
	const {start} = packet;
	const isRun = start.length > shortRun && start.every(octet => octet === start[0]);
	const text = isRun ? `${start.length} x "${escapeOctets(latin1(start.subarray(0, 1)))}"` : `"${escapeOctets(latin1(start))}"`;
	return `${details.labels.data} ${text}${packet.len > start.length ? '...' : ''}`;
}

/** Only where the segment travels inside UDP. */
const udpRow = ({packet: {udp}}: DetailsView, {details}: Catalogue): readonly string[] =>
	udp ? [`${details.labels.udp} :${udp.sport} > :${udp.dport}`] : [];

/** Both sentences with their sections at the right, a row at least each. */
function reasonRows(lead: string, lines: readonly WhyLine[], {columns, gap}: {columns: number; gap: string}): readonly string[] {
	const [first] = lines;
	if (!first) return [];
	const rows = wrapCells(`${lead}${lines.map(({text}) => text).join(gap)}`, columns);
	const last = rows[rows.length - 1] ?? '';
	const {ref} = first;
	if (ref === undefined || cells(last) + cells(ref) + 1 > columns) return rows;
	return [...rows.slice(0, -1), `${pad(last, columns - cells(ref))}${ref}`];
}

function reasons({because, did}: DetailsView, words: Catalogue, columns: number): readonly string[] {
	const {details, format} = words;
	const room = {columns, gap: words.screen.sentenceGap};
	return [
		...reasonRows(`${details.because}${format.colon}`, whyLines(because, words), room),
		...reasonRows(`${details.did}${format.colon}`, whyLines(did, words), room),
	];
}

/** Exactly so many rows, the hints in the last. */
export function detailsLines(
	frame: Pick<Frame, 'message' | 'size'>,
	view: DetailsView,
	{words, rows}: {readonly words: Catalogue; readonly rows: number},
): readonly Line[] {
	const {columns} = frame.size;
	const {details} = words;
	const {packet, view: seen, count} = view;
	const head = heading(details.heading(`#${packet.n} ${seen.word}`, packet.from, seen.fate), details.place(packet.n, count), columns);
	const texts = [
		timeRow(view, words),
		numberRow(view, words),
		...headerRows(view, words, columns),
		dataRow(view, words),
		...udpRow(view, words),
		...reasons(view, words, columns),
	];
	const hint = cells(details.hints) <= columns ? details.hints : details.shortHints;
	const body = Array.from(
		{length: rows - 2},
		(_, index): Line => (texts[index] === undefined ? blank : [plain(clip(texts[index], columns))]),
	);
	return [...[head, ...body].map(line => fit(line, columns)), lastLine(frame, hint, words)];
}
