import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { attainableRank, attainableRanks } from '../../../src/core/scoring/robustness/attainable-rank.ts';
import { ALL_CHOICES, weightsOnly } from '../../../src/core/scoring/robustness/choices.ts';
import { drawDirichlet } from '../../../src/core/scoring/robustness/draw-dirichlet.ts';
import { solveMatrixGame } from '../../../src/core/scoring/robustness/matrix-game.ts';
import { isDistinguishable, runMonteCarlo } from '../../../src/core/scoring/robustness/monte-carlo.ts';
import type { MonteCarloRequest } from '../../../src/core/scoring/robustness/monte-carlo.ts';
import { estimateSobol, runSensitivity } from '../../../src/core/scoring/robustness/sensitivity.ts';
import { collectPanel } from '../../../src/core/scoring/score-panel.ts';
import type { ScoreOptions } from '../../../src/core/scoring/score-options.ts';
import { scorePanel, scoresOfYear } from '../../../src/core/scoring/score.ts';
import { seededRandom } from '../../../src/core/units/seeded-random.ts';
import {
  choice,
  HAND_OPTIONS,
  HAND_REGIONS,
  HAND_TABLE,
  optionsFor,
  region,
  series,
  tableOf,
} from './hand-table.ts';

const game = (...rows: number[][]) => solveMatrixGame(rows.map((row) => Float64Array.from(row)));

describe('the matrix game', () => {
  test('games with known values', () => {
    expect(game([1, -1], [-1, 1]).value).toBeCloseTo(0, 12);
    // Weights p, 1 − p: 3p = 1 − p.
    const three = game([3, 0], [0, 1]);
    expect(three.value).toBeCloseTo(0.75, 12);
    expect([...three.weights]).toEqual([expect.closeTo(0.25, 12), expect.closeTo(0.75, 12)]);
    expect(game([-2, -5]).value).toBeCloseTo(-2, 12);
    expect(game([0, 0], [0, 0]).value).toBeCloseTo(0, 12);
  });

  property.prop([
    fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([n, m]) =>
      fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: m, maxLength: m }), {
        minLength: n,
        maxLength: n,
      }),
    ),
  ])('its weights reach the value, and no weights on a grid reach more', (rows) => {
    const { value, weights } = solveMatrixGame(rows.map((row) => Float64Array.from(row)));
    const worst = (w: ArrayLike<number>) =>
      Math.min(...rows.map((row) => row.reduce((sum, entry, j) => sum + entry * (w[j] ?? 0), 0)));
    expect([...weights].reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
    expect(Math.min(...weights)).toBeGreaterThan(-1e-9);
    expect(worst(weights)).toBeCloseTo(value, 9);
    for (const w of simplexGrid(rows[0]?.length ?? 1, 6)) expect(worst(w)).toBeLessThan(value + 1e-9);
  });
});

/** All weights with denominators of `steps`. */
function simplexGrid(columns: number, steps: number): number[][] {
  const grow = (left: number, at: number): number[][] =>
    at === columns - 1
      ? [[left / steps]]
      : Array.from({ length: left + 1 }, (_, k) => k).flatMap((k) =>
          grow(left - k, at + 1).map((rest) => [k / steps, ...rest]),
        );
  return grow(steps, 0);
}

