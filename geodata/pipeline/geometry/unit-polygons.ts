import type { Adcode } from '#core/geography/admin-unit.ts';
import type { PipelinePolygons, UnitPolygon } from '../context.ts';
import { groupBy, prefectureOf } from './codes.ts';
import { geometryOf, polygonsOf, type CountyCollection } from './geometry-types.ts';
import type { PointLookup } from './point-lookup.ts';

/**
 * Polygon look-ups over county polygons. A prefecture's polygon is the list of its counties' polygons, not dissolved:
 * right for point-in-polygon and areas, not for drawing.
 */
export function mergedPolygons(
  collection: CountyCollection,
  counties: PointLookup,
  simplified: boolean,
): PipelinePolygons {
  const byCode = new Map<Adcode, UnitPolygon>();
  for (const [adcode, members] of groupBy(collection.features, (feature) =>
    prefectureOf(feature.properties.adcode),
  )) {
    const geometry = geometryOf(members.flatMap((member) => polygonsOf(member.geometry)));
    byCode.set(adcode, { type: 'Feature', properties: { adcode }, geometry });
  }
  for (const { properties, geometry } of collection.features) {
    byCode.set(properties.adcode, { type: 'Feature', properties: { adcode: properties.adcode }, geometry });
  }
  return {
    simplified,
    polygonOf: (adcode) => byCode.get(adcode),
    prefectureAt: (point) => {
      const county = counties.at(point);
      return county === null ? null : prefectureOf(county);
    },
    countyAt: (point) => counties.at(point),
    nearestPrefecture: (point, maxKm) => {
      const found = counties.nearest(point, maxKm);
      return found === null ? null : { adcode: prefectureOf(found.adcode), distanceKm: found.distanceKm };
    },
  };
}
