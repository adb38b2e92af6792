import type { ProjectDocument, Scene } from './document/project-document.ts';
import type { Workspace } from './document/view-state.ts';

/** The open scene of the document with its index; `null` when none is open or it is gone. */
export function openSceneOf(
  document: Pick<ProjectDocument, 'scenes' | 'view'>,
): { readonly scene: Scene; readonly index: number } | null {
  const index = document.scenes.findIndex(({ id }) => id === document.view.openScene);
  const scene = document.scenes[index];
  return scene === undefined ? null : { scene, index };
}

/** The workspace whose picture is on the map: in the briefing that of the open scene. */
export function shownWorkspace(document: Pick<ProjectDocument, 'scenes' | 'view'>): Workspace {
  const { workspace } = document.view;
  return workspace === 'briefing'
    ? (openSceneOf(document)?.scene.state.view.workspace ?? workspace)
    : workspace;
}
