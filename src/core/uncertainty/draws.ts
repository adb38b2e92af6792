/** Draws of a run unless more are asked for. */
export const UNCERTAINTY_DRAWS = 200;
/** Most draws of a run. */
export const MOST_UNCERTAINTY_DRAWS = 2000;
/** Seed of all runs: the same question has the same answer. */
export const UNCERTAINTY_SEED = 1;
