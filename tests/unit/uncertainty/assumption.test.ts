import { describe, expect, it } from 'vitest';
import {
  ASSUMPTION_IDS,
  assumptionLimits,
  assumptionRanges,
  checkBounds,
  valueAtQuantile,
  withAssumption,
} from '#core/uncertainty/assumption.ts';
import { presetParameters } from '#core/network/travel-parameters.ts';

const peak = presetParameters('peak');
const range = { id: 'waitMinutes', low: 5, value: 15, high: 30, isOwn: false } as const;

describe('assumptionRanges', () => {
  it('takes those that the definition rests on, around the values in use', () => {
    const door = assumptionRanges('door-to-door', peak);
    expect(door.map(({ id, low, value, high }) => [id, low, value, high])).toEqual([
      ['roadSpeed', 0.8, 1, 1.25],
      ['detourFactor', 1.2, 1.3, 1.4],
      ['waitMinutes', 5, 15, 30],
      ['transferMinutes', 10, 20, 30],
      ['accessMinutes', 45, 60, 75],
      ['egressMinutes', 20, 30, 40],
      ['borderMinutes', 15, 30, 60],
    ]);
    expect(assumptionRanges('road', peak).map(({ id }) => id)).toEqual([
      'roadSpeed',
      'detourFactor',
      'borderMinutes',
    ]);
    expect(assumptionRanges('in-vehicle', peak).map(({ id }) => id)).toEqual([
      'transferMinutes',
      'cityStationKm',
    ]);
    expect(assumptionRanges('commutable', peak).some(({ id }) => id === 'minTrainsPerDay')).toBe(true);
  });

  it('moves with a value of one’s own, within what the engine takes, and takes ranges of one’s own as they are', () => {
    const own = assumptionRanges('door-to-door', { ...peak, waitMinutes: 5 }, { transferMinutes: [0, 45] });
    expect(own.find(({ id }) => id === 'waitMinutes')).toMatchObject({ low: 0, value: 5, high: 20 });
    expect(own.find(({ id }) => id === 'transferMinutes')).toMatchObject({ low: 0, high: 45, isOwn: true });
  });

  it('has a usual range within the limits for every assumption', () => {
    for (const mode of ['door-to-door', 'commutable', 'road', 'in-vehicle'] as const)
      for (const { id, low, high } of assumptionRanges(mode, peak)) {
        expect(checkBounds(id, [low, high]).ok).toBe(true);
        expect(low).toBeLessThan(high);
      }
    expect(ASSUMPTION_IDS.every((id) => assumptionLimits(id).least < assumptionLimits(id).most)).toBe(true);
  });
});

function reason(low: number, high: number): string | null {
  const checked = checkBounds('waitMinutes', [low, high]);
  return checked.ok ? null : checked.failure.reason;
}

describe('checkBounds', () => {
  it('refuses what is upside down, beyond the limits or no number', () => {
    expect(reason(5, 30)).toBeNull();
    expect(reason(15, 15)).toBeNull();
    expect(reason(30, 5)).toBe('range-upside-down');
    expect(reason(-1, 5)).toBe('range-out-of-limits');
    expect(reason(5, 121)).toBe('range-out-of-limits');
    expect(reason(Number.NaN, 5)).toBe('range-out-of-limits');
  });
});

describe('valueAtQuantile', () => {
  it('has the value in use as its median and the ends as ends', () => {
    expect([0, 0.25, 0.5, 0.75, 1].map((u) => valueAtQuantile(range, u))).toEqual([5, 10, 15, 22.5, 30]);
  });

  it('is even from end to end where the value in use lies outside', () => {
    expect(valueAtQuantile({ ...range, value: 60 }, 0.5)).toBe(17.5);
  });
});

describe('withAssumption', () => {
  it('moves all road speeds by the factor, none beyond what the engine takes', () => {
    const faster = withAssumption({ ...peak, roadSpeed300: 120 }, 'roadSpeed', 1.25);
    expect([faster.roadSpeed10000, faster.roadSpeed100, faster.roadSpeed300]).toEqual([32.5, 97.5, 130]);
    expect(withAssumption(peak, 'waitMinutes', 5)).toEqual({ ...peak, waitMinutes: 5 });
  });
});
