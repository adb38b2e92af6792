import { geoArea } from 'd3-geo';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { bearingDegrees, greatCircleKm } from '#core/structure/sphere.ts';
import { moveTrueSize, turnAlongGreatCircle, turnKeepingNorth } from '#core/structure/true-size.ts';
import type { LngLat } from '#core/units/coordinates.ts';

const TOKYO: LngLat = [139.7, 35.7];
const CHENGDU: LngLat = [104.07, 30.57];
const HEIHE: LngLat = [127.49, 50.25];

/** A square of 2° around Tokyo, clockwise as d3 counts areas. */
const SQUARE: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [138.7, 34.7],
      [138.7, 36.7],
      [140.7, 36.7],
      [140.7, 34.7],
      [138.7, 34.7],
    ],
  ],
};

describe.each([
  ['keeping north', turnKeepingNorth],
  ['along the great circle', turnAlongGreatCircle],
] as const)('moving at true size, %s', (_, turnOf) => {
  it.each([
    ['Chengdu', CHENGDU],
    ['Heihe', HEIHE],
    ['the other side of the date line', [-179.5, -10] as const],
    ['itself', TOKYO],
  ])('carries the anchor to %s and keeps area and distances', (_name, to) => {
    const turn = turnOf(TOKYO, to);
    expect(greatCircleKm(turn(TOKYO), to)).toBeLessThan(1e-6);
    const moved = moveTrueSize(SQUARE, turn) as Polygon;
    expect(geoArea(moved)).toBeCloseTo(geoArea(SQUARE), 12);
    const before = SQUARE.coordinates[0] ?? [];
    const after = moved.coordinates[0] ?? [];
    for (let i = 1; i < before.length; i++) {
      const was = greatCircleKm(before[i - 1] as unknown as LngLat, before[i] as unknown as LngLat);
      expect(greatCircleKm(after[i - 1] as unknown as LngLat, after[i] as unknown as LngLat)).toBeCloseTo(
        was,
        6,
      );
      expect(Math.abs((after[i]?.[0] ?? 0) - (after[i - 1]?.[0] ?? 0))).toBeLessThan(90);
    }
  });
});

describe('north', () => {
  const north: LngLat = [TOKYO[0], TOKYO[1] + 0.5];

  it('stays up when asked', () => {
    const turn = turnKeepingNorth(TOKYO, HEIHE);
    expect(Math.cos((bearingDegrees(turn(TOKYO), turn(north)) * Math.PI) / 180)).toBeCloseTo(1, 9);
  });

  it('turns by the convergence of the meridians along the great circle', () => {
    const turn = turnAlongGreatCircle(TOKYO, HEIHE);
    const bearing = bearingDegrees(turn(TOKYO), turn(north));
    const convergence = bearingDegrees(HEIHE, TOKYO) - 180 - bearingDegrees(TOKYO, HEIHE);
    expect(Math.cos(((bearing - convergence) * Math.PI) / 180)).toBeCloseTo(1, 9);
    expect(Math.abs(((bearing + 180) % 360) - 180)).toBeGreaterThan(3);
  });

  it('does not exist at a pole, and the antipode is reached all the same', () => {
    expect(() => turnKeepingNorth(TOKYO, [0, 90])).toThrow(RangeError);
    const antipode: LngLat = [TOKYO[0] - 180, -TOKYO[1]];
    expect(greatCircleKm(turnAlongGreatCircle(TOKYO, antipode)(TOKYO), antipode)).toBeLessThan(1e-6);
  });
});
