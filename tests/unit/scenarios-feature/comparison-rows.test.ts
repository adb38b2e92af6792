import { describe, expect, it } from 'vitest';
import type { ScenarioAnswer } from '#compute/circle-operations.ts';
import { changedCounties, comparisonRows, comparisonTable } from '#features/scenarios/comparison-rows.ts';

const readings = { areaKm2: 10, population: 20, counties: [{ adcode: '510104', share: 0.5, population: 5 }] };
const answer = {
  before: { readings },
  after: { readings },
  gained: readings,
  lost: { ...readings, counties: [] },
} as unknown as ScenarioAnswer;

describe('tables of a scenario', () => {
  it('know no people where nobody’s number is known, as the circle does: beyond the edge of one’s own raster', () => {
    const beyond = {
      areaKm2: 10,
      population: 0,
      counties: [{ adcode: '510104', share: 1, population: null }],
    };
    const unknown = { ...answer, gained: beyond } as unknown as ScenarioAnswer;
    expect(comparisonRows(unknown, 'en').map(({ figures: [, people] }) => people)).toEqual([
      '20',
      '20',
      '—',
      '20',
    ]);
    expect(comparisonTable(unknown).map(([, , people]) => people)).toEqual(['people', 20, 20, null, 20]);
  });

  it('say in every row that its figures are modelled', () => {
    for (const [head = [], ...rows] of [comparisonTable(answer), changedCounties(answer, (code) => code)]) {
      const column = head.indexOf('provenance');
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.map((row) => row[column])).toEqual(rows.map(() => 'modelled'));
    }
  });
});
