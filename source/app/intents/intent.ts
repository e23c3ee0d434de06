import type {Lab} from '../lab.js';
import type {Message} from '../message.js';

/** What a key does to the lab; it makes sense, nonsenseOf has said so. `key`: as it was pressed. */
export type Intent = (lab: Lab, key: string) => Message | undefined;
