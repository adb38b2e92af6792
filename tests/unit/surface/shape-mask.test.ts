import { area } from '@turf/area';
import isInside from '@turf/boolean-point-in-polygon';
import fc from 'fast-check';
import type { MultiPolygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { readShapeVersusHour } from '#core/scenario/plan-versus-hour.ts';
import { buildLandModel } from '#core/surface/land-model.ts';
import { maskOfShape } from '#core/surface/shape-mask.ts';
import { readShape } from '#core/surface/shape-readings.ts';
import { UNREACHED_TICKS } from '#core/surface/travel-time-ticks.ts';
import { rasterFromText } from '../../fixtures/travel-world.ts';

// Cells of 0.01°, the corner at 110° E 31° N. County A (1,000 people) and B (500, the same city), C (300, another city),
// and water.
const raster = rasterFromText(
  `
  AAAABB..
  AAAABB..
  AAAABBCC
  AAAABBCC
  `,
  { A: '510101', B: '510102', C: '510201' },
);
const land = buildLandModel(
  raster,
  new Map([
    ['510101', 1000],
    ['510102', 500],
    ['510201', 300],
  ]),
);
const CITIES = ['510100', '510100', '510200'];
const GDP = new Map([['510100', { value: 30, year: 2020 }]]);
const { geometry } = land;

/** A box in cells from the corner, as degrees. */
const box = (west: number, north: number, east: number, south: number): Position[] =>
  [
    [west, north],
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ].map(([x = 0, y = 0]) => [110 + x / 100, 31 - y / 100]);
const shape = (...polygons: readonly Position[][][]): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: [...polygons],
});

function cellsOf(of: MultiPolygon, on = land): readonly string[] {
  const mask = maskOfShape(on, of);
  return Array.from({ length: geometry.rows }, (_, row) =>
    Array.from({ length: geometry.columns }, (__, column) => {
      const r = row - (mask?.row0 ?? 0);
      const c = column - (mask?.column0 ?? 0);
      const isWithin = mask !== null && r >= 0 && c >= 0 && r < mask.rows && c < mask.columns;
      return isWithin ? Math.round(100 * (mask.share[r * mask.columns + c] ?? 0)) : 0;
    }).join(' '),
  );
}

const reading = (of: MultiPolygon) => {
  const mask = maskOfShape(land, of);
  if (mask === null) throw new Error('nothing on the grid');
  return readShape(land, CITIES, GDP, mask);
};

// A land of one county, without a border or coast.
const even = buildLandModel(rasterFromText('AAAAAAAA\n'.repeat(4), { A: '510101' }), new Map());

describe('a shape over the grid', () => {
  it('takes parts of cells by their share', () => {
    expect(cellsOf(shape([box(0.5, 1, 2.25, 2.5)]), even)).toEqual([
      '0 0 0 0 0 0 0 0',
      '50 100 25 0 0 0 0 0',
      '25 50 13 0 0 0 0 0',
      '0 0 0 0 0 0 0 0',
    ]);
  });

  it('leaves holes out, counts what overlaps once, and ends at the edge of the grid', () => {
    expect(cellsOf(shape([box(-5, -5, 3, 3), box(1, 1, 2, 2)], [box(2, 0, 4, 1)]), even)).toEqual([
      '100 100 100 100 0 0 0 0',
      '100 0 100 0 0 0 0 0',
      '100 100 100 0 0 0 0 0',
      '0 0 0 0 0 0 0 0',
    ]);
  });

  it('takes cells on the border of counties and on the coast whole or not at all, by their middle', () => {
    expect(cellsOf(shape([box(0.5, 0, 4.4, 1)], [box(6.4, 0, 8, 3.6)]))).toEqual([
      '50 100 100 100 0 0 100 100',
      '0 0 0 0 0 0 100 100',
      '0 0 0 0 0 0 100 100',
      '0 0 0 0 0 0 100 63',
    ]);
  });

  it('is nothing beside the grid', () => {
    expect(maskOfShape(land, shape([box(20, 0, 22, 2)]))).toBeNull();
    expect(maskOfShape(land, shape())).toBeNull();
  });

  it('is as a naive count of points says, for any triangles', () => {
    const corner = fc.tuple(
      fc.double({ min: -1, max: 9, noNaN: true }),
      fc.double({ min: -1, max: 5, noNaN: true }),
    );
    const POINTS = 16;
    fc.assert(
      fc.property(fc.array(fc.tuple(corner, corner, corner), { minLength: 1, maxLength: 3 }), (triangles) => {
        const of = shape(
          ...triangles.map((corners) => [
            [...corners, corners[0]].map(([x, y]): Position => [110 + x / 100, 31 - y / 100]),
          ]),
        );
        const mask = maskOfShape(even, of);
        for (let row = 0; row < geometry.rows; row++)
          for (let column = 0; column < geometry.columns; column++) {
            let inside = 0;
            for (let y = 0; y < POINTS; y++)
              for (let x = 0; x < POINTS; x++) {
                const at = [110 + (column + (x + 0.5) / POINTS) / 100, 31 - (row + (y + 0.5) / POINTS) / 100];
                if (of.coordinates.some((polygon) => isInside(at, { type: 'Polygon', coordinates: polygon })))
                  inside++;
              }
            const r = row - (mask?.row0 ?? 0);
            const c = column - (mask?.column0 ?? 0);
            const share =
              mask !== null && r >= 0 && c >= 0 && r < mask.rows && c < mask.columns
                ? (mask.share[r * mask.columns + c] ?? 0)
                : 0;
            // Both sample: eight lines a cell here, sixteen by sixteen points there.
            expect(Math.abs(share - inside / POINTS ** 2)).toBeLessThan(0.13);
          }
      }),
      { numRuns: 60 },
    );
  });
});

