import type { RandomSource } from './draw-dirichlet.ts';

/** What regions are ranked by, draw for draw. One value a region of the panel, NaN where it has none. */
export interface ScoreDraws {
  /** Under the declared setting. */
  readonly declared: Float64Array;
  /** Draws a setting and fills in the values under it. */
  readonly draw: (random: RandomSource, scores: Float64Array) => void;
}
