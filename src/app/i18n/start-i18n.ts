import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#state/document/view-state.ts';

type Words = Readonly<Record<string, object>>;

const FIRST_NAMESPACES: readonly string[] = ['app', 'terms', 'structure'];

/** The words in two chunks a language: what the first picture needs, and the rest, loaded by the first part that wants it. */
const LOADERS: Readonly<
  Record<Language, { readonly first: () => Promise<Words>; readonly later: () => Promise<Words> }>
> = {
  'zh-CN': {
    first: async () => (await import('./languages/first-zh-CN.ts')).firstZh,
    later: async () => (await import('./languages/later-zh-CN.ts')).laterZh,
  },
  en: {
    first: async () => (await import('./languages/first-en.ts')).firstEn,
    later: async () => (await import('./languages/later-en.ts')).laterEn,
  },
};

const chunks: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    const { first, later } = LOADERS[language as Language];
    const load = FIRST_NAMESPACES.includes(namespace) ? first : later;
    load().then(
      (words) => {
        // The whole chunk, also for what asks for words outside a component and cannot wait.
        for (const [other, those] of Object.entries(words))
          if (!i18next.hasResourceBundle(language, other)) i18next.addResourceBundle(language, other, those);
        done(null, words[namespace]);
      },
      // True asks i18next to try again in a while.
      (error: unknown) => done(error instanceof Error ? error : String(error), true),
    );
  },
};

/** Switches to a language, with all the words that are on show. */
export async function showLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  document.title = i18next.t('name', { ns: 'app' });
}

/** Starts the words of the interface in the given language. */
export async function startI18n(language: Language): Promise<void> {
  await i18next
    .use(chunks)
    .use(initReactI18next)
    .init({
      lng: language,
      // Neither "zh" beside "zh-CN" nor another language in its place.
      load: 'currentOnly',
      fallbackLng: false,
      // A copy: i18next puts every namespace it loads to this list.
      ns: [...FIRST_NAMESPACES],
      defaultNS: 'app',
      // Its own separators, said: i18next then need not look at every key whether it might be a sentence.
      keySeparator: '.',
      nsSeparator: ':',
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  await showLanguage(language);
}
