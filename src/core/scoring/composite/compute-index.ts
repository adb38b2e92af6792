import { undefinedMean, weightedAggregate, type UndefinedMean } from './aggregate.ts';
import { entropyWeights, principalWeights } from './derive-weights.ts';
import type {
  Aggregation,
  IndexDeclaration,
  IndexNode,
  IndexTable,
  Normalisation,
  Weighting,
} from './index-declaration.ts';
import { normaliseColumn } from './normalise.ts';
import type { Column } from './normalise.ts';

/** One node with its values for every unit. */
export interface ComputedNode {
  readonly id: string;
  readonly parent: string | null;
  readonly leaf: boolean;
  /** Leaves: directed and normalised; inner nodes: aggregated. Aligned with the table's units. */
  readonly values: readonly (number | null)[];
  /** Weight among its siblings as used (entropy and PCA weights included), not rescaled. */
  readonly weight: number;
}

/** An index computed on a table. */
export interface ComputedIndex {
  readonly root: string;
  readonly units: readonly string[];
  /** Children before parents. */
  readonly nodes: readonly ComputedNode[];
  /** Inner nodes where derived weights could not be computed (too few complete units), weighted equally instead. */
  readonly equalWeightsAt: readonly string[];
  /** Every value that an inner node lacks, with the reason. */
  readonly undefinedAt: readonly UndefinedValue[];
}

/** A unit without a value at an inner node. */
export interface UndefinedValue {
  readonly unit: string;
  readonly node: string;
  readonly reason: UndefinedMean;
}

interface Settings {
  readonly normalise: Normalisation;
}

/**
 * Computes a validated declaration on a table. Pure; linear in units × nodes (ranks: n log n).
 *
 * @throws When a leaf has no column: validate against the table's columns first.
 */
export function computeIndex(declaration: IndexDeclaration, table: IndexTable): ComputedIndex {
  const children = new Map<string | undefined, IndexNode[]>();
  for (const node of declaration.nodes)
    children.set(node.parent, [...(children.get(node.parent) ?? []), node]);
  const computed: ComputedNode[] = [];
  const equalWeightsAt: string[] = [];
  const undefinedAt: UndefinedValue[] = [];

  const visit = (node: IndexNode, weight: number | null, settings: Settings): Column => {
    const normalise = node.normalise ?? settings.normalise;
    const kids = children.get(node.id) ?? [];
    let values: Column;
    if (kids.length === 0) {
      const column = table.columns.get(node.id);
      if (column === undefined) throw new Error(`leaf ${node.id} has no column`);
      values = normaliseColumn(column, node.direction ?? 1, normalise);
    } else {
      const at = computed.length;
      const columns = kids.map((kid) => visit(kid, null, { normalise }));
      const weights = siblingWeights(kids, columns, node.weights ?? declaration.weights ?? 'own');
      if (weights === null) equalWeightsAt.push(node.id);
      const used = weights ?? kids.map(() => 1);
      // Weights of children are known only after they are computed.
      for (let i = at; i < computed.length; i++) {
        const kid = kids.findIndex(({ id }) => id === computed[i]?.id);
        const done = computed[i];
        if (kid >= 0 && done !== undefined) computed[i] = { ...done, weight: used[kid] ?? 1 };
      }
      const how = node.aggregate ?? declaration.aggregate;
      const threshold = declaration.dataThreshold ?? 0;
      values = aggregateColumns(columns, used, how, threshold);
      values.forEach((value, at) => {
        if (value !== null) return;
        const row = columns.map((column) => column[at] ?? null);
        const reason = undefinedMean(row, used, how, threshold);
        const unit = table.units[at];
        if (reason !== null && unit !== undefined) undefinedAt.push({ unit, node: node.id, reason });
      });
    }
    computed.push({
      id: node.id,
      parent: node.parent ?? null,
      leaf: kids.length === 0,
      values,
      weight: weight ?? 1,
    });
    return values;
  };

  const root = children.get(undefined)?.[0];
  if (root === undefined) throw new Error('declaration without a root');
  visit(root, 1, { normalise: declaration.normalise });
  return { root: root.id, units: table.units, nodes: computed, equalWeightsAt, undefinedAt };
}

/** `null` when PCA finds no component. */
function siblingWeights(
  kids: readonly IndexNode[],
  columns: readonly Column[],
  weighting: Weighting,
): readonly number[] | null {
  if (weighting === 'entropy') return entropyWeights(columns);
  if (weighting === 'pca') return principalWeights(columns);
  return kids.map(({ weight }) => (weighting === 'own' ? (weight ?? 1) : 1));
}

function aggregateColumns(
  columns: readonly Column[],
  weights: readonly number[],
  how: Aggregation,
  threshold: number,
): (number | null)[] {
  return (columns[0] ?? []).map((_, unit) => {
    const row = columns.map((column) => column[unit] ?? null);
    const present = row.reduce<number>((count, value) => count + (value === null ? 0 : 1), 0);
    return present / row.length < threshold ? null : weightedAggregate(row, weights, how);
  });
}

/** The command line's shape: every unit with the values of the inner nodes. */
export function indexByUnit(
  index: ComputedIndex,
): { readonly unit: string; readonly values: Readonly<Record<string, number | null>> }[] {
  const inner = index.nodes.filter(({ leaf }) => !leaf);
  return index.units.map((unit, u) => ({
    unit,
    values: Object.fromEntries(inner.map(({ id, values }) => [id, values[u] ?? null])),
  }));
}
