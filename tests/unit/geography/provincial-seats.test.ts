import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isProvincialSeat } from '#core/geography/provincial-seats.ts';

const { provinces, units } = JSON.parse(readFileSync('public/data/units.json', 'utf8')) as {
  readonly provinces: readonly { readonly code: string }[];
  readonly units: readonly { readonly adcode: string; readonly shortNameZh: string }[];
};

describe('provincial seats', () => {
  it('are one a province, but for Hong Kong, Macao and Taiwan', () => {
    const seats = units.filter(({ adcode }) => isProvincialSeat(adcode));
    expect(seats.map(({ adcode }) => adcode.slice(0, 2)).toSorted()).toEqual(
      provinces
        .map(({ code }) => code)
        .filter((code) => !['71', '81', '82'].includes(code))
        .toSorted(),
    );
    expect(seats.map(({ shortNameZh }) => shortNameZh)).toEqual(
      expect.arrayContaining(['北京', '呼和浩特', '广州', '成都', '拉萨', '乌鲁木齐']),
    );
  });
});
