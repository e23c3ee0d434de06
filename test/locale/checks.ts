/** What every sentence of either language has to keep. */
import assert from 'node:assert/strict';
import {cells} from '../../source/export/cells.js';
import type {Language} from '../../source/locale/index.js';

/** Characters that are one cell in some terminals and two in others; `·` `…` and curly quotes are the usual ones. */
const ambiguous = /[‘’“”…·×—→←–]/;

const chinese = /\p{Script=Han}/u;

export function assertSentence(text: string, language: Language, most = Number.POSITIVE_INFINITY): void {
	assert.ok(text.trim() !== '', 'empty');
	assert.doesNotMatch(text, /undefined|NaN|null|Infinity|\[object|=>|\$\{/, text);
	assert.doesNotMatch(text, ambiguous, text);
	assert.doesNotMatch(text, / {2}|\s$|^\s/, text);
	assert.ok(cells(text) <= most, `${cells(text)} cells, at most ${most}: ${text}`);
	if (language === 'zh') assert.match(text, chinese, text);
	else assert.match(text, /^[\x20-\x7e]+$/, text);
}
