import type { FeatureCollection } from 'geojson';
import type { Topology } from 'topojson-specification';
import { ADMIN_DRAWINGS, adminFeatures } from './admin-map.ts';
import { BASEMAP_DRAWINGS, basemapFeatures } from './basemap-map.ts';
import type { TiledTopology } from './map-tiles.ts';

/** Everything that the map draws of a topology by name of the drawing, degrees WGS-84. */
export function drawingsOf(id: TiledTopology, topology: Topology): ReadonlyMap<string, FeatureCollection> {
  return id === 'basemap' || id === 'basemap-detail'
    ? new Map(BASEMAP_DRAWINGS.map((drawing) => [drawing, basemapFeatures(topology, drawing)]))
    : new Map(ADMIN_DRAWINGS.map((drawing) => [drawing, adminFeatures(topology, drawing)]));
}
