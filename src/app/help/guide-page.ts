import type { CirclesPage } from '#features/circles/circles-panel-state.ts';
import type { Language, Workspace } from '#state/document/view-state.ts';
import type { ShellDialog } from '../shell/open-dialog.ts';

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
/** A page of the guide, by its file's name. */
export type GuidePage = (typeof GUIDE_PAGES)[number];

/** Where a person in a workspace most likely wants to read. */
const PAGE_OF_WORKSPACE: Readonly<Record<Workspace, GuidePage>> = {
  structure: 'structure',
  integration: 'integration',
  circles: 'circles',
  scenario: 'scenarios',
  briefing: 'briefing',
};

/** Dialogs that belong to a page whatever the workspace. */
const PAGE_OF_DIALOG: Readonly<Record<ShellDialog, GuidePage>> = {
  projects: 'getting-started',
  share: 'getting-started',
  table: 'keyboard',
  export: 'briefing',
};

/** The page on what a person has before them: an open dialog, else the page of the panel, else the workspace. */
export function guidePageAt(
  workspace: Workspace,
  dialog: ShellDialog | null,
  circlesPage: CirclesPage,
): GuidePage {
  if (dialog !== null) return PAGE_OF_DIALOG[dialog];
  if (workspace === 'circles' && circlesPage === 'data') return 'more-data';
  return PAGE_OF_WORKSPACE[workspace];
}

const files = import.meta.glob<string>('/docs/guide/*/*.md', { import: 'default' });

/** The page as HTML of our own making; `null` when the file could not be fetched. */
export async function loadGuidePage(page: GuidePage, language: Language): Promise<string | null> {
  try {
    return (await files[`/docs/guide/${language === 'en' ? 'en' : 'zh'}/${page}.md`]?.()) ?? null;
  } catch {
    // No network and not kept yet: the person can ask again.
    return null;
  }
}

/** The page that a link of the guide leads to, `null` for any other link. */
export function guidePageOf(href: string): GuidePage | null {
  const name = /([a-z-]+)\.md(?:#.*)?$/.exec(href)?.[1];
  return GUIDE_PAGES.find((page) => page === name) ?? null;
}
