import i18next from 'i18next';
import { createStore } from 'zustand/vanilla';
import { artefactNow } from '#state/atlas-data.ts';
import { addScene, captureScene } from '#state/commands/scene-commands.ts';
import type { ProjectDocument } from '#state/document/project-document.ts';
import { newId } from '#state/new-id.ts';
import { PROJECT_LIMITS } from '#state/document/project-schema.ts';
import { dispatch, projectStore } from '#state/store.ts';
import { pickName } from '#ui/i18n/use-language.ts';
import { titleOfShown } from './export/default-title.ts';
import { takeThumbnail } from './thumbnails.ts';

/** Whether the project takes one more scene. */
export function hasRoomForScene(): boolean {
  return projectStore.getState().document.scenes.length < PROJECT_LIMITS.scenes;
}

/** What the picture is of: the circle or the measure on the map, else the selected region, else the scene's number; told apart from the other scenes. */
function titleOfNew({ scenes, view: { selection, language } }: ProjectDocument): string {
  const t = i18next.getFixedT(null, 'briefing');
  const region =
    selection.kind === 'region'
      ? artefactNow('regions')?.find(({ id }) => id === selection.regionId)
      : undefined;
  const title = titleOfShown(t) ?? (region === undefined ? null : pickName(region, language));
  if (title === null) return t('defaultTitle', { number: scenes.length + 1 });
  const taken = new Set(scenes.map((scene) => scene.title));
  let free = title;
  for (let number = 2; taken.has(free); number++) free = `${title} · ${number}`;
  return free;
}

/** Saves what is shown and chosen now as the last scene of the briefing, from any workspace. Gives its title, `null` where the briefing is full. */
export function saveScene(): string | null {
  if (!hasRoomForScene()) return null;
  const { document } = projectStore.getState();
  const title = titleOfNew(document);
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
