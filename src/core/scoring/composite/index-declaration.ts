/**
 * How a leaf's column is put on a common scale. Definitions are those of the R package COINr 1.1.14 (functions named
 * below); the column is multiplied by its direction first, missing values stay missing and don't take part.
 */
export type Normalisation =
  /** `n_minmax`: `(x − min)/(max − min)` onto `range`, default [0, 100]. */
  | { readonly method: 'minmax'; readonly range?: readonly [number, number] }
  /** `n_zscore`: `(x − mean)/sd · sd' + mean'` with the sample sd; default mean 0, sd 1. */
  | { readonly method: 'zscore'; readonly mean?: number; readonly sd?: number }
  /** `n_borda`: rank − 1, rank 1 = lowest, ties take the least rank. */
  | { readonly method: 'borda' }
  /** `n_rank`: 1 = lowest, ties take the least rank. */
  | { readonly method: 'rank' }
  /** `n_prank`: `(rank − 1)/(n − 1)`, ties take the least rank. */
  | { readonly method: 'percentile' }
  /**
   * `n_goalposts`: share of the way from the lower to the upper post times `scale`, cut off at the posts. The posts are in
   * the column's own units; for direction −1 the way is from the upper to the lower (COINr's `direction = -1`).
   */
  | {
      readonly method: 'goalposts';
      readonly posts: readonly [lower: number, upper: number];
      readonly scale?: number;
      readonly truncate?: boolean;
    }
  /** `n_dist2targ`: `(x − min)/(target − min)`; for direction −1 `(max − x)/(max − target)`; `cap` at 1. */
  | { readonly method: 'target'; readonly target: number; readonly cap?: boolean }
  /** The column as it is, times its direction: for columns already on one scale, such as the paper's K. */
  | { readonly method: 'none' };

/** `a_amean`, `a_gmean`, `a_hmean`: missing children drop out and the remaining weights are rescaled. */
export type Aggregation = 'arithmetic' | 'geometric' | 'harmonic';

/**
 * `own`: the declared weights; `equal`; `entropy` 熵权法; `pca`: loadings of the first principal component (COINr `get_PCA`).
 * Always among siblings.
 */
export type Weighting = 'own' | 'equal' | 'entropy' | 'pca';

/** A node of the index tree. Leaves are columns of the table. */
export interface IndexNode {
  readonly id: string;
  /** Absent on the root alone. */
  readonly parent?: string;
  /** +1 higher is better (default), −1 lower is better; leaves only. */
  readonly direction?: 1 | -1;
  /** Relative among siblings, default 1. */
  readonly weight?: number;
  /** On a leaf its own normalisation; on an inner node that of all leaves below it. */
  readonly normalise?: Normalisation;
  /** On an inner node: how its own children are combined (not inherited). */
  readonly aggregate?: Aggregation;
  /** On an inner node: how its own children are weighted (not inherited). */
  readonly weights?: Weighting;
}

/** A composite index declared as one JSON document (docs/method.md). */
export interface IndexDeclaration {
  /** Column with the units' names. */
  readonly units: string;
  readonly normalise: Normalisation;
  readonly aggregate: Aggregation;
  /** Default `own`. */
  readonly weights?: Weighting;
  /** COINr's `dat_thresh`: least share of children with a value for a node to have one; default none. */
  readonly dataThreshold?: number;
  readonly nodes: readonly IndexNode[];
}

/** A table for an index: one row a unit, `null` = missing. All columns are as long as `units`. */
export interface IndexTable {
  readonly units: readonly string[];
  readonly columns: ReadonlyMap<string, readonly (number | null)[]>;
}
