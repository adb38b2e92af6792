import { computeIndex } from '../composite/compute-index.ts';
import type { IndexDeclaration, IndexNode, IndexTable, Weighting } from '../composite/index-declaration.ts';
import { declarationOnColumns, leavesOf, ownIndexTable, type OwnIndex } from '../composite/own-index.ts';
import type { ScoreResult } from '../score.ts';
import { drawDirichlet } from './draw-dirichlet.ts';
import type { ScoreDraws } from './score-draws.ts';

const DRAWN: ReadonlySet<Weighting> = new Set(['own', 'equal']);

/**
 * In how many groups below a node weights can be drawn: those of a person's own (or equal) weights with two parts or more
 * that count. With none of them the ranks never change.
 */
export function drawnGroups({ nodes, weights }: IndexDeclaration, node: string): number {
  const childrenOf = (id: string) => nodes.filter(({ parent }) => parent === id);
  const countFrom = (id: string): number => {
    const children = childrenOf(id);
    const weighting = nodes.find((each) => each.id === id)?.weights ?? weights ?? 'own';
    const counting = children.filter(({ weight }) => weighting === 'equal' || (weight ?? 1) > 0).length;
    const own = DRAWN.has(weighting) && counting > 1 ? 1 : 0;
    return children.reduce((sum, child) => sum + countFrom(child.id), own);
  };
  return countFrom(node);
}

/** Values are normalised once: no weight changes them. */
function onNormalised(
  declaration: IndexDeclaration,
  table: IndexTable,
): { readonly declaration: IndexDeclaration; readonly table: IndexTable } {
  const values = new Map(computeIndex(declaration, table).nodes.map((node) => [node.id, node.values]));
  const leaves = new Set(leavesOf(declaration).map(({ id }) => id));
  return {
    declaration: {
      ...declaration,
      nodes: declaration.nodes.map((node): IndexNode => {
        if (!leaves.has(node.id)) return node;
        const { direction: _direction, ...rest } = node;
        return { ...rest, normalise: { method: 'none' } };
      }),
    },
    table: {
      units: table.units,
      columns: new Map([...table.columns.keys()].map((id) => [id, values.get(id) ?? []])),
    },
  };
}

/**
 * An own index with drawn weights: in each group of siblings Dirichlet around the declared ones. Groups that take their
 * weights from the figures (entropy, principal component) go on doing so: they are no choice of a person.
 *
 * @param node The node that regions are ranked by.
 * @param concentration As for {@link drawDirichlet}; `null` keeps the declared weights.
 */
export function buildIndexModel(
  result: ScoreResult,
  index: OwnIndex,
  node: string,
  year: number,
  concentration: number | null,
): ScoreDraws {
  const rows = ownIndexTable(result, index, year);
  const { declaration, table } = onNormalised(declarationOnColumns(index), rows);
  const at = result.panel.regions.map(({ variantKey }) => table.units.indexOf(variantKey));
  const byId = new Map(declaration.nodes.map((each) => [each.id, each]));
  const groups = new Map<string, IndexNode[]>();
  for (const each of declaration.nodes) {
    const parent = each.parent === undefined ? undefined : byId.get(each.parent);
    if (parent === undefined || !DRAWN.has(parent.weights ?? declaration.weights ?? 'own')) continue;
    groups.set(parent.id, [...(groups.get(parent.id) ?? []), each]);
  }
  const weightings = [...groups].map(([parent, siblings]) => {
    const isEqual = (byId.get(parent)?.weights ?? declaration.weights) === 'equal';
    return {
      siblings,
      declared: Float64Array.from(siblings, ({ weight }) => (isEqual ? 1 : (weight ?? 1))),
      drawn: new Float64Array(siblings.length),
    };
  });

  const values = (weights: ReadonlyMap<string, number>, scores: Float64Array) => {
    const nodes = declaration.nodes.map((each): IndexNode => {
      const weight = weights.get(each.id);
      return {
        ...each,
        ...(weight !== undefined && { weight }),
        ...(groups.has(each.id) && { weights: 'own' }),
      };
    });
    const computed = computeIndex({ ...declaration, nodes }, table).nodes.find(({ id }) => id === node);
    at.forEach((row, region) => {
      scores[region] = computed?.values[row] ?? Number.NaN;
    });
  };
  const declared = new Float64Array(at.length);
  values(
    new Map(weightings.flatMap((group) => group.siblings.map(({ id }, i) => [id, group.declared[i] ?? 1]))),
    declared,
  );
  return {
    declared,
    draw: (random, scores) => {
      const weights = new Map<string, number>();
      for (const { siblings, declared: around, drawn } of weightings) {
        if (concentration === null) drawn.set(around);
        else drawDirichlet(random, around, concentration, drawn);
        siblings.forEach(({ id }, i) => weights.set(id, drawn[i] ?? 0));
      }
      values(weights, scores);
    },
  };
}
