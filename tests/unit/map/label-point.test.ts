import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { describe, expect, it } from 'vitest';
import { labelPoint } from '#map/layers/label-point.ts';

const part = (west: number, size: number): number[][][] => [
  [
    [west, 30],
    [west + size, 30],
    [west + size, 30 + size],
    [west, 30 + size],
    [west, 30],
  ],
];

describe('labelPoint', () => {
  it('lies inside a C, where the centroid does not', () => {
    // ┌────┐
    // │ ┌──┘
    // │ └──┐   thick spine in the west, x 100–103, arms 1° high
    // └────┘
    const c = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [100, 30],
          [110, 30],
          [110, 31],
          [103, 31],
          [103, 35],
          [110, 35],
          [110, 36],
          [100, 36],
          [100, 30],
        ],
      ],
    };
    const point = labelPoint(c);
    expect(booleanPointInPolygon([...point], c)).toBe(true);
    expect(point[0]).toBeLessThan(103);
  });

  it('takes the largest part of a scattered area', () => {
    const point = labelPoint({
      type: 'MultiPolygon',
      coordinates: [part(100, 1), part(110, 4), part(120, 2)],
    });
    expect(point[0]).toBeCloseTo(112, 1);
    expect(point[1]).toBeCloseTo(32, 1);
  });

  it('stays out of holes', () => {
    const ring = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [100, 30],
          [106, 30],
          [106, 36],
          [100, 36],
          [100, 30],
        ],
        [
          [101, 31],
          [101, 35],
          [105, 35],
          [105, 31],
          [101, 31],
        ],
      ],
    };
    expect(booleanPointInPolygon([...labelPoint(ring)], ring)).toBe(true);
  });
});