describe('what a shape holds', () => {
  it('people by the share of each county’s land; GDP by the share of the city’s people; water is no land', () => {
    // Half of A, all of B, and water beside it.
    const half = reading(shape([box(2, 0, 8, 2)]));
    expect(half.counties.map(({ adcode, share, population }) => [adcode, share, population])).toEqual([
      ['510101', expect.closeTo(0.25, 4), expect.closeTo(250, 1)],
      ['510102', expect.closeTo(0.5, 3), expect.closeTo(250, 1)],
    ]);
    expect(half.population).toBeCloseTo(500, 0);
    expect(half.gdp).toEqual({ value: expect.closeTo(10, 2), knownShare: 1, years: [2020] });
    expect(half.areaKm2 / half.outlineKm2).toBeCloseTo(8 / 12, 6);
    expect(half.prefectures).toEqual([{ adcode: '510100', share: expect.closeTo(1 / 3, 3) }]);
    expect(half.outlineKm2).toBeCloseTo(area(shape([box(2, 0, 8, 2)])) / 1e6, 1);
  });

  it('a county’s outline holds the county’s people; pieces add up to the whole', () => {
    expect(reading(shape([box(4, 0, 6, 4)])).counties).toEqual([
      { adcode: '510102', share: 1, areaKm2: expect.any(Number), population: 500 },
    ]);
    const cut = fc.double({ min: 0.1, max: 7.9, noNaN: true });
    fc.assert(
      fc.property(cut, (at) => {
        const pieces = [shape([box(0, 0, at, 4)]), shape([box(at, 0, 8, 4)])].map(reading);
        const sum = (of: 'population' | 'areaKm2' | 'outlineKm2') =>
          pieces.reduce((total, piece) => total + piece[of], 0);
        const whole = reading(shape([box(0, 0, 8, 4)]));
        expect(sum('population')).toBeCloseTo(1800, 2);
        expect(sum('areaKm2')).toBeCloseTo(whole.areaKm2, 3);
        expect(sum('outlineKm2')).toBeCloseTo(whole.outlineKm2, 3);
      }),
    );
  });

  it('people of a raster of one’s own, a cell’s people spread over it', () => {
    const mask = maskOfShape(land, shape([box(0.5, 0, 3, 1)]));
    if (mask === null) throw new Error('nothing on the grid');
    const grid = {
      name: 'own.tif',
      row0: 0,
      column0: 0,
      rows: 1,
      columns: 2,
      people: Float32Array.from([40, 60]),
    };
    const own = readShape(land, CITIES, GDP, mask, grid);
    expect([own.peopleFrom, own.population]).toEqual(['own.tif', 80]);
    // The third cell lies beyond the grid.
    expect(own.beyondGridKm2).toBeCloseTo(geometry.areaKm2[0] ?? 0, 6);
  });
});

describe('a shape against the hour', () => {
  // Within the hour: the first three columns.
  const ticks = Uint16Array.from({ length: 32 }, (_, cell) => (cell % 8 < 3 ? 100 : UNREACHED_TICKS));
  const hour = {
    frame: geometry,
    row0: 0,
    column0: 0,
    rows: 4,
    columns: 8,
    ticks,
    maxMinutes: 60,
    stepped: false,
  };
  const versus = (of: MultiPolygon) => {
    const mask = maskOfShape(land, of);
    if (mask === null) throw new Error('nothing on the grid');
    return readShapeVersusHour(land, mask, hour, 60);
  };

  it('people in both, in either, and counties on which they disagree', () => {
    // Columns 2–5 of A and B: a quarter of A shared, a quarter in the shape alone, half in the hour alone.
    const read = versus(shape([box(2, 0, 6, 4)]));
    expect(read.plan.population).toBeCloseTo(1000, 1);
    expect(read.hour.population).toBeCloseTo(750, 6);
    expect(read.both.population).toBeCloseTo(250, 1);
    expect(read.coverage).toBeCloseTo(0.25, 4);
    expect(read.overlapPeople).toBeCloseTo(250 / 1500, 4);
    expect(read.planBeyondHour.map(({ adcode }) => adcode)).toEqual(['510102', '510101']);
    expect(read.planBeyondHour.map(({ people }) => Math.round(people ?? -1))).toEqual([500, 250]);
    expect(read.planBeyondHour.map(({ share }) => share.toFixed(3))).toEqual(['0.000', '0.500']);
    expect(read.hourBeyondPlan).toEqual([
      { adcode: '510101', share: expect.closeTo(0.5, 4), people: expect.closeTo(500, 1) },
    ]);
  });

  it('the hour’s own outline agrees with it wholly', () => {
    const read = versus(shape([box(0, 0, 3, 4)]));
    expect([read.coverage, read.overlapPeople, read.overlapArea].map((value) => value.toFixed(5))).toEqual([
      '1.00000',
      '1.00000',
      '1.00000',
    ]);
    expect(
      [read.planBeyondHour, read.hourBeyondPlan].flat().every(({ people }) => (people ?? 0) < 0.01),
    ).toBe(true);
  });
});
