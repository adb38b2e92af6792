import type { Adcode } from '#core/geography/admin-unit.ts';
import type { BoundaryChange } from '#core/indicators/boundary-changes.ts';
import type { IndicatorDefinition, IndicatorTable, Provenance } from '#core/indicators/indicator.ts';
import type { ScoringTable } from '#core/indicators/scoring-table.ts';
import { memberContributions } from '#core/scoring/contribution.ts';
import { computeOwnIndex, leavesOf, type OwnIndex } from '#core/scoring/composite/own-index.ts';
import type { ScoreNode } from '#core/scoring/score-node.ts';
import { PAPER_YEARS } from '#core/scoring/score-options.ts';
import { scoresOfYear, type ScoreResult } from '#core/scoring/score.ts';
import type { ShownMeasure } from '#state/document/integration-state.ts';
import { figureView } from './figure-view.ts';
import { figuresBehind } from './figures-behind.ts';
import { nodeOf, scoreOfNode } from './score-nodes.ts';

/** Levels that measures are coloured on. */
export type MeasureLevel = 'agglomeration' | 'prefecture' | 'county';

/** The unit of a measure: of a score, a share, a difference of an indicator, or its relative change. */
export type MeasureUnit = 'score' | 'share' | 'indicator' | 'percent-change';

/** What the map and the ranking show: numbers by unit, and what they are. Words are added where they are shown. */
export interface MeasureView {
  readonly shown: ShownMeasure;
  readonly level: MeasureLevel;
  readonly year: number;
  /** Variant key or adcode → value; `null` = takes part but has none. */
  readonly values: ReadonlyMap<string, number | null>;
  /** Values of all years of the panel together, for the comparability lock; `null` where years can't be compared. */
  readonly allYears: readonly (number | null)[] | null;
  readonly definition: IndicatorDefinition | null;
  readonly unit: MeasureUnit;
  readonly decimals: number;
  readonly provenance: Provenance;
  /** Runs around zero: differences. */
  readonly isDiverging: boolean;
  readonly isLowerBetter: boolean;
  /** Both figures of a difference are known to be of one and the same territory. */
  readonly isSameTerritory: boolean;
  /** The transfers between prefectures for which units have no difference. */
  readonly transfers: readonly BoundaryChange[];
  /** Years the figures really have, ascending. */
  readonly ownYears: readonly number[];
  readonly sourceIds: readonly string[];
  /** Set where the values are a scenario's, or their difference to the present. */
  readonly scenario?: { readonly name: string; readonly side: 'after' | 'difference' };
}

/** A measure but for its numbers: what its words are made from. */
export type DescribedMeasure = Omit<MeasureView, 'values' | 'allYears'>;

/** A measure without its numbers, so that it stays the same for other numbers. */
export function describedOf({
  values: _values,
  allYears: _allYears,
  ...described
}: MeasureView): DescribedMeasure {
  return described;
}

/** What the measures are read from. */
export interface MeasureSource {
  readonly result: ScoreResult;
  readonly table: ScoringTable;
  /** `null` while not loaded. */
  readonly counties: IndicatorTable | null;
  readonly prefectureCodes: readonly Adcode[];
  readonly countyCodes: readonly Adcode[];
  /** The person's own index; `null` = none declared. */
  readonly index?: OwnIndex | null;
}

function scoreView(
  source: MeasureSource,
  shown: ShownMeasure,
  year: number,
  node: ScoreNode,
  fromYear: number | null,
): MeasureView {
  const { result, table } = source;
  const valuesIn = (one: number): Map<string, number | null> =>
    new Map(
      (scoresOfYear(result, one)?.agglomerations ?? []).map((region) => [
        region.variantKey,
        scoreOfNode(region, node),
      ]),
    );
  const now = valuesIn(year);
  const before = fromYear === null ? null : valuesIn(fromYear);
  const values =
    before === null
      ? now
      : new Map(
          [...now].map(([key, value]) => {
            const earlier = before.get(key) ?? null;
            return [key, value === null || earlier === null ? null : value - earlier];
          }),
        );
  const own = figuresBehind(result, table, year, node);
  const earlier = fromYear === null ? null : figuresBehind(result, table, fromYear, node);
  return {
    shown,
    level: 'agglomeration',
    year,
    values,
    allYears: fromYear === null ? result.panel.years.flatMap((one) => [...valuesIn(one).values()]) : null,
    definition: node.kind === 'indicator' ? (table.definitions.get(node.id) ?? null) : null,
    unit: 'score',
    decimals: 2,
    // One modelled indicator that counts makes what is made of it modelled, as under a scenario.
    provenance: own.isModelled || earlier?.isModelled === true ? 'modelled' : 'derived',
    isDiverging: fromYear !== null,
    isLowerBetter: false,
    isSameTerritory: true,
    transfers: [],
    ...(earlier === null
      ? { ownYears: own.years, sourceIds: own.sources }
      : {
          ownYears: [...new Set([...earlier.years, ...own.years])],
          sourceIds: [...new Set([...own.sources, ...earlier.sources])],
        }),
  };
}

