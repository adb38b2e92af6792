import { describe, expect, it } from 'vitest';
import type { ScenarioAnswer } from '#compute/circle-operations.ts';
import { changedCounties, comparisonTable } from '#features/scenarios/comparison-rows.ts';

const readings = { areaKm2: 10, population: 20, counties: [{ adcode: '510104', share: 0.5, population: 5 }] };
const answer = {
  before: { readings },
  after: { readings },
  gained: readings,
  lost: { ...readings, counties: [] },
} as unknown as ScenarioAnswer;

describe('tables of a scenario', () => {
  it('say in every row that its figures are modelled', () => {
    for (const [head = [], ...rows] of [comparisonTable(answer), changedCounties(answer, (code) => code)]) {
      const column = head.indexOf('provenance');
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.map((row) => row[column])).toEqual(rows.map(() => 'modelled'));
    }
  });
});
