import { expect, test } from 'vitest';
import { computeIndex, indexByUnit } from '../../../src/core/scoring/composite/compute-index.ts';
import { scoreColumns, scoreDeclaration } from '../../../src/core/scoring/composite/score-columns.ts';
import { scoreRegions } from '../../../src/core/scoring/score.ts';
import { HAND_OPTIONS, HAND_REGIONS, HAND_TABLE } from './hand-table.ts';

const result = scoreRegions(HAND_TABLE, HAND_REGIONS, HAND_OPTIONS);

test('the general index on the score’s K with its own tree is the score', () => {
  const index = computeIndex(scoreDeclaration(result, 2020), scoreColumns(result, 2020, 'K'));
  expect(indexByUnit(index)).toEqual([
    {
      unit: 'A@current',
      values: {
        composite: expect.closeTo(7.142857, 6),
        regional: expect.closeTo(14.285714, 6),
        environment: 0,
      },
    },
    { unit: 'B@current', values: { composite: 0, regional: 0, environment: 0 } },
    {
      unit: 'C@current',
      values: {
        composite: expect.closeTo(9.842195, 6),
        regional: expect.closeTo(10.397635, 6),
        environment: expect.closeTo(9.286756, 6),
      },
    },
  ]);
});

test('means as columns can be normalised another way', () => {
  expect(scoreColumns(result, 2020, 'mean').columns.get('gdp_per_capita')).toEqual([6, 3, 4.5]);
  const minmax = {
    ...scoreDeclaration(result, 2020),
    normalise: { method: 'minmax', range: [0, 100] } as const,
  };
  const [, , c] = indexByUnit(computeIndex(minmax, scoreColumns(result, 2020, 'mean')));
  expect(c?.values['composite']).toBe(50);
});
