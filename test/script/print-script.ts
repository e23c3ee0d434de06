/** A whole script in its canonical form, the parser's inverse. */
import {quoteText} from '../../source/script/escape.js';
import {printAction, printPattern, printPayload, printSocket, printWords, sentence} from '../../source/script/print.js';
import {printDuration} from '../../source/script/print-values.js';
import type {Condition, Deed, Script} from '../../source/script/script.js';

/** A line a statement. */
export const printScript = ({statements}: Script): string => statements.map(statement => `${printStatement(statement)}\n`).join('');

function printStatement(deed: Deed): string {
	switch (deed.kind) {
		case 'title':
		case 'intro':
		case 'say':
		case 'cue':
			return `${deed.kind} ${printWords(deed.words)}`;
		case 'seed':
			return `seed ${deed.seed}`;
		case 'act':
			return printAction(deed.action);
		case 'run':
			return `run ${printDuration(deed.duration)}`;
		case 'step':
			return deed.count === 1 ? 'step' : `step ${deed.count}`;
		case 'until':
			return `run until ${printCondition(deed.condition)}${deed.within === undefined ? '' : ` within ${printDuration(deed.within)}`}`;
		case 'expect':
			return `expect ${printCondition(deed.condition)}`;
		case 'pause':
			return 'pause';
	}
}

function printCondition(condition: Condition): string {
	switch (condition.test) {
		case 'not':
			return `not ${printCondition(condition.condition)}`;
		case 'state':
			return sentence([printSocket(condition.socket), condition.state]);
		case 'received':
			return sentence([printSocket(condition.socket), 'received', printPayload(condition.payload)]);
		case 'readable':
			return sentence([printSocket(condition.socket), 'readable', condition.octets, 'bytes']);
		case 'eof':
			return sentence([printSocket(condition.socket), 'eof']);
		case 'error':
			return sentence([printSocket(condition.socket), 'error', condition.errno]);
		case 'variable':
			return sentence([printSocket(condition.socket), condition.variable, condition.value]);
		case 'rto':
			return sentence([printSocket(condition.socket), 'rto', printDuration(condition.rto)]);
		case 'sent':
			return sentence([condition.host, 'sent', quoteText(printPattern(condition.pattern))]);
		case 'queue':
			return sentence([condition.host, `${condition.queue}-queue`, condition.length]);
		case 'idle':
		case 'quiet':
			return condition.test;
	}
}
