import { DIMENSION_ORDER } from '../score-options.ts';
import type { ScoreResult } from '../score.ts';
import { scoresOfYear } from '../score.ts';
import type { RunControl } from './monte-carlo.ts';
import { solveMatrixGame } from './matrix-game.ts';

/** Best and worst rank a row can reach by any weights. */
export interface AttainableRank {
  readonly best: number;
  readonly worst: number;
  /** False when the search ran out of its budget: then `best` may be better and `worst` worse in truth. */
  readonly exact: boolean;
}

/** Linear programs solved for one row and direction before the search gives up exactness. */
export const PROGRAM_BUDGET = 4000;

/** A lead counts when it is above this share of the greatest difference: below it, it is rounding. */
const LEAD_TOLERANCE = 1e-9;

/**
 * The most rows that one row can be strictly ahead of at once, over all weights `w ≥ 0, Σw = 1`.
 * Exact by branch and bound: a set of rows can be beaten together exactly when a linear program (the matrix game of the
 * differences) has a positive value; sets are grown row by row and cut off when they cannot beat the best found.
 */
function mostBeaten(differences: readonly Float64Array[], budget: number): { count: number; exact: boolean } {
  const greatest = differences.reduce(
    (max, row) => row.reduce((inner, entry) => Math.max(inner, Math.abs(entry)), max),
    0,
  );
  const margin = greatest * LEAD_TOLERANCE;
  // A row that is ahead or level everywhere can never be beaten; the easiest come first, so that good sets are found early.
  const beatable = differences
    .filter((row) => row.some((entry) => entry > margin))
    .map((row) => ({ row, ease: row.reduce((sum, entry) => sum + Math.sign(entry), 0) }))
    .sort((a, b) => b.ease - a.ease)
    .map(({ row }) => row);
  let programs = 0;
  let exact = true;
  let best = 0;
  const set: Float64Array[] = [];
  const grow = (next: number, weights: Float64Array | null) => {
    if (set.length > best) best = set.length;
    if (set.length + (beatable.length - next) <= best) return;
    const row = beatable[next];
    if (row === undefined) return;
    if (programs >= budget) {
      exact = false;
      return;
    }
    set.push(row);
    // The weights that beat the set so far often beat the next row too, without another program.
    const lead =
      weights === null ? 0 : row.reduce((sum, entry, j) => sum + entry * (weights[j] as number), 0);
    if (lead > margin) grow(next + 1, weights);
    else {
      programs++;
      const game = solveMatrixGame(set);
      if (game.value > margin) grow(next + 1, game.weights);
    }
    set.pop();
    grow(next + 1, weights);
  };
  grow(0, null);
  return { count: best, exact };
}

/**
 * Best and worst rank of one row among rows of values (higher is better) over all weights of their weighted arithmetic mean.
 * Best = 1 + rows it cannot be strictly ahead of at once with the others, worst = 1 + rows that can be strictly ahead of it at once;
 * so a tie at single weights (a corner where both have 0) counts against it in the best rank and for it in the worst. A row identical
 * to it never counts as ahead.
 */
export function attainableRank(
  rows: readonly (readonly number[])[],
  at: number,
  budget: number = PROGRAM_BUDGET,
): AttainableRank {
  const own = rows[at] ?? [];
  const others = rows
    .filter((_, other) => other !== at)
    .map((row) => Float64Array.from(own, (value, j) => value - (row[j] ?? Number.NaN)))
    .filter((difference) => difference.some((entry) => entry !== 0));
  const beats = mostBeaten(others, budget);
  const beaten = mostBeaten(
    others.map((difference) => difference.map((entry) => -entry)),
    budget,
  );
  return {
    best: 1 + others.length - beats.count,
    worst: 1 + beaten.count,
    exact: beats.exact && beaten.exact,
  };
}

/** Attainable ranks of every region; `null` for one without values. */
export interface AttainableRanks {
  readonly level: 'dimensions' | 'indicators';
  /** Columns that every region with a score has; only these are weighted. */
  readonly columns: readonly string[];
  /** Columns left out because a region lacks them. */
  readonly excluded: readonly string[];
  readonly complete: boolean;
  readonly regions: readonly { readonly regionId: string; readonly rank: AttainableRank | null }[];
}

/**
 * Best and worst rank over all weights of the dimensions (indicators inside them as declared), or over all weights of the
 * indicators' K, with everything else as computed. Only for the arithmetic mean.
 */
export function attainableRanks(
  result: ScoreResult,
  year: number,
  level: 'dimensions' | 'indicators',
  control: RunControl = {},
): AttainableRanks {
  const scores = (scoresOfYear(result, year)?.agglomerations ?? []).map((region) => ({
    region,
    values: new Map<string, number | null>(
      region.dimensions.flatMap(({ id, score, indicators }) =>
        level === 'dimensions'
          ? [[id, score] as const]
          : indicators.map((indicator) => [indicator.id, indicator.K] as const),
      ),
    ),
  }));
  const scored = scores.filter(({ region }) => region.composite !== null);
  const all = level === 'dimensions' ? [...DIMENSION_ORDER] : result.panel.indicators.map(({ id }) => id);
  const somewhere = all.filter((id) => scored.some(({ values }) => (values.get(id) ?? null) !== null));
  const columns = somewhere.filter((id) => scored.every(({ values }) => (values.get(id) ?? null) !== null));
  const rows = scored.map(({ values }) => columns.map((id) => values.get(id) ?? 0));
  let complete = true;
  const regions = scores.map(({ region }, done) => {
    control.onProgress?.(done / scores.length);
    if (control.shouldStop?.() === true) complete = false;
    const at = scored.findIndex((one) => one.region === region);
    const rank = complete && at >= 0 && columns.length > 0 ? attainableRank(rows, at) : null;
    return { regionId: region.id, rank };
  });
  return { level, columns, excluded: somewhere.filter((id) => !columns.includes(id)), complete, regions };
}
