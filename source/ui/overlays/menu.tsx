import {Text} from 'ink';
import SelectInput from 'ink-select-input';
import type {ReactElement} from 'react';
import type {MenuView} from '../../app/overlay.js';
import type {Frame, Store} from '../../app/store-type.js';
import type {Catalogue} from '../../locale/index.js';
import {Rows} from '../rows.js';
import {bottomLines, headLine, itemTexts} from './menu-lines.js';

type Props = {
	readonly frame: Frame;
	readonly view: MenuView;
	readonly store: Store;
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
 * Heading, items, a note, the statement that Enter stands for, hints. The choice is handed over when every listener has heard the key:
 * else what opens next would hear it too.
 */
export const Menu = ({frame, view, store, words, rows}: Props): ReactElement => {
	const texts = itemTexts(view, words, frame.size.columns - 2);
	const items = view.menu.items.map(({id}, index) => ({value: id, label: texts[index] ?? ''}));
	const shown = Math.min(view.limit, items.length);
	return (
		<>
			<Rows lines={[headLine(frame, view, words)]} display={frame.display} />
			<SelectInput
				key={view.key}
				items={items}
				limit={view.limit}
				initialIndex={view.highlight}
				indicatorComponent={Pointer}
				itemComponent={Item}
				onHighlight={({value}) => store.highlight(view.id, value)}
				onSelect={({value}) => queueMicrotask(() => store.choose(view.id, value))}
			/>
			<Rows lines={bottomLines(frame, view, {words, rows: rows - 1 - shown})} display={frame.display} />
		</>
	);
};
