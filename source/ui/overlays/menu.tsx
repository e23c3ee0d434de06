import type {ReactElement} from 'react';
import type {MenuView} from '../../app/overlay.js';
import type {Frame} from '../../app/store-type.js';
import type {Catalogue} from '../../locale/index.js';
import {Rows} from '../rows.js';
import {bottomLines, headLine, itemTexts} from './menu-lines.js';
import {PickList} from './pick-list.js';

type Props = {
	readonly frame: Frame;
	readonly view: MenuView;
	readonly words: Catalogue;
	/** Rows from the heading to the hints. */
	readonly rows: number;
};

/** Heading, items, a note, the statement that Enter stands for, hints. */
export const Menu = ({frame, view, words, rows}: Props): ReactElement => {
	const {top, limit, highlight, menu} = view;
	const texts = itemTexts(view, words, frame.size.columns - 2).slice(top, top + limit);
	const ids = menu.items.map(({id}) => id).slice(top, top + limit);
	return (
		<>
			<Rows lines={[headLine(frame, view, words)]} display={frame.display} />
			<PickList texts={texts} ids={ids} highlight={highlight - top} top={top} />
			<Rows lines={bottomLines(frame, view, {words, rows: rows - 1 - ids.length})} display={frame.display} />
		</>
	);
};
