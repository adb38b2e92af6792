import { describe, expect, it } from 'vitest';
import {
  explainIndex,
  indexCoverage,
  indexPath,
  leavesWithFigures,
} from '#core/scoring/composite/explain-index.ts';
import { computeOwnIndex, type OwnIndex } from '#core/scoring/composite/own-index.ts';
import { PAPER_OPTIONS } from '#core/scoring/score-options.ts';
import { scoreRegions } from '#core/scoring/score.ts';
import { indexFormula } from '#features/integration/pages/index-formula.ts';
import { placesIn, rankedRows, scoresOverYears } from '#features/integration/pages/ranked-rows.ts';
import { hasModelled } from '#features/integration/measure/has-modelled.ts';
import { otherSetsOf } from '#features/integration/measure/other-sets.ts';
import { measureWords } from '#features/integration/measure/measure-words.ts';

const city = (id: string, values: readonly (number | null)[]) => ({
  indicator: id,
  level: 'prefecture' as const,
  year: 2020,
  sourceId: 's',
  values: new Map(values.flatMap((value, at) => (value === null ? [] : [[`c${at}`, value] as const]))),
  flags: new Map<string, never>(),
  notes: new Map<string, never>(),
});

// Three regions of two cities. b has no PM2.5 at all, one city of c has none of the income.
const table = {
  definitions: new Map(),
  series: [
    city('gdp_per_capita', [10, 12, 7, 9, 5, null]),
    city('pm25', [40, 30, null, null, 20, 24]),
    city('urban_share', [60, 70, 40, 50, 50, 52]),
  ],
  regional: [],
};
const regions = ['a', 'b', 'c'].map((id, r) => ({
  id,
  variantKey: `${id}@now`,
  members: [`c${2 * r}`, `c${2 * r + 1}`],
}));
const result = scoreRegions(table, regions, {
  ...PAPER_OPTIONS,
  indicators: PAPER_OPTIONS.indicators.filter(({ id }) =>
    ['gdp_per_capita', 'pm25', 'urban_share'].includes(id),
  ),
  coverageThreshold: 0.5,
  missing: 'available',
  years: [2020],
});
const index: OwnIndex = {
  quantity: 'mean',
  declaration: {
    units: 'region',
    normalise: { method: 'minmax', range: [1, 100] },
    aggregate: 'arithmetic',
    nodes: [
      { id: 'top' },
      { id: 'life', parent: 'top', weight: 3, aggregate: 'geometric', normalise: { method: 'rank' } },
      { id: 'gdp_per_capita', parent: 'top' },
      { id: 'pm25', parent: 'life', direction: -1 },
      { id: 'urban_share', parent: 'life' },
    ],
  },
};

describe('an own index taken apart', () => {
  it('counts the members’ figures behind a node, also of indicators that a region lacks', () => {
    expect([...indexCoverage(result, index, 2020, 'top')]).toEqual([
      ['a@now', { used: 6, possible: 6 }],
      ['b@now', { used: 4, possible: 6 }],
      ['c@now', { used: 5, possible: 6 }],
    ]);
    expect(indexCoverage(result, index, 2020, 'life').get('b@now')).toEqual({ used: 2, possible: 4 });
    expect(indexCoverage(result, index, 2020, 'pm25').get('b@now')).toEqual({ used: 0, possible: 2 });
  });

  it('gives the ranking that coverage, and the presets theirs', () => {
    const view = {
      shown: { kind: 'index', id: 'top' },
      level: 'agglomeration',
      values: new Map([['b@now', 1]]),
    };
    const measure = { view, classification: { bounds: [0, 2], counts: [1] }, colours: ['#000000'] };
    const coverages = (onMap: typeof measure | null) =>
      rankedRows(
        result,
        [],
        2020,
        onMap === null ? { kind: 'composite' } : { kind: 'indicator', id: 'top' },
        { measure: onMap as never, crossed: null, index },
        'en',
      ).map(({ used, possible }) => [used, possible]);
    expect(coverages(measure)).toEqual([
      [6, 6],
      [4, 6],
      [5, 6],
    ]);
    // The composite leaves out what has no K at all: PM2.5 of b.
    expect(coverages(null)[1]).toEqual([4, 4]);
  });

  it('gives figure, normalised value, weight and method of every part', () => {
    // Means of income 11, 8, 5 → min–max onto 1–100; PM2.5 of a 35, of c 22 → ranks of the turned values 1, –, 2.
    const life = explainIndex(result, index, 2020, 'a@now', 'life');
    expect(life?.parts).toEqual([
      {
        id: 'pm25',
        isLeaf: true,
        value: 1,
        figure: 35,
        missing: null,
        direction: -1,
        normalise: { method: 'rank' },
        weight: 1,
        used: 2,
        possible: 2,
      },
      expect.objectContaining({ id: 'urban_share', value: 3, figure: 65, direction: 1 }),
    ]);
    expect(life?.value).toBeCloseTo(Math.sqrt(3), 12);
    const top = explainIndex(result, index, 2020, 'a@now', 'top');
    expect(top?.parts.map(({ id, value, figure, weight }) => [id, value, figure, weight])).toEqual([
      ['life', expect.closeTo(Math.sqrt(3), 12), null, 3],
      ['gdp_per_capita', 100, 11, 1],
    ]);
    expect(top?.value).toBeCloseTo((3 * Math.sqrt(3) + 100) / 4, 12);
    expect(explainIndex(result, index, 2020, 'b@now', 'life')?.parts[0]).toMatchObject({
      value: null,
      missing: 'no-values',
    });
    expect(explainIndex(result, index, 2020, 'a@now', 'pm25')).toBeNull();
    expect(explainIndex(result, index, 2020, 'nowhere', 'top')).toBeNull();
    expect(indexPath(index.declaration, 'pm25')).toEqual(['top', 'life', 'pm25']);
  });

  it('writes its mean with the numbers, without parts that have none', () => {
    const formulaOf = (region: string, node: string) => {
      const explanation = explainIndex(result, index, 2020, region, node);
      return explanation === null ? null : indexFormula(explanation);
    };
    expect(formulaOf('a@now', 'top')).toBe('(3 × 1.73205 + 1 × 100) / 4 = 26.299');
    expect(formulaOf('a@now', 'life')).toBe('(1 × 3)^(1/2) = 1.73205');
    expect(formulaOf('b@now', 'life')).toBe('(1)^(1/1) = 1');
    const explanation = explainIndex(result, index, 2020, 'a@now', 'top');
    if (explanation === null) throw new Error('explained above');
    expect(
      indexFormula({ ...explanation, aggregate: 'harmonic', value: 4 / (3 / Math.sqrt(3) + 0.01) }),
    ).toBe('4 / (3/1.73205 + 1/100) = 2.29614');
  });

  it('says why a node has no value, and that weights were to be had nowhere', () => {
    const { declaration } = index;
    const strict: OwnIndex = { ...index, declaration: { ...declaration, dataThreshold: 0.8 } };
    expect(explainIndex(result, strict, 2020, 'b@now', 'life')).toMatchObject({
      value: null,
      reason: 'below-data-threshold',
      isEqualInstead: false,
    });
    const flat: OwnIndex = {
      ...index,
      declaration: {
        ...declaration,
        weights: 'pca',
        normalise: { method: 'goalposts', posts: [1000, 2000] },
        nodes: declaration.nodes.map(({ normalise: _normalise, ...node }) => node),
      },
    };
    // Every figure lies below the lower post: columns without spread have no component.
    expect(explainIndex(result, flat, 2020, 'a@now', 'life')).toMatchObject({
      weighting: 'pca',
      isEqualInstead: true,
    });
  });
});

