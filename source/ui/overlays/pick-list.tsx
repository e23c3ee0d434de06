import {Text} from 'ink';
import SelectInput from 'ink-select-input';
import type {ReactElement} from 'react';

type Props = {
	/** Texts of the items that are to be seen. */
	readonly texts: readonly string[];
	/** Their names, unique. */
	readonly ids: readonly string[];
	/** Which of them is highlighted. */
	readonly highlight: number;
	/** Another one lists anew. */
	readonly top: number;
};

const Pointer = ({isSelected = false}: {readonly isSelected?: boolean}): ReactElement => <Text>{isSelected ? '> ' : '  '}</Text>;

const Item = ({label, isSelected = false}: {readonly label: string; readonly isSelected?: boolean}): ReactElement => (
	<Text bold={isSelected} wrap="truncate">
		{label}
	</Text>
);

/** ink-select-input would lose keys that arrive together, so it hears none: the store moves the highlight, and it begins anew there. */
export const PickList = ({texts, ids, highlight, top}: Props): ReactElement => (
	<SelectInput
		key={`${top} ${highlight}`}
		items={ids.map((id, index) => ({key: id, value: id, label: texts[index] ?? ''}))}
		initialIndex={highlight}
		isFocused={false}
		indicatorComponent={Pointer}
		itemComponent={Item}
	/>
);