describe('attainable ranks', () => {
  test('one column: only one order', () => {
    const rows = [[3], [1], [2]];
    expect(rows.map((_, at) => attainableRank(rows, at))).toEqual([
      { best: 1, worst: 1, exact: true },
      { best: 3, worst: 3, exact: true },
      { best: 2, worst: 2, exact: true },
    ]);
  });

  test('a compromise beats both specialists together only if it is good enough', () => {
    // At equal weights both specialists reach 5; the compromise has 4 or 6 at any weights.
    expect(
      attainableRank(
        [
          [10, 0],
          [0, 10],
          [4, 4],
        ],
        2,
      ),
    ).toEqual({ best: 2, worst: 3, exact: true });
    expect(
      attainableRank(
        [
          [10, 0],
          [0, 10],
          [6, 6],
        ],
        2,
      ),
    ).toEqual({ best: 1, worst: 2, exact: true });
  });

  test('twins are never ahead of one another', () => {
    expect(
      attainableRank(
        [
          [1, 2],
          [1, 2],
          [0, 0],
        ],
        0,
      ),
    ).toEqual({ best: 1, worst: 1, exact: true });
  });

  property.prop(
    [
      fc.tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 1, max: 3 })).chain(([n, m]) =>
        fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: m, maxLength: m }), {
          minLength: n,
          maxLength: n,
        }),
      ),
    ],
    { numRuns: 60 },
  )('contain every rank on a fine grid of weights, and are reached inside it', (rows) => {
    const m = rows[0]?.length ?? 1;
    // Interior points only (every weight positive), so that ties on the border don't count.
    const grid = simplexGrid(m, m === 3 ? 60 : 997).filter((w) => w.every((weight) => weight > 0));
    const scores = grid.map((w) =>
      rows.map((row) => row.reduce((sum, value, j) => sum + value * (w[j] ?? 0), 0)),
    );
    rows.forEach((row, at) => {
      const { best, worst, exact } = attainableRank(rows, at);
      expect(exact).toBe(true);
      let seenBest = rows.length;
      let seenWorst = 1;
      for (const one of scores) {
        const own = one[at] ?? 0;
        const twins = rows.filter((other) => other.every((value, j) => value === row[j])).length;
        const ahead = one.filter((score) => score > own + 1e-9).length;
        const level = one.filter((score) => Math.abs(score - own) <= 1e-9).length - twins;
        // Strictly: level rows count against the best and not for the worst.
        seenBest = Math.min(seenBest, 1 + ahead + level);
        seenWorst = Math.max(seenWorst, 1 + ahead);
      }
      expect(best).toBeLessThanOrEqual(seenBest);
      expect(worst).toBeGreaterThanOrEqual(seenWorst);
      // With one or two columns the grid is finer than any corner that entries up to 12 can make.
      if (m < 3) expect([best, worst]).toEqual([seenBest, seenWorst]);
    });
  });

  test('on a score: the composite as computed lies within', () => {
    const result = scorePanel(collectPanel(HAND_TABLE, HAND_REGIONS, HAND_OPTIONS), HAND_OPTIONS);
    const ranks = attainableRanks(result, 2020, 'dimensions');
    // K: A (14.3, 0), B (0, 0), C (10.4, 9.3): B never passes C, and only ties with A where regional weighs nothing.
    expect(ranks.columns).toEqual(['regional', 'environment']);
    expect(ranks.regions.map(({ rank }) => rank)).toEqual([
      { best: 1, worst: 2, exact: true },
      { best: 3, worst: 3, exact: true },
      { best: 1, worst: 2, exact: true },
    ]);
  });
});