/** Words that repeat their key and values. */
const echo = (key: string, values: Record<string, unknown> = {}) => [key, ...Object.values(values)].join(' ');

const withLeaf = (id: string): OwnIndex => ({
  ...index,
  declaration: { ...index.declaration, nodes: [{ id: 'top' }, { id, parent: 'top' }] },
});

describe('an own index beside itself', () => {
  it('has its own values and places over the years, not the recipe’s', () => {
    const [column] = scoresOverYears(result, { kind: 'indicator', id: 'top' }, index);
    const root = computeOwnIndex(result, index, 2020).nodes.find(({ id }) => id === 'top');
    expect([...(column?.values() ?? [])].map(({ value }) => value)).toEqual(root?.values);
    expect(root?.values.every((value) => value !== null)).toBe(true);
    // a leads in income and is best but one in life; the recipe has no part of this name.
    expect([...placesIn(result, { kind: 'indicator', id: 'top' }, 2020, index).values()]).toEqual([1, 2, 3]);
    expect([...placesIn(result, { kind: 'indicator', id: 'top' }, 2020, null).values()]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('knows the leaves that a part stands on, of one region and of all', () => {
    expect(leavesWithFigures(result, index, 2020, 'top', null)).toHaveLength(3);
    expect(leavesWithFigures(result, index, 2020, 'life', 'b@now')).toEqual(['urban_share']);
    expect(leavesWithFigures(result, index, 2020, 'pm25', null)).toBeNull();
  });

  it('says on a map of the difference what one side alone stands on, as the paper’s recipe does', () => {
    const without = scoreRegions(
      { ...table, series: table.series.filter(({ indicator }) => indicator !== 'pm25') },
      regions,
      result.options,
    );
    const words = measureWords(echo as never, 'zh-CN', null);
    const said = (side: 'after' | 'difference') =>
      otherSetsOf(
        {
          shown: { kind: 'index', id: 'top' },
          level: 'agglomeration',
          year: 2020,
          scenario: { name: '', side },
        } as never,
        { result: without, source: { table: { definitions: new Map() } }, under: { present: result } },
        index,
        words,
        echo as never,
      );
    expect(said('difference')).toBe(
      'otherSets.sides otherSets.alone scenarioSide.before 3 pm25；otherSets.one scenarioSide.after 2',
    );
    expect(said('after')).toBeNull();
  });

  it('responds to travel times where a leaf is modelled', () => {
    expect(hasModelled('own', withLeaf('wage'))).toBe(false);
    expect(hasModelled('own', withLeaf('core_hour_share'))).toBe(true);
    expect([hasModelled('paper', withLeaf('core_hour_share')), hasModelled('embedded', null)]).toEqual([
      false,
      true,
    ]);
  });
});
