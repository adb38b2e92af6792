import { normaliseColumn } from '../composite/normalise.ts';
import type { Aggregation } from '../composite/index-declaration.ts';
import { computeMoments, scoreCells } from '../cell-scores.ts';
import { DIMENSION_ORDER } from '../score-options.ts';
import type { ScoreOptions } from '../score-options.ts';
import type { ScorePanel } from '../score-panel.ts';
import type { KNormalisation, RobustnessChoices } from './choices.ts';
import { K_NORMALISATIONS } from './choices.ts';
import { drawDirichlet } from './draw-dirichlet.ts';
import type { RandomSource } from './draw-dirichlet.ts';

/**
 * The score as a function of the uncertain choices, with everything but weights and means computed beforehand: one matrix of
 * K (indicator × region) for each combination of ddof, scope, R, left-out indicator and normalisation.
 */
export interface ScoreModel {
  readonly regions: number;
  /** Indicators that enter the year as declared, by position in the panel; the coordinates of weights. */
  readonly indicators: readonly number[];
  /** Dimensions with any of them. */
  readonly dimensions: number;
  /** Positions and declared weights of each dimension's indicators. */
  readonly groups: readonly { readonly positions: Int32Array; readonly weights: Float64Array }[];
  readonly indicatorWeights: Float64Array;
  readonly dimensionWeights: Float64Array;
  readonly choices: RobustnessChoices;
  /** K matrices, `[indicator][region]` flat, NaN = undefined; by {@link matrixIndex}. Logarithms and reciprocals beside them. */
  readonly plain: readonly Float64Array[];
  readonly logs: readonly Float64Array[];
  readonly reciprocals: readonly Float64Array[];
}

/** One setting of the choices; numbers are positions in the lists of {@link RobustnessChoices}. */
export interface Setting {
  normalisation: number;
  aggregation: number;
  ddof: number;
  scope: number;
  useSize: number;
  /** 0 = none left out, else 1 + position among {@link ScoreModel.indicators}. */
  leftOut: number;
}

/** Position of a setting's matrix. */
function matrixIndex(model: Pick<ScoreModel, 'choices' | 'indicators'>, s: Setting): number {
  const { normalisation, ddof, scope, useSize, leaveOneOut } = model.choices;
  const outs = leaveOneOut ? model.indicators.length + 1 : 1;
  return (
    ((((s.ddof % ddof.length) * scope.length + s.scope) * useSize.length + s.useSize) * outs + s.leftOut) *
      normalisation.length +
    s.normalisation
  );
}

/** Builds the model of one year. Cost: one scoring of the panel for each combination of ddof, scope, R and left-out indicator. */
export function buildScoreModel(
  panel: ScorePanel,
  options: ScoreOptions,
  year: number,
  choices: RobustnessChoices,
): ScoreModel {
  const y = panel.years.indexOf(year);
  const moments = computeMoments(panel);
  const regions = panel.regions.length;
  const cellOf = (i: number, r: number) => (y * panel.indicators.length + i) * regions + r;
  const declared = scoreCells(panel, moments, options);
  const indicators = panel.indicators.flatMap((_, i) =>
    y >= 0 && panel.regions.some((__, r) => declared.used[cellOf(i, r)] === 1) ? [i] : [],
  );
  const present = DIMENSION_ORDER.filter((id) =>
    indicators.some((i) => panel.indicators[i]?.dimension === id),
  );
  const dimensionOf = Int32Array.from(indicators, (i) =>
    present.findIndex((id) => id === panel.indicators[i]?.dimension),
  );
  const groups = present.map((_, d) => {
    const positions = Int32Array.from(indicators.keys()).filter((at) => dimensionOf[at] === d);
    const weights = Float64Array.from(
      positions,
      (at) => options.indicators[indicators[at] ?? -1]?.weight ?? 0,
    );
    return { positions, weights };
  });
  const plain: Float64Array[] = [];
  const outs = choices.leaveOneOut ? indicators.length + 1 : 1;
  for (const ddof of choices.ddof)
    for (const scope of choices.scope)
      for (const useSize of choices.useSize)
        for (let leftOut = 0; leftOut < outs; leftOut++) {
          const dropped = leftOut === 0 ? -1 : (indicators[leftOut - 1] ?? -1);
          const { K } = scoreCells(panel, moments, { ...options, ddof, scope, useSize }, dropped);
          for (const how of choices.normalisation)
            plain.push(normalisedMatrix(K, how, indicators, regions, cellOf));
        }
  return {
    regions,
    indicators,
    dimensions: present.length,
    groups,
    indicatorWeights: Float64Array.from(indicators, (i) => options.indicators[i]?.weight ?? 0),
    dimensionWeights: Float64Array.from(present, (id) => options.dimensionWeights[id]),
    choices,
    plain,
    // The means' limits: a zero makes the geometric and the harmonic mean zero.
    logs: choices.aggregation.includes('geometric') ? plain.map((m) => m.map(Math.log)) : [],
    reciprocals: choices.aggregation.includes('harmonic')
      ? plain.map((m) => m.map((value) => 1 / value))
      : [],
  };
}

