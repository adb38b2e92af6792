import { merge } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import type { MultiPolygon } from 'geojson';
import type { Adcode } from '#core/geography/admin-unit.ts';

/** The dissolved area of some counties or prefectures. */
export function areaOfUnits(topology: Topology, units: readonly Adcode[]): MultiPolygon {
  const wanted = new Set(units);
  const areas = new Map<string, unknown>();
  for (const name of ['prefectures', 'counties']) {
    const object = topology.objects[name];
    if (object?.type !== 'GeometryCollection') continue;
    for (const geometry of object.geometries)
      if (
        (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') &&
        wanted.has(String(geometry.id))
      )
        areas.set(String(geometry.id), geometry);
  }
  return merge(topology, [...areas.values()] as Parameters<typeof merge>[1]);
}
