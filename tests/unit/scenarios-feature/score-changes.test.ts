import { describe, expect, it } from 'vitest';
import type { IndicatorScore, RegionScore } from '#core/scoring/score-result.ts';
import { indicatorChanges, scoreChanges, scoreProvenance } from '#features/scenarios/score-changes.ts';

function indicator(id: string, mean: number | null): IndicatorScore {
  return {
    id,
    cv: null,
    k: null,
    R: 1,
    f: null,
    K: null,
    coverage: 1,
    membersUsed: 3,
    members: 3,
    used: true,
    inPaper: false,
    weight: 1,
    mean,
    deviation: null,
    years: [2020],
  };
}

function region(
  id: string,
  composite: number | null,
  members: number,
  means: Readonly<Record<string, number | null>>,
): RegionScore {
  return {
    id,
    variantKey: `${id}@now`,
    composite,
    coverage: 1,
    indicatorsUsed: 1,
    paperIndicatorsUsed: 0,
    valuesUsed: 1,
    valuesPossible: 1,
    members,
    rank: 1,
    dimensions: [
      {
        id: 'infrastructure',
        score: composite,
        weight: 1,
        indicators: Object.entries(means).map(([name, mean]) => indicator(name, mean)),
      },
    ],
  };
}

describe('scores before and after a scenario', () => {
  const before = [
    region('far', 50, 5, { wage: 9, minutes: 60 }),
    region('near', 40, 16, { wage: 7, minutes: 120 }),
    region('unknown', null, 3, { wage: null, minutes: null }),
  ];
  const after = [
    region('near', 41.2, 15, { wage: 7, minutes: 113 }),
    region('far', 50.0001, 5, { wage: 9, minutes: 60 }),
    region('unknown', null, 3, { wage: null, minutes: 80 }),
  ];

  it('are told by agglomeration, the largest change first, with members that moved', () => {
    const [first, ...others] = scoreChanges(before, after);
    expect(first).toMatchObject({ id: 'near', before: 40, after: 41.2, members: [16, 15] });
    expect(first?.change).toBeCloseTo(1.2, 9);
    expect(others.map(({ id, change }) => [id, change])).toEqual([
      ['far', 0],
      ['unknown', null],
    ]);
  });

  it('name the indicators that respond, and no other', () => {
    expect(indicatorChanges(before, after)).toEqual([
      { regionId: 'near', indicator: 'minutes', before: 120, after: 113 },
      { regionId: 'unknown', indicator: 'minutes', before: null, after: 80 },
    ]);
    expect(indicatorChanges(before, before)).toEqual([]);
  });
});

describe('how sure scores are', () => {
  const definitions = new Map([
    ['wage', { provenance: 'observed' as const }],
    ['minutes', { provenance: 'modelled' as const }],
  ]);

  it('is modelled as soon as a modelled indicator counts in one, derived else', () => {
    const plain = region('a', 50, 3, { wage: 10 });
    const travels = region('b', 60, 3, { wage: 10, minutes: 40 });
    expect(scoreProvenance([plain], definitions)).toBe('derived');
    expect(scoreProvenance([plain, travels], definitions)).toBe('modelled');
    const unused = {
      ...travels,
      dimensions: travels.dimensions.map((each) => ({
        ...each,
        indicators: each.indicators.map((one) => ({ ...one, used: one.id !== 'minutes' })),
      })),
    };
    expect(scoreProvenance([unused], definitions)).toBe('derived');
  });
});
