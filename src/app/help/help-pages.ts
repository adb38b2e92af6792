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

/** Papers on the method, read in help behind the guide; the names of the files in docs. They are written in English alone. */
export const METHOD_PAGES = ['method', 'method-structure', 'method-travel'] as const;

/** A page of the guide, by its file's name. */
export type GuidePage = (typeof GUIDE_PAGES)[number];
/** A paper on the method, by its file's name. */
export type MethodPage = (typeof METHOD_PAGES)[number];
/** Anything that help can show to read. */
export type HelpPage = GuidePage | MethodPage;

/** Whether a page is one of the papers on the method. */
export function isMethodPage(page: HelpPage): page is MethodPage {
  return (METHOD_PAGES as readonly string[]).includes(page);
}

/** The page that a link of the guide leads to, `null` for any other link. */
export function helpPageOf(href: string): HelpPage | null {
  const name = /^(?:\.{1,2}\/)*([a-z-]+)\.md(?:#.*)?$/.exec(href)?.[1];
  return [...GUIDE_PAGES, ...METHOD_PAGES].find((page) => page === name) ?? null;
}
