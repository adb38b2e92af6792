/** Languages that places have names in, which the map and the files written of it speak. */
export type NameLanguage = 'zh' | 'en';

/** The names' language under a language of the interface. */
export function nameLanguage(ofPage: 'zh-CN' | 'en'): NameLanguage {
  return ofPage === 'en' ? 'en' : 'zh';
}
