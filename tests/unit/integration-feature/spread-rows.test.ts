import { describe, expect, it } from 'vitest';
import { lorenzCurve } from '#core/scoring/lorenz.ts';
import { spreadRows } from '../../../src/features/integration/charts/spread-rows.ts';

const members = [
  { adcode: '510100', name: '成都', value: 8, deviation: 1.4, share: 0.8 },
  { adcode: '510300', name: '自贡', value: 1, deviation: -0.7, share: 0.15 },
  { adcode: '510400', name: '攀枝花', value: 1, deviation: -0.7, share: 0.05 },
];

describe('the table behind the spread', () => {
  it('has each point of the drawn curve once, at the city that the curve counts there', () => {
    const [, ...rows] = spreadRows(members, lorenzCurve(members.map(({ value }) => value)));
    // By hand: 1 of 10 after one of three, 2 of 10 after two, all after the richest.
    expect(rows.map((row) => [row[1], row[5], row[6]])).toEqual([
      ['成都', 1, 1],
      ['自贡', 1 / 3, 0.1],
      ['攀枝花', 2 / 3, 0.2],
    ]);
  });

  it('leaves the curve’s columns empty where no curve can be drawn', () => {
    const [, ...rows] = spreadRows(members, null);
    expect(rows.every((row) => row[5] === null && row[6] === null)).toBe(true);
  });
});
