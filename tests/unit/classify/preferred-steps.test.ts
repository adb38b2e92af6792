import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { preferredChangeSteps, preferredSteps } from '#core/classify/preferred-steps.ts';

describe('preferredSteps', () => {
  it('takes the highest numbers of the series 1, 2, 5 between the least and the greatest', () => {
    expect(preferredSteps([3, 40, 700, 1500], 4)).toEqual([100, 200, 500, 1000]);
    expect(preferredSteps([600_000, 900_000, 13_000_000], 6)).toEqual([
      1_000_000, 2_000_000, 5_000_000, 10_000_000,
    ]);
  });

  it('makes no class for less than one value in a hundred', () => {
    const values = [...Array.from({ length: 199 }, (_, i) => 1000 + i * 4), 20_500];
    // Only one of the two hundred reaches 2,000 and more.
    expect(preferredSteps(values, 3)).toEqual([]);
    expect(preferredSteps([...values, 2100, 2200], 3)).toEqual([2000]);
  });

  it('has none for nothing, for zeros, and for values between two steps', () => {
    expect(preferredSteps([], 5)).toEqual([]);
    expect(preferredSteps([0, 0], 5)).toEqual([]);
    expect(preferredSteps([21, 49], 5)).toEqual([]);
  });

  test.prop([
    fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { maxLength: 200 }),
    fc.integer({ min: 1, max: 8 }),
  ])('are round, ascending, within the values and no more than asked for', (values, most) => {
    const steps = preferredSteps(values, most);
    expect(steps.length).toBeLessThanOrEqual(most);
    for (const [at, step] of steps.entries()) {
      expect(['1', '2', '5']).toContain(step.toExponential().split('e')[0]);
      expect(step).toBeGreaterThan(steps[at - 1] ?? Math.min(...values));
      expect(step).toBeLessThan(Math.max(...values));
    }
  });
});

describe('preferredChangeSteps', () => {
  it('parts what does not change from gains', () => {
    expect(preferredChangeSteps([0, 0.2, 700, 3000], 0.5, 3)).toEqual([0.5, 500, 1000, 2000]);
  });

  it('has the same steps on both sides where both occur', () => {
    expect(preferredChangeSteps([-90, 0, 700], 0.5, 4)).toEqual([-500, -200, -0.5, 0.5, 200, 500]);
    expect(preferredChangeSteps([-700], 0.5, 2)).toEqual([-500, -200, -0.5]);
  });

  it('is one class where nothing changes', () => {
    expect(preferredChangeSteps([0, 0.1, -0.2], 0.5, 4)).toEqual([]);
  });
});
