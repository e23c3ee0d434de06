import type {ReactElement} from 'react';
import type {FilesView, WatchFile, WatchFrame} from '../../app/watch/watch-type.js';
import type {Catalogue} from '../../locale/index.js';
import {cells, clip, pad} from '../cells.js';
import {blank, fit, plain} from '../line.js';
import {headingLine} from '../lines/heading-line.js';
import {PickList} from '../overlays/pick-list.js';
import {Rows} from '../rows.js';
import {watchBottom} from './watch-lines.js';

function fileText({result, name, line}: WatchFile, {watch}: Catalogue, columns: number): string {
	const widest = Math.max(...Object.values(watch.results).map(cells));
	return clip(`${pad(watch.results[result], widest)}  ${name}  ${watch.fileLine(line)}`.trimEnd(), columns);
}

type Props = {readonly frame: WatchFrame; readonly view: FilesView; readonly words: Catalogue};

/** All scripts with what came of them: the whole screen. */
export const Files = ({frame, view, words}: Props): ReactElement => {
	const {files, top, limit, highlight} = view;
	const {columns, rows} = frame.size;
	const shown = files.slice(top, top + limit);
	const part = files.length > limit ? words.menus.part(top + 1, Math.min(top + limit, files.length), files.length) : '';
	const head = headingLine(words.watch.filesTitle(files.length), part, columns);
	const below = Array.from({length: Math.max(0, rows - 2 - shown.length)}, () => fit(blank, columns));
	const hints = watchBottom(frame, [plain(words.watch.filesHints)], words);
	return (
		<>
			<Rows lines={[head]} display={frame.display} />
			<PickList
				texts={shown.map(file => fileText(file, words, columns - 2))}
				ids={shown.map((_, index) => String(top + index))}
				highlight={highlight - top}
				top={top}
			/>
			<Rows lines={[...below, hints]} display={frame.display} />
		</>
	);
};
