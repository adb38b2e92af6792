import { runInThisContext } from 'node:vm';
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { explainIndex } from '#core/scoring/composite/explain-index.ts';
import { explainLeaf } from '#core/scoring/composite/explain-leaf.ts';
import type { Aggregation, Normalisation, Weighting } from '#core/scoring/composite/index-declaration.ts';
import type { OwnIndex } from '#core/scoring/composite/own-index.ts';
import { computeOwnIndex, QUANTITIES } from '#core/scoring/composite/own-index.ts';
import { explainScore, type Explanation } from '#core/scoring/explain-score.ts';
import type { ExplainedFormula } from '#core/scoring/indicator-formulas.ts';
import { indexFormula } from '#features/integration/pages/index-formula.ts';
import type { ScoreOptions } from '#core/scoring/score-options.ts';
import { scoreRegions, type ScoreResult } from '#core/scoring/score.ts';
import { choice, optionsFor, region, series, tableOf } from '../unit/scoring/hand-table.ts';

/** What a reader with a pocket calculator gets from a formula as it is printed. */
function calculated(printed: string): number {
  const script = printed
    .replaceAll('−', '-')
    .replaceAll('×', '*')
    .replaceAll('√', 'Math.sqrt')
    .replaceAll('^', '**')
    .replaceAll(/\b(min|max)\(/g, 'Math.$1(');
  return Number(runInThisContext(script));
}

/** Six digits each side: of the numbers, and of the result. */
const PRINTED = 1.1e-5;

/** Every `… = …` of a printed formula holds, and the last one is its value. */
function expectPrinted(printed: string, value: number | null): void {
  if (value === null) return;
  let last = Number.NaN;
  for (const sentence of printed.split('; ')) {
    const sides = sentence.split(' = ').filter((side) => side !== 'n');
    const [left = '', right = ''] = sides;
    last = calculated(right);
    expect(Math.abs(calculated(left) - last)).toBeLessThanOrEqual(PRINTED * Math.abs(last));
  }
  expect(Math.abs(last - value)).toBeLessThanOrEqual(PRINTED * Math.abs(value));
}

const figure = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: 0.01, max: 5000, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 100) },
  { weight: 1, arbitrary: fc.double({ min: -50, max: 50, noNaN: true }) },
);

const world = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 6 }),
    directions: fc.array(fc.constantFrom<1 | -1>(1, -1), { minLength: 2, maxLength: 3 }),
    options: fc.record({
      scope: fc.constantFrom<ScoreOptions['scope']>('panel', 'indicator'),
      ddof: fc.constantFrom<0 | 1>(0, 1),
      useSize: fc.boolean(),
      useLevel: fc.boolean(),
      missing: fc.constantFrom<ScoreOptions['missing']>('common', 'available'),
      coverageThreshold: fc.constantFrom(0, 0.5, 0.65),
      yearWindow: fc.constantFrom(0, 2),
    }),
    weights: fc.array(fc.constantFrom(0.5, 1, 3), { minLength: 3, maxLength: 3 }),
  })
  .chain((shape) => {
    const members = shape.sizes.reduce((sum, size) => sum + size, 0);
    const column = fc.array(fc.option(figure, { freq: 8 }), { minLength: members, maxLength: members });
    const { length } = shape.directions;
    return fc
      .array(fc.tuple(column, column), { minLength: length, maxLength: length })
      .map((columns) => ({ ...shape, columns }));
  });

const YEARS = [2010, 2020] as const;

type World = typeof world extends fc.Arbitrary<infer Value> ? Value : never;

function scored({ sizes, directions, options, weights, columns }: World): ScoreResult {
  const regions = sizes.map((size, r) =>
    region(`r${r}`, ...Array.from({ length: size }, (_, m) => `c${r}.${m}`)),
  );
  const cities = regions.flatMap(({ members }) => members);
  const table = tableOf(
    ...columns.flatMap((years, i) =>
      YEARS.map((year, y) =>
        series(
          `i${i}`,
          year,
          Object.fromEntries(
            cities.flatMap((city, at) => {
              const value = years[y]?.[at] ?? null;
              return value === null ? [] : [[city, value]];
            }),
          ),
        ),
      ),
    ),
  );
  const choices = directions.map((direction, i) =>
    choice(`i${i}`, i === 2 ? 'services' : 'regional', direction, weights[i]),
  );
  return scoreRegions(table, regions, optionsFor(choices, YEARS, options));
}

/** The value of an indicator, from the members' values shown and the terms of its formulas alone. */
function fromMembers(explanation: Explanation, options: ScoreOptions): number | null {
  const values = explanation.members.flatMap(({ value }) => (value === null ? [] : [value]));
  const terms = (symbol: ExplainedFormula['symbol']) =>
    explanation.formulas.find((one) => one.symbol === symbol)?.terms ?? {};
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (mean === 0) return 0;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const cv = Math.sqrt(squares / (values.length - options.ddof)) / mean;
  const { cv_max: max = null, cv_min: min = null } = terms('k');
  if (max === null || min === null) return null;
  const { cities = null, all = null } = terms('R');
  const { μ_min: low = null, μ_max: high = null } = terms('f');
  const n = low === null || high === null ? null : (mean - low) / (high - low);
  const isNegative = explanation.formulas.some(({ expression }) => expression.startsWith('f = √'));
  const level = n === null ? 1 : isNegative ? Math.sqrt(Math.max(0, n * (1 - n))) : n;
  const size = cities === null || all === null ? 1 : cities / all;
  return ((100 * (max - cv)) / (max - min)) * size * level;
}

