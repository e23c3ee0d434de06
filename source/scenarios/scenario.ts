/** A built-in scenario: a script of the lab language with its name. */
import type {Words} from '../sim/action.js';

export type Scenario = {
	/** As given on the command line. */
	readonly name: string;
	readonly title: Words;
	/** A line each. */
	readonly intro: readonly Words[];
	readonly text: string;
};

/** The heads of the built-in scenarios are plain: both languages, no escapes. */
const headLine = (word: string) => new RegExp(`^${word} "([^"\\\\]*)" zh "([^"\\\\]*)"$`, 'gm');

const wordsIn = (text: string, word: string): readonly Words[] =>
	Array.from(text.matchAll(headLine(word)), ([, en = '', zh = '']) => ({en, zh}));

export function scenario(name: string, text: string): Scenario {
	const [title = {en: name}] = wordsIn(text, 'title');
	return {name, title, intro: wordsIn(text, 'intro'), text: text.trimStart()};
}
