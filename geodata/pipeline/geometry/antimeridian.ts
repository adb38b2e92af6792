import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { geoEquirectangular, type GeoContext, geoPath } from 'd3-geo';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { polygonsOf } from './geometry-types.ts';

/**
 * The same land with every ring cut along 180° and closed along the poles, so that planar tools read it rightly: a ring that
 * steps from 179° to −179° is otherwise a band about the whole world.
 *
 * @param land polygons as d3 winds them (outer rings clockwise), `[lng, lat]` degrees
 * @returns outer rings anticlockwise (RFC 7946), `[lng, lat]` degrees within ±180 and ±90
 */
export function cutAtAntimeridian(land: Polygon | MultiPolygon): MultiPolygon {
  const coordinates = polygonsOf(land).flatMap((rings) => {
    const pieces = planarRings({ type: 'Polygon', coordinates: rings as Position[][] });
    const outers = pieces.filter((ring) => signedArea(ring) > 0).map((ring) => [ring]);
    for (const hole of pieces.filter((ring) => signedArea(ring) <= 0)) {
      const [start = [0, 0]] = hole;
      outers.find(([outer = []]) => booleanPointInPolygon(start, { type: 'Polygon', coordinates: [outer] }))?.push(hole); // prettier-ignore
    }
    return outers;
  });
  return { type: 'MultiPolygon', coordinates };
}

/** The rings of a polygon on the plane of degrees, cut by d3's antimeridian clipping, anticlockwise where they are outer. */
function planarRings(polygon: Polygon): Position[][] {
  const rings: Position[][] = [];
  const context: GeoContext = {
    beginPath: () => undefined,
    arc: () => undefined,
    moveTo: (x, y) => void rings.push([[x, y]]),
    lineTo: (x, y) => void rings.at(-1)?.push([x, y]),
    closePath: () => {
      const ring = rings.at(-1);
      const [first] = ring ?? [];
      if (first) ring?.push(first);
    },
  };
  const degrees = geoEquirectangular()
    .scale(180 / Math.PI)
    .translate([0, 0])
    .precision(0)
    .reflectY(true);
  geoPath(degrees, context)(polygon);
  return rings.map((ring) => ring.toReversed());
}

/** Area on the plane, positive where the ring runs anticlockwise; square degrees. */
function signedArea(ring: readonly Position[]): number {
  return (
    ring.reduce((sum, [x = 0, y = 0], index) => {
      const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
      return sum + x * nextY - nextX * y;
    }, 0) / 2
  );
}
