import type { IndicatorDefinition } from '../../indicators/indicator.ts';
import type { IndicatorChoice } from '../score-options.ts';
import type { ScoreResult } from '../score.ts';
import { computeIndex, type ComputedIndex } from './compute-index.ts';
import type { IndexDeclaration, IndexNode } from './index-declaration.ts';
import { scoreColumns, type ScoreQuantity } from './score-columns.ts';

/** A person's own index over the compared agglomerations: what a leaf's column holds, and the tree over it. */
export interface OwnIndex {
  /** `K`, `k`: the paper's convergence; `mean`: the members' level; `cv`: their spread. */
  readonly quantity: ScoreQuantity;
  readonly declaration: IndexDeclaration;
}

/** The leaves of a declaration: indicator ids. */
export function leavesOf({ nodes }: Pick<IndexDeclaration, 'nodes'>): readonly IndexNode[] {
  const parents = new Set(nodes.map(({ parent }) => parent));
  return nodes.filter(({ id, parent }) => parent !== undefined && !parents.has(id));
}

/** The declared indicators as the paper's recipe takes them, to compute `k` and `K` of; unknown ones are left out. */
export function indexIndicators(
  declaration: IndexDeclaration,
  definitions: ReadonlyMap<string, IndicatorDefinition>,
): IndicatorChoice[] {
  return leavesOf(declaration).flatMap(({ id, direction }) => {
    const definition = definitions.get(id);
    if (definition === undefined) return [];
    return [
      {
        id,
        dimension: definition.dimension ?? 'regional',
        direction: direction ?? (definition.direction === -1 ? -1 : 1),
        weight: 1,
        inPaper: definition.inPaper,
      },
    ];
  });
}

/**
 * The own index of one year over the regions of a score. A leaf that no compared region has in that year is an empty
 * column: it counts as missing. `K` and `k` are directed already, so their leaves count as they are.
 */
export function computeOwnIndex(result: ScoreResult, index: OwnIndex, year: number): ComputedIndex {
  const table = scoreColumns(result, year, index.quantity);
  const empty = table.units.map(() => null);
  const isDirected = index.quantity === 'K' || index.quantity === 'k';
  const leaves = new Set(leavesOf(index.declaration).map(({ id }) => id));
  const columns = new Map([...leaves].map((id) => [id, table.columns.get(id) ?? empty]));
  const nodes = index.declaration.nodes.map((node): IndexNode => {
    if (!isDirected || !leaves.has(node.id)) return node;
    const { direction: _direction, ...rest } = node;
    return rest;
  });
  return computeIndex({ ...index.declaration, nodes }, { units: table.units, columns });
}