describe('Dirichlet weights', () => {
  test('sum to one, have the declared mean and the variance of the distribution', () => {
    const random = seededRandom(7);
    const declared = Float64Array.from([1, 2, 0, 5]);
    const draws = 20000;
    const sum = [0, 0, 0, 0];
    const squares = [0, 0, 0, 0];
    const out = new Float64Array(4);
    for (let n = 0; n < draws; n++) {
      drawDirichlet(random, declared, 2, out);
      expect(out.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
      out.forEach((weight, i) => {
        sum[i] = (sum[i] ?? 0) + weight;
        squares[i] = (squares[i] ?? 0) + weight * weight;
      });
    }
    const mean = sum.map((s) => s / draws);
    [1 / 8, 2 / 8, 0, 5 / 8].forEach((m, i) => {
      // Sum of parameters 3 · 2 = 6: variance m (1 − m) / 7.
      expect(mean[i]).toBeCloseTo(m, 2);
      expect((squares[i] ?? 0) / draws - (mean[i] ?? 0) ** 2).toBeCloseTo((m * (1 - m)) / 7, 2);
    });
  });
});

const panel = collectPanel(HAND_TABLE, HAND_REGIONS, HAND_OPTIONS);
const request = (change: Partial<MonteCarloRequest> = {}): MonteCarloRequest => ({
  panel,
  options: HAND_OPTIONS,
  year: 2020,
  choices: weightsOnly(HAND_OPTIONS),
  draws: 4000,
  seed: 1,
  ...change,
});

describe('Monte Carlo', () => {
  test('only weights vary: C passes A where the analytic threshold says', () => {
    // Composite A = 14.2857 w, C = 10.3976 w + 9.2868 (1 − w): C ahead for w < 9.2868/13.1748 = 0.70489.
    // w ~ Beta(1, 1) with concentration 1: dominance of C = 0.70489.
    const result = runMonteCarlo(
      request({ choices: { ...weightsOnly(HAND_OPTIONS), weightConcentration: 1 }, draws: 40000 }),
    );
    expect(result.dominance[2]?.[0]).toBeCloseTo(0.70489, 1.7);
    expect(result.dominance[0]?.[2]).toBeCloseTo(1 - 0.70489, 1.7);
    expect(isDistinguishable(result, 0, 2)).toBe(false);
    expect(result.regions[1]).toMatchObject({ declared: 3, median: 3, p5: 3, p95: 3 });
    expect(isDistinguishable(result, 1, 2)).toBe(true);
    expect(result.regions[2]?.shares[0]).toBeCloseTo(0.70489, 1.7);
  });

  test('with nothing varied every draw is the declared score', () => {
    const fixed = runMonteCarlo(
      request({ choices: { ...weightsOnly(HAND_OPTIONS), weightConcentration: null }, draws: 10 }),
    );
    const { agglomerations = [] } = scoresOfYear(scorePanel(panel, HAND_OPTIONS), 2020) ?? {};
    expect(fixed.regions.map(({ declared, p5, p95 }) => [declared, p5, p95])).toEqual(
      agglomerations.map(({ rank }) => [rank, rank, rank]),
    );
  });

  test('the same seed gives the same numbers, another one others', () => {
    const all = request({ choices: ALL_CHOICES, draws: 500 });
    expect(runMonteCarlo(all)).toEqual(runMonteCarlo(all));
    expect(runMonteCarlo(all).dominance).not.toEqual(runMonteCarlo({ ...all, seed: 2 }).dominance);
  });

  test('shares and dominance are proper', () => {
    const result = runMonteCarlo(request({ choices: ALL_CHOICES, draws: 2000 }));
    for (const { shares } of result.regions) expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    result.dominance.forEach((row, a) =>
      row.forEach((share, b) => {
        if (a !== b) expect(share + (result.dominance[b]?.[a] ?? 0)).toBeCloseTo(1, 12);
      }),
    );
  });

  test('tells progress and stops when asked', () => {
    const progress: number[] = [];
    let asked = 0;
    const stopped = runMonteCarlo(request({ draws: 5000 }), {
      onProgress: (share) => progress.push(share),
      shouldStop: () => ++asked > 3,
    });
    expect(stopped.complete).toBe(false);
    expect(stopped.draws).toBe(768);
    expect(progress).toEqual([0, 256 / 5000, 512 / 5000]);
  });

  test('each choice is what its name says: the matching option gives the same ranks', () => {
    // Values that separate the choices: four regions of different sizes.
    const table = tableOf(
      series('i0', 2020, { a: 1, b: 2, c: 3, d: 5, e: 8, f: 9, g: 4, h: 7, i: 7.5 }),
      series('i1', 2020, { a: 9, b: 3, c: 4, d: 6, e: 6, f: 2, g: 5, h: 5, i: 8 }),
      series('i2', 2020, { a: 2, b: 2, c: 9, d: 4, e: 5, f: 6, g: 1, h: 3, i: 3 }),
    );
    const regions = [
      region('A', 'a', 'b'),
      region('B', 'c', 'd', 'e'),
      region('C', 'f', 'g'),
      region('D', 'h', 'i'),
    ];
    const options = optionsFor(
      [choice('i0'), choice('i1', 'services'), choice('i2', 'services', -1)],
      [2020],
    );
    const gathered = collectPanel(table, regions, options);
    const changes: Partial<ScoreOptions>[] = [{ ddof: 1 }, { scope: 'indicator' }, { useSize: false }];
    for (const change of changes) {
      const changed = { ...options, ...change };
      const drawn = runMonteCarlo({
        panel: gathered,
        options,
        year: 2020,
        choices: { ...weightsOnly(changed), weightConcentration: null },
        draws: 1,
        seed: 1,
      });
      const { agglomerations = [] } = scoresOfYear(scorePanel(gathered, changed), 2020) ?? {};
      expect(drawn.regions.map(({ median }) => median)).toEqual(agglomerations.map(({ rank }) => rank));
    }
  });
});

const linear = (x: readonly number[]) => (x[0] ?? 0) + 2 * (x[1] ?? 0) + 3 * (x[2] ?? 0);
const product = (x: readonly number[]) => (x[0] ?? 0) * (x[1] ?? 0);

describe('sensitivity', () => {
  test('the linear function x1 + 2 x2 + 3 x3 has indices 1/14, 4/14, 9/14', () => {
    const random = seededRandom(3);
    const n = 20000;
    const draw = () => [random(), random(), random()];
    const a = Array.from({ length: n }, draw);
    const b = Array.from({ length: n }, draw);
    const mixed = [0, 1, 2].map((i) =>
      Float64Array.from(a, (x, j) => linear(x.map((value, at) => (at === i ? (b[j]?.[i] ?? 0) : value)))),
    );
    const estimate = estimateSobol(Float64Array.from(a, linear), Float64Array.from(b, linear), mixed);
    expect(estimate.variance).toBeCloseTo(14 / 12, 1);
    [1, 4, 9].forEach((part, i) => {
      expect(estimate.first[i]).toBeCloseTo(part / 14, 1.5);
      expect(estimate.total[i]).toBeCloseTo(part / 14, 1.5);
    });
  });

  test('a product has an interaction: total above first', () => {
    // x1 · x2 on [−1, 1]: first orders 0, totals 1.
    const random = seededRandom(5);
    const draw = () => [2 * random() - 1, 2 * random() - 1];
    const a = Array.from({ length: 20000 }, draw);
    const b = Array.from({ length: 20000 }, draw);
    const mixed = [0, 1].map((i) =>
      Float64Array.from(a, (x, j) => product(x.map((value, at) => (at === i ? (b[j]?.[i] ?? 0) : value)))),
    );
    const estimate = estimateSobol(Float64Array.from(a, product), Float64Array.from(b, product), mixed);
    for (const first of estimate.first) expect(first).toBeCloseTo(0, 1);
    for (const total of estimate.total) expect(total).toBeCloseTo(1, 1);
  });

  test('a choice that is not varied has no influence; weights alone have all', () => {
    const { outputs } = runSensitivity(
      request({ draws: 2000, choices: { ...weightsOnly(HAND_OPTIONS), weightConcentration: 1 } }),
    );
    const rankOfC = outputs.find(({ regionId }) => regionId === 'C');
    for (const { factor, first, total } of rankOfC?.indices ?? []) {
      expect(first).toBeCloseTo(factor === 'weights' ? 1 : 0, 1);
      expect(total).toBeCloseTo(factor === 'weights' ? 1 : 0, 1);
    }
    // B is last whatever the weights: nothing to explain.
    expect(outputs.find(({ regionId }) => regionId === 'B')?.indices[0]).toEqual({
      factor: 'weights',
      first: null,
      total: null,
    });
  });
});
