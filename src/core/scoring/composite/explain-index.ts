import type { CellReason } from '../cell-scores.ts';
import type { IndicatorScore, RegionScore } from '../score-result.ts';
import { scoresOfYear, type ScoreResult } from '../score.ts';
import type { UndefinedMean } from './aggregate.ts';
import { computeIndex, type ComputedIndex } from './compute-index.ts';
import type { Aggregation, Normalisation, Weighting } from './index-declaration.ts';
import { declarationOnColumns, leavesOf, ownIndexTable, type OwnIndex } from './own-index.ts';

/** Members' figures that a value rests on, of all that its indicators ask for. */
export interface ValueCoverage {
  readonly used: number;
  readonly possible: number;
}

/** A child of a node of an own index, as it enters the mean. */
export interface IndexPart extends ValueCoverage {
  readonly id: string;
  readonly isLeaf: boolean;
  /** Directed and normalised (leaf) or aggregated. */
  readonly value: number | null;
  /** A leaf's column before that: the quantity of the index. */
  readonly figure: number | null;
  /** Why a leaf has no figure, where its indicator says so. */
  readonly missing: CellReason | null;
  readonly direction: 1 | -1;
  readonly normalise: Normalisation;
  readonly weight: number;
}

/** A node of an own index in one region: its mean with all that enters it. */
export interface IndexExplanation extends ValueCoverage {
  readonly id: string;
  readonly value: number | null;
  readonly reason: UndefinedMean | null;
  readonly aggregate: Aggregation;
  readonly weighting: Weighting;
  /** Derived weights could not be had: all weigh the same. */
  readonly isEqualInstead: boolean;
  readonly parts: readonly IndexPart[];
}

/** Figures behind the leaves under a node, by the regions' keys. A leaf that does not enter has used none of its members'. */
export function indexCoverage(
  result: ScoreResult,
  index: OwnIndex,
  year: number,
  node: string,
): ReadonlyMap<string, ValueCoverage> {
  const leaves = leavesUnder(index, node);
  const { columns, units } = ownIndexTable(result, index, year);
  return new Map(
    (scoresOfYear(result, year)?.agglomerations ?? []).map(({ variantKey, members, dimensions }) => {
      const scores = indicatorScores({ dimensions });
      const row = units.indexOf(variantKey);
      const enters = leaves.filter((id) => (columns.get(id)?.[row] ?? null) !== null);
      const used = enters.reduce((sum, id) => sum + (scores.get(id)?.membersUsed ?? 0), 0);
      const possible = leaves.reduce((sum, id) => sum + (scores.get(id)?.members ?? members), 0);
      return [variantKey, { used, possible }];
    }),
  );
}

function indicatorScores({
  dimensions,
}: Pick<RegionScore, 'dimensions'>): ReadonlyMap<string, IndicatorScore> {
  return new Map(dimensions.flatMap(({ indicators }) => indicators.map((one) => [one.id, one] as const)));
}

/**
 * Leaves under a node that have a figure in a year, for one region or, without one, for any of those compared. `null` for a
 * leaf, which stands on itself alone.
 */
export function leavesWithFigures(
  result: ScoreResult,
  index: OwnIndex,
  year: number,
  node: string,
  variantKey: string | null,
): readonly string[] | null {
  const leaves = leavesUnder(index, node);
  if (leaves.includes(node)) return null;
  const { columns, units } = ownIndexTable(result, index, year);
  return leaves.filter((id) =>
    columns
      .get(id)
      ?.some((value, row) => value !== null && (variantKey === null || units[row] === variantKey)),
  );
}

function leavesUnder({ declaration }: OwnIndex, node: string): readonly string[] {
  const parents = new Map(declaration.nodes.map(({ id, parent }) => [id, parent]));
  const isUnder = (id: string | undefined): boolean =>
    id !== undefined && (id === node || isUnder(parents.get(id)));
  return leavesOf(declaration).flatMap(({ id }) => (isUnder(id) ? [id] : []));
}

/** The normalisation of a node: its own, else that of the nearest node above it that has one. */
export function normaliseAt(declaration: OwnIndex['declaration'], id: string | undefined): Normalisation {
  const node = declaration.nodes.find((one) => one.id === id);
  return node === undefined
    ? declaration.normalise
    : (node.normalise ?? normaliseAt(declaration, node.parent));
}

/** Ids from the index itself down to a node; the node alone where the index has none of that name. */
export function indexPath({ nodes }: Pick<OwnIndex['declaration'], 'nodes'>, id: string): readonly string[] {
  const parent = nodes.find((one) => one.id === id)?.parent;
  return parent === undefined ? [id] : [...indexPath({ nodes }, parent), id];
}

/**
 * A node of an own index taken apart for one region.
 *
 * @param variantKey The region's key among the units of the index.
 * @returns `null` when the index has no such inner node or the year no such region.
 */
export function explainIndex(
  result: ScoreResult,
  index: OwnIndex,
  year: number,
  variantKey: string,
  id: string,
): IndexExplanation | null {
  const declaration = declarationOnColumns(index);
  const table = ownIndexTable(result, index, year);
  const computed = computeIndex(declaration, table);
  const row = computed.units.indexOf(variantKey);
  const node = declaration.nodes.find((one) => one.id === id);
  const self = computed.nodes.find((one) => one.id === id);
  const region = scoresOfYear(result, year)?.agglomerations.find((one) => one.variantKey === variantKey);
  if (region === undefined || row === -1 || node === undefined || self === undefined || self.leaf)
    return null;
  const scoreOf = indicatorScores(region);
  const coverageOf = (one: string): ValueCoverage =>
    indexCoverage(result, index, year, one).get(variantKey) ?? { used: 0, possible: 0 };
  return {
    id,
    value: self.values[row] ?? null,
    reason: reasonOf(computed, variantKey, id),
    aggregate: node.aggregate ?? declaration.aggregate,
    weighting: node.weights ?? declaration.weights ?? 'own',
    isEqualInstead: computed.equalWeightsAt.includes(id),
    ...coverageOf(id),
    parts: declaration.nodes
      .filter(({ parent }) => parent === id)
      .map((child): IndexPart => {
        const done = computed.nodes.find((one) => one.id === child.id);
        const figure = table.columns.get(child.id)?.[row] ?? null;
        return {
          id: child.id,
          isLeaf: done?.leaf ?? true,
          value: done?.values[row] ?? null,
          figure,
          missing: figure === null ? (scoreOf.get(child.id)?.reason ?? null) : null,
          direction: child.direction ?? 1,
          normalise: normaliseAt(declaration, child.id),
          weight: done?.weight ?? 1,
          ...coverageOf(child.id),
        };
      }),
  };
}

function reasonOf({ undefinedAt }: ComputedIndex, unit: string, node: string): UndefinedMean | null {
  return undefinedAt.find((one) => one.unit === unit && one.node === node)?.reason ?? null;
}
