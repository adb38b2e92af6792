import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { geoArea } from 'd3-geo';
import { describe, expect, it } from 'vitest';
import { decodeYardsticks } from '#data/decode-yardsticks.ts';
import { bearingDegrees, EARTH_RADIUS_KM, greatCircleKm } from '#core/structure/sphere.ts';
import { moveTrueSize, turnKeepingNorth } from '#core/structure/true-size.ts';
import { handleStep } from '#ui/keyboard/shortcuts.ts';
import { yardstickAfterStep } from '#features/structure/study/place-yardsticks.ts';

const json: unknown = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../../public/data/yardsticks.topo.json'), 'utf8'),
);
const decoded = decodeYardsticks(json);
if (!decoded.ok) throw new Error(decoded.failure.message);
const yardsticks = decoded.value;

const area = (id: string): number => yardsticks.find((yardstick) => yardstick.id === id)?.areaKm2 ?? 0;

describe('yardsticks abroad', () => {
  it('are Tokyo, New York and the US Northeast, the figure that could not be read again missing', () => {
    expect(yardsticks.map(({ id, population }) => [id, population])).toEqual([
      ['tokyo', 37_000_000],
      ['new-york', 20_140_470],
      ['us-northeast', null],
    ]);
  });

  it.each(yardsticks.map((yardstick) => [yardstick.id, yardstick] as const))(
    '%s keeps its area over Chengdu, with edges short enough to move',
    (_, { outline, areaKm2 }) => {
      const rings = outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat();
      const longest = Math.max(
        ...rings.flatMap((ring) =>
          ring.slice(1).map(([lng = 0, lat = 0], index) => {
            const [fromLng = 0, fromLat = 0] = ring[index] ?? [];
            return greatCircleKm([fromLng, fromLat], [lng, lat]);
          }),
        ),
      );
      expect(longest).toBeLessThan(80);
      const [lng = 0, lat = 0] = rings[0]?.[0] ?? [];
      const moved = moveTrueSize(outline, turnKeepingNorth([lng, lat], [104.07, 30.57]));
      expect(geoArea(moved)).toBeCloseTo(geoArea(outline), 10);
      // The outline is simplified, its area was taken before.
      expect((geoArea(moved) * EARTH_RADIUS_KM ** 2) / areaKm2).toBeCloseTo(1, 1);
    },
  );

  it('New York has about a quarter of the corridor, as published ("less than 25 %")', () => {
    expect(area('new-york') / area('us-northeast')).toBeGreaterThan(0.15);
    expect(area('new-york') / area('us-northeast')).toBeLessThan(0.25);
  });

  it('with an arc that is not there are refused', () => {
    const broken = { ...(json as object), arcs: [] };
    const result = decodeYardsticks(broken);
    expect(result.ok ? null : result.failure.reason).toBe('malformed-artefact');
    expect(decodeYardsticks({}).ok).toBe(false);
  });
});

describe('moving a yardstick with the arrow keys', () => {
  const CHENGDU = [104.06, 30.66] as const;

  it.each([
    ['ArrowUp', false, 10, 0],
    ['ArrowRight', false, 10, 90],
    ['ArrowDown', true, 100, 180],
    ['ArrowLeft', true, 100, 270],
  ] as const)('%s goes its way on the sphere', (key, shiftKey, km, bearing) => {
    const step = handleStep({ key, shiftKey, ctrlKey: false, metaKey: false, altKey: false });
    if (step === null) throw new Error('an arrow key moves a handle');
    const to = yardstickAfterStep(CHENGDU, step);
    expect(greatCircleKm(CHENGDU, to)).toBeCloseTo(km, 6);
    expect(Math.cos(((bearingDegrees(CHENGDU, to) - bearing) * Math.PI) / 180)).toBeCloseTo(1, 12);
  });

  it('stays off the poles and leaves other keys alone', () => {
    expect(yardstickAfterStep([104, 74.9], { x: 0, y: 1, isFar: true })[1]).toBe(75);
    const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
    expect(handleStep({ ...none, key: 'Tab' })).toBeNull();
    expect(handleStep({ ...none, key: 'ArrowLeft', altKey: true })).toBeNull();
  });
});
