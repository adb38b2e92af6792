import type { CirclesPage } from '#features/circles/circles-panel-state.ts';
import type { Language, Workspace } from '#state/document/view-state.ts';
import type { ShellDialog } from '../shell/open-dialog.ts';
import { fileOfHelpPage, type GuidePage, type HelpPage } from './help-pages.ts';

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

const files = import.meta.glob<string>(['/docs/guide/*/*.md', '/docs/{method*,data,data.zh-CN}.md'], {
  import: 'default',
});

/** The page as HTML of our own making; `null` when the file could not be fetched. */
export async function loadHelpPage(page: HelpPage, language: Language): Promise<string | null> {
  try {
    return (await files[fileOfHelpPage(page, language)]?.()) ?? null;
  } catch {
    // No network and not kept yet: the person can ask again.
    return null;
  }
}
