/** The words of a script's report: `locale` has them in each language. */
import type {Hint} from '../packetdrill/run/hint.js';
import type {Failure, FieldName, Unsupported} from '../packetdrill/run/verdict.js';

export type DrillWords = {
	/** In a column of their own, the same number of cells. */
	readonly results: Readonly<Record<'pass' | 'fail' | 'unsupported' | 'error', string>>;
	readonly expected: string;
	readonly actual: string;
	readonly field: string;
	/** Above the two sides of the ladder. */
	readonly script: string;
	readonly endpoint: (profile: string) => string;
	readonly fields: Readonly<Record<FieldName, string>>;
	readonly failure: (failure: Failure) => {readonly expected: string; readonly actual: string};
	/** Before the rules of the endpoint. */
	readonly because: string;
	/** Before a guess. */
	readonly perhaps: string;
	readonly hint: (hint: Hint) => string;
	readonly unsupported: (unsupported: Unsupported) => string;
};
