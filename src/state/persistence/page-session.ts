import { newId } from '../new-id.ts';
import type { ProjectDocument } from '../document/project-document.ts';
import { projectStore } from '../store.ts';
import { afterPicture } from './after-picture.ts';
import { SAVE_EVERY_MS } from './autosave.ts';
import { openProjectDatabase } from './project-database.ts';
import { createProjectSession, type ProjectSession } from './project-session.ts';

/** Where projects are kept, and the open one's session: one of each a page. */
export const projectDatabase = openProjectDatabase();
export const projectSession: ProjectSession = createProjectSession({
  store: projectStore,
  database: projectDatabase,
  locks: (navigator as Partial<Navigator>).locks,
  nowMs: () => Date.now(),
  newId,
  later: (work, delayMs) => {
    if (delayMs === 0) return afterPicture(work, SAVE_EVERY_MS);
    const handle = setTimeout(work, delayMs);
    return () => clearTimeout(handle);
  },
});

/** Opens a document as a project of its own beside the present one, which is saved first and stays in the list of projects. */
export function openAsOwnProject(document: ProjectDocument): Promise<void> {
  return projectSession.openNew(document, true);
}
