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
