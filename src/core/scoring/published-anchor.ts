import type { DimensionId } from '../indicators/indicator.ts';
import { DIMENSION_ORDER } from './score-options.ts';
import { scoresOfYear } from './score.ts';
import type { ScoreResult } from './score.ts';

/** Between-agglomeration CV of a dimension's scores as the paper prints it. */
export interface PublishedDimensionCv {
  readonly dimension: DimensionId;
  readonly year: number;
  readonly cv: number;
}

/** The paper in whose table 4 {@link PUBLISHED_DIMENSION_CVS} stand. */
export const PUBLISHED_SOURCE = '《长江经济带城市群区域一体化发展特征与差异》';

/** The paper's between-agglomeration CVs of the five Yangtze agglomerations, all 19 indicators ({@link PUBLISHED_SOURCE}). */
export const PUBLISHED_DIMENSION_CVS: readonly PublishedDimensionCv[] = [
  { dimension: 'regional', year: 2010, cv: 0.928 },
  { dimension: 'regional', year: 2015, cv: 0.703 },
  { dimension: 'innovation', year: 2010, cv: 1.0785 },
  { dimension: 'innovation', year: 2015, cv: 1.044 },
  { dimension: 'infrastructure', year: 2010, cv: 0.873 },
  { dimension: 'infrastructure', year: 2015, cv: 0.796 },
  { dimension: 'environment', year: 2010, cv: 0.818 },
  { dimension: 'environment', year: 2015, cv: 0.721 },
  { dimension: 'services', year: 2010, cv: 0.854 },
  { dimension: 'services', year: 2015, cv: 0.679 },
];

/** The paper's order of the composite, best first; 滇中 and 黔中 share the last place. */
export const PUBLISHED_ORDER: readonly (readonly string[])[] = [
  ['yrd'],
  ['midyangtze'],
  ['chengyu'],
  ['dianzhong', 'qianzhong'],
];

/** Our value beside the paper's. */
export interface AnchorComparison {
  readonly dimension: DimensionId;
  readonly year: number;
  /** `null` when fewer than two agglomerations have a score or their mean is zero. */
  readonly ours: number | null;
  readonly published: number | null;
  /** Indicators of the dimension that entered ours. */
  readonly indicators: readonly string[];
}

/** Coefficient of variation of numbers, `null` for fewer than two or a mean of zero. */
export function coefficientOfVariation(values: readonly number[], ddof: 0 | 1 = 0): number | null {
  if (values.length < 2) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (mean === 0) return null;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - ddof)) / mean;
}

/** Between-agglomeration CV of every dimension's scores in every year of the panel, beside the paper's where it prints one. */
export function compareWithPublished(result: ScoreResult, ddof: 0 | 1 = 0): AnchorComparison[] {
  return result.panel.years.flatMap((year) => {
    const regions = scoresOfYear(result, year)?.agglomerations ?? [];
    return DIMENSION_ORDER.map((dimension) => {
      const scores = regions.flatMap(({ dimensions }) => dimensions.filter(({ id }) => id === dimension));
      const defined = scores.flatMap(({ score }) => (score === null ? [] : [score]));
      const entered = new Set(
        scores.flatMap(({ indicators }) => indicators.filter(({ K }) => K !== null).map(({ id }) => id)),
      );
      const published = PUBLISHED_DIMENSION_CVS.find(
        (one) => one.dimension === dimension && one.year === year,
      );
      return {
        dimension,
        year,
        ours: coefficientOfVariation(defined, ddof),
        published: published?.cv ?? null,
        indicators: [...entered],
      };
    });
  });
}
