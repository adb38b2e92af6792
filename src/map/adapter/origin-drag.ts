import type { MapMouseEvent, MapTouchEvent, Map as MapLibreMap } from 'maplibre-gl';
import type { LngLat } from '#core/units/coordinates.ts';
import type { MapModel } from '../layers/map-model.ts';
import { pickAnnotationHandle, pickNetwork, pickYardstick } from '../layers/pick-network.ts';

/** An origin of a circle, the handle of a yardstick or a position of an annotation being dragged: many `move`s, one `end`. */
export interface OriginDrag {
  readonly kind: 'origin' | 'yardstick' | 'annotation';
  readonly originId: string;
  /** Which position of an annotation; 0 for the others. */
  readonly position: number;
  readonly at: LngLat;
  readonly phase: 'move' | 'end';
}

/** Lets origins and yardsticks be dragged with mouse or finger; the map itself stays put meanwhile. Moves come at most once a frame. */
export function watchOriginDrag(
  map: MapLibreMap,
  model: () => MapModel,
  onDrag: (drag: OriginDrag) => void,
): () => void {
  let dragged: Pick<OriginDrag, 'kind' | 'originId' | 'position'> | null = null;
  let moved = false;
  let frame = 0;

  const start = (event: MapMouseEvent | MapTouchEvent): void => {
    const at: LngLat = [event.lngLat.lng, event.lngLat.lat];
    const origin = pickNetwork(model(), at, map.getZoom()).find(({ kind }) => kind === 'origin');
    const yardstick = pickYardstick(model(), at, map.getZoom());
    const handle = pickAnnotationHandle(model(), at, map.getZoom());
    if (handle !== null) dragged = { kind: 'annotation', originId: handle.id, position: handle.position };
    else if (yardstick !== null) dragged = { kind: 'yardstick', originId: yardstick, position: 0 };
    else if (origin?.kind === 'origin') dragged = { kind: 'origin', originId: origin.originId, position: 0 };
    else return;
    event.preventDefault(); // Keeps the map from panning.
    moved = false;
    map.getCanvas().style.cursor = 'grabbing';
  };
  const move = (event: MapMouseEvent | MapTouchEvent): void => {
    if (dragged === null) return;
    const drag: OriginDrag = {
      ...dragged,
      at: [event.lngLat.lng, event.lngLat.lat],
      phase: 'move',
    };
    moved = true;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => onDrag(drag));
  };
  const end = (event: MapMouseEvent | MapTouchEvent): void => {
    if (dragged === null) return;
    cancelAnimationFrame(frame);
    if (moved) onDrag({ ...dragged, at: [event.lngLat.lng, event.lngLat.lat], phase: 'end' });
    dragged = null;
    map.getCanvas().style.cursor = '';
  };

  map.on('mousedown', start);
  map.on('touchstart', start);
  map.on('mousemove', move);
  map.on('touchmove', move);
  map.on('mouseup', end);
  map.on('touchend', end);
  return () => cancelAnimationFrame(frame);
}
