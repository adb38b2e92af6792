import { describe, expect, it } from 'vitest';
import { presetParameters } from '#core/network/travel-parameters.ts';
import { createMarchScratch, marchGround } from '#core/surface/fast-marching.ts';
import type { GroundModel } from '#core/surface/ground-model.ts';
import { buildGroundModel, crossingOf } from '#core/surface/ground-model.ts';
import { cellCentre, localDistanceKm } from '#core/surface/grid-geometry.ts';
import { buildLandModel, findLandPoint } from '#core/surface/land-model.ts';
import type { RoadLink } from '#core/network/rail-line.ts';
import type { CountyRaster } from '#core/surface/county-raster.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import { drawRaster, rasterFromText, roadLink } from '../../fixtures/travel-world.ts';
import { oracleMinutes } from './ground-oracle.ts';

const PEAK = presetParameters('peak');

function groundOf(
  raster: CountyRaster,
  people: ReadonlyMap<string, number>,
  links: readonly RoadLink[] = [],
  borderMinutes = 30,
): GroundModel {
  return buildGroundModel(buildLandModel(raster, people), { ...PEAK, borderMinutes }, links.map(crossingOf));
}

/** Minutes on the whole grid, Infinity outside the march's window. */
function minutesOnGrid(ground: GroundModel, at: LngLat, limit: number): Float64Array {
  const source = findLandPoint(ground.land, at, 3);
  if (source === null) throw new Error('The source is not on land');
  const march = marchGround(ground, source, limit, createMarchScratch());
  const { columns, rows } = ground.land.geometry;
  const minutes = new Float64Array(columns * rows).fill(Infinity);
  for (let row = 0; row < march.rows; row++) {
    for (let column = 0; column < march.columns; column++) {
      minutes[(row + march.row0) * columns + column + march.column0] =
        march.minutes[row * march.columns + column] ?? Infinity;
    }
  }
  return minutes;
}

describe('marchGround on uniform land', () => {
  // 78 km/h ÷ 1.3 = 60 km/h as the crow flies: a minute a kilometre.
  const people = new Map([['1', 200 * 200 * 160]]);
  for (const north of [20, 31, 41, 52]) {
    it(`is round at ${north - 1}° N: times within 1.2 % of the straight line beyond 20 km, within 2 % nearer`, () => {
      const raster = drawRaster({
        west: 104,
        north,
        columns: 260,
        rows: 200,
        counties: ['1'],
        county: () => 1,
      });
      const ground = groundOf(raster, people);
      expect(ground.minutesPerKm[1]).toBeCloseTo(1, 12);
      const origin: LngLat = [105.3031, north - 1.0017];
      const minutes = minutesOnGrid(ground, origin, 60);
      let worst = 0;
      minutes.forEach((value, cell) => {
        if (value > 60) return;
        const km = localDistanceKm(origin, cellCentre(ground.land.geometry, cell));
        if (km < 2) return;
        expect(value).toBeGreaterThan(km * 0.997);
        expect(value).toBeLessThan(km * 1.02);
        if (km > 20) worst = Math.max(worst, value / km - 1);
      });
      expect(worst).toBeLessThan(0.012);
      expect(worst).toBeGreaterThan(0);
    });
  }
});

/** Centre of a cell of the strait below. */
function at(column: number, row: number): LngLat {
  return [110 + (column + 0.5) * 0.01, 31 - (row + 0.5) * 0.01];
}

/** Index of a cell of the strait below, which is 17 columns wide. */
function cell(column: number, row: number): number {
  return row * 17 + column;
}

