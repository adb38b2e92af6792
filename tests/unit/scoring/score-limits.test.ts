import { describe, expect, it } from 'vitest';
import { blockedIndicators, panelScale } from '../../../src/core/scoring/score-limits.ts';
import { scoreRegions } from '../../../src/core/scoring/score.ts';
import { choice, optionsFor, region, series, tableOf } from './hand-table.ts';

const regions = [region('A', 'a1', 'a2'), region('B', 'b1', 'b2', 'b3'), region('C', 'c1', 'c2')];
const table = tableOf(
  // All have it; C's are far apart.
  series('wage', 2020, { a1: 4, a2: 6, b1: 3, b2: 4, b3: 5, c1: 1, c2: 9 }),
  // B has one of three: below 65 %.
  series('gdp', 2020, { a1: 1, a2: 2, b1: 3, c1: 4, c2: 5 }),
  // B and C have none.
  series('fdi', 2020, { a1: 1, a2: 2 }),
  // Nobody has enough.
  series('beds', 2020, { a1: 1 }),
  // One of C's cities has a station, all of the others.
  series('rail', 2020, { a1: 1, a2: 1, b1: 1, b2: 1, b3: 1, c1: 0, c2: 1 }),
);
const choices = ['fdi', 'gdp', 'wage', 'beds', 'rail'].map((id) => choice(id));

describe('what limits a comparison', () => {
  it('names who keeps which indicator out, fewest first, and blames nobody for what nobody has', () => {
    const result = scoreRegions(table, regions, optionsFor(choices, [2020]));
    expect(blockedIndicators(result, 2020)).toEqual([
      { indicator: 'gdp', blockedBy: [{ regionId: 'B', membersUsed: 1, members: 3 }] },
      {
        indicator: 'fdi',
        blockedBy: [
          { regionId: 'B', membersUsed: 0, members: 3 },
          { regionId: 'C', membersUsed: 0, members: 2 },
        ],
      },
    ]);
    expect(blockedIndicators(result, 1999)).toEqual([]);
  });

  it('keeps nothing out where what there is counts', () => {
    const result = scoreRegions(table, regions, optionsFor(choices, [2020], { missing: 'available' }));
    expect(blockedIndicators(result, 2020)).toEqual([]);
  });

  it('says when a 0/1 indicator sets both ends of the scale for all', () => {
    // wage: cv 0.2, 0.204, 0.8; rail: 0, 0, 1.
    const result = scoreRegions(table, regions, optionsFor(choices, [2020]));
    expect(panelScale(result)).toMatchObject({
      max: { indicator: 'rail', regionId: 'C', cv: 1, isBinary: true },
      min: { indicator: 'rail', cv: 0, isBinary: true },
      isOneIndicator: true,
    });
    const without = scoreRegions(table, regions, optionsFor([choice('wage')], [2020]));
    expect(panelScale(without)).toMatchObject({ max: { isBinary: false }, min: { cv: 0.2 } });
    const apart = scoreRegions(table, regions, optionsFor(choices, [2020], { scope: 'indicator' }));
    expect(panelScale(apart)).toBeNull();
  });
});
