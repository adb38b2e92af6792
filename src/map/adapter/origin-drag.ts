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

const ENDS = ['mouseup', 'touchend', 'touchcancel'] as const;

/** The watch over drags of a map. */
export interface OriginDragWatch {
  /** Something is held: the pointer means it and nothing that it passes over. */
  readonly isDragging: () => boolean;
  readonly stop: () => void;
}

/** Lets origins and yardsticks be dragged with mouse or finger; the map itself stays put meanwhile. Moves come at most once a frame. */
export function watchOriginDrag(
  map: MapLibreMap,
  model: () => MapModel,
  onDrag: (drag: OriginDrag) => void,
): OriginDragWatch {
  let dragged: Pick<OriginDrag, 'kind' | 'originId' | 'position'> | null = null;
  let latest: Omit<OriginDrag, 'phase'> | null = null;
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
    latest = null;
    map.getCanvas().style.cursor = 'grabbing';
  };
  // Heard on the window as well: a button let go over a panel ends the drag where the pointer left the map.
  const end = (): void => {
    if (dragged === null) return;
    cancelAnimationFrame(frame);
    if (latest !== null) onDrag({ ...latest, phase: 'end' });
    dragged = null;
    map.getCanvas().style.cursor = '';
  };
  const move = (event: MapMouseEvent | MapTouchEvent): void => {
    if (dragged === null) return;
    // Let go outside the window, where nothing was heard of it.
    if (event.originalEvent instanceof MouseEvent && event.originalEvent.buttons === 0) {
      end();
      return;
    }
    latest = { ...dragged, at: [event.lngLat.lng, event.lngLat.lat] };
    const drag: OriginDrag = { ...latest, phase: 'move' };
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => onDrag(drag));
  };

  const subscriptions = [
    map.on('mousedown', start),
    map.on('touchstart', start),
    map.on('mousemove', move),
    map.on('touchmove', move),
  ];
  for (const type of ENDS) window.addEventListener(type, end);
  return {
    isDragging: () => dragged !== null,
    stop: () => {
      cancelAnimationFrame(frame);
      for (const subscription of subscriptions) subscription.unsubscribe();
      for (const type of ENDS) window.removeEventListener(type, end);
    },
  };
}
