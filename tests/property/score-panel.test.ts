import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import type { RegionalSeries, ScoringSeries } from '#core/indicators/scoring-table.ts';
import type { IndicatorSeries } from '#core/indicators/indicator.ts';
import { PAPER_OPTIONS } from '#core/scoring/score-options.ts';
import { collectPanel, memberValues } from '#core/scoring/score-panel.ts';
import { scoreRegions } from '#core/scoring/score.ts';

const CITIES = ['a', 'b', 'c', 'd', 'e', 'f'];
const INDICATORS = PAPER_OPTIONS.indicators.slice(0, 2);
const YEARS = [2010, 2015];

const figures = fc
  .dictionary(
    fc.constantFrom(...CITIES),
    fc.oneof(fc.double({ min: 0, max: 9, noNaN: true }), fc.constant(Number.NaN)),
  )
  .map((values) => new Map(Object.entries(values)));
const year = fc.integer({ min: 2007, max: 2018 });
const indicator = fc.constantFrom(...INDICATORS.map(({ id }) => id));
const general = fc.record({ indicator, year, values: figures }).map((one): IndicatorSeries => ({
  ...one,
  level: 'prefecture',
  sourceId: 'table',
  flags: new Map(),
  notes: new Map(),
}));
const regional = fc
  .record({ indicator, year, values: figures, variantKey: fc.constantFrom('r0', 'r1') })
  .map((one): RegionalSeries => ({ ...one, sourceId: 'model', provenance: 'modelled' }));
// Regions may share cities.
const regions = fc
  .array(fc.uniqueArray(fc.constantFrom(...CITIES), { minLength: 1 }), { minLength: 1, maxLength: 3 })
  .map((lists) => lists.map((members, r) => ({ id: `r${r}`, variantKey: `r${r}`, members })));
const world = fc.record({
  series: fc.array(general, { maxLength: 12 }),
  regional: fc.array(regional, { maxLength: 6 }),
  regions,
  yearWindow: fc.integer({ min: 0, max: 3 }),
});

/** Years in the order they are asked: the year, then by distance, the earlier first. */
function order(around: number, window: number): number[] {
  return Array.from({ length: 30 }, (_, i) => 2000 + i)
    .filter((candidate) => Math.abs(candidate - around) <= window)
    .sort((a, b) => Math.abs(a - around) - Math.abs(b - around) || a - b);
}

test.prop([world])('every member has its nearest figure, the region’s own before the table’s', (given) => {
  const options = { ...PAPER_OPTIONS, indicators: INDICATORS, years: YEARS, yearWindow: given.yearWindow };
  const table = { definitions: new Map(), series: given.series, regional: given.regional };
  const panel = collectPanel(table, given.regions, options);
  YEARS.forEach((asked, y) =>
    INDICATORS.forEach(({ id }, i) =>
      given.regions.forEach((region, r) => {
        const expected = region.members.map((adcode) => {
          for (const candidate of order(asked, given.yearWindow)) {
            const here: ScoringSeries[] = [
              ...given.regional.filter(({ variantKey }) => variantKey === region.variantKey),
              ...given.series,
            ].filter((one) => one.indicator === id && one.year === candidate);
            const found = here.find(({ values }) => Number.isFinite(values.get(adcode)));
            if (found !== undefined)
              return { adcode, value: found.values.get(adcode), year: candidate, sourceId: found.sourceId };
          }
          return { adcode, value: null, year: null, sourceId: null };
        });
        expect(memberValues(panel, y, i, r)).toEqual(expected);
        const years = new Set(expected.flatMap((one) => one.year ?? []));
        const cell = (y * INDICATORS.length + i) * given.regions.length + r;
        expect(panel.ownYears[cell]).toEqual([...years].sort((a, b) => a - b));
      }),
    ),
  );
});

test.prop([world])('one year for all: no cell of an indicator mixes years', (given) => {
  const options = {
    ...PAPER_OPTIONS,
    indicators: INDICATORS,
    years: YEARS,
    yearWindow: given.yearWindow,
    yearMatching: 'indicator' as const,
  };
  const table = { definitions: new Map(), series: given.series, regional: given.regional };
  const { ownYears } = collectPanel(table, given.regions, options);
  for (let row = 0; row < YEARS.length * INDICATORS.length; row++) {
    const cells = ownYears.slice(row * given.regions.length, (row + 1) * given.regions.length);
    expect(new Set(cells.flat()).size).toBeLessThanOrEqual(1);
  }
});

test.prop([world])('a region’s cells are written out once, and copied with it', (given) => {
  const options = { ...PAPER_OPTIONS, indicators: INDICATORS, years: YEARS };
  const table = { definitions: new Map(), series: given.series, regional: given.regional };
  const { years } = scoreRegions(table, given.regions, options);
  const copied = structuredClone(years);
  expect(copied).toEqual(years);
  const [first] = years[0]?.agglomerations ?? [];
  expect(first?.dimensions).toBe(first?.dimensions);
  expect(JSON.parse(JSON.stringify(first))).toHaveProperty('dimensions');
});
