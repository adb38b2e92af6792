import i18next from 'i18next';
import { createStore } from 'zustand/vanilla';
import { addScene, captureScene } from '#state/commands/scene-commands.ts';
import { newId } from '#state/new-id.ts';
import { PROJECT_LIMITS } from '#state/document/project-schema.ts';
import { dispatch, projectStore } from '#state/store.ts';
import { takeThumbnail } from './thumbnails.ts';

/** Whether the project takes one more scene. */
export function hasRoomForScene(): boolean {
  return projectStore.getState().document.scenes.length < PROJECT_LIMITS.scenes;
}

/** Saves what is shown and chosen now as the last scene of the briefing, from any workspace. Gives its title, `null` where the briefing is full. */
export function saveScene(): string | null {
  if (!hasRoomForScene()) return null;
  const { document } = projectStore.getState();
  const title = i18next.t('defaultTitle', { ns: 'briefing', number: document.scenes.length + 1 });
  const id = newId();
  dispatch(addScene(document, { id, title, note: '', state: captureScene(document) }));
  void takeThumbnail(id);
  return title;
}

/** What is said about the scene saved last (`null` as title: the briefing was full); `null` once it was said. */
export const savedScene = createStore<{ readonly said: { readonly title: string | null } | null }>(() => ({
  said: null,
}));

/** Saves a scene and has it said, beside the button of the bar. */
export function saveSceneAndSay(): void {
  savedScene.setState({ said: { title: saveScene() } });
}
