import { describe, expect, it } from 'vitest';
import type { IndicatorDefinition, IndicatorSeries } from '#core/indicators/indicator.ts';
import type { ScoringTable } from '#core/indicators/scoring-table.ts';
import { baseOn2020Boundaries } from '#core/indicators/unit-figures.ts';
import { chooseIndicators, PAPER_OPTIONS } from '#core/scoring/score-options.ts';
import { scorePanel, scoreRegions } from '#core/scoring/score.ts';
import type { ShownMeasure } from '#state/document/integration-state.ts';
import { nodeOf } from '#features/integration/measure/score-nodes.ts';
import { viewMeasure, type MeasureSource } from '#features/integration/measure/measure-view.ts';

const wage: IndicatorDefinition = {
  id: 'wage',
  nameZh: '工资',
  nameEn: 'Wage',
  unit: 'CNY/year',
  unitZh: '元/年',
  unitEn: 'CNY per year',
  direction: 1,
  dimension: 'regional',
  inPaper: true,
  provenance: 'observed',
  decimals: 0,
  noteZh: '',
  noteEn: '',
};
const urbanShare: IndicatorDefinition = { ...wage, id: 'urban_share', unit: '%', unitZh: '%', unitEn: '%' };

function series(indicator: string, year: number, values: Readonly<Record<string, number>>): IndicatorSeries {
  return {
    indicator,
    level: 'prefecture',
    year,
    sourceId: `yearbook-${year}`,
    values: new Map(Object.entries(values)),
    flags: new Map(),
    notes: new Map(),
  };
}

// Two regions of two cities: 100001, 100002 | 100003, 100004; 100005 stands outside. 340700 changed its territory in 2016.
const table: ScoringTable = {
  definitions: new Map([
    ['wage', wage],
    ['urban_share', urbanShare],
    ['population', { ...wage, id: 'population', unit: 'persons', direction: 0, dimension: null }],
    [
      'population_2010_on_2020_boundary',
      { ...wage, id: 'population_2010_on_2020_boundary', unit: 'persons', direction: 0, dimension: null },
    ],
  ]),
  series: [
    series('wage', 2010, { '100001': 100, '100002': 200, '100003': 50, '100004': 50, '340700': 80 }),
    series('wage', 2019, { '100001': 150, '100005': 70 }),
    series('wage', 2020, { '100002': 300, '100003': 100, '100004': 100, '340700': 160 }),
    series('urban_share', 2010, { '100001': 40 }),
    series('urban_share', 2020, { '100001': 55 }),
    series('population', 2010, { '100001': 1000, '100002': 500 }),
    series('population', 2020, { '100001': 1500, '100002': 600 }),
    series('population_2010_on_2020_boundary', 2010, { '100001': 1200 }),
  ],
  regional: [],
};
const regions = [
  { id: 'a', variantKey: 'a@x', members: ['100001', '100002'] },
  { id: 'b', variantKey: 'b@x', members: ['100003', '100004'] },
];
const source: MeasureSource = {
  result: scoreRegions(table, regions, PAPER_OPTIONS),
  table,
  counties: null,
  prefectureCodes: ['100001', '100002', '100003', '100004', '100005', '100006', '340700'],
  countyCodes: [],
};

describe('raw figures', () => {
  it('take the nearest year within the window, name it, and leave missing cities without a value', () => {
    const view = viewMeasure(source, { kind: 'value', id: 'wage', level: 'prefecture' }, 2020);
    expect(view?.values.get('100001')).toBe(150);
    expect(view?.values.get('100002')).toBe(300);
    expect(view?.values.get('100006')).toBeNull();
    expect(view?.ownYears).toEqual([2019, 2020]);
    expect(view?.sourceIds).toEqual(['yearbook-2020', 'yearbook-2019']);
  });

  it('are not there for an indicator that the table does not know, or while counties load', () => {
    expect(viewMeasure(source, { kind: 'value', id: 'nothing', level: 'prefecture' }, 2020)).toBeNull();
    expect(viewMeasure(source, { kind: 'value', id: 'wage', level: 'county' }, 2020)).toBeNull();
  });
});

