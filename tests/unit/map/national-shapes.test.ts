import type { MultiPolygon, Polygon } from 'geojson';
import { topology } from 'topojson-server';
import { describe, expect, it } from 'vitest';
import { nationalShapes } from '#map/layers/national-shapes.ts';

/** A square of so many degrees a side with its lower left corner at a place, WGS-84. */
function square(lng: number, lat: number, side: number): Polygon {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [lng, lat],
        [lng, lat + side],
        [lng + side, lat + side],
        [lng + side, lat],
        [lng, lat],
      ],
    ],
  };
}

/** Land of three parts: 100 and 0.01 square degrees, and an islet of 0.0001. */
const LAND: MultiPolygon = {
  type: 'MultiPolygon',
  coordinates: [square(100, 30, 10), square(112, 20, 0.1), square(114, 9, 0.01)].map(
    ({ coordinates }) => coordinates,
  ),
};
const DASH: Polygon = square(110, 15, 0.02);

const NATIONAL = topology({
  china: LAND,
  dashline: DASH,
});

describe('the country as the map draws it', () => {
  const { features } = nationalShapes(NATIONAL);

  it('sets islets apart, for their outlines alone are joined round, and loses none of the land', () => {
    const land = features.filter(({ properties }) => properties?.['part'] === 'china');
    expect(land.map(({ properties }) => properties?.['isIslet'] === true)).toEqual([false, true]);
    const parts = land.map(({ geometry }) => (geometry as MultiPolygon).coordinates);
    expect(parts.map((part) => part.length)).toEqual([2, 1]);
    expect(parts[1]?.[0]?.[0]).toContainEqual([114.01, 9.01]);
  });

  it('leaves the dash line whole', () => {
    const dashes = features.filter(({ properties }) => properties?.['part'] === 'dashline');
    expect(dashes).toHaveLength(1);
    expect(dashes[0]?.properties).not.toHaveProperty('isIslet');
  });

  it('is the same collection at every call, so that the map takes it once', () => {
    expect(nationalShapes(NATIONAL)).toBe(nationalShapes(NATIONAL));
    expect(nationalShapes(null).features).toEqual([]);
  });
});
