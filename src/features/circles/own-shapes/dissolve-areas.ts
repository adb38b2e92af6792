import type { GeometryCollection as Geometries, MultiPolygon } from 'geojson';
import { merge } from 'topojson-client';
import { topology } from 'topojson-server';
import type { GeometryCollection, MultiPolygon as TopologyArea } from 'topojson-specification';
import type { OwnShapeSet } from '#core/geography/own-shapes.ts';

const known = new WeakMap<OwnShapeSet, MultiPolygon>();

/** All areas of a file as one. Borders that two of them share corner by corner are gone; others stay as lines within. */
export function dissolvedArea(set: OwnShapeSet): MultiPolygon {
  const cached = known.get(set);
  if (cached !== undefined) return cached;
  const areas: Geometries = { type: 'GeometryCollection', geometries: [...set.areas] };
  const joined = topology({ areas });
  const { geometries } = joined.objects['areas'] as GeometryCollection;
  const area = merge(joined, geometries as TopologyArea[]);
  known.set(set, area);
  return area;
}
