/** A system call of a script: `name(arg, …) = result [ERRNO] [(text)]`. */
import type {PktCall} from './pkt.js';
import {expect, isKind, isNext, next, type PktCursor, peek, refuseAt} from './pkt-cursor.js';
import {takeExpression, takeList} from './pkt-expression.js';
import type {PktToken} from './pkt-lexer.js';

/** The name was seen to be followed by a bracket. */
export function takeCall(cursor: PktCursor): PktCall {
	const {text: name} = next(cursor);
	expect(cursor, '(');
	const args = takeList(cursor, ')', takeExpression);
	expect(cursor, '=');
	const result = takeExpression(cursor);
	const errno = isErrno(peek(cursor)) ? next(cursor).text : undefined;
	if (isNext(cursor, '(')) passNote(cursor);
	return {kind: 'call', name, args, result, errno};
}

const isErrno = ({kind, text}: PktToken): boolean => kind === 'word' && /^E[A-Z\d]+$/.test(text);

/** What the system would say to a person: any words, brackets in pairs. */
function passNote(cursor: PktCursor): void {
	const {place} = peek(cursor);
	let depth = 0;
	do {
		if (isKind(cursor, 'end')) refuseAt(place, {code: 'unclosed', opened: '(', closing: ')'});
		depth += Number(isNext(cursor, '(')) - Number(isNext(cursor, ')'));
		next(cursor);
	} while (depth > 0);
}
