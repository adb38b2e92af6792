import type * as maplibregl from 'maplibre-gl';
import type { LngLat } from '#core/units/coordinates.ts';
import { sameTarget, type MapHit } from '../layers/map-hit.ts';
import type { MapModel } from '../layers/map-model.ts';
import { hitAt } from './hit-at.ts';

/** What a hand does on the map. */
export interface PointerEvents {
  /** The pointer is on something else; `null` when it left the map. At most once a frame. */
  readonly onHover: (hit: MapHit | null) => void;
  /** Where on the ground the pointer is while the map stands; `null` when it left the map. At most once a frame. */
  readonly onPoint: (at: LngLat | null) => void;
  readonly onSelect: (hit: MapHit) => void;
  /** Whether a key pressed on the map chooses what is in its middle. */
  readonly isChoice: (stroke: KeyboardEvent) => boolean;
}

/** A pointer that moved less is where it was. */
const SAME_POINT_PIXELS = 2;

/**
 * Hover once a frame and only on change, click, and a key for what is in the middle of the map. While an origin is dragged
 * nothing is hovered. Returns what ends it.
 */
export function watchPointer(
  map: maplibregl.Map,
  model: () => MapModel,
  isDragging: () => boolean,
  events: PointerEvents,
): () => void {
  let frame = 0;
  let last: MapHit | null = null;
  const hover = (hit: MapHit | null): void => {
    map.getCanvas().style.cursor = hit?.target ? 'pointer' : '';
    if (hit === null ? last === null : last !== null && sameHover(last, hit)) return;
    last = hit;
    events.onHover(hit);
  };
  map.on('mousemove', ({ point, lngLat }) => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      if (map.isMoving() || isDragging()) return;
      const at: LngLat = [lngLat.lng, lngLat.lat];
      hover(hitAt(map, model(), point, at));
      events.onPoint(at);
    });
  });
  map.on('mouseout', () => {
    cancelAnimationFrame(frame);
    if (isDragging()) return;
    hover(null);
    events.onPoint(null);
  });
  map.on('click', ({ point, lngLat }) => {
    events.onSelect(hitAt(map, model(), point, [lngLat.lng, lngLat.lat]));
  });
  const onKey = (event: KeyboardEvent): void => {
    if (event.target !== map.getCanvas() || !events.isChoice(event)) return;
    const { lng, lat } = map.getCenter();
    events.onSelect(hitAt(map, model(), map.project([lng, lat]), [lng, lat]));
  };
  map.getContainer().addEventListener('keydown', onKey);
  return () => {
    cancelAnimationFrame(frame);
    map.getContainer().removeEventListener('keydown', onKey);
  };
}

/** Same things under the pointer: a tooltip need not be built anew, though it may move. */
function sameHover(a: MapHit, b: MapHit): boolean {
  return (
    a.targets.length === b.targets.length &&
    a.targets.every((target, index) => sameTarget(target, b.targets[index] ?? null)) &&
    Math.hypot(a.point[0] - b.point[0], a.point[1] - b.point[1]) < SAME_POINT_PIXELS
  );
}
