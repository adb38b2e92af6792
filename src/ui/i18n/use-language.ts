import { useTranslation } from 'react-i18next';
import type { NumberLanguage } from '../format/number-format.ts';

/** The language of the interface, for number formats and names. */
export function useLanguage(): NumberLanguage {
  return useTranslation().i18n.language === 'en' ? 'en' : 'zh-CN';
}

/** Something with a name in both languages. */
export interface Named {
  readonly nameZh: string;
  readonly nameEn: string;
}

/** The name in the person's language; the Chinese one where there is no English one. */
export function pickName(named: Named, language: NumberLanguage): string {
  return language === 'en' && named.nameEn !== '' ? named.nameEn : named.nameZh;
}
