/** Keys in a question: a text entry of one line, at its end. */
import {textOf} from './keys-in.js';
import {closeInnermost, type Lab, replaceInnermost} from './lab.js';
import {answer, type Outside} from './menu-deeds.js';
import type {Message} from './message.js';
import type {Overlay} from './overlay.js';

type QuestionDesk = {readonly lab: Lab; readonly outside: Outside};

export function pressInQuestion(
	{lab, outside}: QuestionDesk,
	question: Extract<Overlay, {kind: 'question'}>,
	key: string,
): Message | undefined {
	switch (key) {
		case 'escape':
			closeInnermost(lab);
			return undefined;
		case 'return':
			return answer(lab, question, outside);
		case 'backspace':
			replaceInnermost(lab, {...question, text: Array.from(question.text).slice(0, -1).join(''), mistake: undefined});
			return undefined;
		case 'ctrl-u':
			replaceInnermost(lab, {...question, text: '', mistake: undefined});
			return undefined;
	}
	const text = textOf(key);
	if (text === '') return {kind: 'complaint', code: 'text-only', key};
	replaceInnermost(lab, {...question, text: question.text + text, mistake: undefined});
	return undefined;
}