const nearly = (value: number | null) =>
  value === null ? null : expect.closeTo(value, Math.max(0, 7 - Math.ceil(Math.log10(Math.abs(value) + 1))));

const normalisation: fc.Arbitrary<Normalisation> = fc.oneof(
  fc.constantFrom<Normalisation>(
    { method: 'minmax' },
    { method: 'minmax', range: [1, 10] },
    { method: 'zscore' },
    { method: 'zscore', mean: 100, sd: 15 },
    { method: 'borda' },
    { method: 'rank' },
    { method: 'percentile' },
    { method: 'none' },
  ),
  fc.record({
    method: fc.constant('goalposts' as const),
    posts: fc.constantFrom([0, 100] as const, [-5, 2500] as const),
    scale: fc.constantFrom(1, 10),
    truncate: fc.boolean(),
  }),
  fc.record({
    method: fc.constant('target' as const),
    target: fc.constantFrom(6000, 123, -60),
    cap: fc.boolean(),
  }),
);

describe('what an explanation shows', () => {
  test.prop([world], { numRuns: 50 })(
    'computes to the value shown, with every option of the paper’s recipe',
    (made) => {
      const result = scored(made);
      for (const { id } of result.panel.regions)
        for (const year of YEARS) {
          const composite = explainScore(result, id, year, { kind: 'composite' });
          for (const one of [composite, ...(composite?.children ?? [])]) {
            for (const formula of one?.formulas ?? []) expectPrinted(formula.substituted, formula.value);
            for (const leaf of one === composite ? [] : (one?.children ?? [])) {
              for (const formula of leaf.formulas) expectPrinted(formula.substituted, formula.value);
              if (leaf.value !== null) expect(fromMembers(leaf, result.options)).toEqual(nearly(leaf.value));
            }
          }
        }
    },
  );

  test.prop([world, normalisation, fc.constantFrom(...QUANTITIES)])(
    'computes to the value shown, on a leaf of an own index with any normalisation',
    (made, how, quantity) => {
      const result = scored(made);
      const index: OwnIndex = {
        quantity,
        declaration: {
          units: 'region',
          normalise: { method: 'none' },
          aggregate: 'arithmetic',
          nodes: [
            { id: 'top' },
            { id: 'group', parent: 'top', normalise: how },
            ...made.directions.map((direction, i) => ({ id: `i${i}`, parent: 'group', direction })),
          ],
        },
      };
      const year = YEARS[1];
      const { nodes, units } = computeOwnIndex(result, index, year);
      for (const { variantKey } of result.panel.regions)
        for (const [i] of made.directions.entries()) {
          const leaf = explainLeaf(result, index, year, variantKey, `i${i}`);
          const value = nodes.find(({ id }) => id === `i${i}`)?.values[units.indexOf(variantKey)] ?? null;
          expect(leaf?.value ?? null).toBe(value);
          if (leaf === null || value === null) {
            expect(leaf?.missing).not.toBeNull();
            continue;
          }
          expect(leaf.missing).toBeNull();
          expect(leaf.normalise).toEqual(how);
          expectPrinted(leaf.step?.substituted ?? '', value);
          // From the figure down to the members, and no other formula than those of the figure.
          const figures = leaf.indicator.formulas.filter(({ symbol }) => symbol === quantity);
          expect(figures.map((formula) => formula.value)).toEqual([leaf.figure]);
          for (const formula of leaf.indicator.formulas) expectPrinted(formula.substituted, formula.value);
          // The letters of the formula are those of the column shown.
          const shown = leaf.column.flatMap((entry) => (entry.figure === null ? [] : [entry.figure]));
          const { x, x_min: min, x_max: max, r, n } = leaf.step?.terms ?? {};
          if (x !== undefined) expect(x).toBe(leaf.figure);
          if (min !== undefined) expect(min).toBe(Math.min(...shown));
          if (max !== undefined) expect(max).toBe(Math.max(...shown));
          if (n !== undefined) expect(n).toBe(shown.length);
          if (r !== undefined)
            expect(r).toBe(
              shown.filter((one) =>
                leaf.direction === 1 ? one < (leaf.figure ?? 0) : one > (leaf.figure ?? 0),
              ).length,
            );
        }
    },
  );

  test.prop([
    world,
    fc.constantFrom<Aggregation>('arithmetic', 'geometric', 'harmonic'),
    fc.constantFrom<Weighting>('own', 'equal', 'entropy', 'pca'),
  ])('computes to the value shown, on a group of an own index', (made, aggregate, weights) => {
    const result = scored(made);
    const index: OwnIndex = {
      quantity: 'mean',
      declaration: {
        units: 'region',
        normalise: { method: 'minmax', range: [1, 10] },
        aggregate,
        weights,
        nodes: [
          { id: 'top' },
          ...made.directions.map((direction, i) => ({
            id: `i${i}`,
            parent: 'top',
            direction,
            weight: made.weights[i] ?? 1,
          })),
        ],
      },
    };
    for (const { variantKey } of result.panel.regions) {
      const group = explainIndex(result, index, YEARS[1], variantKey, 'top');
      if (group !== null && group.value !== null) expectPrinted(indexFormula(group), group.value);
    }
  });
});
