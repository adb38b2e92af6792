import i18next, { type i18n } from 'i18next';
import type { Language } from '#state/document/view-state.ts';

/** The words of the app in one language, for drawings without a page. */
export async function unattendedWords(language: Language): Promise<i18n> {
  const namespaces: Readonly<Record<string, object>> =
    language === 'en'
      ? (await import('../i18n/languages/en.ts')).resourcesEn
      : (await import('../i18n/languages/zh-CN.ts')).resourcesZh;
  const words = i18next.createInstance();
  await words.init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'app',
    resources: { [language]: { ...namespaces } },
    interpolation: { escapeValue: false },
    returnNull: false,
  } as Parameters<i18n['init']>[0]);
  return words;
}
