export type Environment = Readonly<Record<string, string | undefined>>;

const firstSet = (environment: Environment, names: readonly string[]): string => names.map(name => environment[name]).find(Boolean) ?? '';

/** Does the locale's character set (POSIX: LC_ALL, LC_CTYPE, LANG) lack all but ASCII for certain? */
export const isAsciiLocale = (environment: Environment): boolean => !/utf-?8/i.test(firstSet(environment, ['LC_ALL', 'LC_CTYPE', 'LANG']));

/** The language of the locale's messages (POSIX: LC_ALL, LC_MESSAGES, LANG); English where Chinese characters could not be shown. */
export function localeLanguage(environment: Environment): 'en' | 'zh' {
	const isChinese = /^zh/i.test(firstSet(environment, ['LC_ALL', 'LC_MESSAGES', 'LANG']));
	return isChinese && !isAsciiLocale(environment) ? 'zh' : 'en';
}
