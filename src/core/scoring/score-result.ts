import type { DimensionId } from '../indicators/indicator.ts';
import type { CellReason, CvExtreme } from './cell-scores.ts';

/** Why a dimension or composite has no score. */
export type ScoreReason = 'no-indicator-counts' | 'every-cell-undefined';

/** One indicator of one agglomeration in one year: the formula's parts. Undefined numbers are `null` with a reason. */
export interface IndicatorScore {
  readonly id: string;
  /** σ / μ of the members' values. */
  readonly cv: number | null;
  /** 0–100, 100 = the smallest spread compared. */
  readonly k: number | null;
  /** Size factor; 1 when switched off. */
  readonly R: number;
  /** Level factor 0–1; 1 when switched off. */
  readonly f: number | null;
  readonly K: number | null;
  /** Share of members with a value, 0–1. */
  readonly coverage: number;
  readonly membersUsed: number;
  readonly members: number;
  /** Whether the indicator enters this agglomeration's score. */
  readonly used: boolean;
  readonly inPaper: boolean;
  readonly weight: number;
  /** Members' mean and standard deviation (by the chosen ddof). */
  readonly mean: number | null;
  readonly deviation: number | null;
  /** Own years of the members' values, ascending. */
  readonly years: readonly number[];
  readonly reason?: CellReason;
}

/** Weighted mean of a dimension's K. */
export interface DimensionScore {
  readonly id: DimensionId;
  readonly score: number | null;
  readonly weight: number;
  readonly indicators: readonly IndicatorScore[];
  readonly reason?: ScoreReason;
}

/** Score of one agglomeration in one year. */
export interface RegionScore {
  readonly id: string;
  readonly variantKey: string;
  readonly composite: number | null;
  /** Share of the paper's 19 indicators that entered, 0–1. */
  readonly coverage: number;
  /** Indicators with a defined K, the paper's among them, and values held over values possible in these. */
  readonly indicatorsUsed: number;
  readonly paperIndicatorsUsed: number;
  readonly valuesUsed: number;
  readonly valuesPossible: number;
  readonly members: number;
  /** 1 = best composite; equal composites share the better rank; `null` without composite. */
  readonly rank: number | null;
  /** With their indicators; made when first read. */
  readonly dimensions: readonly DimensionScore[];
  readonly reason?: ScoreReason;
}

/** Label data of a score made of fewer than the paper's 19 indicators: never to be shown as the paper's score. */
export interface ReducedSet {
  /** False only when all 19 of the paper and nothing else entered. */
  readonly reduced: boolean;
  readonly paperIndicators: number;
  readonly paperIndicatorsUsed: number;
  readonly used: readonly string[];
  readonly extras: readonly string[];
  readonly missing: readonly string[];
}

/** All agglomerations in one year of the panel. */
export interface YearScore {
  readonly year: number;
  readonly reducedSet: ReducedSet;
  readonly agglomerations: readonly RegionScore[];
}

/** Where `cv_max` and `cv_min` come from; `indicator` is `null` for the scope `panel`. */
export interface CvRange {
  readonly indicator: string | null;
  readonly max: CvExtreme | null;
  readonly min: CvExtreme | null;
}
