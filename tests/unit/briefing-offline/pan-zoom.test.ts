import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MOST_ZOOM,
  movedBy,
  roundLength,
  transformOf,
  UNMOVED,
  zoomedBy,
  type MapPlace,
} from '#features/briefing/export/offline-html/pan-zoom.ts';

const frame = { x: 28, y: 96, width: 1212, height: 744 };

/** Where the map's own point comes to lie on the sheet, by the transform as SVG reads it. */
function onSheet(place: MapPlace, x: number, y: number): readonly [number, number] {
  const [tx = 0, ty = 0, zoom = 0] = (transformOf(place, frame).match(/-?[\d.]+(?:e-?\d+)?/gu) ?? []).map(
    Number,
  );
  return [tx + zoom * x, ty + zoom * y];
}

const step = fc.oneof(
  fc
    .tuple(fc.double({ min: -900, max: 900, noNaN: true }), fc.double({ min: -900, max: 900, noNaN: true }))
    .map(
      ([dx, dy]) =>
        (place: MapPlace) =>
          movedBy(place, dx, dy, frame),
    ),
  fc
    .tuple(
      fc.double({ min: 0.3, max: 4, noNaN: true }),
      fc.double({ min: 28, max: 1240, noNaN: true }),
      fc.double({ min: 96, max: 840, noNaN: true }),
    )
    .map(
      ([factor, x, y]) =>
        (place: MapPlace) =>
          zoomedBy(place, factor, x, y, frame),
    ),
);

describe('moving a map in its frame', () => {
  it('always leaves the frame filled, between the whole map and the closest view', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let place = UNMOVED;
        for (const change of steps) place = change(place);
        const [left, top] = onSheet(place, frame.x, frame.y);
        const [right, bottom] = onSheet(place, frame.x + frame.width, frame.y + frame.height);
        expect(left).toBeLessThanOrEqual(frame.x + 1e-6);
        expect(top).toBeLessThanOrEqual(frame.y + 1e-6);
        expect(right).toBeGreaterThanOrEqual(frame.x + frame.width - 1e-6);
        expect(bottom).toBeGreaterThanOrEqual(frame.y + frame.height - 1e-6);
        expect(place.zoom).toBeGreaterThanOrEqual(1);
        expect(place.zoom).toBeLessThanOrEqual(MOST_ZOOM);
      }),
    );
  });

  it('zooms in on what is under the pointer', () => {
    const near = zoomedBy(UNMOVED, 2, 400, 300, frame);
    expect(onSheet(near, 400, 300)).toEqual([400, 300]);
    const nearer = zoomedBy(near, 1.5, 700, 500, frame);
    // What lay at (700, 500) after the first step still does after the second.
    const own = [(700 + 400) / 2, (500 + 300) / 2] as const;
    expect(onSheet(nearer, ...own)[0]).toBeCloseTo(700, 6);
    expect(onSheet(nearer, ...own)[1]).toBeCloseTo(500, 6);
  });

  it('returns to where it began when all is zoomed out again', () => {
    const back = zoomedBy(zoomedBy(UNMOVED, 6, 200, 800, frame), 1 / 9, 900, 100, frame);
    expect(back).toEqual(UNMOVED);
  });
});

describe('a round length for the scale bar', () => {
  it.each([
    [200_000, 200_000],
    [133_333, 100_000],
    [66_000, 50_000],
    [25_000, 20_000],
    [999, 500],
    [1, 1],
  ])('no longer than %d is %d', (longest, length) => {
    expect(roundLength(longest)).toBe(length);
  });
});
