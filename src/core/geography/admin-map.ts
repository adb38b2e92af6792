import type { FeatureCollection } from 'geojson';
import type { Topology } from 'topojson-specification';
import { areaCollection, bordersOf, bordersWithin } from './topology-features.ts';

/** What the map draws of the administrative units: polygons by level, and each level's own borders. */
export const ADMIN_DRAWINGS = [
  'province-lines',
  'prefectures',
  'prefecture-lines',
  'counties',
  'county-lines',
] as const;

/** One of {@link ADMIN_DRAWINGS}. */
export type AdminDrawing = (typeof ADMIN_DRAWINGS)[number];

const provinceOf = (adcode: string): string => adcode.slice(0, 2);
const prefectureOf = (adcode: string): string => adcode.slice(0, 4);

/**
 * One drawing of the units in a topology, degrees WGS-84; empty where the topology does not go down to that level.
 * Polygons carry their adcode as property `id`. A border is drawn once, by the coarsest level that it belongs to.
 */
export function adminFeatures(topology: Topology | null, drawing: AdminDrawing): FeatureCollection {
  switch (drawing) {
    case 'province-lines':
      return bordersOf(topology, 'provinces', 'inner');
    case 'prefectures':
      return areaCollection(topology, 'prefectures');
    case 'prefecture-lines':
      return bordersWithin(topology, 'prefectures', 'provinces', provinceOf);
    case 'counties':
      return areaCollection(topology, 'counties');
    case 'county-lines':
      return bordersWithin(topology, 'counties', 'prefectures', prefectureOf);
  }
}
