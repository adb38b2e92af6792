import { describe, expect, it } from 'vitest';
import { areaByCounty } from '#core/surface/circle-readings.ts';
import { buildLandModel } from '#core/surface/land-model.ts';
import { drawRaster } from '../../fixtures/travel-world.ts';

describe('land of a county', () => {
  // Every third column belongs to the second county, so that the first lies in many pieces of every row.
  const land = buildLandModel(
    drawRaster({
      west: 104,
      north: 31,
      columns: 50,
      rows: 40,
      counties: ['510101', '510102'],
      county: (column) => (column % 3 === 2 ? 2 : 1),
    }),
    new Map([['510101', 1000]]),
  );

  it('is exactly what a circle holds that holds all of it', () => {
    const { columns, rows } = land.geometry;
    const all = {
      frame: land.geometry,
      row0: 0,
      column0: 0,
      rows,
      columns,
      ticks: new Uint16Array(rows * columns),
      maxMinutes: 60,
      stepped: false,
    };
    expect(areaByCounty(land, all, 60)).toEqual(land.landAreaKm2);
  });

  it('is the sum of its cells', () => {
    const cells = land.geometry.areaKm2.reduce((sum, cell) => sum + 34 * cell, 0);
    expect(land.landAreaKm2[1]).toBeCloseTo(cells, 9);
    expect(land.landAreaKm2[0]).toBe(0);
  });
});
