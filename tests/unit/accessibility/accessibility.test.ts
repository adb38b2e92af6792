import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  type AccessibilityRequest,
  computeAccessibility,
  type CountyAccessibility,
} from '#core/accessibility/accessibility.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import { createCircleEngine } from '#core/surface/circle-engine.ts';
import { peopleWithin } from '#core/surface/circle-readings.ts';
import { CIRCLE_MODES } from '#state/document/circles-state.ts';
import { city, drawRaster, line, station, timetable, world } from '../../fixtures/travel-world.ts';

// Three counties in a row, a ride of 25 minutes from the first to the second, an island without people that are known,
// and a county whose seat lies in the sea.
//
//   column 0        70      110 118..130 131     140
//          甲 (1)   |乙 (2)  | water |丙 (3)|
//               ●      ●               ●            ● 丁, in the water
const west = station('甲站', [104.3, 30.5], '510100');
const middle = station('乙站', [105.0, 30.5], '510200');
const countyOf = (column: number): number => {
  if (column < 70) return 1;
  if (column < 118) return 2;
  if (column < 131) return 0;
  return column < 140 ? 3 : column > 190 ? 4 : 0;
};
const data = world({
  raster: drawRaster({
    west: 104,
    north: 31,
    columns: 195,
    rows: 100,
    counties: ['510101', '510201', '510301', '510401'],
    county: countyOf,
  }),
  timetable: timetable([west, middle], [['甲站', '乙站', 25, 40]]),
  lines: [line('jiayi', [west, middle])],
  units: [
    city('510100', '甲市', [104.3, 30.5]),
    city('510200', '乙市', [105.0, 30.5]),
    city('510300', '丙市', [105.35, 30.5]),
    city('510400', '丁市', [105.7, 30.5]),
    city('510101', '甲区', [104.3, 30.5], { level: 'county', prefecture: '510100' }),
    city('510201', '乙区', [105.0, 30.5], { level: 'county', prefecture: '510200' }),
    city('510301', '丙区', [105.35, 30.5], { level: 'county', prefecture: '510300' }),
    city('510401', '丁区', [105.7, 30.5], { level: 'county', prefecture: '510400' }),
  ],
  populationByCounty: new Map([
    ['510101', 1_200_000],
    ['510201', 900_000],
    // 丙's are unknown.
    ['510401', 10_000],
  ]),
  gdpByPrefecture: new Map([['510100', { value: 600, year: 2020 }]]),
});
const engine = createCircleEngine(data);

const request = (parts: Partial<AccessibilityRequest> = {}): AccessibilityRequest => ({
  counties: null,
  minutes: 60,
  mode: 'door-to-door',
  ...parts,
});

function compute(parts: Partial<AccessibilityRequest> = {}) {
  const steps = computeAccessibility(engine, request(parts));
  const seen: number[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done !== true) {
      seen.push(step.value.done);
      expect(step.value.total).toBeGreaterThanOrEqual(step.value.done);
      continue;
    }
    if (!step.value.ok) throw new Error(step.value.failure.message);
    return { counties: step.value.value, seen };
  }
}

const of = (counties: readonly CountyAccessibility[], adcode: string): CountyAccessibility => {
  const found = counties.find((county) => county.adcode === adcode);
  if (found === undefined) throw new Error(`No county ${adcode}`);
  return found;
};

const ride = (minutes: number): ScenarioEdit => ({ type: 'set-minutes', from: '甲站', to: '乙站', minutes });

describe('computeAccessibility', () => {
  it.each(CIRCLE_MODES)('gives every county what the circle from its seat holds (%s)', (mode) => {
    const { counties, seen } = compute({ mode });
    expect(seen).toEqual([1, 2, 3, 4]);
    for (const adcode of ['510101', '510201']) {
      const circle = engine.computeSurface({
        origins: [{ kind: 'city', adcode }],
        mode,
        maxMinutes: 60,
      });
      if (!circle.ok) throw new Error(circle.failure.message);
      const readings = engine.readings(circle.value.surface, 60);
      expect(of(counties, adcode)).toEqual({
        adcode,
        residents: data.populationByCounty.get(adcode),
        people: peopleWithin(readings),
        gdp: readings.gdp?.value ?? null,
        gdpKnownShare: readings.gdp?.knownShare ?? null,
        without: null,
      });
      expect(readings.population).toBeGreaterThan(0);
    }
  });

  it('fills nothing where there is nothing: a seat at sea, no station, people that are not known', () => {
    const { counties } = compute();
    expect(of(counties, '510401')).toEqual({
      adcode: '510401',
      residents: 10_000,
      people: null,
      gdp: null,
      gdpKnownShare: null,
      without: 'origin-not-on-land',
    });
    // All that is within reach of 丙 is its own land, whose people are unknown.
    expect(of(counties, '510301')).toMatchObject({ residents: null, people: null, without: null });
    expect(of(compute({ mode: 'in-vehicle' }).counties, '510301')).toMatchObject({
      people: null,
      without: 'no-station',
    });
  });

  it('asks the counties named alone, a prefecture for all of its own', () => {
    expect(compute({ counties: ['510201'] }).counties.map(({ adcode }) => adcode)).toEqual(['510201']);
    expect(compute({ counties: ['510100', '510201'] }).counties.map(({ adcode }) => adcode)).toEqual([
      '510101',
      '510201',
    ]);
  });

  it.each([
    [{ counties: ['999999'] }, 'no-origin'],
    [{ minutes: 0 }, 'minutes-out-of-range'],
    [{ minutes: 1000 }, 'minutes-out-of-range'],
    [{ edits: [{ type: 'close', id: 'nowhere' }] as const }, 'unknown-id'],
  ])('refuses %j', (parts, reason) => {
    const step = computeAccessibility(engine, request(parts)).next();
    expect(step).toMatchObject({ done: true, value: { ok: false, failure: { nextStep: /./ } } });
    if (step.done !== true || step.value.ok) throw new Error('It was not refused');
    expect(step.value.failure.reason).toBe(reason);
  });

  test.prop(
    [fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 90 }), fc.integer({ min: 20, max: 120 })],
    {
      numRuns: 25,
    },
  )('a faster ride takes people out of nobody’s reach', (one, other, minutes) => {
    const [fast, slow] = [Math.min(one, other), Math.max(one, other)];
    const before = compute({ edits: [ride(slow)], minutes }).counties;
    const after = compute({ edits: [ride(fast)], minutes }).counties;
    for (const { adcode, people } of before)
      expect(of(after, adcode).people ?? 0).toBeGreaterThanOrEqual(people ?? 0);
  });
});