function contributionView(
  source: MeasureSource,
  shown: ShownMeasure,
  year: number,
  node: ScoreNode,
): MeasureView {
  const { result, table } = source;
  const sharesIn = (one: number): Map<Adcode, number | null> => {
    const shares = new Map<Adcode, number | null>();
    // A city in two regions is shown with its share in the first; the explanation of the other shows its own.
    for (const { adcode, share } of memberContributions(result, one, node))
      if (!shares.has(adcode)) shares.set(adcode, share === null ? null : share * 100);
    return shares;
  };
  const own = figuresBehind(result, table, year, node);
  return {
    shown,
    level: 'prefecture',
    year,
    values: sharesIn(year),
    allYears: PAPER_YEARS.flatMap((one) => [...sharesIn(one).values()]),
    definition: node.kind === 'indicator' ? (table.definitions.get(node.id) ?? null) : null,
    unit: 'share',
    decimals: 1,
    provenance: own.isModelled ? 'modelled' : 'derived',
    isDiverging: false,
    isLowerBetter: true,
    isSameTerritory: true,
    transfers: [],
    ownYears: own.years,
    sourceIds: own.sources,
  };
}

/** A node of the person's own index; `null` where it is not declared. */
function indexView(source: MeasureSource, shown: ShownMeasure, year: number, id: string): MeasureView | null {
  const { result, table, index } = source;
  if (index === null || index === undefined) return null;
  const valuesIn = (one: number): Map<string, number | null> | null => {
    const computed = computeOwnIndex(result, index, one);
    const node = computed.nodes.find((candidate) => candidate.id === id);
    if (node === undefined) return null;
    return new Map(computed.units.map((unit, at) => [unit, node.values[at] ?? null]));
  };
  const values = valuesIn(year);
  if (values === null) return null;
  const leaves = leavesOf(index.declaration).map((leaf) =>
    figuresBehind(result, table, year, nodeOf(leaf.id)),
  );
  return {
    shown,
    level: 'agglomeration',
    year,
    values,
    allYears: result.panel.years.flatMap((one) => [...(valuesIn(one)?.values() ?? [])]),
    definition: table.definitions.get(id) ?? null,
    unit: 'score',
    decimals: 2,
    provenance: leaves.some(({ isModelled }) => isModelled) ? 'modelled' : 'derived',
    isDiverging: false,
    isLowerBetter: false,
    isSameTerritory: true,
    transfers: [],
    ownYears: [...new Set(leaves.flatMap(({ years }) => years))].sort((a, b) => a - b),
    sourceIds: [...new Set(leaves.flatMap(({ sources }) => sources))],
  };
}

/** The chosen measure's numbers; `null` where its table is not loaded or knows no such indicator. */
export function viewMeasure(source: MeasureSource, shown: ShownMeasure, year: number): MeasureView | null {
  switch (shown.kind) {
    case 'composite':
      return scoreView(source, shown, year, { kind: 'composite' }, null);
    case 'dimension':
      return scoreView(source, shown, year, { kind: 'dimension', id: shown.id }, null);
    case 'indicator':
      return scoreView(source, shown, year, { kind: 'indicator', id: shown.id }, null);
    case 'index':
      return indexView(source, shown, year, shown.id);
    case 'contribution':
      return contributionView(source, shown, year, nodeOf(shown.id));
    case 'value':
      return figureView(source, shown, shown.id, shown.level, year, null);
    case 'change':
      return shown.level === 'agglomeration'
        ? scoreView(source, shown, year, nodeOf(shown.id), shown.fromYear)
        : figureView(source, shown, shown.id, shown.level, year, shown.fromYear);
  }
  return shown satisfies never;
}
