import type { Aggregation, Normalisation } from '../composite/index-declaration.ts';
import type { ScopeId, ScoreOptions } from '../score-options.ts';

/**
 * How the indicators' K are put on a scale before they are averaged. `paper` takes K as it is. The others act on each
 * indicator's K over the agglomerations of the year and are all above zero, so that every mean is defined:
 * `minmax` onto [1, 100], `zscore` with mean 100 and sd 10 (the scale of the Mazziotta–Pareto index, positive for up to 100
 * agglomerations), `rank` 1 … n. Where K itself is 0, the geometric and the harmonic mean are 0, their limit.
 */
export type KNormalisation = 'paper' | 'minmax' | 'zscore' | 'rank';

/** The normalisations as the composite engine knows them. */
export const K_NORMALISATIONS: Readonly<Record<KNormalisation, Normalisation>> = {
  paper: { method: 'none' },
  minmax: { method: 'minmax', range: [1, 100] },
  zscore: { method: 'zscore', mean: 100, sd: 10 },
  rank: { method: 'rank' },
};

/** The choices a robustness run varies; each list is drawn from evenly. A list of one keeps the choice fixed. */
export interface RobustnessChoices {
  readonly normalisation: readonly KNormalisation[];
  readonly aggregation: readonly Aggregation[];
  readonly ddof: readonly (0 | 1)[];
  readonly scope: readonly ScopeId[];
  readonly useSize: readonly boolean[];
  /** Leave out one usable indicator (or none: as likely as each of them). */
  readonly leaveOneOut: boolean;
  /** Dirichlet concentration per weight; `null` keeps the declared weights. */
  readonly weightConcentration: number | null;
}

/** Default closeness of drawn weights to the declared ones: with 5 equal weights each varies with a standard deviation of 0.087 around 0.2 (ours). */
export const WEIGHT_CONCENTRATION = 4;

/** Everything method.md names, varied. */
export const ALL_CHOICES: RobustnessChoices = {
  normalisation: ['paper', 'minmax', 'zscore', 'rank'],
  aggregation: ['arithmetic', 'geometric', 'harmonic'],
  ddof: [0, 1],
  scope: ['panel', 'indicator'],
  useSize: [true, false],
  leaveOneOut: true,
  weightConcentration: WEIGHT_CONCENTRATION,
};

/** Only the weights vary; everything else is as declared. */
export function weightsOnly(options: ScoreOptions): RobustnessChoices {
  return {
    normalisation: ['paper'],
    aggregation: ['arithmetic'],
    ddof: [options.ddof],
    scope: [options.scope],
    useSize: [options.useSize],
    leaveOneOut: false,
    weightConcentration: WEIGHT_CONCENTRATION,
  };
}

/** The uncertain inputs, in the order of a sample's coordinates. */
export const FACTORS = [
  'weights',
  'normalisation',
  'aggregation',
  'ddof',
  'scope',
  'useSize',
  'leaveOneOut',
] as const;

/** An uncertain input. All weights together are one factor. */
export type FactorId = (typeof FACTORS)[number];
