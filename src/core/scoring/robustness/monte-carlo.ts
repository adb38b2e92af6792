import { sortedMedian } from '../../units/median.ts';
import { seededRandom } from '../../units/seeded-random.ts';
import type { OwnIndex } from '../composite/own-index.ts';
import type { ScoreOptions } from '../score-options.ts';
import type { ScorePanel } from '../score-panel.ts';
import { scorePanel } from '../score.ts';
import { type RobustnessChoices, weightsOnly } from './choices.ts';
import type { RandomSource } from './draw-dirichlet.ts';
import { buildIndexModel } from './index-model.ts';
import { midRanks, sortedQuantile } from './ranks.ts';
import type { ScoreDraws } from './score-draws.ts';
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
  /**
   * Ranks by a node of a person's own index instead of the score. Then `choices` says how far the weights of its tree are drawn
   * and nothing else: the other choices are those of the paper's recipe.
   */
  readonly byIndex?: { readonly index: OwnIndex; readonly node: string };
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

/** Scores under the declared weights, choices and arithmetic mean. */
function declaredScores(panel: ScorePanel, options: ScoreOptions, year: number): Float64Array {
  const model = buildScoreModel(panel, options, year, {
    ...weightsOnly(options),
    weightConcentration: null,
  });
  const scores = new Float64Array(model.regions);
  const setting: Setting = { normalisation: 0, aggregation: 0, ddof: 0, scope: 0, useSize: 0, leftOut: 0 };
  evaluate(model, setting, model.indicatorWeights, model.dimensionWeights, scores);
  return scores;
}

function ranksOf(scores: Float64Array): Float64Array {
  const ranks = new Float64Array(scores.length);
  midRanks(scores, ranks);
  return ranks;
}

/** Ranks under the declared weights, choices and arithmetic mean. */
export function declaredRanks(panel: ScorePanel, options: ScoreOptions, year: number): Float64Array {
  return ranksOf(declaredScores(panel, options, year));
}

/** The score with every choice drawn independently and evenly, the weights around the declared ones. */
function scoreDraws({ panel, options, year, choices }: MonteCarloRequest): ScoreDraws {
  const model = buildScoreModel(panel, options, year, choices);
  const indicatorWeights = new Float64Array(model.indicators.length);
  const dimensionWeights = new Float64Array(model.dimensions);
  const setting: Setting = { normalisation: 0, aggregation: 0, ddof: 0, scope: 0, useSize: 0, leftOut: 0 };
  return {
    declared: declaredScores(panel, options, year),
    draw: (random, scores) => {
      drawSetting(model, random, setting);
      drawWeights(model, random, indicatorWeights, dimensionWeights);
      evaluate(model, setting, indicatorWeights, dimensionWeights, scores);
    },
  };
}

function drawsOf(request: MonteCarloRequest): ScoreDraws {
  const { panel, options, year, choices, byIndex } = request;
  if (byIndex === undefined) return scoreDraws(request);
  const { index, node } = byIndex;
  return buildIndexModel(scorePanel(panel, options), index, node, year, choices.weightConcentration);
}

/**
 * Draws the choices, the weights from a Dirichlet distribution around the declared ones, and collects every region's rank.
 * Seeded: the same request gives the same numbers everywhere.
 *
 * @see OECD/JRC (2008), Handbook on Constructing Composite Indicators, ch. 7; Saisana, Saltelli & Tarantola (2005), JRSS A 168(2)
 */
export function runMonteCarlo(request: MonteCarloRequest, control: RunControl = {}): MonteCarloResult {
  const { panel, year, draws, seed } = request;
  const { declared: declaredAs, draw } = drawsOf(request);
  const random = seededRandom(seed);
  const n = panel.regions.length;
  const scores = new Float64Array(n);
  const ranks = new Float64Array(n);
  // Ranks come in halves (ties), so a histogram over 2 · rank holds the whole distribution.
  const histogram = new Int32Array(n * (2 * n + 1));
  const ahead = new Float64Array(n * n);
  let done = 0;
  for (; done < draws; done++) {
    if (done % DRAWS_PER_CHECK === 0) {
      if (control.shouldStop?.() === true) break;
      control.onProgress?.(done / draws);
    }
    draw(random, scores);
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
  const declared = ranksOf(declaredAs);
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
    median: sortedMedian(sorted),
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
