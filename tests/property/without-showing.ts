import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';
import type { ProjectDocument } from '#state/document/project-document.ts';

/** A document without what only shows and is no step of the history: camera, workspace, selection, page … */
export function withoutShowing(document: ProjectDocument): unknown {
  const { camera, workspace, selection, language, theme, structure } = DEFAULT_DOCUMENT.view;
  const { page, explained } = DEFAULT_DOCUMENT.integration;
  return {
    ...document,
    view: { ...document.view, camera, workspace, selection, language, theme, structure },
    integration: { ...document.integration, page, explained },
  };
}
