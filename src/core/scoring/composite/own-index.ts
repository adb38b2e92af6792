import type { IndicatorDefinition } from '../../indicators/indicator.ts';
import type { IndicatorChoice } from '../score-options.ts';
import type { ScoreResult } from '../score.ts';
import { computeIndex, type ComputedIndex } from './compute-index.ts';
import { fail, succeed, type Result } from '../../units/result.ts';
import type { IndexDeclaration, IndexNode, IndexTable } from './index-declaration.ts';
import { scoreColumns, type ScoreQuantity } from './score-columns.ts';
import { isRecord, validateDeclaration, type DeclarationFailure } from './validate-declaration.ts';

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

/** What a leaf's column can hold. */
export const QUANTITIES: readonly ScoreQuantity[] = ['mean', 'cv', 'k', 'K'];

/**
 * Reads a declaration from JSON with its key `quantity`; without the key its columns are plain figures (`mean`).
 *
 * @param columns As for {@link validateDeclaration}.
 */
export function readOwnIndex(
  raw: unknown,
  columns: Iterable<string> | null = null,
): Result<OwnIndex, DeclarationFailure | 'bad-quantity'> {
  const declaration = validateDeclaration(raw, columns);
  if (!declaration.ok) return declaration;
  const given = isRecord(raw) ? (raw['quantity'] ?? 'mean') : 'mean';
  const quantity = QUANTITIES.find((one) => one === given);
  if (quantity === undefined)
    return fail({
      reason: 'bad-quantity',
      message: `The declaration has an unknown quantity ${JSON.stringify(given)}.`,
      nextStep: `Use one of ${QUANTITIES.join(', ')}.`,
      values: { given: JSON.stringify(given), allowed: QUANTITIES.join(', ') },
    });
  return succeed({ quantity, declaration: declaration.value });
}

/** The declaration as it is computed on the columns: `K` and `k` are directed already, so their leaves count as they are. */
export function declarationOnColumns({ quantity, declaration }: OwnIndex): IndexDeclaration {
  if (quantity !== 'K' && quantity !== 'k') return declaration;
  const leaves = new Set(leavesOf(declaration).map(({ id }) => id));
  return {
    ...declaration,
    nodes: declaration.nodes.map((node): IndexNode => {
      if (!leaves.has(node.id)) return node;
      const { direction: _direction, ...rest } = node;
      return rest;
    }),
  };
}

/** The table of one year that an own index is computed on. A leaf that no compared region has is an empty column. */
export function ownIndexTable(result: ScoreResult, index: OwnIndex, year: number): IndexTable {
  const table = scoreColumns(result, year, index.quantity);
  const empty = table.units.map(() => null);
  const columns = leavesOf(index.declaration).map(({ id }) => [id, table.columns.get(id) ?? empty] as const);
  return { units: table.units, columns: new Map(columns) };
}

/** The own index of one year over the regions of a score. */
export function computeOwnIndex(result: ScoreResult, index: OwnIndex, year: number): ComputedIndex {
  return computeIndex(declarationOnColumns(index), ownIndexTable(result, index, year));
}
