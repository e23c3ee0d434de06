import type {ReactElement} from 'react';
import type {FilesView, WatchFrame} from '../../app/watch/watch-type.js';
import type {Catalogue} from '../../locale/index.js';
import {blank, fit, plain} from '../line.js';
import {headingLine} from '../lines/heading-line.js';
import {PickList} from '../overlays/pick-list.js';
import {Rows} from '../rows.js';
import {fileTexts} from './file-texts.js';
import {watchBottom} from './watch-lines.js';

type Props = {readonly frame: WatchFrame; readonly view: FilesView; readonly words: Catalogue};

/** All scripts with what came of them: the whole screen. */
export const Files = ({frame, view, words}: Props): ReactElement => {
	const {top, highlight} = view;
	const {columns, rows} = frame.size;
	const {title, part, texts} = fileTexts(view, words, columns);
	const head = headingLine(title, part, columns);
	const below = Array.from({length: Math.max(0, rows - 2 - texts.length)}, () => fit(blank, columns));
	const hints = watchBottom(frame, [plain(words.watch.filesHints)], words);
	return (
		<>
			<Rows lines={[head]} display={frame.display} />
			<PickList texts={texts} ids={texts.map((_, index) => String(top + index))} highlight={highlight - top} top={top} />
			<Rows lines={[...below, hints]} display={frame.display} />
		</>
	);
};