function normalisedMatrix(
  K: Float64Array,
  how: KNormalisation,
  indicators: readonly number[],
  regions: number,
  cellOf: (i: number, r: number) => number,
): Float64Array {
  const matrix = new Float64Array(indicators.length * regions).fill(Number.NaN);
  indicators.forEach((i, row) => {
    const column = Array.from({ length: regions }, (_, r) => {
      const value = K[cellOf(i, r)] ?? Number.NaN;
      return Number.isNaN(value) ? null : value;
    });
    normaliseColumn(column, 1, K_NORMALISATIONS[how]).forEach((value, r) => {
      if (value !== null) matrix[row * regions + r] = value;
    });
  });
  return matrix;
}

/** Fills `indicatorWeights` and `dimensionWeights` with a draw (indicators within their dimension), or with the declared ones. */
export function drawWeights(
  model: ScoreModel,
  random: RandomSource,
  indicatorWeights: Float64Array,
  dimensionWeights: Float64Array,
): void {
  const concentration = model.choices.weightConcentration;
  if (concentration === null) {
    indicatorWeights.set(model.indicatorWeights);
    dimensionWeights.set(model.dimensionWeights);
    return;
  }
  drawDirichlet(random, model.dimensionWeights, concentration, dimensionWeights);
  for (const { positions, weights } of model.groups) {
    const drawn = new Float64Array(positions.length);
    drawDirichlet(random, weights, concentration, drawn);
    for (let at = 0; at < positions.length; at++)
      indicatorWeights[positions[at] as number] = drawn[at] as number;
  }
}

/** Composite of every region under one setting and one set of weights, into `scores`; NaN = undefined. */
export function evaluate(
  model: ScoreModel,
  setting: Setting,
  indicatorWeights: Float64Array,
  dimensionWeights: Float64Array,
  scores: Float64Array,
): void {
  const { regions, groups } = model;
  const how: Aggregation = model.choices.aggregation[setting.aggregation] ?? 'arithmetic';
  const at = matrixIndex(model, setting);
  const matrix = (how === 'arithmetic' ? model.plain : how === 'geometric' ? model.logs : model.reciprocals)[
    at
  ] as Float64Array;
  for (let r = 0; r < regions; r++) {
    let top = 0;
    let topWeights = 0;
    for (let d = 0; d < groups.length; d++) {
      const dimensionWeight = dimensionWeights[d] as number;
      // Weight 0 must not meet the logarithm or reciprocal of 0: 0 · ∞.
      if (dimensionWeight === 0) continue;
      const positions = (groups[d] as ScoreModel['groups'][number]).positions;
      let sum = 0;
      let weights = 0;
      for (let at = 0; at < positions.length; at++) {
        const i = positions[at] as number;
        const value = matrix[i * regions + r] as number;
        const weight = indicatorWeights[i] as number;
        if (value !== value || weight === 0) continue;
        sum += weight * value;
        weights += weight;
      }
      if (weights <= 0) continue;
      // The mean of means stays in logarithms or reciprocals; for one kind of mean that is exact.
      top += dimensionWeight * (sum / weights);
      topWeights += dimensionWeight;
    }
    const mean = topWeights > 0 ? top / topWeights : Number.NaN;
    scores[r] = how === 'arithmetic' ? mean : how === 'geometric' ? Math.exp(mean) : 1 / mean;
  }
}
