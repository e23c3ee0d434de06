/** The languages, by the name that `--lang` gives them. */
import {type Catalogue, en} from './en.js';
import {zh} from './zh.js';

export type Language = 'en' | 'zh';

export const catalogues: Readonly<Record<Language, Catalogue>> = {en, zh};

export type {Catalogue} from './en.js';
export * from './explain.js';
export {tellerAt} from './teller-at.js';
