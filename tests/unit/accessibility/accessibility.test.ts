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
import { countyWorld } from './county-world.ts';

const data = countyWorld();
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