/** Wages in one dimension, shares in another, both counting in 2020. */
function scoredWith(provenance: 'observed' | 'modelled'): MeasureSource {
  const figures = { '100001': 55, '100002': 60, '100003': 40, '100004': 70 };
  const share: IndicatorDefinition = { ...urbanShare, dimension: 'innovation', provenance };
  const both: ScoringTable = {
    ...table,
    definitions: new Map([...table.definitions, ['urban_share', share]]),
    series: [series('wage', 2020, figures), series('urban_share', 2020, figures)],
  };
  const options = { ...PAPER_OPTIONS, indicators: chooseIndicators([wage, share]) };
  return { ...source, table: both, result: scoreRegions(both, regions, options) };
}

function provenanceOf(from: MeasureSource, shown: ShownMeasure) {
  return viewMeasure(from, shown, 2020)?.provenance;
}

describe('how sure a score is', () => {
  it('is modelled as soon as one modelled indicator counts in it, else derived', () => {
    for (const shown of [
      { kind: 'composite' },
      { kind: 'dimension', id: 'innovation' },
      { kind: 'indicator', id: 'urban_share' },
      { kind: 'contribution', id: 'urban_share' },
    ] as const) {
      expect(provenanceOf(scoredWith('modelled'), shown)).toBe('modelled');
      expect(provenanceOf(scoredWith('observed'), shown)).toBe('derived');
    }
    expect(provenanceOf(scoredWith('modelled'), { kind: 'dimension', id: 'regional' })).toBe('derived');
    expect(provenanceOf(scoredWith('modelled'), { kind: 'indicator', id: 'wage' })).toBe('derived');
  });
});

describe('changes', () => {
  it('of money are in per cent, of shares in points', () => {
    const money = viewMeasure(
      source,
      { kind: 'change', id: 'wage', fromYear: 2010, level: 'prefecture' },
      2020,
    );
    expect(money?.unit).toBe('percent-change');
    expect(money?.values.get('100002')).toBeCloseTo(50);
    expect(money?.values.get('100003')).toBeCloseTo(100);
    const share = viewMeasure(
      source,
      { kind: 'change', id: 'urban_share', fromYear: 2010, level: 'prefecture' },
      2020,
    );
    expect(share?.unit).toBe('indicator');
    expect(share?.values.get('100001')).toBe(15);
  });

  it('are not given across a change of territory, nor without a figure at either end', () => {
    const view = viewMeasure(
      source,
      { kind: 'change', id: 'wage', fromYear: 2010, level: 'prefecture' },
      2020,
    );
    expect(view?.values.get('340700')).toBeNull();
    expect(view?.values.get('100005')).toBeNull();
    // 枞阳, 2016; the others' gaps are no transfers.
    expect(view?.transfers.map(({ year, partZh }) => [year, partZh])).toEqual([[2016, '枞阳']]);
  });

  it('of population since 2010 stand on the territory of 2020', () => {
    const view = viewMeasure(
      source,
      { kind: 'change', id: 'population', fromYear: 2010, level: 'prefecture' },
      2020,
    );
    expect(view?.values.get('100001')).toBeCloseTo(25);
    // Without a figure on the territory of 2020 there is no change, rather than one between two territories.
    expect(view?.values.get('100002')).toBeNull();
  });
});

