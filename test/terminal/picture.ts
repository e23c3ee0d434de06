/** Types keys into the lab and draws its screen: `npm run picture -- screen.svg 120x36 l Tab c until:ESTABLISHED`. */
import {writeFileSync} from 'node:fs';
import process from 'node:process';
import type {IBufferCell} from '@xterm/headless';
import {Terminal} from './harness.js';

const named: Readonly<Record<string, string>> = {
	...{Tab: '\t', Enter: '\r', Esc: '\x1b', Space: ' ', Up: '\x1b[A', Down: '\x1b[B', Right: '\x1b[C', Left: '\x1b[D'},
	...{End: '\x1b[F', PgUp: '\x1b[5~', PgDn: '\x1b[6~'},
};
const palette = ['#000000', '#cd3131', '#0dbc79', '#e5e510', '#2472c8', '#bc3fbc', '#11a8cd', '#e5e5e5'];
const [ink, paper] = ['#d4d4d4', '#1e1e1e'];
const [cellWidth, cellHeight] = [8.43, 18];

const color = (index: number): string | undefined => palette[index % 8];

function colorsOf(cell: IBufferCell): {readonly front: string; readonly back: string} {
	const front = (cell.isFgPalette() ? color(cell.getFgColor()) : undefined) ?? ink;
	const back = (cell.isBgPalette() ? color(cell.getBgColor()) : undefined) ?? paper;
	return cell.isInverse() ? {front: back, back: front} : {front, back};
}

const escaped = (text: string): string => text.replace(/[&<>]/g, character => `&#${character.charCodeAt(0)};`);

/** Each cell at its own place, so that no font can shift a column. */
function drawCell(cell: IBufferCell, column: number, row: number): string {
	const {front, back} = colorsOf(cell);
	const [x, y] = [column * cellWidth, row * cellHeight];
	const box =
		back === paper
			? ''
			: `<rect x="${x.toFixed(2)}" y="${y}" width="${(cell.getWidth() * cellWidth + 0.3).toFixed(2)}" height="${cellHeight}" fill="${back}"/>`;
	const text = cell.getChars().trim();
	if (text === '') return box;
	const style = `${cell.isBold() ? ' font-weight="bold"' : ''}${cell.isDim() ? ' opacity="0.6"' : ''}`;
	return `${box}<text x="${x.toFixed(2)}" y="${y + 14}" fill="${front}"${style}>${escaped(text)}</text>`;
}

function svgOf(terminal: Terminal, columns: number, rows: number): string {
	const cells = Array.from({length: columns * rows}, (_, index) => {
		const [column, row] = [index % columns, Math.floor(index / columns)];
		const cell = terminal.cell(column, row);
		return cell.getWidth() === 0 ? '' : drawCell(cell, column, row);
	});
	const [width, height] = [Math.ceil(columns * cellWidth), rows * cellHeight];
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="DejaVu Sans Mono, monospace" font-size="14">
<rect width="100%" height="100%" fill="${paper}"/>
${cells.filter(Boolean).join('\n')}
</svg>
`;
}

const frameEnd = '\x1b[?2026l';

/** Presses a key and waits for its frame, or waits for a text. */
async function play(terminal: Terminal, word: string): Promise<void> {
	if (word.startsWith('until:')) return terminal.until(there => there.text().includes(word.slice('until:'.length)));
	const {length} = terminal.output;
	terminal.type(named[word] ?? word);
	return terminal.until(({output}) => output.indexOf(frameEnd, length) >= 0);
}

const [file = 'screen.svg', size = '120x36', ...words] = process.argv.slice(2);
const [columns = 120, rows = 36] = size.split('x').map(Number);
const terminal = new Terminal({columns, rows});
try {
	await terminal.until(/CLOSED/);
	for (const word of words) await play(terminal, word);
	writeFileSync(file, svgOf(terminal, columns, rows));
	process.stdout.write(`${file}\n`);
} finally {
	await terminal.close();
}
