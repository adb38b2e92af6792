import { describe, expect, it } from 'vitest';
import { sortedMedian } from '#core/units/median.ts';

describe('median', () => {
  it('is the middle, the mean of the two in the middle, and of nothing none', () => {
    expect(sortedMedian([1, 2, 9])).toBe(2);
    expect(sortedMedian(Float64Array.of(1, 2, 4, 9))).toBe(3);
    expect(sortedMedian([7])).toBe(7);
    expect(sortedMedian([])).toBeNull();
  });
});
