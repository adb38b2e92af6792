import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { ScoringTable } from '../../src/core/indicators/scoring-table.ts';
import type { ScoredRegion } from '../../src/core/scoring/agglomeration-set.ts';
import { scoreRegions } from '../../src/core/scoring/score.ts';
import type { ScoreResult } from '../../src/core/scoring/score.ts';
import type { IndicatorScore } from '../../src/core/scoring/score-result.ts';
import { DIMENSION_ORDER } from '../../src/core/scoring/score-options.ts';
import type { IndicatorChoice, ScoreOptions } from '../../src/core/scoring/score-options.ts';
import { optionsFor, series, tableOf } from '../unit/scoring/hand-table.ts';

/** value[year][indicator][region][member], null = missing. */
type Data = (number | null)[][][][];

interface World {
  readonly data: Data;
  readonly years: number[];
  readonly indicators: IndicatorChoice[];
  readonly regions: ScoredRegion[];
  readonly options: ScoreOptions;
}

const member = (r: number, m: number) => `r${r}m${m}`;

const world: fc.Arbitrary<World> = fc
  .record({
    years: fc.constantFrom([2020], [2010, 2020]),
    sizes: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 5 }),
    kinds: fc.array(
      fc.record({
        dimension: fc.constantFrom(...DIMENSION_ORDER),
        direction: fc.constantFrom(1 as const, -1 as const),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    scope: fc.constantFrom('panel' as const, 'indicator' as const),
    ddof: fc.constantFrom(0 as const, 1 as const),
    useSize: fc.boolean(),
    useLevel: fc.boolean(),
    missing: fc.constantFrom('common' as const, 'available' as const),
  })
  .chain((shape) => {
    const cell = fc.option(
      fc.oneof(fc.integer({ min: 0, max: 5 }), fc.double({ min: 0.01, max: 1000, noNaN: true })),
      {
        freq: 8,
      },
    );
    return fc
      .tuple(
        ...shape.years.map(() =>
          fc.tuple(
            ...shape.kinds.map(() =>
              fc.tuple(...shape.sizes.map((size) => fc.array(cell, { minLength: size, maxLength: size }))),
            ),
          ),
        ),
      )
      .map((data) => {
        const indicators = shape.kinds.map(({ dimension, direction }, i) => ({
          id: `i${i}`,
          dimension,
          direction,
          weight: 1 + (i % 2),
          inPaper: true,
        }));
        const regions = shape.sizes.map((size, r) => ({
          id: `r${r}`,
          variantKey: `r${r}@x`,
          members: Array.from({ length: size }, (_, m) => member(r, m)),
        }));
        const { scope, ddof, useSize, useLevel, missing, years } = shape;
        const options = optionsFor(indicators, years, { scope, ddof, useSize, useLevel, missing });
        return { data, years: [...years], indicators, regions, options };
      });
  });

function tableOfWorld({ data, years, indicators }: World): ScoringTable {
  return tableOf(
    ...years.flatMap((year, y) =>
      indicators.map(({ id }, i) => {
        const values: Record<string, number> = {};
        data[y]?.[i]?.forEach((members, r) =>
          members.forEach((value, m) => {
            if (value !== null) values[member(r, m)] = value;
          }),
        );
        return series(id, year, values);
      }),
    ),
  );
}

const score = (w: World) => scoreRegions(tableOfWorld(w), w.regions, w.options);

function indicatorScores(result: ScoreResult): { year: number; region: string; score: IndicatorScore }[] {
  return result.years.flatMap(({ year, agglomerations }) =>
    agglomerations.flatMap(({ id, dimensions }) =>
      dimensions.flatMap(({ indicators }) => indicators.map((one) => ({ year, region: id, score: one }))),
    ),
  );
}

/** Weighted mean of what is defined. */
const mean = (parts: { value: number; weight: number }[]) => {
  const kept = parts.filter(({ value }) => !Number.isNaN(value));
  const weights = kept.reduce((sum, { weight }) => sum + weight, 0);
  return weights === 0
    ? Number.NaN
    : kept.reduce((sum, { value, weight }) => sum + value * weight, 0) / weights;
};

/** The paper's formula written down again, sentence by sentence, with plain lists; NaN = undefined. */
function oracle({ data, years, indicators, regions, options }: World) {
  const stat = (members: (number | null)[]) => {
    const x = members.filter((value) => value !== null);
    const mu = x.reduce((a, b) => a + b, 0) / x.length;
    const sigma = Math.sqrt(
      x.map((v) => (v - mu) ** 2).reduce((a, b) => a + b, 0) / (x.length - options.ddof),
    );
    return { n: x.length, mu, cv: x.length < 2 || mu === 0 ? Number.NaN : sigma / mu };
  };
  const stats = data.map((ofYear) => ofYear.map((ofIndicator) => ofIndicator.map(stat)));
  const counts = (y: number, i: number, r: number) =>
    (stats[y]?.[i]?.[r]?.n ?? 0) > 0 &&
    (stats[y]?.[i]?.[r]?.n ?? 0) / (regions[r]?.members.length ?? 1) >= options.coverageThreshold;
  const used = (y: number, i: number, r: number) =>
    counts(y, i, r) && (options.missing === 'available' || regions.every((_, other) => counts(y, i, other)));
  const all = (keep: (i: number) => boolean) =>
    years.flatMap((_, y) =>
      indicators.flatMap((__, i) =>
        regions.flatMap((___, r) => {
          const found = stats[y]?.[i]?.[r];
          return keep(i) && used(y, i, r) && found !== undefined ? [found] : [];
        }),
      ),
    );
  const cities = regions.reduce((sum, { members }) => sum + members.length, 0);
  return years.map((_, y) =>
    regions.map((region, r) => {
      const Ks = indicators.map((indicator, i) => {
        const own = stats[y]?.[i]?.[r];
        if (own === undefined || !used(y, i, r)) return Number.NaN;
        const cvs = all((j) => options.scope === 'panel' || j === i)
          .map(({ cv }) => cv)
          .filter((cv) => !Number.isNaN(cv));
        const levels = all((j) => j === i).map(({ mu }) => mu);
        if (own.n > 1 && own.mu === 0) return 0;
        const max = Math.max(...cvs);
        const min = Math.min(...cvs);
        if (!(max > min)) return Number.NaN;
        const k = (100 * (max - own.cv)) / (max - min);
        const n = (own.mu - Math.min(...levels)) / (Math.max(...levels) - Math.min(...levels));
        const f = !options.useLevel ? 1 : indicator.direction === 1 ? n : Math.sqrt(n * (1 - n));
        return k * (options.useSize ? region.members.length / cities : 1) * f;
      });
      const dimensions = DIMENSION_ORDER.map((id) =>
        mean(
          indicators.flatMap(({ dimension, weight }, i) =>
            dimension === id ? [{ value: Ks[i] ?? Number.NaN, weight }] : [],
          ),
        ),
      );
      return { Ks, dimensions, composite: mean(dimensions.map((value) => ({ value, weight: 1 }))) };
    }),
  );
}

const asNumber = (value: number | null | undefined) => value ?? Number.NaN;

/** Equal to nine digits, or both undefined. */
function expectSame(found: number | null | undefined, wanted: number | null | undefined): void {
  const want = asNumber(wanted);
  if (Number.isNaN(want)) expect(asNumber(found)).toBeNaN();
  else expect(found).toBeCloseTo(want, 9);
}

describe('the paper score', () => {
  test.prop([world], { numRuns: 300 })('equals a naive oracle of the formula', (w) => {
    const result = score(w);
    const expected = oracle(w);
    result.years.forEach(({ agglomerations }, y) =>
      agglomerations.forEach(({ composite, dimensions }, r) => {
        const want = expected[y]?.[r];
        expectSame(composite, want?.composite);
        dimensions.forEach((dimension, d) => expectSame(dimension.score, want?.dimensions[d]));
        for (const one of dimensions.flatMap(({ indicators }) => indicators))
          expectSame(one.K, want?.Ks[Number(one.id.slice(1))]);
      }),
    );
  });

  test.prop([world])(
    'k stays in 0–100, f in 0–1, undefined numbers have a reason, reasons a missing number',
    (w) => {
      for (const { score: one } of indicatorScores(score(w))) {
        if (one.k !== null) expect(one.k >= 0 && one.k <= 100).toBe(true);
        if (one.f !== null) expect(one.f >= 0 && one.f <= 1).toBe(true);
        expect(one.K === null || one.reason === 'mean-zero').toBe(one.reason !== undefined);
      }
    },
  );

  test.prop([world, fc.double({ min: 0.001, max: 1000, noNaN: true }), fc.nat(4)])(
    'does not change when an indicator is given in another unit',
    (w, factor, which) => {
      const scaled: World = {
        ...w,
        data: w.data.map((ofYear) =>
          ofYear.map((ofIndicator, i) =>
            i === which
              ? ofIndicator.map((members) => members.map((value) => (value === null ? null : value * factor)))
              : ofIndicator,
          ),
        ),
      };
      const before = indicatorScores(score(w));
      const after = indicatorScores(score(scaled));
      // Rounding can make equal levels or spreads differ by a bit: compare only where neither says "no range".
      before.forEach(({ score: one }, at) => {
        const other = after[at]?.score;
        if (one.reason !== undefined || other?.reason !== undefined) return;
        if (one.cv === null || one.cv < 1e-9 || one.f === null || Number.isNaN(one.f)) return;
        expect(asNumber(other?.cv)).toBeCloseTo(one.cv, 9);
      });
    },
  );

  test.prop([world])('does not depend on the order of members', (w) => {
    const turned: World = {
      ...w,
      regions: w.regions.map((region) => ({ ...region, members: region.members.toReversed() })),
    };
    const before = indicatorScores(score(w));
    indicatorScores(score(turned)).forEach(({ score: one }, at) => {
      const other = before[at]?.score;
      expectSame(one.cv, other?.cv);
      expect(one.coverage).toBe(other?.coverage);
    });
  });

  test.prop([world])('does not depend on the order of agglomerations', (w) => {
    const turned = scoreRegions(tableOfWorld(w), w.regions.toReversed(), w.options);
    score(w).years.forEach(({ agglomerations }, y) =>
      agglomerations.forEach((one) => {
        const other = turned.years[y]?.agglomerations.find(({ id }) => id === one.id);
        expectSame(other?.composite, one.composite);
        expect(other?.rank).toBe(one.rank);
      }),
    );
  });

  test.prop([
    fc.array(fc.array(fc.double({ min: 1, max: 100, noNaN: true }), { minLength: 2, maxLength: 5 }), {
      minLength: 2,
      maxLength: 5,
    }),
    fc.double({ min: 1, max: 100, noNaN: true }),
  ])('a perfectly equal indicator has k = 100', (spread, equal) => {
    const members = spread.map((values, r) => values.map((_, m) => member(r, m)));
    const flat = members.flat();
    const result = scoreRegions(
      tableOf(
        series(
          'i0',
          2020,
          Object.fromEntries(spread.flatMap((values, r) => values.map((v, m) => [member(r, m), v]))),
        ),
        series('i1', 2020, Object.fromEntries(flat.map((id) => [id, Math.round(equal)]))),
      ),
      members.map((list, r) => ({ id: `r${r}`, variantKey: `r${r}`, members: list })),
      optionsFor(
        ['i0', 'i1'].map((id) => ({ id, dimension: 'regional', direction: 1, weight: 1, inPaper: true })),
        [2020],
        { useLevel: false },
      ),
    );
    for (const { score: one } of indicatorScores(result))
      if (one.id === 'i1' && one.reason === undefined) expect(one.k).toBe(100);
  });

  test.prop([
    fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 5 }),
    fc.integer({ min: 2, max: 9 }),
  ])('of two agglomerations with the same spread the richer one is ahead', (values, factor) => {
    const poor = Object.fromEntries(values.map((v, m) => [member(0, m), v]));
    const rich = Object.fromEntries(values.map((v, m) => [member(1, m), v * factor]));
    const third = { a: 1, b: 200 };
    const result = scoreRegions(
      tableOf(series('i0', 2020, { ...poor, ...rich, ...third })),
      [
        { id: 'poor', variantKey: 'poor', members: Object.keys(poor) },
        { id: 'rich', variantKey: 'rich', members: Object.keys(rich) },
        { id: 'third', variantKey: 'third', members: ['a', 'b'] },
      ],
      optionsFor([{ id: 'i0', dimension: 'regional', direction: 1, weight: 1, inPaper: true }], [2020]),
    );
    const [poorScore, richScore] = indicatorScores(result).map(({ score: one }) => one);
    expectSame(richScore?.cv, poorScore?.cv);
    expect(asNumber(richScore?.K) >= asNumber(poorScore?.K)).toBe(true);
    if ((poorScore?.k ?? 0) > 0.001) expect(asNumber(richScore?.K) > asNumber(poorScore?.K)).toBe(true);
  });
});
