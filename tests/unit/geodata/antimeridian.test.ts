import { describe, expect, it } from 'vitest';
import type { Polygon, Position } from 'geojson';
import { cutAtAntimeridian } from '../../../geodata/pipeline/geometry/antimeridian.ts';

/** A ring as d3 winds outer ones: clockwise on the plane. */
function clockwise(...ring: Position[]): Position[] {
  return [...ring, ring[0] ?? []];
}

function polygon(...coordinates: Position[][]): Polygon {
  return { type: 'Polygon', coordinates };
}

function boundsOf(ring: readonly Position[]): number[] {
  const lngs = ring.map(([lng = NaN]) => lng);
  const lats = ring.map(([, lat = NaN]) => lat);
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)].map(
    (degrees) => Math.round(degrees * 10) / 10 + 0,
  );
}

function piecesOf(land: Polygon): number[][][] {
  return cutAtAntimeridian(land)
    .coordinates.map((rings) => rings.map(boundsOf))
    .toSorted(([[a = 0] = []], [[b = 0] = []]) => a - b);
}

describe('land cut at the antimeridian', () => {
  it('leaves alone what does not cross it', () => {
    const triangle = polygon(clockwise([10, 0], [15, 8], [20, 0]));
    expect(piecesOf(triangle)).toEqual([[[10, 0, 20, 8]]]);
  });

  it('makes two pieces of a ring that crosses it, with no band about the world between them', () => {
    const island = polygon(clockwise([170, -5], [170, 5], [-160, 5], [-160, -5]));
    expect(piecesOf(island)).toEqual([[[-180, -5.2, -160, 5.2]], [[170, -5.2, 180, 5.2]]]);
  });

  it('gives a hole to the piece it lies in', () => {
    const island = polygon(clockwise([160, -5], [160, 5], [-170, 5], [-170, -5]), clockwise([165, -1], [168, -1], [168, 1], [165, 1])); // prettier-ignore
    expect(piecesOf(island)).toEqual([
      [[-180, -5.2, -170, 5.2]],
      [
        [160, -5.2, 180, 5.2],
        [165, -1, 168, 1],
      ],
    ]);
  });

  it('closes a ring about the pole along the pole', () => {
    const cap = polygon(clockwise([0, -80], [90, -80], [180, -80], [-90, -80]));
    const [[ring = []] = []] = cutAtAntimeridian(cap).coordinates;
    expect(boundsOf(ring)).toEqual([-180, -90, 180, -80]);
    expect(ring.filter(([, lat]) => lat === -90).length).toBeGreaterThan(0);
  });
});