describe('marchGround and barriers', () => {
  /*
   * Two shores, a strait of three cells; `a` and `b` are counties of 160 people per km² (60 km/h as the crow flies).
   */
  const strait = `
    aaaaaaa...bbbbbbb
    aaaaaaa...bbbbbbb
    aaaaaaa...bbbbbbb
    aaaaaaa...bbbbbbb
    aaaaaaa...bbbbbbb
    aaaaaaa...bbbbbbb
    aaaaaaa...bbbbbbb`;
  const raster = rasterFromText(strait, { a: '440401', b: '442001' });
  const people = new Map([
    ['440401', 49 * 160],
    ['442001', 49 * 160],
  ]);

  it('does not cross water', () => {
    const minutes = minutesOnGrid(groundOf(raster, people), at(3, 3), 600);
    expect(minutes[cell(1, 1)]).toBeLessThan(5);
    for (let column = 7; column < 17; column++) expect(minutes[cell(column, 3)]).toBe(Infinity);
  });

  it('crosses by a link, in its minutes, both ways', () => {
    const link = roadLink('bridge', at(6, 3), at(10, 3), 12);
    const east = minutesOnGrid(groundOf(raster, people, [link]), at(3, 3), 600);
    const west = minutesOnGrid(groundOf(raster, people, [link]), at(13, 3), 600);
    expect((east[cell(10, 3)] ?? 0) - (east[cell(6, 3)] ?? 0)).toBeCloseTo(12, 9);
    expect(west[cell(3, 3)]).toBeCloseTo(east[cell(13, 3)] ?? 0, 9);
    expect(east[cell(8, 3)]).toBe(Infinity);
  });

  it('charges the border on links that cross it, and at a land border between mainland, Hong Kong and Macao', () => {
    const link = roadLink('bridge', at(6, 3), at(10, 3), 12, { crossesBorder: true });
    const over = minutesOnGrid(groundOf(raster, people, [link], 25), at(3, 3), 600);
    expect((over[cell(10, 3)] ?? 0) - (over[cell(6, 3)] ?? 0)).toBeCloseTo(37, 9);
    const land = rasterFromText(strait.replaceAll('...', 'aaa'), { a: '440301', b: '810001' });
    const shenzhen = new Map([
      ['440301', 70 * 160],
      ['810001', 49 * 160],
    ]);
    const walk = minutesOnGrid(groundOf(land, shenzhen, [], 25), at(3, 3), 600);
    const free = minutesOnGrid(groundOf(land, shenzhen, [], 0), at(3, 3), 600);
    for (let column = 10; column < 17; column++) {
      const delay = (walk[cell(column, 3)] ?? 0) - (free[cell(column, 3)] ?? 0);
      expect(delay).toBeGreaterThan(24.9);
      expect(delay).toBeLessThan(25.3);
    }
    expect(walk[cell(9, 3)]).toBeCloseTo(free[cell(9, 3)] ?? 0, 9);
  });

  it('does not squeeze between two water cells that touch at a corner', () => {
    const diagonal = rasterFromText(
      `
      aaaaa.bbbbb
      aaaa.bbbbbb
      aaa.bbbbbbb
      aa.bbbbbbbb
      a.bbbbbbbbb
      .bbbbbbbbbb`,
      { a: '1', b: '2' },
    );
    const minutes = minutesOnGrid(groundOf(diagonal, new Map()), [110.015, 30.985], 600);
    diagonal.cells.forEach((county, index) => {
      expect(Number.isFinite(minutes[index]), `cell ${index}`).toBe(county === 1);
    });
  });
});

describe('marchGround against Dijkstra on a grid five times as fine', () => {
  it('stays within 5 % and one cell where density and water vary, and within 0.6 minutes on average', () => {
    let seed = 3;
    const random = (): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed / 2147483648;
    };
    for (let trial = 0; trial < 2; trial++) {
      const blobs = Array.from({ length: 9 }, () => ({
        column: random() * 44,
        row: random() * 44,
        radius: 3 + random() * 6,
        county: Math.floor(random() * 4),
      }));
      const county = (column: number, row: number): number => {
        if (Math.hypot(column - 22, row - 22) < 3) return 1;
        const blob = blobs.find((one) => Math.hypot(column - one.column, row - one.row) < one.radius);
        return blob === undefined ? 1 : blob.county;
      };
      const raster = drawRaster({
        west: 110,
        north: 31,
        columns: 44,
        rows: 44,
        counties: ['1', '2', '3'],
        county,
      });
      const land = buildLandModel(raster, new Map());
      const people = new Map([
        ['1', (land.landAreaKm2[1] ?? 0) * 200],
        ['2', (land.landAreaKm2[2] ?? 0) * 3000],
        ['3', (land.landAreaKm2[3] ?? 0) * 12000],
      ]);
      const ground = groundOf(raster, people);
      const origin: LngLat = [110.2263, 30.7741];
      const minutes = minutesOnGrid(ground, origin, 45);
      const source = findLandPoint(ground.land, origin, 3);
      if (source === null) throw new Error('The middle is land');
      const oracle = oracleMinutes(ground, source, 60);
      let compared = 0;
      let drift = 0;
      minutes.forEach((value, cell) => {
        if (value > 45) return;
        const expected = oracle[cell] ?? Infinity;
        compared++;
        drift += value - expected;
        // One cell of the slowest land takes 3.4 minutes; the march sees borders of counties and shores by whole cells.
        expect(value, `trial ${trial}, cell ${cell}`).toBeLessThan(expected * 1.05 + 3.4);
        expect(value, `trial ${trial}, cell ${cell}`).toBeGreaterThan(expected * 0.95 - 3.4);
      });
      expect(Math.abs(drift / compared)).toBeLessThan(0.6);
      expect(compared).toBeGreaterThan(500);
    }
  });
});
