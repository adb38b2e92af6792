import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';
import { projectSession } from '#state/persistence/page-session.ts';
import { projectStore } from '#state/store.ts';

/** Opens an empty project in the language and look of the present one, which is saved first. */
export function startNew(): Promise<void> {
  const { camera, language, theme } = projectStore.getState().document.view;
  const view = { ...DEFAULT_DOCUMENT.view, camera, language, theme };
  return projectSession.openNew({ ...DEFAULT_DOCUMENT, view }, true);
}
