import type { MapCamera, MapModel } from './layers/map-model.ts';
import type { MapSize } from './layers/map-view.ts';

/** The map as it stands on the page: what exporters and thumbnails start from. */
export interface ShownMap {
  readonly model: MapModel;
  readonly camera: MapCamera;
  readonly size: MapSize;
}

let shown: ShownMap | null = null;
const listeners = new Set<() => void>();

/** Says what the page shows; `null` when the map is gone. */
export function setShownMap(next: ShownMap | null): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** Hears of every change of what the page shows. Returns the undoing. */
export function onShownMap(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What the page shows now; `null` before the first picture. */
export function shownMap(): ShownMap | null {
  return shown;
}
