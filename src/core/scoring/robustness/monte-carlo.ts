import { seededRandom } from '../../units/seeded-random.ts';
import type { ScoreOptions } from '../score-options.ts';
import type { ScorePanel } from '../score-panel.ts';
import type { RobustnessChoices } from './choices.ts';
import type { RandomSource } from './draw-dirichlet.ts';
import { midRanks, sortedQuantile } from './ranks.ts';
import { buildScoreModel, drawWeights, evaluate } from './score-model.ts';
import type { ScoreModel, Setting } from './score-model.ts';

/** What a long computation asks and tells while it runs. */
export interface RunControl {
  /** Called now and then with the share done, 0–1. */
  readonly onProgress?: (share: number) => void;
  /** Asked now and then; `true` ends the run with what is done so far. */
  readonly shouldStop?: () => boolean;
}

/** Ranks of one region over the draws, 1 = best; equal scores share the mean rank. */
export interface RankDistribution {
  readonly regionId: string;
  /** Rank under the declared setting, `null` without a composite. */
  readonly declared: number | null;
  readonly median: number | null;
  readonly p5: number | null;
  readonly p95: number | null;
  readonly mean: number | null;
  /** Share of draws at each rank 1 … n (ties' half ranks counted at the better one). */
  readonly shares: readonly number[];
}

/** What a Monte Carlo run found. */
export interface MonteCarloResult {
  readonly year: number;
  readonly seed: number;
  readonly draws: number;
  /** False when stopped early; `draws` says how many were made. */
  readonly complete: boolean;
  readonly regions: readonly RankDistribution[];
  /** `dominance[a][b]`: share of draws in which region a is ahead of b, ties counted half. */
  readonly dominance: readonly (readonly number[])[];
}

/** What to run. */
export interface MonteCarloRequest {
  readonly panel: ScorePanel;
  readonly options: ScoreOptions;
  readonly year: number;
  readonly choices: RobustnessChoices;
  readonly draws: number;
  readonly seed: number;
}

/** Draws between two questions to the control: about a millisecond. */
const DRAWS_PER_CHECK = 256;

function pick(random: RandomSource, length: number): number {
  return length === 1 ? 0 : Math.floor(random() * length);
}

/** Draws one setting into `setting`. */
export function drawSetting(model: ScoreModel, random: RandomSource, setting: Setting): void {
  const { choices } = model;
  setting.normalisation = pick(random, choices.normalisation.length);
  setting.aggregation = pick(random, choices.aggregation.length);
  setting.ddof = pick(random, choices.ddof.length);
  setting.scope = pick(random, choices.scope.length);
  setting.useSize = pick(random, choices.useSize.length);
  setting.leftOut = choices.leaveOneOut ? pick(random, model.indicators.length + 1) : 0;
}

/** Ranks under the declared weights, choices and arithmetic mean. */
export function declaredRanks(panel: ScorePanel, options: ScoreOptions, year: number): Float64Array {
  const model = buildScoreModel(panel, options, year, {
    normalisation: ['paper'],
    aggregation: ['arithmetic'],
    ddof: [options.ddof],
    scope: [options.scope],
    useSize: [options.useSize],
    leaveOneOut: false,
    weightConcentration: null,
  });
  const scores = new Float64Array(model.regions);
  const ranks = new Float64Array(model.regions);
  const setting: Setting = { normalisation: 0, aggregation: 0, ddof: 0, scope: 0, useSize: 0, leftOut: 0 };
  evaluate(model, setting, model.indicatorWeights, model.dimensionWeights, scores);
  midRanks(scores, ranks);
  return ranks;
}

/**
 * Draws the choices independently and evenly, the weights from a Dirichlet distribution around the declared ones, and
 * collects every region's rank. Seeded: the same request gives the same numbers everywhere.
 *
 * @see OECD/JRC (2008), Handbook on Constructing Composite Indicators, ch. 7; Saisana, Saltelli & Tarantola (2005), JRSS A 168(2)
 */
