import type { Adcode } from '../geography/admin-unit.ts';
import type { CellReason, CvExtreme } from './cell-scores.ts';
import { spreadContributions } from './contribution.ts';
import type { ScoreNode } from './score-node.ts';
import type { DimensionScore, IndicatorScore, RegionScore, ScoreReason } from './score-result.ts';
import type { ScoreResult } from './score.ts';
import { scoresOfYear } from './score.ts';
import { memberValues } from './score-panel.ts';
import { numbersFor, writeResult } from './formula-numbers.ts';
import {
  indicatorFormulas,
  levelRange,
  type ExplainedFormula,
  type LevelExtreme,
} from './indicator-formulas.ts';

/** A member's figure behind an indicator. Its way back to the source row is `traceValue` with these fields. */
export interface ExplainedMember {
  readonly adcode: Adcode;
  readonly value: number | null;
  readonly year: number | null;
  readonly sourceId: string | null;
  /** Share of the indicator's spread, 0–1. */
  readonly contribution: number | null;
}

/** One step of the chain score → dimension → indicator → formula → members; `children` go one step down. */
export interface Explanation {
  readonly node: ScoreNode;
  readonly regionId: string;
  readonly variantKey: string;
  readonly year: number;
  readonly value: number | null;
  readonly reason: CellReason | ScoreReason | null;
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

function meanFormula(
  symbol: 'composite' | 'score',
  part: string,
  value: number | null,
  parts: readonly { readonly id: string; readonly value: number | null; readonly weight: number }[],
): ExplainedFormula {
  const present = parts.filter((one) => one.value !== null);
  const equal = present.every(({ weight }) => weight === present[0]?.weight);
  const weights = present.reduce((sum, { weight }) => sum + weight, 0);
  const show = numbersFor(
    present.flatMap((one) => [one.value, one.weight]),
    value,
    (numbers) => weightedMean(numbers),
  );
  return {
    symbol,
    expression: equal ? `${symbol} = Σ ${part} / n` : `${symbol} = Σ w · ${part} / Σ w`,
    substituted: equal
      ? `(${present.map((one) => show(one.value)).join(' + ')}) / ${present.length} = ${writeResult(value)}`
      : `(${present.map((one) => `${show(one.weight)} × ${show(one.value)}`).join(' + ')}) / ${show(weights)} = ${writeResult(value)}`,
    value,
    terms: Object.fromEntries(present.map((one) => [one.id, one.value])),
  };
}

/** Mean of value, weight, value, weight … */
function weightedMean(numbers: readonly number[]): number {
  let sum = 0;
  let weights = 0;
  for (let i = 0; i < numbers.length; i += 2) {
    sum += (numbers[i] ?? 0) * (numbers[i + 1] ?? 0);
    weights += numbers[i + 1] ?? 0;
  }
  return sum / weights;
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
    formulas: indicatorFormulas(result, score, i, level, members),
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
 * The chain behind a coloured polygon: from the score to its dimensions, their indicators, the formula with its numbers
 * and the members' values with own years and sources. `traceValue` goes on from a member's value to the source rows.
 *
 * @param region Region id or variant key.
 * @returns `null` when the result holds no such region, year, dimension or indicator.
 */
export function explainScore(
  result: ScoreResult,
  region: string,
  year: number,
  node: ScoreNode,
): Explanation | null {
  const score = scoresOfYear(result, year)?.agglomerations.find(
    ({ id, variantKey }) => variantKey === region || id === region,
  );
  if (score === undefined) return null;
  return explainNode({ result, region: score, year }, node);
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
