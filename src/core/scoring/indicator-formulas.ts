import type { IndicatorScore } from './score-result.ts';
import type { ScoreResult } from './score.ts';
import { numbersFor, writeResult } from './formula-numbers.ts';

/** One formula with its numbers: `k = 100 (cv_max − cv) / (cv_max − cv_min)` and the same with the values put in. */
export interface ExplainedFormula {
  readonly symbol: 'composite' | 'score' | 'K' | 'cv' | 'k' | 'R' | 'f' | 'mean' | 'deviation';
  readonly expression: string;
  /** The expression with the numbers in it, as many digits as it takes to compute the value from them, six at least. */
  readonly substituted: string;
  readonly value: number | null;
  /** The numbers by symbol, for an interface that formats them itself. */
  readonly terms: Readonly<Record<string, number | null>>;
}

/** The agglomeration and year with the greatest or least mean of an indicator. */
export interface LevelExtreme {
  readonly regionId: string;
  readonly year: number;
  readonly mean: number;
}

/** Where an indicator's level is greatest and least; `null` when no region has any. */
export function levelRange(
  result: ScoreResult,
  indicator: number,
): { readonly low: LevelExtreme; readonly high: LevelExtreme } | null {
  const { panel, moments, cells } = result;
  let low: LevelExtreme | null = null;
  let high: LevelExtreme | null = null;
  for (const [y, year] of panel.years.entries()) {
    for (const [r, { id: regionId }] of panel.regions.entries()) {
      const cell = (y * panel.indicators.length + indicator) * panel.regions.length + r;
      const mean = moments.mean[cell];
      if (cells.used[cell] !== 1 || mean === undefined) continue;
      if (low === null || mean < low.mean) low = { regionId, year, mean };
      if (high === null || mean > high.mean) high = { regionId, year, mean };
    }
  }
  return low === null || high === null ? null : { low, high };
}

/** The members' values with a figure, as far as the formulas need them. */
interface MemberFigure {
  readonly value: number | null;
}

/**
 * An indicator's formulas from `K` down to the members' values. Where the spread has no say (all values 0: K is 0) or is
 * undefined, only the formulas that were used are there.
 *
 * @param i The indicator's place in the panel.
 * @param level Null when the level factor is off or nothing has a level.
 */
export function indicatorFormulas(
  result: ScoreResult,
  score: IndicatorScore,
  i: number,
  level: { readonly low: LevelExtreme; readonly high: LevelExtreme } | null,
  members: readonly MemberFigure[],
): ExplainedFormula[] {
  const { options, panel } = result;
  const range = result.cvRanges[options.scope === 'panel' ? 0 : i];
  const max = range?.max?.cv ?? null;
  const min = range?.min?.cv ?? null;
  const { cv, k, R, f, K, mean, deviation } = score;
  const formulas: ExplainedFormula[] = [];
  if (K === 0 && k === null) {
    formulas.push({
      symbol: 'K',
      expression: 'μ = 0: K = 0',
      substituted: '0 = 0',
      value: K,
      terms: { μ: mean },
    });
  } else {
    const factors: readonly (readonly [symbol: string, value: number | null])[] = [
      ['k', k],
      ...(options.useSize ? ([['R', R]] as const) : []),
      ...(options.useLevel ? ([['f', f]] as const) : []),
    ];
    const numbers = factors.map(([, value]) => value);
    const show = numbersFor(numbers, K, (all) => all.reduce((product, one) => product * one, 1));
    formulas.push({
      symbol: 'K',
      expression: `K = ${factors.map(([symbol]) => symbol).join(' · ')}`,
      substituted: `${numbers.map(show).join(' × ')} = ${writeResult(K)}`,
      value: K,
      terms: Object.fromEntries(factors),
    });
  }
  if (cv !== null) {
    const show = numbersFor([deviation, mean], cv, ([σ = 0, μ = 0]) => σ / μ);
    formulas.push({
      symbol: 'cv',
      expression: 'cv = σ / μ',
      substituted: `${show(deviation)} / ${show(mean)} = ${writeResult(cv)}`,
      value: cv,
      terms: { σ: deviation, μ: mean, ddof: options.ddof, n: score.membersUsed },
    });
  }
  if (k !== null) {
    const show = numbersFor([max, min, cv], k, ([a = 0, b = 0, c = 0]) => (100 * (a - c)) / (a - b));
    formulas.push({
      symbol: 'k',
      expression: 'k = 100 · (cv_max − cv) / (cv_max − cv_min)',
      substituted: `100 × (${show(max)} − ${show(cv)}) / (${show(max)} − ${show(min)}) = ${writeResult(k)}`,
      value: k,
      terms: { cv_max: max, cv_min: min, cv },
    });
  }
  if (options.useSize)
    formulas.push({
      symbol: 'R',
      expression: 'R = cities here / cities in all agglomerations compared',
      substituted: `${score.members} / ${panel.slots} = ${writeResult(R)}`,
      value: R,
      terms: { cities: score.members, all: panel.slots },
    });
  if (options.useLevel) formulas.push(levelFormula(result, score, i, level));
  return [...formulas, ...momentFormulas(score, options.ddof, members)];
}

