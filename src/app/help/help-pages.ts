import { nameLanguage } from '#core/geography/name-language.ts';
import type { Language } from '#state/document/view-state.ts';
import type { MethodPaper } from '#ui/panels/asked-paper.ts';

/** Pages of the user's guide, in reading order; the names of the files in docs/guide. */
export const GUIDE_PAGES = [
  'getting-started',
  'structure',
  'integration',
  'circles',
  'scenarios',
  'more-data',
  'briefing',
  'keyboard',
] as const;

/** Papers on the method and the data, read in help behind the guide; the names of the files in docs, in Chinese with `.zh-CN` before the ending. */
export const METHOD_PAGES = [
  'method',
  'method-structure',
  'method-travel',
  'data',
] as const satisfies readonly MethodPaper[];

/** A page of the guide, by its file's name. */
export type GuidePage = (typeof GUIDE_PAGES)[number];
/** Anything that help can show to read. */
export type HelpPage = GuidePage | MethodPaper;

/** Whether a page is one of the papers on the method and the data. */
export function isMethodPage(page: HelpPage): page is MethodPaper {
  return (METHOD_PAGES as readonly string[]).includes(page);
}

/** A place in a page of help. */
export interface HelpPlace {
  /** `null` is the page that the link stands on. */
  readonly page: HelpPage | null;
  /** Number of the section, as its heading has it; `null` is the page's beginning. */
  readonly section: number | null;
}

/** The file of a page. */
export function fileOfHelpPage(page: HelpPage, language: Language): string {
  if (isMethodPage(page)) return `/docs/${page}${language === 'en' ? '' : '.zh-CN'}.md`;
  return `/docs/guide/${nameLanguage(language)}/${page}.md`;
}

/** Where a link of the guide or of a paper leads to, `null` for what help does not show. */
export function helpPlaceOf(href: string): HelpPlace | null {
  const [, name, section] = /^(?:(?:\.{1,2}\/)*([a-z-]+)(?:\.zh-CN)?\.md)?(?:#(\d+)-.*)?$/.exec(href) ?? [];
  const page = [...GUIDE_PAGES, ...METHOD_PAGES].find((one) => one === name) ?? null;
  if (page === null && (name !== undefined || section === undefined)) return null;
  return { page, section: section === undefined ? null : Number(section) };
}
