import { area } from '@turf/area';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import fc from 'fast-check';
import type { MultiPolygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { contourSurface } from '#core/contour/marching-squares.ts';
import { measureGrid } from '#core/surface/grid-geometry.ts';
import type { TravelTimeSurface } from '#core/surface/travel-time-surface.ts';
import { TICKS_PER_MINUTE, UNREACHED_TICKS } from '#core/surface/travel-time-ticks.ts';

/** A surface from minutes a cell; `null` = not reached. */
function surfaceOf(rows: readonly (readonly (number | null)[])[], stepped = false): TravelTimeSurface {
  const columns = rows[0]?.length ?? 0;
  return {
    frame: { west: 104, north: 31, cellDegrees: 0.01, columns: columns + 10, rows: rows.length + 10 },
    row0: 5,
    column0: 5,
    rows: rows.length,
    columns,
    ticks: Uint16Array.from(
      rows.flat().map((minutes) => (minutes === null ? UNREACHED_TICKS : minutes * TICKS_PER_MINUTE)),
    ),
    maxMinutes: 120,
    stepped,
  };
}

function draw(text: string): TravelTimeSurface {
  const rows = text
    .trim()
    .split('\n')
    .map((row) =>
      row
        .trim()
        .split('')
        .map((mark) => (mark === '#' ? 10 : null)),
    );
  return surfaceOf(rows);
}

function signedArea(ring: readonly (readonly number[])[]): number {
  return ring.reduce((sum, [x = 0, y = 0], index) => {
    const [px = 0, py = 0] = ring[(index + ring.length - 1) % ring.length] ?? [];
    return sum + (px - 104) * (y - 31) - (x - 104) * (py - 31);
  }, 0);
}

function km2(polygon: MultiPolygon): number {
  return area(polygon) / 1e6;
}

function checkRings(polygon: MultiPolygon): void {
  for (const rings of polygon.coordinates) {
    rings.forEach((ring, index) => {
      expect(ring[0]).toEqual(ring.at(-1));
      expect(ring.length).toBeGreaterThanOrEqual(4);
      // RFC 7946: outer rings counter-clockwise, holes clockwise.
      expect(signedArea(ring) > 0).toBe(index === 0);
    });
  }
}

describe('contourSurface', () => {
  it('is empty when nothing is within', () => {
    expect(contourSurface(draw('...\n...'), 60)).toEqual({ type: 'MultiPolygon', coordinates: [] });
    expect(contourSurface(draw('###\n###'), 5).coordinates).toEqual([]);
  });

  it('puts a diamond around one cell, half-way to its neighbours', () => {
    const polygon = contourSurface(draw('.#.'), 60);
    expect(polygon.coordinates).toHaveLength(1);
    const ring = polygon.coordinates[0]?.[0] ?? [];
    // The cell is column 6, row 5: centre 104.065, 30.945.
    expect(new Set(ring.map(([lng, lat]) => `${lng?.toFixed(3)} ${lat?.toFixed(3)}`))).toEqual(
      new Set(['104.060 30.945', '104.070 30.945', '104.065 30.940', '104.065 30.950']),
    );
    checkRings(polygon);
  });

  it('keeps holes inside their ring, and islands in lakes as polygons of their own', () => {
    const polygon = contourSurface(
      draw(`
        #########
        #.......#
        #.#####.#
        #.#...#.#
        #.#####.#
        #.......#
        #########
        .........
        ..##.....`),
      60,
    );
    checkRings(polygon);
    expect(polygon.coordinates.map((rings) => rings.length)).toEqual([2, 2, 1]);
  });

  it('keeps cells that touch at a corner apart', () => {
    expect(contourSurface(draw('#.\n.#'), 60).coordinates).toHaveLength(2);
    expect(contourSurface(draw('.#\n#.'), 60).coordinates).toHaveLength(2);
  });

  it('lies between cells in proportion to their times', () => {
    const polygon = contourSurface(surfaceOf([[20, 40]]), 25);
    const east = Math.max(...(polygon.coordinates[0]?.[0] ?? []).map(([lng]) => lng ?? 0));
    // Centres at 104.055 and 104.065; 25 is a quarter of the way.
    expect(east).toBeCloseTo(104.0575, 4);
    const stepped = contourSurface(surfaceOf([[20, 40]], true), 25);
    expect(Math.max(...(stepped.coordinates[0]?.[0] ?? []).map(([lng]) => lng ?? 0))).toBeCloseTo(104.06, 6);
  });

  it('has the area of its cells, nested cut-offs, right rings, and cell centres on the right side', () => {
    const size = 24;
    const centre = fc.record({
      x: fc.double({ min: 0, max: size, noNaN: true }),
      y: fc.double({ min: 0, max: size, noNaN: true }),
      speed: fc.double({ min: 0.5, max: 2, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(centre, { minLength: 1, maxLength: 4 }),
        fc.array(centre, { maxLength: 4 }),
        (seeds, lakes) => {
          const rows = Array.from({ length: size }, (_, y) =>
            Array.from({ length: size }, (_, x) => {
              if (lakes.some((lake) => Math.hypot(x - lake.x, y - lake.y) < lake.speed * 1.5)) return null;
              const minutes = Math.min(
                ...seeds.map((seed) => Math.hypot(x - seed.x, y - seed.y) * seed.speed * 5),
              );
              return minutes > 90 ? null : Math.round(minutes * 4) / 4;
            }),
          );
          const surface = surfaceOf(rows);
          let last = -1;
          for (const cut of [20, 40, 60]) {
            const polygon = contourSurface(surface, cut);
            checkRings(polygon);
            const within = km2(polygon);
            expect(within).toBeGreaterThanOrEqual(last);
            last = within;
            for (let probe = 0; probe < size * size; probe += 17) {
              const [y, x] = [Math.floor(probe / size), probe % size];
              const minutes = rows[y]?.[x] ?? null;
              // Within a rounding of the cut-off the side is a matter of the last decimal.
              if (minutes !== null && Math.abs(minutes - cut) < 0.5) continue;
              const at = [104 + (5 + x + 0.5) * 0.01, 31 - (5 + y + 0.5) * 0.01];
              const inside = polygon.coordinates.length > 0 && booleanPointInPolygon(at, polygon);
              expect(inside, `${x},${y} at ${minutes} for ${cut}`).toBe(minutes !== null && minutes <= cut);
            }
          }
        },
      ),
      { seed: 20261124, numRuns: 60 },
    );
  });

  it('agrees with the area of the cells on a round circle', () => {
    const rows = Array.from({ length: 80 }, (_, y) =>
      Array.from({ length: 90 }, (_, x) => Math.hypot((x - 45) * 0.86, y - 40) * 1.5),
    );
    const surface = surfaceOf(rows);
    const { areaKm2 } = measureGrid(surface.frame);
    for (const cut of [15, 30, 45]) {
      let cells = 0;
      rows.forEach((row, y) => (cells += row.filter((value) => value <= cut).length * (areaKm2[y + 5] ?? 0)));
      expect(km2(contourSurface(surface, cut)) / cells).toBeGreaterThan(0.985);
      expect(km2(contourSurface(surface, cut)) / cells).toBeLessThan(1.015);
    }
  });
});
