import { explainIndex, type IndexExplanation } from '#core/scoring/composite/explain-index.ts';
import { explainLeaf, type LeafExplanation } from '#core/scoring/composite/explain-leaf.ts';
import type { OwnIndex } from '#core/scoring/composite/own-index.ts';
import { type Explanation, explainScore } from '#core/scoring/explain-score.ts';
import type { ScoreResult } from '#core/scoring/score.ts';
import { nodeOf } from '../measure/score-nodes.ts';

/** A part of the score taken apart for one region. Of an own index either `inIndex` or `leaf` is there, not both. */
export interface ExplainedNode {
  /** The part as an index or a group of one. */
  readonly inIndex: IndexExplanation | null;
  /** The part as an indicator that an index stands on. */
  readonly leaf: LeafExplanation | null;
  /** The part as the score itself has it. */
  readonly inScore: Explanation | null;
}

/** What is asked: a part, by its id, of a score or (`index`) of an own index. */
export interface NodeQuestion {
  readonly regionId: string | null;
  readonly nodeId: string;
  readonly year: number;
  readonly index: OwnIndex | null;
}

/** The key of a region's delimitation that a score compares; `undefined` where it does not compare the region. */
export function comparedVariant({ panel }: ScoreResult, regionId: string | null): string | undefined {
  return panel.regions.find(({ id }) => id === regionId)?.variantKey;
}

/** Takes a part of a score apart for a region. */
export function explainNode(
  result: ScoreResult,
  { regionId, nodeId, year, index }: NodeQuestion,
): ExplainedNode {
  const variantKey = comparedVariant(result, regionId);
  const isOfIndex = index !== null && variantKey !== undefined;
  return {
    inIndex: isOfIndex ? explainIndex(result, index, year, variantKey, nodeId) : null,
    leaf: isOfIndex ? explainLeaf(result, index, year, variantKey, nodeId) : null,
    inScore: regionId === null ? null : explainScore(result, regionId, year, nodeOf(nodeId)),
  };
}
