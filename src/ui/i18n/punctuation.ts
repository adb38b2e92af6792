import type { NumberLanguage } from '../format/number-format.ts';

/** What stands in brackets after words: `（17）` in Chinese, with a space before it ` (17)` in English. */
export function bracketed(text: string | number, language: NumberLanguage): string {
  return language === 'en' ? ` (${text})` : `（${text}）`;
}

/** Between a name and what it is: `：`, `: `. */
export function colon(language: NumberLanguage): string {
  return language === 'en' ? ': ' : '：';
}

/** Between two sentences: nothing in Chinese, whose full stop has its own room, a space in English. */
export function sentenceGap(language: NumberLanguage): string {
  return language === 'en' ? ' ' : '';
}
