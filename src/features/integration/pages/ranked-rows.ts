import { indexCoverage } from '#core/scoring/composite/explain-index.ts';
import { computeOwnIndex, type OwnIndex } from '#core/scoring/composite/own-index.ts';
import type { ScoreNode } from '#core/scoring/score-node.ts';
import { scoresOfYear, type ScoreResult } from '#core/scoring/score.ts';
import type { Region } from '#core/geography/region.ts';
import type { NumberLanguage } from '#ui/format/number-format.ts';
import type { CrossedMeasures } from '../measure/cross-measures.ts';
import { idOfNode, scoreOfNode } from '../measure/score-nodes.ts';
import { colourOf, type ColouredMeasure } from '../measure/use-measure.ts';
import { nameOfRegion } from '../region-names.ts';

/** A compared agglomeration with its place. */
export interface RankedRow {
  readonly id: string;
  readonly name: string;
  /** `null` where there is no value. */
  readonly rank: number | null;
  readonly value: number | null;
  /** Figures of members that the value rests on, of so many. */
  readonly used: number;
  readonly possible: number;
  /** As on the map; `null` where it shows something else. */
  readonly colour: string | null;
}

/** Place of a value among others, 1 = highest; equal values share a place. */
export function rankOf(value: number | null, all: readonly (number | null)[]): number | null {
  if (value === null) return null;
  return 1 + all.filter((other) => other !== null && other > value).length;
}

/** The agglomerations in the order of the panel, each with its rank by the node, or by what the map shows of agglomerations. */
export function rankedRows(
  result: ScoreResult,
  regions: readonly Region[],
  year: number,
  node: ScoreNode,
  onMap: {
    readonly measure: ColouredMeasure | null;
    readonly crossed: CrossedMeasures | null;
    readonly index: OwnIndex | null;
  },
  language: NumberLanguage,
): readonly RankedRow[] {
  const { measure, crossed, index } = onMap;
  const isOnMap = measure?.view.level === 'agglomeration';
  const inIndex =
    isOnMap && measure.view.shown.kind === 'index' && index !== null
      ? indexCoverage(result, index, year, measure.view.shown.id)
      : null;
  const unranked = (scoresOfYear(result, year)?.agglomerations ?? []).map((region) => {
    const value = isOnMap ? (measure.view.values.get(region.variantKey) ?? null) : scoreOfNode(region, node);
    const indicators = (inIndex === null ? region.dimensions : [])
      .filter(({ id }) => node.kind !== 'dimension' || id === node.id)
      .flatMap((dimension) => dimension.indicators)
      .filter(({ id, K }) => (node.kind === 'indicator' ? id === node.id : K !== null));
    return {
      id: region.id,
      name: nameOfRegion(regions, region.id, language),
      value,
      used: indicators.reduce((sum, { membersUsed }) => sum + membersUsed, 0),
      possible: indicators.reduce((sum, { members }) => sum + members, 0),
      ...inIndex?.get(region.variantKey),
      colour: !isOnMap
        ? null
        : crossed === null
          ? colourOf(measure, value)
          : (crossed.colours[crossed.classes.get(region.variantKey) ?? -1] ?? null),
    };
  });
  const values = unranked.map(({ value }) => value);
  return unranked.map((row) => ({ ...row, rank: rankOf(row.value, values) }));
}

/**
 * A node's score and rank in each year of the panel, by region's id.
 *
 * @param index The own index that the node is of; `null` = it is of the score.
 */
export function scoresOverYears(
  result: ScoreResult,
  node: ScoreNode,
  index: OwnIndex | null,
): readonly ReadonlyMap<string, { readonly value: number | null; readonly rank: number | null }>[] {
  return result.panel.years.map((year) => {
    const computed = index === null ? null : computeOwnIndex(result, index, year);
    const ofIndex = computed?.nodes.find(({ id }) => id === idOfNode(node))?.values;
    const scores = (scoresOfYear(result, year)?.agglomerations ?? []).map((region) => ({
      id: region.id,
      value:
        computed === null
          ? scoreOfNode(region, node)
          : (ofIndex?.[computed.units.indexOf(region.variantKey)] ?? null),
    }));
    const values = scores.map(({ value }) => value);
    return new Map(scores.map(({ id, value }) => [id, { value, rank: rankOf(value, values) }]));
  });
}

/** Places of one year by region's id. */
export function placesIn(
  result: ScoreResult,
  node: ScoreNode,
  year: number,
  index: OwnIndex | null,
): ReadonlyMap<string, number | null> {
  const column = scoresOverYears(result, node, index)[result.panel.years.indexOf(year)] ?? new Map();
  return new Map([...column].map(([id, { rank }]) => [id, rank]));
}
