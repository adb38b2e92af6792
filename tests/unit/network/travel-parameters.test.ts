import { describe, expect, it } from 'vitest';
import {
  densityClass,
  presetParameters,
  resolveParameters,
  ROAD_SPEED_IDS,
  TRAVEL_PARAMETERS,
  validateParameter,
} from '#core/network/travel-parameters.ts';

describe('travel parameters', () => {
  it('holds the two presets as designed', () => {
    const peak = presetParameters('peak');
    expect(ROAD_SPEED_IDS.map((id) => peak[id])).toEqual([26, 32, 45, 58, 72, 78, 65, 45]);
    const offPeak = presetParameters('off-peak');
    expect(ROAD_SPEED_IDS.map((id) => offPeak[id])).toEqual([32.5, 40, 56.25, 72.5, 90, 97.5, 81.25, 56.25]);
    expect(peak).toMatchObject({
      detourFactor: 1.3,
      accessMinutes: 60,
      egressMinutes: 30,
      waitMinutes: 15,
      transferMinutes: 20,
      minTrainsPerDay: 20,
    });
  });

  it('has every default within its own range and a source in both languages', () => {
    for (const { id, defaults, min, max, sourceZh, sourceEn } of TRAVEL_PARAMETERS) {
      for (const value of Object.values(defaults))
        expect(validateParameter(id, value)).toEqual({ ok: true, value });
      expect(min).toBeLessThan(max);
      expect(sourceZh).toMatch(/\p{Script=Han}/u);
      expect(sourceEn.length).toBeGreaterThan(5);
    }
  });

  it('calls published only what follows a published figure; every assumption says that it is one', () => {
    // The wait lies between two published limits: where, is ours.
    expect(TRAVEL_PARAMETERS.flatMap(({ id, kind }) => (kind === 'published' ? [id] : []))).toEqual([
      'roadSpeed10000',
      'roadSpeed5000',
    ]);
    for (const { kind, sourceZh, sourceEn } of TRAVEL_PARAMETERS) {
      if (kind !== 'assumed') continue;
      expect(sourceZh).toMatch(/^假设/);
      expect(sourceEn).toMatch(/^Assumed/);
    }
  });

  it('refuses unknown names, values out of range and no numbers, and says what to do', () => {
    for (const [id, value] of [
      ['speed', 3],
      ['detourFactor', 0.5],
      ['waitMinutes', -1],
      ['waitMinutes', Number.NaN],
      ['roadSpeed800', Infinity],
    ] as const) {
      const checked = validateParameter(id, value);
      expect(checked.ok).toBe(false);
      if (!checked.ok) expect(checked.failure.nextStep.length).toBeGreaterThan(10);
    }
    const resolved = resolveParameters('peak', { transferMinutes: 10, vintages: ['2021-01'] });
    expect(
      resolved.ok && [resolved.value.transferMinutes, resolved.value.waitMinutes, resolved.value.vintages],
    ).toEqual([10, 15, ['2021-01']]);
    expect(resolveParameters('peak', { transferMinutes: 1000 }).ok).toBe(false);
  });

  it('sorts densities into classes, bounds included', () => {
    expect([25000, 10000, 9999, 5000, 2000, 800, 300, 100, 25, 24.9, 0].map(densityClass)).toEqual([
      0, 0, 1, 1, 2, 3, 4, 5, 6, 7, 7,
    ]);
  });
});
