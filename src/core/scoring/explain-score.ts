import type { Adcode } from '../geography/admin-unit.ts';
import type { CellReason, CvExtreme } from './cell-scores.ts';
import { spreadContributions } from './contribution.ts';
import type { ScoreNode } from './score-node.ts';
import type { DimensionScore, IndicatorScore, RegionScore, ScoreReason } from './score-result.ts';
import type { ScoreResult } from './score.ts';
import { scoresOfYear } from './score.ts';
import { memberValues } from './score-panel.ts';

/** One formula with its numbers: `k = 100 (cv_max − cv) / (cv_max − cv_min)` and the same with the values put in. */
export interface ExplainedFormula {
  readonly symbol: 'composite' | 'score' | 'K' | 'cv' | 'k' | 'R' | 'f';
  readonly expression: string;
  /** The expression with the numbers in it, six significant digits. */
  readonly substituted: string;
  readonly value: number | null;
  /** The numbers by symbol, for an interface that formats them itself. */
  readonly terms: Readonly<Record<string, number | null>>;
}

/** A member's figure behind an indicator. Its way back to the source row is `traceValue` with these fields. */
export interface ExplainedMember {
  readonly adcode: Adcode;
  readonly value: number | null;
  readonly year: number | null;
  readonly sourceId: string | null;
  /** Share of the indicator's spread, 0–1. */
  readonly contribution: number | null;
}

/** The agglomeration and year with the greatest or least mean of an indicator. */
export interface LevelExtreme {
  readonly regionId: string;
  readonly year: number;
  readonly mean: number;
}

/** The class a colour stands for. */
export interface ClassStep {
  readonly index: number;
  readonly classes: number;
  readonly from: number;
  readonly to: number;
}

/** One step of the chain class → score → dimension → indicator → formula → members; `children` go one step down. */
export interface Explanation {
  readonly node: ScoreNode;
  readonly regionId: string;
  readonly variantKey: string;
  readonly year: number;
  readonly value: number | null;
  readonly reason: CellReason | ScoreReason | null;
  readonly classStep: ClassStep | null;
  readonly formulas: readonly ExplainedFormula[];
  /** Where cv_max and cv_min were found; indicators only. */
  readonly cvMax: CvExtreme | null;
  readonly cvMin: CvExtreme | null;
  /** Where μ_max and μ_min were found; indicators with a level factor only. */
  readonly levelMax: LevelExtreme | null;
  readonly levelMin: LevelExtreme | null;
  /** Indicators only. */
  readonly members: readonly ExplainedMember[];
  readonly children: readonly Explanation[];
}

function show(value: number | null): string {
  return value === null ? '—' : String(Number(value.toPrecision(6)));
}

function meanFormula(
  symbol: 'composite' | 'score',
  part: string,
  value: number | null,
  parts: readonly { readonly id: string; readonly value: number | null; readonly weight: number }[],
): ExplainedFormula {
  const present = parts.filter((one) => one.value !== null);
  const equal = present.every(({ weight }) => weight === present[0]?.weight);
  const weights = present.reduce((sum, { weight }) => sum + weight, 0);
  return {
    symbol,
    expression: equal ? `${symbol} = Σ ${part} / n` : `${symbol} = Σ w · ${part} / Σ w`,
    substituted: equal
      ? `(${present.map((one) => show(one.value)).join(' + ')}) / ${present.length} = ${show(value)}`
      : `(${present.map((one) => `${show(one.weight)} × ${show(one.value)}`).join(' + ')}) / ${show(weights)} = ${show(value)}`,
    value,
    terms: Object.fromEntries(present.map((one) => [one.id, one.value])),
  };
}

