import type { DimensionId, IndicatorDefinition } from '../indicators/indicator.ts';
import {
  DIMENSIONS,
  EMBEDDED_EXTRAS,
  EXTRA_INDICATORS,
  PAPER_INDICATORS,
} from '../indicators/paper-indicators.ts';

/** `paper`: the paper's 19; `embedded`: these and our labelled extras; `own`: whatever a person declares. */
export type PresetId = 'paper' | 'embedded' | 'own';

/** Where `cv_max` and `cv_min` are taken: over all CVs used, or within one indicator. */
export type ScopeId = 'panel' | 'indicator';

/** `common`: an indicator enters a year only if it counts for every agglomeration; `available`: wherever it counts. */
export type MissingMode = 'common' | 'available';

/** An indicator as a score uses it. Weights are relative among the indicators of a dimension. */
export interface IndicatorChoice {
  readonly id: string;
  readonly dimension: DimensionId;
  readonly direction: 1 | -1;
  readonly weight: number;
  readonly inPaper: boolean;
}

/** Every option of the integration score (docs/method.md). All are visible and changeable in the app. */
export interface ScoreOptions {
  readonly preset: PresetId;
  readonly indicators: readonly IndicatorChoice[];
  /** Relative weights of the dimensions; a dimension without usable indicators drops out. */
  readonly dimensionWeights: Readonly<Record<DimensionId, number>>;
  /** Years of the panel; `cv_max`, `cv_min` and the level's range run over all of them. */
  readonly years: readonly number[];
  readonly scope: ScopeId;
  /** Delta degrees of freedom of the standard deviation: 0 population, 1 sample. */
  readonly ddof: 0 | 1;
  /** Whether `K` carries the size factor `R`. */
  readonly useSize: boolean;
  /** Whether `K` carries the level factor `f`. */
  readonly useLevel: boolean;
  /** Least share of members with a value for an indicator to count, 0–1. */
  readonly coverageThreshold: number;
  readonly missing: MissingMode;
  /** An indicator without a figure of year t takes the nearest within so many years; 0 = exact. */
  readonly yearWindow: number;
  /** `value`: each figure takes its nearest year; `indicator`: all members take the one nearest year in which any has a value. */
  readonly yearMatching: 'value' | 'indicator';
}

/** JRC's rule of thumb for the least coverage of an indicator, used as a parameter (docs/method.md). */
export const COVERAGE_THRESHOLD = 0.65;

/** The three years of the paper. */
export const PAPER_YEARS: readonly number[] = [2010, 2015, 2020];

/** Equal weights of the five dimensions, as in the paper. */
export const EQUAL_DIMENSION_WEIGHTS: Readonly<Record<DimensionId, number>> = {
  regional: 1,
  innovation: 1,
  infrastructure: 1,
  environment: 1,
  services: 1,
};

/** Turns definitions into choices with weight 1; definitions without dimension or direction are left out. */
export function chooseIndicators(definitions: readonly IndicatorDefinition[]): IndicatorChoice[] {
  return definitions.flatMap(({ id, dimension, direction, inPaper }) =>
    dimension === null || direction === 0 ? [] : [{ id, dimension, direction, inPaper, weight: 1 }],
  );
}

/** The paper preset with our rules for missing data and years. */
export const PAPER_OPTIONS: ScoreOptions = {
  preset: 'paper',
  indicators: chooseIndicators(PAPER_INDICATORS),
  dimensionWeights: EQUAL_DIMENSION_WEIGHTS,
  years: PAPER_YEARS,
  scope: 'panel',
  ddof: 0,
  useSize: true,
  useLevel: true,
  coverageThreshold: COVERAGE_THRESHOLD,
  missing: 'common',
  yearWindow: 2,
  yearMatching: 'value',
};

/** The same recipe on the paper's indicators and our extras. */
export const EMBEDDED_OPTIONS: ScoreOptions = {
  ...PAPER_OPTIONS,
  preset: 'embedded',
  indicators: chooseIndicators([
    ...PAPER_INDICATORS,
    ...EXTRA_INDICATORS.filter(({ id }) => EMBEDDED_EXTRAS.includes(id)),
  ]),
};

/** Options of a preset; `own` starts from the embedded one. */
export function presetOptions(preset: PresetId): ScoreOptions {
  if (preset === 'paper') return PAPER_OPTIONS;
  return preset === 'embedded' ? EMBEDDED_OPTIONS : { ...EMBEDDED_OPTIONS, preset };
}

/** The options with these weights for indicators and dimensions, by id; what has none weighs 1. */
export function withWeights(
  options: ScoreOptions,
  weights: { readonly get: (id: string) => number | undefined },
): ScoreOptions {
  const weightOf = (id: string): number => weights.get(id) ?? 1;
  return {
    ...options,
    indicators: options.indicators.map((choice) => ({ ...choice, weight: weightOf(choice.id) })),
    dimensionWeights: {
      regional: weightOf('regional'),
      innovation: weightOf('innovation'),
      infrastructure: weightOf('infrastructure'),
      environment: weightOf('environment'),
      services: weightOf('services'),
    },
  };
}

/** Dimension ids in the paper's order. */
export const DIMENSION_ORDER: readonly DimensionId[] = DIMENSIONS.map(({ id }) => id);
