import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#state/project-document.ts';

/** Each language is a chunk of its own, loaded when it is first shown. */
const LOADERS: Readonly<Record<Language, () => Promise<Record<string, object>>>> = {
  'zh-CN': async () => (await import('./languages/zh-CN.ts')).resourcesZh,
  en: async () => (await import('./languages/en.ts')).resourcesEn,
};

/** Loads a language's words and switches to it. */
export async function showLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'app')) {
    const namespaces = await LOADERS[language]();
    for (const [namespace, words] of Object.entries(namespaces))
      i18next.addResourceBundle(language, namespace, words);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  document.title = i18next.t('name', { ns: 'app' });
}

/** Starts the words of the interface in the given language. */
export async function startI18n(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: {},
    lng: language,
    fallbackLng: false,
    defaultNS: 'app',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await showLanguage(language);
}
