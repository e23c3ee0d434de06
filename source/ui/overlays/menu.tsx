import {Text} from 'ink';
import SelectInput from 'ink-select-input';
import type {ReactElement} from 'react';
import type {MenuView} from '../../app/overlay.js';
import type {Frame} from '../../app/store-type.js';
import type {Catalogue} from '../../locale/index.js';
import {Rows} from '../rows.js';
import {bottomLines, headLine, itemTexts} from './menu-lines.js';

type Props = {
	readonly frame: Frame;
	readonly view: MenuView;
	readonly words: Catalogue;
	/** Rows from the heading to the hints. */
	readonly rows: number;
};

const Pointer = ({isSelected = false}: {readonly isSelected?: boolean}): ReactElement => <Text>{isSelected ? '> ' : '  '}</Text>;

const Item = ({label, isSelected = false}: {readonly label: string; readonly isSelected?: boolean}): ReactElement => (
	<Text bold={isSelected} wrap="truncate">
		{label}
	</Text>
);

/**
 * Heading, items, a note, the statement that Enter stands for, hints. ink-select-input would lose keys that arrive together, so it hears
 * none: the store moves the highlight, and it begins anew there.
 */
export const Menu = ({frame, view, words, rows}: Props): ReactElement => {
	const {top, limit, highlight, menu} = view;
	const texts = itemTexts(view, words, frame.size.columns - 2);
	const items = menu.items.map(({id}, index) => ({value: id, label: texts[index] ?? ''})).slice(top, top + limit);
	return (
		<>
			<Rows lines={[headLine(frame, view, words)]} display={frame.display} />
			<SelectInput
				key={`${top} ${highlight}`}
				items={items}
				initialIndex={highlight - top}
				isFocused={false}
				indicatorComponent={Pointer}
				itemComponent={Item}
			/>
			<Rows lines={bottomLines(frame, view, {words, rows: rows - 1 - items.length})} display={frame.display} />
		</>
	);
};
