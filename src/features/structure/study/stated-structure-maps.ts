import { isOwnRegion } from '#core/geography/own-region.ts';
import { isOwnIndicator } from '#core/indicators/own-table.ts';
import { clusterNumbers, tieNumbers, type TiesQuestion } from '#core/reproduction/structure-numbers.ts';
import type { GravityFlow } from '#core/structure/gravity.ts';
import type { Receipt } from '#data/receipt.ts';
import type { ClusterMap } from './cluster-map.ts';

/** Ties on the map as a receipt states them. */
export function statedTies(question: TiesQuestion, flows: readonly GravityFlow[]): Receipt['ties'] {
  return {
    question,
    notCarried: isOwnRegion(question.region) ? [question.region] : [],
    numbers: tieNumbers(flows),
  };
}

/** Clusters on the map as a receipt states them. */
export function statedClusters({
  level,
  indicator,
  year,
  neighbours,
  found,
}: ClusterMap): Receipt['clusters'] {
  return {
    question: { level, indicator, year, neighbours },
    notCarried: isOwnIndicator(indicator) ? [indicator] : [],
    numbers: clusterNumbers(found),
  };
}
