import type * as maplibregl from 'maplibre-gl';
import { sourceIds } from '../layers/layer-ids.ts';
import { keptRoomLayer } from '../layers/kept-room.ts';

/** What of a map this needs. */
type RoomMap = Pick<
  maplibregl.Map,
  'getCenter' | 'getLayer' | 'getZoom' | 'isMoving' | 'isSourceLoaded' | 'off' | 'on' | 'setLayerZoomRange'
>;

/** MapLibre's widest range of zooms. */
const WIDEST_ZOOM = 24;

/**
 * Names keep clear of what lies over the map only while it rests. Its marks lie where they were made, and on the way, and on
 * arrival until they are made anew, would push aside names in the middle of the map: MapLibre leaves those there. A range of
 * zooms is the one thing of a layer that it heeds at once.
 *
 * @returns The undoing.
 */
export function keepRoomAtRest(map: RoomMap): () => void {
  const camera = (): string => {
    const { lng, lat } = map.getCenter();
    return [lng, lat, map.getZoom()].map((part) => part.toFixed(4)).join();
  };
  let madeFor = camera();
  let isNew = false;
  const keep = (isKept: boolean): void => {
    if (map.getLayer(keptRoomLayer.id) === undefined) return;
    map.setLayerZoomRange(keptRoomLayer.id, isKept ? 0 : WIDEST_ZOOM, WIDEST_ZOOM);
  };
  const onStart = (): void => keep(false);
  const onEnd = (): void => {
    if (camera() === madeFor) keep(true);
  };
  const onData = ({ sourceId, sourceDataType }: maplibregl.MapSourceDataEvent): void => {
    if (sourceId !== sourceIds.keptRoom) return;
    isNew ||= sourceDataType === 'content';
    if (!isNew || map.isMoving() || !map.isSourceLoaded(sourceId)) return;
    isNew = false;
    madeFor = camera();
    keep(true);
  };
  map.on('movestart', onStart);
  map.on('moveend', onEnd);
  map.on('sourcedata', onData);
  return () => {
    map.off('movestart', onStart);
    map.off('moveend', onEnd);
    map.off('sourcedata', onData);
  };
}
