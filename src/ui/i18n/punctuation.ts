import type { NumberLanguage } from '../format/number-format.ts';

/** Languages of the page and of the map. */
type WrittenLanguage = NumberLanguage | 'zh';

/** What stands in brackets after words: `（17）` in Chinese, with a space before it ` (17)` in English. */
export function bracketed(text: string | number, language: WrittenLanguage): string {
  return language === 'en' ? ` (${text})` : `（${text}）`;
}

/** Between a name and what it is: `：`, `: `. */
export function colon(language: WrittenLanguage): string {
  return language === 'en' ? ': ' : '：';
}

/** Between things of one kind in a list: `、`, `, `. */
export function listed(parts: readonly (string | number)[], language: WrittenLanguage): string {
  return parts.join(language === 'en' ? ', ' : '、');
}

/** Names that a title has room for; of more the first few and a count. */
const NAMES_IN_TITLE = 4;

/** A list in a title: `南京、成都、武汉等 20 处`, `Nanjing, Chengdu, Wuhan and 17 more`. */
export function listedInTitle(names: readonly string[], language: WrittenLanguage): string {
  if (names.length <= NAMES_IN_TITLE) return listed(names, language);
  const first = names.slice(0, NAMES_IN_TITLE - 1);
  const more = names.length - first.length;
  return `${listed(first, language)}${language === 'en' ? ` and ${more} more` : `等 ${names.length} 处`}`;
}

/** Between parts that hold commas of their own: `；`, `; `. */
export function apart(parts: readonly string[], language: WrittenLanguage): string {
  return parts.join(language === 'en' ? '; ' : '；');
}

/** At the end of a sentence: `。`, `.`. */
export function fullStop(language: WrittenLanguage): string {
  return language === 'en' ? '.' : '。';
}

/** Between two sentences: nothing in Chinese, whose full stop has its own room, a space in English. */
export function sentenceGap(language: WrittenLanguage): string {
  return language === 'en' ? ' ' : '';
}