export function runMonteCarlo(request: MonteCarloRequest, control: RunControl = {}): MonteCarloResult {
  const { panel, options, year, choices, draws, seed } = request;
  const model = buildScoreModel(panel, options, year, choices);
  const random = seededRandom(seed);
  const n = model.regions;
  const indicatorWeights = new Float64Array(model.indicators.length);
  const dimensionWeights = new Float64Array(model.dimensions);
  const scores = new Float64Array(n);
  const ranks = new Float64Array(n);
  const setting: Setting = { normalisation: 0, aggregation: 0, ddof: 0, scope: 0, useSize: 0, leftOut: 0 };
  // Ranks come in halves (ties), so a histogram over 2 · rank holds the whole distribution.
  const histogram = new Int32Array(n * (2 * n + 1));
  const ahead = new Float64Array(n * n);
  let done = 0;
  for (; done < draws; done++) {
    if (done % DRAWS_PER_CHECK === 0) {
      if (control.shouldStop?.() === true) break;
      control.onProgress?.(done / draws);
    }
    drawSetting(model, random, setting);
    drawWeights(model, random, indicatorWeights, dimensionWeights);
    evaluate(model, setting, indicatorWeights, dimensionWeights, scores);
    midRanks(scores, ranks);
    for (let a = 0; a < n; a++) {
      const own = scores[a] as number;
      if (own !== own) continue;
      const slot = a * (2 * n + 1) + 2 * (ranks[a] as number);
      histogram[slot] = (histogram[slot] as number) + 1;
      for (let b = 0; b < n; b++) {
        if (b === a) continue;
        const other = scores[b] as number;
        if (own > other) ahead[a * n + b] = (ahead[a * n + b] as number) + 1;
        else if (own === other) ahead[a * n + b] = (ahead[a * n + b] as number) + 0.5;
      }
    }
  }
  if (done === draws) control.onProgress?.(1);
  const declared = declaredRanks(panel, options, year);
  return {
    year,
    seed,
    draws: done,
    complete: done === draws,
    regions: panel.regions.map(({ id }, a) =>
      summarise(id, declared[a], histogram.subarray(a * (2 * n + 1), (a + 1) * (2 * n + 1))),
    ),
    dominance: panel.regions.map((_, a) =>
      panel.regions.map((__, b) => (done === 0 ? 0 : (ahead[a * n + b] ?? 0) / done)),
    ),
  };
}

function summarise(regionId: string, declared: number | undefined, histogram: Int32Array): RankDistribution {
  const total = histogram.reduce((sum, count) => sum + count, 0);
  const sorted = new Float64Array(total);
  let at = 0;
  histogram.forEach((count, doubled) => {
    sorted.fill(doubled / 2, at, at + count);
    at += count;
  });
  const regions = (histogram.length - 1) / 2;
  const orNull = (value: number) => (total === 0 ? null : value);
  return {
    regionId,
    declared: declared === undefined || Number.isNaN(declared) ? null : declared,
    median: orNull(sortedQuantile(sorted, 0.5)),
    p5: orNull(sortedQuantile(sorted, 0.05)),
    p95: orNull(sortedQuantile(sorted, 0.95)),
    mean: orNull(sorted.reduce((sum, rank) => sum + rank, 0) / total),
    shares: Array.from({ length: regions }, (_, r) =>
      total === 0 ? 0 : ((histogram[2 * (r + 1)] ?? 0) + (histogram[2 * (r + 1) + 1] ?? 0)) / total,
    ),
  };
}

/** Share of draws that a pair's order must hold in to be told apart (ours): as the 5–95 % band. */
export const DISTINGUISHABLE_SHARE = 0.95;

/** Whether the order of two regions holds in at least {@link DISTINGUISHABLE_SHARE} of the draws. */
export function isDistinguishable(result: MonteCarloResult, a: number, b: number): boolean {
  const share = result.dominance[a]?.[b] ?? 0;
  return share >= DISTINGUISHABLE_SHARE || share <= 1 - DISTINGUISHABLE_SHARE;
}
