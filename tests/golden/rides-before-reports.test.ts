import { describe, expect, it } from 'vitest';
import type { Place } from '#core/surface/circle-request.ts';
import { createCircleEngine } from '#core/surface/circle-engine.ts';
import { networkAsOf } from '#core/surface/network-as-of.ts';
import { createRealEngine, loadRealTravelData } from '../fixtures/real-travel-data.ts';

const today = await createRealEngine();
const then = createCircleEngine(networkAsOf(await loadRealTravelData(), 2020));

const station = (name: string): Place => ({ kind: 'station', name });

function minutes(engine: typeof today, from: string, to: string, close: readonly string[] = []): number {
  const journey = engine.travelTime(station(from), station(to), {
    mode: 'in-vehicle',
    edits: close.map((id) => ({ type: 'close' as const, id })),
  });
  if (!journey.ok) throw new Error(journey.failure.message);
  return journey.value.minutes;
}

/** Minutes of `rail_pairs_press.csv` and, before it, `rail_pairs.csv`. */
describe('rides of the timetable that a report replaced', () => {
  it.each([
    ['厦门北', '福州南', 55, 79],
    ['广州东', '深圳', 56, 61],
    ['徐州东', '连云港', 60, 132],
    ['西安北', '延安', 68, 138],
  ] as const)('%s–%s: %d minutes today, %d at the end of 2020', (from, to, now, before) => {
    expect(minutes(today, from, to)).toBe(now);
    expect(minutes(then, from, to)).toBe(before);
  });

  it('say how many trains run where the report does not: 86 a day from 广州东 to 深圳', () => {
    const journey = today.travelTime(station('广州东'), station('深圳'), { mode: 'commutable' });
    if (!journey.ok) throw new Error(journey.failure.message);
    const rides = journey.value.legs.filter(({ kind }) => kind === 'ride');
    expect(rides).toMatchObject([{ minutes: 61, trainsPerDay: 86, vintage: '2021-01' }]);
  });

  it('run again when the line of the report is closed', () => {
    expect(minutes(today, '福州南', '厦门北', ['fuxia_new'])).toBe(78);
  });
});
