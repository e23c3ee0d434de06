import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {keymap} from '../../source/app/keymap.js';
import {catalogues} from '../../source/locale/index.js';
import {scenarios} from '../../source/scenarios/index.js';
import {parseScript} from '../../source/script/parser.js';
import {frameLines} from '../../source/ui/frame-lines.js';
import {lineCells, textOf} from '../../source/ui/line.js';
import {overlayLines, overlayRows} from '../../source/ui/overlays/overlay.js';
import {tries} from '../property/tries.js';
import {type TestLab, testLab} from './lab.js';
import {assertSame} from './replay.js';

/** All keys but those that leave; and wall time that passes. */
const keys = [...keymap.flatMap(row => row.keys), 'z', '1', '2', 'j', 'k', 'backspace', '中', '"'].filter(key => key !== 'ctrl-c');
const deed = fc.oneof({arbitrary: fc.constantFrom(...keys), weight: 5}, {arbitrary: fc.integer({min: 1, max: 3000}), weight: 1});
/** At these paces something will happen without a key: words stand only for as long as they are read. */
const goesOn: ReadonlySet<string> = new Set(['watch', 'speed', 'reading']);

/** A scenario is chosen, and the first of its words is there. */
const wordsToRead = ['m', '1', 700, 'tab', 'tab', 'tab'];

const opening: readonly (string | number)[] = ['l', 'tab', 'c', 6000, 'tab', 'a', 's'];

/** Whatever is drawn is as wide as the terminal, and says nothing that is no word. */
function assertDrawn(lab: TestLab, lang: 'en' | 'zh'): void {
	const frame = lab.store.frame();
	const words = catalogues[lang];
	const {overlay} = frame;
	const over = overlay && overlay.kind !== 'menu' ? overlayLines(frame, overlay, {words, rows: overlayRows(overlay, lab.screen())}) : [];
	const lines = [...frameLines(frame, words), ...over];
	for (const line of lines) assert.equal(lineCells(line), frame.size.columns, textOf(line));
	assert.doesNotMatch(lines.map(textOf).join('\n'), /undefined|NaN|\[object/);
}

for (const [lang, columns, rows] of [
	['en', 80, 24],
	['zh', 60, 16],
	['zh', 120, 36],
] as const) {
	test(`whatever keys are pressed at ${columns}x${rows} in ${lang}: the frame holds, time stands where it says so, the saved session replays`, () => {
		fc.assert(
			fc.property(fc.array(deed, {minLength: 5, maxLength: 40}), deeds => {
				const lab = testLab({display: {lang, isAscii: false, hasColor: true}, size: {columns, rows}});
				for (const one of [...opening, ...deeds]) {
					if (typeof one === 'string') lab.type(one);
					else lab.pass(one);
					assertDrawn(lab, lang);
				}
				const {kind} = lab.screen().header.pace;
				assert.equal(lab.timers() > 0, goesOn.has(kind), kind);
				const history = lab.history();
				while (lab.screen().header.pace.kind === 'past') lab.type('end');
				assertSame(history);
			}),
			{...tries(15), examples: [[wordsToRead]]},
		);
	});
}

test('whatever keys are pressed while a scenario plays: the frame holds, the saved session replays', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...scenarios),
			fc.integer({min: 0, max: 30_000}),
			fc.array(deed, {minLength: 5, maxLength: 20}),
			({name, text}, begin, deeds) => {
				const {script} = parseScript(text);
				assert.ok(script);
				const lab = testLab({opening: {title: name, script}});
				lab.pass(begin);
				for (const one of deeds) {
					if (typeof one === 'string') lab.type(one);
					else lab.pass(one);
					assertDrawn(lab, 'en');
				}
				const history = lab.history();
				while (lab.screen().header.pace.kind === 'past') lab.type('end');
				assertSame(history);
			},
		),
		tries(15),
	);
});
