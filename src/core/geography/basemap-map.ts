import type { FeatureCollection } from 'geojson';
import type { Topology } from 'topojson-specification';
import { coastLines } from './coast-lines.ts';
import { featuresOf } from './topology-features.ts';

/** What the map draws of the basemap: its land and that land's coast, borders abroad, lakes and wide rivers, rivers. */
export const BASEMAP_DRAWINGS = ['land', 'coast', 'neighbours', 'lakes', 'rivers'] as const;

/** One of {@link BASEMAP_DRAWINGS}. */
export type BasemapDrawing = (typeof BASEMAP_DRAWINGS)[number];

/** One drawing of a basemap with the properties of its file, degrees WGS-84; empty without a topology. */
export function basemapFeatures(topology: Topology | null, drawing: BasemapDrawing): FeatureCollection {
  return drawing === 'coast' ? coastLines(topology) : featuresOf(topology, drawing);
}
