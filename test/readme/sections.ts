/** The parts of README.md that are made, not written: each stands between `<!-- NAME -->` and `<!-- /NAME -->`. */
import {helpRows} from '../../source/app/keymap.js';
import {catalogues} from '../../source/locale/index.js';

type SectionName = 'picture' | 'keys';

const between = (name: SectionName): RegExp => new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- /${name} -->)`);

export const withSection = (readme: string, name: SectionName, text: string): string =>
	readme.replace(between(name), (_, opening: string, closing: string) => `${opening}${text}\n${closing}`);

/** The key table of the help overlay, as Markdown. */
export function keyTable(): string {
	const {keys, help} = catalogues.en;
	const rows = helpRows.map(
		row =>
			`| ${row.keys.map(key => `\`${keys.keyName(key)}\``).join(' ')} | ${help.lines[row.line]}${row.group === 'packet' ? ': the packet with the double line' : ''} |`,
	);
	return ['| key | what it does |', '| --- | --- |', ...rows].join('\n');
}
