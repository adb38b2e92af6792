import { describe, expect, it } from 'vitest';
import { sortedQuantile } from '#core/units/quantile.ts';

describe('sortedQuantile', () => {
  it('is a value that occurs and that the share does not exceed', () => {
    const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect([0, 0.05, 0.1, 0.11, 0.5, 0.95, 1].map((share) => sortedQuantile(ten, share))).toEqual([
      1, 1, 1, 2, 5, 10, 10,
    ]);
    // 5 % of 200 values leaves ten at or below it.
    const many = Array.from({ length: 200 }, (_, index) => index + 1);
    expect([sortedQuantile(many, 0.05), sortedQuantile(many, 0.95)]).toEqual([10, 190]);
  });

  it('is not a number where there are none', () => {
    expect(sortedQuantile([], 0.5)).toBeNaN();
  });
});
