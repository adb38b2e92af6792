import type * as maplibregl from 'maplibre-gl';
import { changeTiles } from './change-tiles.ts';
import type { StyleChange } from '../layers/style-diff.ts';

/** Property names come from our own layers, which the tests hold against the style specification. */
type PaintName = Parameters<maplibregl.Map['setPaintProperty']>[1];
type LayoutName = Parameters<maplibregl.Map['setLayoutProperty']>[1];

/** Carries changes out on a map whose style is loaded. */
export function applyStyleChanges(map: maplibregl.Map, changes: readonly StyleChange[]): void {
  for (const change of changes) {
    switch (change.kind) {
      case 'data':
        // Failures come through the map's `error` event.
        void map.getSource<maplibregl.GeoJSONSource>(change.source)?.setData(change.data);
        break;
      case 'tiles':
        changeTiles(map, change.source, change.tiles);
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
      case 'class': {
        const feature = { ...change.shapes, id: change.id };
        if (change.value === null) map.removeFeatureState(feature, 'class');
        else map.setFeatureState(feature, { class: change.value });
        break;
      }
    }
  }
}
