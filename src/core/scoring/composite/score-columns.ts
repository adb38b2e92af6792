import { DIMENSION_ORDER } from '../score-options.ts';
import type { IndicatorScore } from '../score-result.ts';
import type { ScoreResult } from '../score.ts';
import { scoresOfYear } from '../score.ts';
import type { IndexDeclaration, IndexNode, IndexTable } from './index-declaration.ts';

/** What a score offers as columns for a general index: the paper's convergence k or K, the CV itself, or the members' mean. */
export type ScoreQuantity = 'K' | 'k' | 'cv' | 'mean';

/**
 * The indicators of one year as a table for the general index: one row an agglomeration, one column an indicator that
 * enters. `K` and `k` are the paper's convergence as a normalisation (then declare `none`); `mean` and `cv` can be
 * normalised in any other way.
 */
export function scoreColumns(result: ScoreResult, year: number, quantity: ScoreQuantity): IndexTable {
  const regions = scoresOfYear(result, year)?.agglomerations ?? [];
  const pick = (score: IndicatorScore | undefined): number | null =>
    score === undefined || !score.used ? null : score[quantity];
  const scores = regions.map(
    ({ dimensions }) =>
      new Map(dimensions.flatMap(({ indicators }) => indicators.map((score) => [score.id, score] as const))),
  );
  const columns = new Map<string, (number | null)[]>();
  for (const { id } of result.panel.indicators) {
    const column = scores.map((byId) => pick(byId.get(id)));
    if (column.some((value) => value !== null)) columns.set(id, column);
  }
  return { units: regions.map(({ variantKey }) => variantKey), columns };
}

/** The score's own tree as a declaration: `none` on K gives the score itself; a start for indices of one's own. */
export function scoreDeclaration(result: ScoreResult, year: number): IndexDeclaration {
  const { columns } = scoreColumns(result, year, 'K');
  const { indicators, dimensionWeights } = result.options;
  const leaves = indicators.filter(({ id }) => columns.has(id));
  const nodes: IndexNode[] = [{ id: 'composite' }];
  for (const id of DIMENSION_ORDER) {
    const own = leaves.filter(({ dimension }) => dimension === id);
    if (own.length === 0) continue;
    nodes.push({ id, parent: 'composite', weight: dimensionWeights[id] });
    for (const leaf of own) nodes.push({ id: leaf.id, parent: id, direction: 1, weight: leaf.weight });
  }
  return { units: 'region', normalise: { method: 'none' }, aggregate: 'arithmetic', nodes };
}
