import {Box, render, Text} from 'ink';

/** The plainest program of Ink: what a start is compared with. */
render(
	<Box>
		<Text>hello CLOSED</Text>
	</Box>,
);