function levelFormula(
  { panel }: ScoreResult,
  { mean, f }: IndicatorScore,
  i: number,
  level: { readonly low: LevelExtreme; readonly high: LevelExtreme } | null,
): ExplainedFormula {
  const low = level?.low.mean ?? null;
  const high = level?.high.mean ?? null;
  const isNegative = panel.indicators[i]?.direction === -1;
  const n =
    low === null || high === null || mean === null || high === low ? null : (mean - low) / (high - low);
  const show = numbersFor([mean, low, high], f, ([μ = 0, a = 0, b = 0]) => {
    const share = (μ - a) / (b - a);
    return isNegative ? Math.sqrt(share * (1 - share)) : share;
  });
  const minMax = `(${show(mean)} − ${show(low)}) / (${show(high)} − ${show(low)})`;
  const showN = numbersFor([n], f, ([share = 0]) => (isNegative ? Math.sqrt(share * (1 - share)) : share));
  return {
    symbol: 'f',
    expression: isNegative
      ? 'f = √(n (1 − n)), n = (μ − μ_min) / (μ_max − μ_min)'
      : 'f = (μ − μ_min) / (μ_max − μ_min)',
    substituted: isNegative
      ? `n = ${minMax} = ${showN(n)}; √(${showN(n)} × (1 − ${showN(n)})) = ${writeResult(f)}`
      : `${minMax} = ${writeResult(f)}`,
    value: f,
    terms: { μ: mean, μ_min: low, μ_max: high, n },
  };
}

/** Mean and standard deviation by the members' values below them. */
function momentFormulas(
  { mean, deviation }: IndicatorScore,
  ddof: 0 | 1,
  members: readonly MemberFigure[],
): ExplainedFormula[] {
  const values = members.flatMap(({ value }) => (value === null ? [] : [value]));
  if (mean === null) return [];
  const sum = values.reduce((total, value) => total + value, 0);
  const show = numbersFor([sum], mean, ([total = 0]) => total / values.length);
  const formulas: ExplainedFormula[] = [
    {
      symbol: 'mean',
      expression: 'μ = Σ x / n',
      substituted: `${show(sum)} / ${values.length} = ${writeResult(mean)}`,
      value: mean,
      terms: { sum, n: values.length },
    },
  ];
  if (deviation === null) return formulas;
  const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0);
  const degrees = values.length - ddof;
  const showSquares = numbersFor([squares], deviation, ([total = 0]) => Math.sqrt(total / degrees));
  formulas.push({
    symbol: 'deviation',
    expression: ddof === 0 ? 'σ = √(Σ (x − μ)² / n)' : 'σ = √(Σ (x − μ)² / (n − 1))',
    substituted: `√(${showSquares(squares)} / ${degrees}) = ${writeResult(deviation)}`,
    value: deviation,
    terms: { squares, n: values.length, ddof },
  });
  return formulas;
}
