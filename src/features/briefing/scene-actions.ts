import i18next from 'i18next';
import {
  beginSection,
  duplicateScene,
  moveScene,
  openScene,
  recaptureScene,
  removeScene,
} from '#state/commands/scene-commands.ts';
import { newId } from '#state/new-id.ts';
import type { Scene } from '#state/document/project-document.ts';
import { PROJECT_LIMITS } from '#state/document/project-schema.ts';
import { dispatch, projectStore } from '#state/store.ts';
import { hasRoomForScene } from './save-scene.ts';
import { copyThumbnail, takeThumbnail } from './thumbnails.ts';

const present = () => projectStore.getState().document;

/** Moves a scene one place up (−1) or down (+1). Gives its new place. */
export function shiftScene(index: number, step: 1 | -1): number {
  const to = index + step;
  if (to < 0 || to >= present().scenes.length) return index;
  dispatch(moveScene(present(), index, to));
  return to;
}

/** Saves the present picture into a scene, words and annotations kept. */
export function updateScene(scene: Scene, index: number): void {
  dispatch(recaptureScene(present(), index));
  void takeThumbnail(scene.id);
}

/** Puts a copy after a scene, unless the briefing is full. */
export function copyScene(scene: Scene, index: number): void {
  if (!hasRoomForScene()) return;
  const id = newId();
  const title = i18next.t('copyTitle', { ns: 'briefing', title: scene.title });
  copyThumbnail(scene.id, id);
  dispatch(duplicateScene(scene, index, { id, title: title.slice(0, PROJECT_LIMITS.nameLength) }));
}

/** Takes a scene out; undo brings it back. */
export function deleteScene(index: number): void {
  dispatch(removeScene(index));
}

/** Begins a section at a scene under a name that can be typed over. */
export function beginSectionHere(index: number): void {
  dispatch(beginSection(present(), index, i18next.t('section.unnamed', { ns: 'briefing' })));
}

/** Leaves the briefing for the workspace that a scene was made in, to go on there. */
export function continueInWorkspace(scene: Scene): void {
  dispatch(openScene(present(), scene, false));
}
