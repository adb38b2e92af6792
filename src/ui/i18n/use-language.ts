import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import type { NumberLanguage } from '../format/number-format.ts';

function onLanguage(changed: () => void): () => void {
  i18next.on('languageChanged', changed);
  return () => i18next.off('languageChanged', changed);
}

const languageNow = (): NumberLanguage => (i18next.language === 'en' ? 'en' : 'zh-CN');

/** The language of the interface, for number formats and names. */
export function useLanguage(): NumberLanguage {
  return useSyncExternalStore(onLanguage, languageNow);
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
