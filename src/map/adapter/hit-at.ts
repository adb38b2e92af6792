import type * as maplibregl from 'maplibre-gl';
import type { LngLat } from '#core/units/coordinates.ts';
import { hitLayerIds } from '../layers/layer-ids.ts';
import { orderTargets, type AreaHits, type MapHit } from '../layers/map-hit.ts';
import type { MapModel } from '../layers/map-model.ts';
import { pickNetwork } from '../layers/pick-network.ts';

/** What is under a point of the map. */
export function hitAt(
  map: maplibregl.Map,
  model: MapModel,
  point: { readonly x: number; readonly y: number },
  at: LngLat,
): MapHit {
  const zoom = map.getZoom();
  const targets = orderTargets(model, pickNetwork(model, at, zoom), areasAt(map, point), zoom);
  return { at, point: [point.x, point.y], target: targets[0] ?? null, targets };
}

function areasAt(map: maplibregl.Map, point: { readonly x: number; readonly y: number }): AreaHits {
  const features = map.queryRenderedFeatures([point.x, point.y], { layers: Object.values(hitLayerIds) });
  const agglomerations: string[] = [];
  const metros: string[] = [];
  let prefecture: string | null = null;
  let county: string | null = null;
  for (const { layer, properties } of features) {
    const id = String(properties['id']);
    if (layer.id === hitLayerIds.prefectures) prefecture ??= id;
    else if (layer.id === hitLayerIds.counties) county ??= id;
    else if (properties['role'] !== 'comparison') {
      (properties['kind'] === 'metro' ? metros : agglomerations).push(id);
    }
  }
  return { agglomerations, metros, prefecture, county };
}
