import type { Feature, FeatureCollection } from 'geojson';
import type { Topology } from 'topojson-specification';
import { featuresByPart } from '#core/geography/topology-features.ts';
import { partsBySize } from './parts-by-size.ts';

/** Objects of the national topology that are drawn beneath and over the data: one source, because MapLibre masks tiles anew for every change of source. */
const NATIONAL_PARTS = ['china', 'dashline'] as const;

/** One of those objects. */
export type NationalPart = (typeof NATIONAL_PARTS)[number];

const made = new WeakMap<FeatureCollection, FeatureCollection>();

/**
 * The country's land and the dash line as the map draws them, degrees WGS-84: `part` names the object, and islets are features of
 * their own (`isIslet`), so that their outlines can be drawn with more care. The same collection every time.
 */
export function nationalShapes(national: Topology | null): FeatureCollection {
  const whole = featuresByPart(national, NATIONAL_PARTS);
  let shapes = made.get(whole);
  if (shapes === undefined) {
    shapes = { type: 'FeatureCollection', features: whole.features.flatMap(withIsletsApart) };
    made.set(whole, shapes);
  }
  return shapes;
}

function withIsletsApart(one: Feature): readonly Feature[] {
  if (one.geometry.type !== 'MultiPolygon') return [one];
  const [others, islets] = partsBySize(one.geometry);
  if (islets === null) return [one];
  return [
    { ...one, geometry: others },
    { ...one, properties: { ...one.properties, isIslet: true }, geometry: islets },
  ];
}