describe('changes of counties’ population', () => {
  const persons = { ...wage, unit: 'persons', direction: 0, dimension: null } as const;
  const counties = {
    definitions: new Map(
      ['population', 'population_with_zones', 'population_2010_on_2020_boundary', 'mean_years_schooling'].map(
        (id) => [id, { ...persons, id }] as const,
      ),
    ),
    series: [
      series('population', 2010, { '100101': 100, '100102': 300 }),
      series('population', 2020, { '100101': 90, '100102': 330 }),
      series('population_with_zones', 2020, { '100101': 120, '100102': 360 }),
      series('population_2010_on_2020_boundary', 2010, { '100102': 400 }),
    ].map((one) => ({ ...one, level: 'county' as const })),
  };
  const withCounties = { ...source, counties, countyCodes: ['100101', '100102'] };

  it('stand on the counties of 2020 with the people of zones, and are missing where 2010 has none there', () => {
    const shown = { kind: 'change', id: 'population', fromYear: 2010, level: 'county' } as const;
    const view = viewMeasure(withCounties, shown, 2020);
    expect(view?.values.get('100102')).toBeCloseTo(-10);
    expect(view?.values.get('100101')).toBeNull();
    expect(view?.isSameTerritory).toBe(true);
    expect(baseOn2020Boundaries('mean_years_schooling', 'county')).toBeNull();
  });
});

describe('what is told of a score', () => {
  it('stays the same object with another weight, and goes with a city that no longer counts', () => {
    const weighted = {
      ...PAPER_OPTIONS,
      dimensionWeights: { ...PAPER_OPTIONS.dimensionWeights, regional: 2 },
    };
    const { result } = source;
    const seen = (one: typeof result) => viewMeasure({ ...source, result: one }, { kind: 'composite' }, 2020);
    const before = seen(result);
    const after = seen(scorePanel(result.panel, weighted));
    expect(before?.ownYears).toEqual([2019, 2020]);
    expect(after?.ownYears).toBe(before?.ownYears);
    expect(after?.sourceIds).toBe(before?.sourceIds);
    const uncounted = {
      ...result,
      cells: { ...result.cells, used: new Uint8Array(result.cells.used.length) },
    };
    expect(seen(uncounted)?.ownYears).toEqual([]);
  });

  it('names the sources of both years of a change', () => {
    const shown = { kind: 'change', id: 'composite', fromYear: 2010, level: 'agglomeration' } as const;
    expect(viewMeasure(source, shown, 2020)?.sourceIds.toSorted()).toEqual([
      'yearbook-2010',
      'yearbook-2019',
      'yearbook-2020',
    ]);
  });
});

describe('scores', () => {
  it('are those of the scorer, by delimitation, and their change is the difference', () => {
    const of = (year: number) =>
      new Map(
        source.result.years
          .find((one) => one.year === year)
          ?.agglomerations.map(({ variantKey, composite }) => [variantKey, composite]),
      );
    const view = viewMeasure(source, { kind: 'composite' }, 2020);
    expect(view?.values).toEqual(of(2020));
    const change = viewMeasure(
      source,
      { kind: 'change', id: 'composite', fromYear: 2010, level: 'agglomeration' },
      2020,
    );
    for (const [key, now] of of(2020)) {
      const before = of(2010).get(key) ?? null;
      expect(now).not.toBeNull();
      expect(change?.values.get(key)).toBeCloseTo((now ?? 0) - (before ?? 0));
    }
  });

  it('name their nodes both ways', () => {
    expect(nodeOf('composite')).toEqual({ kind: 'composite' });
    expect(nodeOf('services')).toEqual({ kind: 'dimension', id: 'services' });
    expect(nodeOf('wage')).toEqual({ kind: 'indicator', id: 'wage' });
  });
});

describe('contributions', () => {
  it('share out an indicator’s spread inside each region, in per cent', () => {
    const view = viewMeasure(source, { kind: 'contribution', id: 'wage' }, 2020);
    expect(view?.values.get('100001')).toBeCloseTo(50);
    expect(view?.values.get('100002')).toBeCloseTo(50);
    // No spread, nothing to share out.
    expect(view?.values.get('100003')).toBeNull();
    expect(view?.values.has('100005')).toBe(false);
  });
});
