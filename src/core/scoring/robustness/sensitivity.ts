import { seededRandom } from '../../units/seeded-random.ts';
import { FACTORS } from './choices.ts';
import type { FactorId } from './choices.ts';
import { declaredRanks } from './monte-carlo.ts';
import type { MonteCarloRequest, RunControl } from './monte-carlo.ts';
import { midRanks } from './ranks.ts';
import { buildScoreModel, drawWeights, evaluate } from './score-model.ts';
import type { ScoreModel, Setting } from './score-model.ts';

/** First-order and total index of one factor. Estimates: small ones can come out slightly below 0. */
export interface SensitivityIndex {
  readonly factor: FactorId;
  /** Share of the output's variance that goes away on average once this factor is known. */
  readonly first: number | null;
  /** Share that stays while everything but this factor is known: its own part and all interactions. */
  readonly total: number | null;
}

/** Indices of one output. `null` indices where the output doesn't vary. */
export interface OutputSensitivity {
  /** A region's rank, or `null` for the mean absolute rank shift over all regions. */
  readonly regionId: string | null;
  readonly mean: number;
  readonly variance: number;
  readonly indices: readonly SensitivityIndex[];
}

/** What a sensitivity analysis found. */
export interface SensitivityResult {
  readonly samples: number;
  readonly evaluations: number;
  readonly complete: boolean;
  /** First the mean absolute rank shift from the declared ranks, then every region's rank. */
  readonly outputs: readonly OutputSensitivity[];
}

/** Estimates from a Saltelli design. */
export interface SobolEstimate {
  readonly mean: number;
  readonly variance: number;
  readonly first: readonly (number | null)[];
  readonly total: readonly (number | null)[];
}

/**
 * Sobol' indices from outputs of the two base samples A and B and of the samples AB_i (A with factor i from B):
 * first order `mean(y_B (y_ABi − y_A)) / V`, total `mean((y_A − y_ABi)²) / 2V`, V over A and B together. The outputs are
 * centred first, which lowers the estimator's own variance.
 *
 * @see Saltelli et al. (2010), Comput. Phys. Commun. 181: 259–270, table 2 (b) and (f, Jansen 1999); as COINr's SA_estimate
 */
export function estimateSobol(
  yA: Float64Array,
  yB: Float64Array,
  yAB: readonly Float64Array[],
): SobolEstimate {
  const n = yA.length;
  let sum = 0;
  for (let j = 0; j < n; j++) sum += (yA[j] as number) + (yB[j] as number);
  const mean = sum / (2 * n);
  let squares = 0;
  for (let j = 0; j < n; j++) squares += ((yA[j] as number) - mean) ** 2 + ((yB[j] as number) - mean) ** 2;
  const variance = squares / (2 * n - 1);
  const over = (f: (j: number, y: Float64Array) => number) =>
    yAB.map((y) => {
      let total = 0;
      for (let j = 0; j < n; j++) total += f(j, y);
      return variance > 0 ? total / n / variance : null;
    });
  return {
    mean,
    variance,
    first: over((j, y) => ((yB[j] as number) - mean) * ((y[j] as number) - (yA[j] as number))),
    total: over((j, y) => ((yA[j] as number) - (y[j] as number)) ** 2 / 2),
  };
}

/** One point of the sample space: a seed that stands for a whole set of weights, and a uniform number for each other factor. */
interface SamplePoint {
  readonly seed: number;
  readonly uniform: Float64Array;
}

function decode(model: ScoreModel, point: SamplePoint, setting: Setting): void {
  const { choices } = model;
  const index = (factor: FactorId, length: number) =>
    Math.min(length - 1, Math.floor((point.uniform[FACTORS.indexOf(factor)] ?? 0) * length));
  setting.normalisation = index('normalisation', choices.normalisation.length);
  setting.aggregation = index('aggregation', choices.aggregation.length);
  setting.ddof = index('ddof', choices.ddof.length);
  setting.scope = index('scope', choices.scope.length);
  setting.useSize = index('useSize', choices.useSize.length);
  setting.leftOut = choices.leaveOneOut ? index('leaveOneOut', model.indicators.length + 1) : 0;
}

/**
 * First-order and total sensitivity of the ranks to each choice. `request.draws` is the base sample N; the score is
 * evaluated N · (factors + 2) times. All weights together are one factor (a group), so its indices are those of the group.
 * Undefined scores count as the last rank, so that an output exists for every sample.
 */
export function runSensitivity(request: MonteCarloRequest, control: RunControl = {}): SensitivityResult {
  const { panel, options, year, choices, seed } = request;
  const model = buildScoreModel(panel, options, year, choices);
  const d = FACTORS.length;
  const n = model.regions;
  const declared = declaredRanks(panel, options, year);
  const random = seededRandom(seed);
  const draw = (): SamplePoint => ({
    seed: Math.floor(random() * 4294967296),
    uniform: Float64Array.from(FACTORS, () => random()),
  });
  const outputs = n + 1;
  const table = () => Array.from({ length: outputs }, () => new Float64Array(request.draws));
  const yA = table();
  const yB = table();
  const yAB = FACTORS.map(table);

  const setting: Setting = { normalisation: 0, aggregation: 0, ddof: 0, scope: 0, useSize: 0, leftOut: 0 };
  const indicatorWeights = new Float64Array(model.indicators.length);
  const dimensionWeights = new Float64Array(model.dimensions);
  const scores = new Float64Array(n);
  const ranks = new Float64Array(n);
  const run = (point: SamplePoint, into: readonly Float64Array[], j: number) => {
    decode(model, point, setting);
    drawWeights(model, seededRandom(point.seed), indicatorWeights, dimensionWeights);
    evaluate(model, setting, indicatorWeights, dimensionWeights, scores);
    midRanks(scores, ranks);
    let shift = 0;
    let counted = 0;
    for (let r = 0; r < n; r++) {
      const rank = Number.isNaN(ranks[r]) ? n : (ranks[r] as number);
      const own = into[r + 1];
      if (own !== undefined) own[j] = rank;
      const reference = declared[r] as number;
      if (!Number.isNaN(reference)) {
        shift += Math.abs(rank - reference);
        counted++;
      }
    }
    const first = into[0];
    if (first !== undefined) first[j] = counted === 0 ? 0 : shift / counted;
  };

  let done = 0;
  for (; done < request.draws; done++) {
    if (done % 32 === 0) {
      if (control.shouldStop?.() === true) break;
      control.onProgress?.(done / request.draws);
    }
    const a = draw();
    const b = draw();
    run(a, yA, done);
    run(b, yB, done);
    FACTORS.forEach((factor, i) => {
      const uniform = Float64Array.from(a.uniform);
      if (factor !== 'weights') uniform[i] = b.uniform[i] as number;
      run({ seed: factor === 'weights' ? b.seed : a.seed, uniform }, yAB[i] ?? [], done);
    });
  }
  if (done === request.draws) control.onProgress?.(1);
  const regionIds: (string | null)[] = [null, ...panel.regions.map(({ id }) => id)];
  return {
    samples: done,
    evaluations: done * (d + 2),
    complete: done === request.draws,
    outputs: regionIds.map((regionId, output) => {
      const cut = (from: readonly Float64Array[]) => (from[output] ?? new Float64Array(0)).subarray(0, done);
      const estimate = estimateSobol(cut(yA), cut(yB), yAB.map(cut));
      return {
        regionId,
        mean: estimate.mean,
        variance: estimate.variance,
        indices: FACTORS.map((factor, i) => ({
          factor,
          first: estimate.first[i] ?? null,
          total: estimate.total[i] ?? null,
        })),
      };
    }),
  };
}
