import type * as maplibregl from 'maplibre-gl';
import type { ClassChange, StyleChange } from '../layers/style-diff.ts';

/** Property names come from our own layers, which the tests hold against the style specification. */
type PaintName = Parameters<maplibregl.Map['setPaintProperty']>[1];
type LayoutName = Parameters<maplibregl.Map['setLayoutProperty']>[1];

/**
 * Carries changes out on a map whose style is loaded.
 *
 * @param changeTiles Gives a source of tiles another address.
 */
export function applyStyleChanges(
  map: maplibregl.Map,
  changes: readonly StyleChange[],
  changeTiles: (source: string, tiles: string) => void,
): void {
  for (const change of changes) {
    switch (change.kind) {
      case 'data':
        // Failures come through the map's `error` event.
        void map.getSource<maplibregl.GeoJSONSource>(change.source)?.setData(change.data);
        break;
      case 'tiles':
        changeTiles(change.source, change.tiles);
        break;
      case 'paint':
        map.setPaintProperty(change.layer, change.property as PaintName, change.value as never, {
          validate: false,
        });
        break;
      case 'layout':
        map.setLayoutProperty(change.layer, change.property as LayoutName, change.value as never, {
          validate: false,
        });
        break;
      case 'filter':
        map.setFilter(change.layer, change.filter, { validate: false });
        break;
      case 'zoom-range':
        map.setLayerZoomRange(change.layer, change.min, change.max);
        break;
      case 'class':
        applyClass(map, change);
        break;
    }
  }
}

/** Gives a polygon its class. */
export function applyClass(map: maplibregl.Map, { shapes, id, value }: ClassChange): void {
  const feature = { ...shapes, id };
  if (value === null) map.removeFeatureState(feature, 'class');
  else map.setFeatureState(feature, { class: value });
}
