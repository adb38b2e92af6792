import type { NumberLanguage } from '../format/number-format.ts';
import { pickName, type Named } from './use-language.ts';

/**
 * Characters with several readings, as they are read in names of places: collation by pinyin (CLDR) takes the commoner
 * one. Each with a character of that reading; readings after 现代汉语词典, 7th edition.
 */
const READ_AS: Readonly<Record<string, string>> = {
  // cháng, not zhǎng: 长三角, 长沙, 长江
  长: '常',
  // xià, not shà: 厦门
  厦: '夏',
  // shàn, not dān: 单县
  单: '善',
  // pān, not fān: 番禺
  番: '潘',
};

const collators = {
  'zh-CN': new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true }),
  en: new Intl.Collator('en', { numeric: true }),
} as const;

const asRead = (name: string): string => name.replaceAll(/[长厦单番]/gu, (sign) => READ_AS[sign] ?? sign);

/** Compares names as a person's language orders them: by pinyin in Chinese, by the alphabet in English, numbers by size. */
export function compareNames(language: NumberLanguage): (a: string, b: string) => number {
  const { compare } = collators[language];
  if (language === 'en') return compare;
  return (a, b) => compare(asRead(a), asRead(b)) || compare(a, b);
}

/** Things by their names in the person's language; by the pinyin that comes with them where all have it. */
export function inNameOrder<Item extends Named & { readonly pinyin?: string | null }>(
  items: Iterable<Item>,
  language: NumberLanguage,
): readonly Item[] {
  const all = [...items];
  const byName = compareNames(language);
  if (language === 'en' || !all.every(({ pinyin }) => pinyin))
    return all.toSorted((a, b) => byName(pickName(a, language), pickName(b, language)));
  // Syllables stand apart, so that 西安 (xi an) comes before 咸宁 (xian ning).
  const { compare } = collators.en;
  return all.toSorted((a, b) => compare(a.pinyin ?? '', b.pinyin ?? '') || byName(a.nameZh, b.nameZh));
}
