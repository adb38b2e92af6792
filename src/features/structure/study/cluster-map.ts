import type { IndicatorDefinition } from '#core/indicators/indicator.ts';
import type { ClusterQuestion } from '#core/structure/cluster-question.ts';
import type { SpatialAutocorrelation } from '#core/structure/spatial-autocorrelation.ts';

/** Clusters that were found, with the question and the indicator's names. */
export interface ClusterMap extends ClusterQuestion {
  readonly indicatorZh: string;
  readonly indicatorEn: string;
  readonly found: SpatialAutocorrelation;
}

/** An answer with the names of its indicator; the id where the data do not know it. */
export function clusterMapOf(
  question: ClusterQuestion,
  found: SpatialAutocorrelation,
  definition: IndicatorDefinition | null,
): ClusterMap {
  const { indicator } = question;
  return {
    ...question,
    indicatorZh: definition?.nameZh ?? indicator,
    indicatorEn: definition?.nameEn ?? indicator,
    found,
  };
}
