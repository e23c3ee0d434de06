import {check} from '../tcp/check.js';

/** A column holds an index that its table does not have. */
export function errorOf(index: number): never {
	check(false, () => `the trace has no meaning at ${index}`);
}
