import type { ScoreNode } from '#core/scoring/score-node.ts';
import { DIMENSION_ORDER } from '#core/scoring/score-options.ts';
import type { RegionScore } from '#core/scoring/score-result.ts';
import { scoresOfYear, type ScoreResult } from '#core/scoring/score.ts';

/** The node of a score that an id names. */
export function nodeOf(id: string): ScoreNode {
  if (id === 'composite') return { kind: 'composite' };
  const dimension = DIMENSION_ORDER.find((one) => one === id);
  return dimension === undefined ? { kind: 'indicator', id } : { kind: 'dimension', id: dimension };
}

/** The id of a node, as the state names it. */
export function idOfNode(node: ScoreNode): string {
  return node.kind === 'composite' ? 'composite' : node.id;
}

/** A region's score of a node. */
export function scoreOfNode(region: RegionScore, node: ScoreNode): number | null {
  if (node.kind === 'composite') return region.composite;
  if (node.kind === 'dimension') return region.dimensions.find(({ id }) => id === node.id)?.score ?? null;
  for (const { indicators } of region.dimensions) {
    const found = indicators.find(({ id }) => id === node.id);
    if (found !== undefined) return found.K;
  }
  return null;
}

/**
 * Indicators that enter a node's scores in a year; `null` for an indicator's own, which is the same in all years, and where
 * the year is not scored.
 */
export function indicatorsIn(result: ScoreResult, year: number, node: ScoreNode): readonly string[] | null {
  const used = scoresOfYear(result, year)?.reducedSet.used;
  if (used === undefined || node.kind === 'indicator') return null;
  if (node.kind === 'composite') return used;
  const inside = new Set(
    result.panel.indicators.filter(({ dimension }) => dimension === node.id).map(({ id }) => id),
  );
  return used.filter((id) => inside.has(id));
}
