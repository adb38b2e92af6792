import { describe, expect, it } from 'vitest';
import type { AdminUnit } from '#core/geography/admin-unit.ts';
import type { TravelProvider } from '#core/surface/travel-provider.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import { fail, succeed } from '#core/units/result.ts';
import { askProvider } from '../../../src/features/circles/more-data/provider-question.ts';
import { adminUnit } from '../../fixtures/admin-unit.ts';

/** A unit so many hundredths of a degree east of the origin, about a kilometre each. */
function unit(adcode: string, east: number, prefecture: string | null = null): AdminUnit {
  return adminUnit(adcode, { prefecture, seat: [104 + east / 100, 30] });
}

const ORIGIN: LngLat = [104, 30];
/** Twelve cities, farthest first, with the origin's own and a county among them. */
const UNITS = [
  ...Array.from({ length: 12 }, (_, step) => unit(String(510300 + step), 24 - 2 * step)),
  unit('510100', 0.5),
  unit('510104', 3, '510100'),
];

/** As many minutes to a place as it lies hundredths of a degree east; none to the second that is asked for. */
const bySeat: TravelProvider<AbortSignal> = {
  name: 'by seat',
  isochrones: async (_from, minutes) =>
    succeed(minutes.map((each) => ({ minutes: each, area: { type: 'MultiPolygon', coordinates: [] } }))),
  matrix: async (sources, targets) =>
    succeed(sources.map(() => targets.map(([lng], at) => (at === 1 ? null : Math.round((lng - 104) * 100))))),
};
const { signal } = new AbortController();

describe('the question to a provider of travel times', () => {
  it('is for the line around the origin, and for the times to the ten nearest cities but its own', async () => {
    const answer = await askProvider(bySeat, ORIGIN, 45, UNITS, signal);
    if (!answer.ok) throw new Error(answer.failure.message);
    const { provider, isochrones, times } = answer.value;
    expect(provider).toBe('by seat');
    expect(isochrones.map(({ minutes }) => minutes)).toEqual([45]);
    expect(times.map(({ minutes }) => minutes)).toEqual([2, null, 6, 8, 10, 12, 14, 16, 18, 20]);
    expect(times[0]?.city.adcode).toBe('510311');
  });

  it('ends with the first failure', async () => {
    const failure = fail({ reason: 'server-gone', message: 'Gone.', nextStep: 'Ask another.' });
    let asked = 0;
    const silent: TravelProvider<AbortSignal> = {
      ...bySeat,
      isochrones: async () => failure,
      matrix: async () => {
        asked += 1;
        return failure;
      },
    };
    expect(await askProvider(silent, ORIGIN, 45, UNITS, signal)).toEqual(failure);
    expect(asked).toBe(0);
    const noTimes = { ...bySeat, matrix: async () => failure };
    expect(await askProvider(noTimes, ORIGIN, 45, UNITS, signal)).toEqual(failure);
  });
});
