import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { takeLivePicture } from '#map/adapter/live-picture.ts';

/** Pixels of a thumbnail: twice what the list shows. */
export const THUMBNAIL_SIZE = { width: 216, height: 132 } as const;

const STORAGE_KEY = 'chengqun-thumbnails';
/** Thumbnails kept over a reload, the newest: some six kilobytes each. */
const MOST_KEPT = 120;

function kept(): ReadonlyMap<string, string> {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '[]');
    if (!Array.isArray(read)) return new Map();
    return new Map(
      read.filter(
        (entry): entry is [string, string] =>
          Array.isArray(entry) &&
          typeof entry[0] === 'string' &&
          typeof entry[1] === 'string' &&
          entry[1].startsWith('data:image/jpeg'),
      ),
    );
  } catch {
    return new Map();
  }
}

interface Pictures {
  readonly pictures: ReadonlyMap<string, string>;
  /** Of scenes that were not shown yet: where they are, without their colours. Drawn anew in every tab. */
  readonly sketches: ReadonlyMap<string, string>;
}

const store = createStore<Pictures>(() => ({ pictures: kept(), sketches: new Map() }));

function keep(pictures: ReadonlyMap<string, string>): void {
  store.setState({ pictures });
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify([...pictures].slice(-MOST_KEPT)));
  } catch {
    // Without room or permission they are there until the page is left.
  }
}

/** Takes what the map shows as the picture of a scene. Derived, so not part of the project. */
export async function takeThumbnail(sceneId: string): Promise<void> {
  const canvas = await takeLivePicture(THUMBNAIL_SIZE.width, THUMBNAIL_SIZE.height);
  if (canvas === null) return;
  const pictures = new Map(store.getState().pictures);
  pictures.delete(sceneId);
  keep(pictures.set(sceneId, canvas.toDataURL('image/jpeg', 0.8)));
}

/** Whether a scene was shown once in this tab. */
export function hasThumbnail(sceneId: string): boolean {
  return store.getState().pictures.has(sceneId);
}

/** A copy of a scene begins with the picture of the original. */
export function copyThumbnail(fromId: string, toId: string): void {
  const picture = store.getState().pictures.get(fromId);
  if (picture !== undefined) keep(new Map(store.getState().pictures).set(toId, picture));
}

/** What stands for the picture of a scene until it is shown. */
export function keepSketch(sceneId: string, picture: string): void {
  store.setState({ sketches: new Map(store.getState().sketches).set(sceneId, picture) });
}

/** Whether there is a picture of a scene or a sketch of it. */
export function hasSketch(sceneId: string): boolean {
  return hasThumbnail(sceneId) || store.getState().sketches.has(sceneId);
}

/** The picture of a scene as a data URL, or the sketch of where it is; `null` until either is drawn. */
export function useThumbnail(sceneId: string): string | null {
  return useStore(store, ({ pictures, sketches }) => pictures.get(sceneId) ?? sketches.get(sceneId) ?? null);
}
