import {Text, useApp, useInput} from 'ink';
import {type ReactElement, useState} from 'react';
import {outcomeOf} from '../../source/commands/outcome.js';
import {cliEn} from '../../source/locale/en/cli.js';
import {openScreen} from '../../source/ui/terminal/screen.js';

const failing = () => {
	throw new Error('the wire broke\nin two');
};

/** A screen whose keys make it fail in each place where a program can fail. */
const Failing = (): ReactElement => {
	const {exit} = useApp();
	const [isBroken, setBroken] = useState(false);
	useInput(input => {
		if (input === 'q') exit();
		if (input === 'k') failing();
		if (input === 't') setTimeout(failing, 0);
		if (input === 'p') void Promise.reject(new Error('the wire broke'));
		if (input === 'd') setBroken(true);
	});
	if (isBroken) failing();
	return <Text>ready to fail</Text>;
};

void outcomeOf(() => openScreen(<Failing />).ended, cliEn).then(code => {
	process.exitCode = code;
});
