import type { DimensionId } from '../indicators/indicator.ts';
import type { IndicatorChoice } from './score-options.ts';

/** What a score map shows: the composite, a dimension, or an indicator. */
export type ScoreNode =
  | { readonly kind: 'composite' }
  | { readonly kind: 'dimension'; readonly id: DimensionId }
  | { readonly kind: 'indicator'; readonly id: string };

/** Positions of the indicators under a node. */
export function indicatorsOfNode(indicators: readonly IndicatorChoice[], node: ScoreNode): number[] {
  return indicators.flatMap(({ id, dimension }, i) => {
    const under =
      node.kind === 'composite' || (node.kind === 'dimension' ? dimension === node.id : id === node.id);
    return under ? [i] : [];
  });
}
