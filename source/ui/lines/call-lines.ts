/** Socket calls as a program would see them: `send(500) = 500`, `recv() waits 1.2s`, `send() EPIPE`. */

import {cells, clip} from '../../export/cells.js';
import type {CallRecord} from '../../host/socket.js';
import {posixOutcome, posixText} from '../../packetdrill/call-notation.js';
import type {CallView} from '../../view/call-log.js';
import {styleOf} from '../colors.js';
import {type Line, plain, type Span, styled} from '../line.js';
import type {RowPlace} from './number-lines.js';
import {elapsed} from './times.js';
import {firstFitting} from './values.js';

/** listen and connect name a port, send its octets; recv says only what it was limited to. */
export function callText(call: CallRecord['call'], argument: number | undefined): string {
	if (call === 'listen' || call === 'connect') return `${call}(${argument === undefined ? '' : `:${argument}`})`;
	return call === 'send' || call === 'recv' ? `${call}(${argument ?? ''})` : `${call}()`;
}

/** The lab's call as above, a POSIX program's with all its arguments. */
export const wholeCallText = ({call, argument, posix}: Pick<CallRecord, 'call' | 'argument' | 'posix'>): string =>
	posix ? posixText(posix) : callText(call, argument);

/** Text that came, as far as it can be printed. */
function dataText({data}: CallRecord): string {
	if (data === undefined || data.length === 0) return '';
	const letters = new TextDecoder().decode(data).replaceAll(/[\p{Cc}\p{Cf}]/gu, '.');
	return `"${letters}"`;
}

type Text = readonly Span[];

/** From the fullest to the barest. */
function doneTexts({record, socket}: CallView & {kind: 'done'}, {width, isWide, words}: RowPlace): readonly Text[] {
	const {call, error, failed, argument, posix} = record;
	if (posix) return [posixOutcome(posix, record), bareOutcome(record), error ?? `${call}()`].map(text => posixSpans(text, error));
	if (error !== undefined) return [[plain(`${failed ?? call}() `), styled(error, 'error')], [styled(error, 'error')]];
	// listen stands for socket, bind and listen: the descriptor is what a program gets from them.
	const result = call === 'listen' ? socket : record.result;
	const text = `${callText(call, argument)} = ${result}`;
	const bare = `${call}() = ${result}`;
	if (call === 'recv' && result === 0) return [`${text}, ${words.peerClosed}`, text, bare].map(version => [plain(version)]);
	const data = isWide ? clip(dataText(record), Math.max(0, width - cells(text) - 2)) : '';
	return [data.length > 2 ? `${text} ${data}` : text, text, bare].map(version => [plain(version)]);
}

const bareOutcome = ({call, result, error}: CallRecord): string => `${call}() = ${error ?? result}`;

/** The errno that ends it stands out. */
const posixSpans = (text: string, error: CallRecord['error']): Text =>
	error === undefined ? [plain(text)] : [plain(text.slice(0, text.length - error.length)), styled(error, 'error')];

function waitingTexts(view: CallView & {kind: 'waits'}, {isWide, words}: RowPlace): readonly Text[] {
	const {call, since} = view;
	const waits = words.waits(elapsed(since, isWide));
	return [`${wholeCallText(view)} ${waits}`, `${call}() ${waits}`, `${call}() ${words.waits('').trim()}`].map(text => [plain(text)]);
}

export function callLine(view: CallView, place: RowPlace): Line {
	const texts = view.kind === 'done' ? doneTexts(view, place) : waitingTexts(view, place);
	const body = firstFitting(texts, place.width - 1);
	const mark = view.isChanged ? styled('*', 'bold') : plain(' ');
	const isInverse = view.isChanged && place.isNewest;
	return [mark, ...body.map(span => (isInverse ? {...span, style: {...span.style, ...styleOf('changed')}} : span))];
}
