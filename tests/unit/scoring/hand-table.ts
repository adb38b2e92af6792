import type { IndicatorSeries } from '../../../src/core/indicators/indicator.ts';
import type { ScoringTable } from '../../../src/core/indicators/scoring-table.ts';
import type { ScoredRegion } from '../../../src/core/scoring/agglomeration-set.ts';
import { EQUAL_DIMENSION_WEIGHTS, PAPER_OPTIONS } from '../../../src/core/scoring/score-options.ts';
import type { IndicatorChoice, ScoreOptions } from '../../../src/core/scoring/score-options.ts';

/** A prefecture series from a plain record. */
export function series(indicator: string, year: number, values: Record<string, number>): IndicatorSeries {
  return {
    indicator,
    level: 'prefecture',
    year,
    sourceId: `source of ${indicator} ${year}`,
    values: new Map(Object.entries(values)),
    flags: new Map(),
    notes: new Map(),
  };
}

/** A table of prefecture series only. */
export function tableOf(...list: IndicatorSeries[]): ScoringTable {
  return { definitions: new Map(), series: list, regional: [] };
}

/** A region with members. */
export function region(id: string, ...members: string[]): ScoredRegion {
  return { id, variantKey: `${id}@current`, members };
}

/** An indicator choice. */
export function choice(
  id: string,
  dimension: IndicatorChoice['dimension'] = 'regional',
  direction: 1 | -1 = 1,
  weight = 1,
): IndicatorChoice {
  return { id, dimension, direction, weight, inPaper: true };
}

/** The paper's options on given indicators and years. */
export function optionsFor(
  indicators: readonly IndicatorChoice[],
  years: readonly number[],
  change: Partial<ScoreOptions> = {},
): ScoreOptions {
  return { ...PAPER_OPTIONS, dimensionWeights: EQUAL_DIMENSION_WEIGHTS, indicators, years, ...change };
}

/**
 * The example worked by hand in docs/method.md: three agglomerations, two indicators, one year.
 *
 *   A: gdp 4 6 8 (μ 6)   pm25 20 40 60 (μ 40)
 *   B: gdp 3 3   (μ 3)   pm25 20 40    (μ 30)
 *   C: gdp 4 5   (μ 4.5) pm25 30 40    (μ 35)
 */
export const HAND_TABLE = tableOf(
  series('gdp_per_capita', 2020, { a1: 4, a2: 6, a3: 8, b1: 3, b2: 3, c1: 4, c2: 5 }),
  series('pm25', 2020, { a1: 20, a2: 40, a3: 60, b1: 20, b2: 40, c1: 30, c2: 40 }),
);
export const HAND_REGIONS = [region('A', 'a1', 'a2', 'a3'), region('B', 'b1', 'b2'), region('C', 'c1', 'c2')];
export const HAND_OPTIONS = optionsFor([choice('gdp_per_capita'), choice('pm25', 'environment', -1)], [2020]);
