import { explainScore, type Explanation } from '../explain-score.ts';
import type { ExplainedFormula } from '../indicator-formulas.ts';
import { scoresOfYear, type ScoreResult } from '../score.ts';
import { indexCoverage, normaliseAt, type ValueCoverage } from './explain-index.ts';
import { explainNormalisation, type NormalisationStep } from './explain-normalisation.ts';
import type { Normalisation } from './index-declaration.ts';
import { normaliseColumn } from './normalise.ts';
import { declarationOnColumns, leavesOf, ownIndexTable, type OwnIndex } from './own-index.ts';
import type { ScoreQuantity } from './score-columns.ts';

/** One compared region in a leaf's column. */
export interface ColumnEntry {
  readonly regionId: string;
  readonly figure: number | null;
  readonly value: number | null;
}

/** A leaf of an own index in one region: its figure, how that was put on the common scale, and what the figure is made of. */
export interface LeafExplanation extends ValueCoverage {
  readonly id: string;
  readonly quantity: ScoreQuantity;
  readonly direction: 1 | -1;
  readonly normalise: Normalisation;
  /** Directed and normalised, as it enters the mean above it. */
  readonly value: number | null;
  readonly figure: number | null;
  /** Why there is no value: the indicator's own reason for the figure, or a column on which the normalisation has none. */
  readonly missing: Explanation['reason'] | 'no-figure' | 'no-spread';
  /** `null` where there is no figure. */
  readonly step: NormalisationStep | null;
  /** All compared regions, in their order. */
  readonly column: readonly ColumnEntry[];
  /** The indicator behind the figure with its members; its formulas are those of the figure alone. */
  readonly indicator: Explanation;
}

/** Formulas from a quantity down to the members' values. */
const FORMULAS_OF: Readonly<Record<ScoreQuantity, readonly ExplainedFormula['symbol'][]>> = {
  mean: ['mean'],
  cv: ['cv', 'mean', 'deviation'],
  k: ['k', 'cv', 'mean', 'deviation'],
  K: ['K', 'cv', 'k', 'R', 'f', 'mean', 'deviation'],
};

/**
 * A leaf of an own index taken apart for one region.
 *
 * @param variantKey The region's key among the units of the index.
 * @returns `null` when the index has no such leaf or the year no such region or indicator.
 */
export function explainLeaf(
  result: ScoreResult,
  index: OwnIndex,
  year: number,
  variantKey: string,
  id: string,
): LeafExplanation | null {
  const declaration = declarationOnColumns(index);
  const leaf = leavesOf(declaration).find((one) => one.id === id);
  const table = ownIndexTable(result, index, year);
  const row = table.units.indexOf(variantKey);
  const indicator = explainScore(result, variantKey, year, { kind: 'indicator', id });
  const figures = table.columns.get(id);
  if (leaf === undefined || row === -1 || indicator === null || figures === undefined) return null;
  const direction = leaf.direction ?? 1;
  const normalise = normaliseAt(declaration, id);
  const values = normaliseColumn(figures, direction, normalise);
  const figure = figures[row] ?? null;
  const value = values[row] ?? null;
  const regions = scoresOfYear(result, year)?.agglomerations ?? [];
  const symbols = FORMULAS_OF[index.quantity];
  return {
    id,
    quantity: index.quantity,
    direction,
    normalise,
    value,
    figure,
    missing: value !== null ? null : figure !== null ? 'no-spread' : (indicator.reason ?? 'no-figure'),
    step: explainNormalisation(figures, row, direction, normalise),
    column: regions.map((region, at) => ({
      regionId: region.id,
      figure: figures[at] ?? null,
      value: values[at] ?? null,
    })),
    indicator: {
      ...indicator,
      value,
      formulas: figure === null ? [] : indicator.formulas.filter(({ symbol }) => symbols.includes(symbol)),
      ...(index.quantity === 'K' ? {} : { levelMax: null, levelMin: null }),
    },
    ...(indexCoverage(result, index, year, id).get(variantKey) ?? { used: 0, possible: 0 }),
  };
}
