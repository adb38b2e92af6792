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

type Draw = (topology: Topology | null) => FeatureCollection;

const DRAW: Readonly<Record<AdminDrawing, Draw>> = {
  'province-lines': (topology) => bordersOf(topology, 'provinces', 'inner'),
  prefectures: (topology) => areaCollection(topology, 'prefectures'),
  'prefecture-lines': (topology) => bordersWithin(topology, 'prefectures', 'provinces', provinceOf),
  counties: (topology) => areaCollection(topology, 'counties'),
  'county-lines': (topology) => bordersWithin(topology, 'counties', 'prefectures', prefectureOf),
};

/**
 * One drawing of the units in a topology, degrees WGS-84; empty where the topology does not go down to that level.
 * Polygons carry their adcode as property `id`. A border is drawn once, by the coarsest level that it belongs to.
 */
export function adminFeatures(topology: Topology | null, drawing: AdminDrawing): FeatureCollection {
  return DRAW[drawing](topology);
}
