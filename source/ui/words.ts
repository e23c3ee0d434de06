/** The words of one language, as the screen needs them. */
import {keysEn, type KeysWords} from '../locale/en/keys.js';
import {screenEn, type ScreenWords} from '../locale/en/screen.js';
import {catalogues, type Catalogue, type Language} from '../locale/index.js';
import {keysZh} from '../locale/zh/keys.js';
import {screenZh} from '../locale/zh/screen.js';

export type Words = {readonly screen: ScreenWords; readonly keys: KeysWords; readonly all: Catalogue};

const words: Readonly<Record<Language, Words>> = {
	en: {screen: screenEn, keys: keysEn, all: catalogues.en},
	zh: {screen: screenZh, keys: keysZh, all: catalogues.zh},
};

export const wordsOf = (language: Language): Words => words[language];
