import { fc, it as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  mercatorFraction,
  needsSouthChinaSeaInset,
  scaleBarLength,
  viewBounds,
} from '#map/layers/map-view.ts';
import { creditParts } from '#map/legend/map-credits.tsx';

const size = { width: 1440, height: 900 };

describe('viewBounds', () => {
  it('is the world at zoom 0 on a 512 px square', () => {
    const [west, south, east, north] = viewBounds({ center: [0, 0], zoom: 0 }, { width: 512, height: 512 });
    expect([west, east]).toEqual([-180, 180]);
    expect(north).toBeCloseTo(85.0511, 3);
    expect(south).toBeCloseTo(-85.0511, 3);
  });

  property.prop([
    fc.double({ min: 75, max: 130, noNaN: true }),
    fc.double({ min: 5, max: 50, noNaN: true }),
    fc.double({ min: 3, max: 12, noNaN: true }),
  ])('has the camera in its middle, in Mercator', (lng, lat, zoom) => {
    const [west, south, east, north] = viewBounds({ center: [lng, lat], zoom }, size);
    const [x, y] = mercatorFraction([lng, lat]);
    const [left, top] = mercatorFraction([west, north]);
    const [right, bottom] = mercatorFraction([east, south]);
    expect((left + right) / 2).toBeCloseTo(x, 9);
    expect((top + bottom) / 2).toBeCloseTo(y, 9);
    expect(((right - left) / (bottom - top)) * (size.height / size.width)).toBeCloseTo(1, 6);
  });
});

describe('needsSouthChinaSeaInset', () => {
  it('on national views that cut the south off, not on regional ones or when all is in view', () => {
    expect(needsSouthChinaSeaInset({ center: [104, 36], zoom: 3.75 }, size)).toBe(true);
    expect(needsSouthChinaSeaInset({ center: [105, 30], zoom: 6.5 }, size)).toBe(false);
    expect(needsSouthChinaSeaInset({ center: [110, 24], zoom: 3.2 }, size)).toBe(false);
  });
});

describe('scaleBarLength', () => {
  property.prop([fc.double({ min: 3, max: 57, noNaN: true }), fc.double({ min: 2, max: 13, noNaN: true })])(
    'is 1, 2 or 5 × 10ⁿ metres, the longest that fits, measured on the sphere',
    (lat, zoom) => {
      const { metres, pixels } = scaleBarLength({ center: [105, lat], zoom }, 120);
      expect([1, 2, 5]).toContain(Number(metres.toExponential(0).split('e')[0]));
      expect(pixels).toBeLessThanOrEqual(120);
      expect(pixels).toBeGreaterThan(120 / 2.5 - 1e-9);
      // Going so many pixels east in the middle of the map covers so many metres of its parallel.
      const degrees = (pixels / (512 * 2 ** zoom)) * 360;
      const parallel = (degrees / 360) * 2 * Math.PI * 6_378_137 * Math.cos((lat * Math.PI) / 180);
      expect(parallel / metres).toBeCloseTo(1, 9);
    },
  );
});

describe('creditParts', () => {
  it('marks a map without an approval number as a draft, in both languages', () => {
    const draft = { approvalNumber: null, dataVersion: 'abc' };
    expect(creditParts({ ...draft, language: 'zh' }).approval).toBe('内部草图');
    expect(creditParts({ ...draft, language: 'en' }).approval).toBe('Internal draft');
    const approved = creditParts({ language: 'zh', approvalNumber: 'GS(2026)0001号', dataVersion: null });
    expect(approved.approval).toBe('审图号：GS(2026)0001号');
    expect(approved.coordinateSystem).toContain('WGS-84');
  });
});
