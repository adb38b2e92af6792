import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { mapFrame } from '#map/export/map-sheet.ts';
import { shownMap } from '#map/shown-map.ts';
import type { SceneState } from '#state/project-document.ts';

/** Width of a thumbnail, CSS pixels; drawn at twice that. */
const WIDTH = 132;

const store = createStore<{ readonly pictures: ReadonlyMap<SceneState, string> }>(() => ({
  pictures: new Map(),
}));

/** Draws the shown map small, beside the page, as the picture of a scene's state. Derived, so not part of the project. */
export async function takeThumbnail(state: SceneState): Promise<void> {
  const shown = shownMap();
  if (shown === null) return;
  const { drawOffScreen } = await import('#map/adapter/draw-off-screen.ts');
  const { size } = shown;
  const height = (size.width * mapFrame.height) / mapFrame.width;
  const drawn = await drawOffScreen(
    { ...shown.model, hover: null },
    shown.camera,
    { width: size.width, height: Math.min(size.height, height) },
    (2 * WIDTH) / size.width,
    new AbortController().signal,
  );
  if (!drawn.ok) return;
  const picture = drawn.value.toDataURL('image/jpeg', 0.8);
  store.setState(({ pictures }) => ({ pictures: new Map(pictures).set(state, picture) }));
}

/** The picture of a scene's state as a data URL; `null` until it was shown once on this page. */
export function useThumbnail(state: SceneState): string | null {
  return useStore(store, ({ pictures }) => pictures.get(state) ?? null);
}
