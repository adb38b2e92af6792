import type { ScoreNode } from '#core/scoring/score-node.ts';
import type { ShownMeasure } from '#state/document/integration-state.ts';
import { nodeOf } from '../measure/score-nodes.ts';

/** The part of the score that the ranking and its charts are about: the map's, or the composite for raw figures. */
export function rankedNode(shown: ShownMeasure): ScoreNode {
  if (shown.kind === 'composite' || shown.kind === 'value') return { kind: 'composite' };
  if (shown.kind === 'change' && shown.level !== 'agglomeration') return { kind: 'composite' };
  return nodeOf(shown.id);
}
