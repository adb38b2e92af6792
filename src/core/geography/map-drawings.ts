import type { FeatureCollection } from 'geojson';
import type { Topology } from 'topojson-specification';
import { ADMIN_DRAWINGS, type AdminDrawing, adminFeatures } from './admin-map.ts';
import { BASEMAP_DRAWINGS, type BasemapDrawing, basemapFeatures } from './basemap-map.ts';
import { SHAPE_CUTS, type ShapeCut, type TiledTopology } from './map-tiles.ts';

/** One drawing of a topology. */
export interface Drawing {
  /** Degrees WGS-84. */
  readonly features: FeatureCollection;
  readonly cut: ShapeCut;
}

const CUTS: Readonly<Record<AdminDrawing | BasemapDrawing, ShapeCut>> = {
  'province-lines': SHAPE_CUTS.lines,
  prefectures: SHAPE_CUTS.areas,
  'prefecture-lines': SHAPE_CUTS.lines,
  counties: SHAPE_CUTS.areas,
  'county-lines': SHAPE_CUTS.lines,
  land: SHAPE_CUTS.areas,
  coast: SHAPE_CUTS.lines,
  neighbours: SHAPE_CUTS.lines,
  lakes: SHAPE_CUTS.areas,
  rivers: SHAPE_CUTS.namedLines,
};

/** Everything that the map draws of a topology by name of the drawing. */
export function drawingsOf(id: TiledTopology, topology: Topology): ReadonlyMap<string, Drawing> {
  return id === 'basemap' || id === 'basemap-detail'
    ? drawings(BASEMAP_DRAWINGS, (drawing) => basemapFeatures(topology, drawing))
    : drawings(ADMIN_DRAWINGS, (drawing) => adminFeatures(topology, drawing));
}

function drawings<Name extends AdminDrawing | BasemapDrawing>(
  names: readonly Name[],
  featuresOf: (name: Name) => FeatureCollection,
): ReadonlyMap<string, Drawing> {
  return new Map(names.map((name) => [name, { features: featuresOf(name), cut: CUTS[name] }]));
}