function levelRange(
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

function indicatorFormulas(result: ScoreResult, score: IndicatorScore, i: number): ExplainedFormula[] {
  const { options, panel } = result;
  const range = result.cvRanges[options.scope === 'panel' ? 0 : i];
  const max = range?.max?.cv ?? null;
  const min = range?.min?.cv ?? null;
  const { cv, k, R, f, K, mean, deviation } = score;
  const factors: readonly (readonly [symbol: string, value: number | null])[] = [
    ['k', k],
    ...(options.useSize ? ([['R', R]] as const) : []),
    ...(options.useLevel ? ([['f', f]] as const) : []),
  ];
  const formulas: ExplainedFormula[] = [
    {
      symbol: 'K',
      expression: `K = ${factors.map(([symbol]) => symbol).join(' · ')}`,
      substituted: [factors.map(([, value]) => show(value)).join(' × '), show(K)].join(' = '),
      value: K,
      terms: { k, R, f },
    },
    {
      symbol: 'cv',
      expression: 'cv = σ / μ',
      substituted: `${show(deviation)} / ${show(mean)} = ${show(cv)}`,
      value: cv,
      terms: { σ: deviation, μ: mean, ddof: options.ddof, n: score.membersUsed },
    },
    {
      symbol: 'k',
      expression: 'k = 100 · (cv_max − cv) / (cv_max − cv_min)',
      substituted: `100 × (${show(max)} − ${show(cv)}) / (${show(max)} − ${show(min)}) = ${show(k)}`,
      value: k,
      terms: { cv_max: max, cv_min: min, cv },
    },
  ];
  if (options.useSize)
    formulas.push({
      symbol: 'R',
      expression: 'R = cities here / cities in all agglomerations compared',
      substituted: `${score.members} / ${panel.slots} = ${show(R)}`,
      value: R,
      terms: { cities: score.members, all: panel.slots },
    });
  if (options.useLevel) {
    const level = levelRange(result, i);
    const low = level?.low.mean ?? null;
    const high = level?.high.mean ?? null;
    const negative = panel.indicators[i]?.direction === -1;
    const n =
      low === null || high === null || mean === null || high === low ? null : (mean - low) / (high - low);
    const minMax = `(${show(mean)} − ${show(low)}) / (${show(high)} − ${show(low)})`;
    formulas.push({
      symbol: 'f',
      expression: negative
        ? 'f = √(n (1 − n)), n = (μ − μ_min) / (μ_max − μ_min)'
        : 'f = (μ − μ_min) / (μ_max − μ_min)',
      substituted: negative
        ? `n = ${minMax} = ${show(n)}; √(n (1 − n)) = ${show(f)}`
        : `${minMax} = ${show(f)}`,
      value: f,
      terms: { μ: mean, μ_min: low, μ_max: high, n },
    });
  }
  return formulas;
}

interface Place {
  readonly result: ScoreResult;
  readonly region: RegionScore;
  readonly year: number;
}

function explainIndicator(place: Place, score: IndicatorScore): Explanation {
  const { result, region, year } = place;
  const { panel } = result;
  const i = panel.indicators.findIndex(({ id }) => id === score.id);
  const y = panel.years.indexOf(year);
  const r = panel.regions.findIndex(({ variantKey }) => variantKey === region.variantKey);
  const members = memberValues(panel, y, i, r);
  const contributions = spreadContributions(members.map(({ value }) => value));
  const range = result.cvRanges[result.options.scope === 'panel' ? 0 : i];
  const level = result.options.useLevel ? levelRange(result, i) : null;
  return {
    ...base(place, { kind: 'indicator', id: score.id }),
    value: score.K,
    reason: score.reason ?? null,
    formulas: indicatorFormulas(result, score, i),
    cvMax: range?.max ?? null,
    cvMin: range?.min ?? null,
    levelMax: level?.high ?? null,
    levelMin: level?.low ?? null,
    members: members.map((member, m) => ({ ...member, contribution: contributions[m] ?? null })),
  };
}

function base(place: Place, node: ScoreNode): Explanation {
  return {
    node,
    regionId: place.region.id,
    variantKey: place.region.variantKey,
    year: place.year,
    value: null,
    reason: null,
    classStep: null,
    formulas: [],
    cvMax: null,
    cvMin: null,
    levelMax: null,
    levelMin: null,
    members: [],
    children: [],
  };
}

function explainDimension(place: Place, score: DimensionScore): Explanation {
  return {
    ...base(place, { kind: 'dimension', id: score.id }),
    value: score.score,
    reason: score.reason ?? null,
    formulas: [
      meanFormula(
        'score',
        'K',
        score.score,
        score.indicators.map(({ id, K, weight }) => ({ id, value: K, weight })),
      ),
    ],
    children: score.indicators.map((indicator) => explainIndicator(place, indicator)),
  };
}

/**
 * The chain behind a coloured polygon: from the class of its colour to the score, its dimensions, their indicators, the
 * formula with its numbers and the members' values with own years and sources. `traceValue` goes on from a member's value to the source rows.
 *
 * @param region Region id or variant key.
 * @param classStep The class the map shows for this polygon, if it is coloured by class.
 * @returns `null` when the result holds no such region, year, dimension or indicator.
 */
export function explainScore(
  result: ScoreResult,
  region: string,
  year: number,
  node: ScoreNode,
  classStep: ClassStep | null = null,
): Explanation | null {
  const score = scoresOfYear(result, year)?.agglomerations.find(
    ({ id, variantKey }) => variantKey === region || id === region,
  );
  if (score === undefined) return null;
  const place: Place = { result, region: score, year };
  const explanation = explainNode(place, node);
  return explanation === null ? null : { ...explanation, classStep };
}

function explainNode(place: Place, node: ScoreNode): Explanation | null {
  const { region } = place;
  if (node.kind === 'composite') {
    return {
      ...base(place, node),
      value: region.composite,
      reason: region.reason ?? null,
      formulas: [
        meanFormula(
          'composite',
          'score',
          region.composite,
          region.dimensions.map(({ id, score, weight }) => ({ id, value: score, weight })),
        ),
      ],
      children: region.dimensions.map((dimension) => explainDimension(place, dimension)),
    };
  }
  if (node.kind === 'dimension') {
    const dimension = region.dimensions.find(({ id }) => id === node.id);
    return dimension === undefined ? null : explainDimension(place, dimension);
  }
  const indicator = region.dimensions
    .flatMap(({ indicators }) => indicators)
    .find(({ id }) => id === node.id);
  return indicator === undefined ? null : explainIndicator(place, indicator);
}
