import type { DimensionId } from '../indicators/indicator.ts';
import type { ScoringTable } from '../indicators/scoring-table.ts';
import type { ScoredRegion } from './agglomeration-set.ts';
import type { CellMoments, CellScores, CvExtreme } from './cell-scores.ts';
import { computeMoments, reasonOf, scoreCells } from './cell-scores.ts';
import { DIMENSION_ORDER } from './score-options.ts';
import type { IndicatorChoice, ScoreOptions } from './score-options.ts';
import { collectPanel } from './score-panel.ts';
import type { ScorePanel } from './score-panel.ts';
import type {
  CvRange,
  DimensionScore,
  IndicatorScore,
  ReducedSet,
  RegionScore,
  YearScore,
} from './score-result.ts';

/** A computed score with everything that explains it. */
export interface ScoreResult {
  readonly options: ScoreOptions;
  readonly panel: ScorePanel;
  readonly moments: CellMoments;
  readonly cells: CellScores;
  readonly cvRanges: readonly CvRange[];
  /** One entry a year of the panel, in its order. */
  readonly years: readonly YearScore[];
}

/** Number of indicators in the paper: what coverage is measured against. */
export const PAPER_INDICATOR_COUNT = 19;

/**
 * Integration score of every region in every year of the panel, by the paper's recipe with the given options.
 * Gathers the values first; where only weights, scope or similar change, keep the panel and call {@link scorePanel}.
 */
export function scoreRegions(
  table: ScoringTable,
  regions: readonly ScoredRegion[],
  options: ScoreOptions,
): ScoreResult {
  return scorePanel(collectPanel(table, regions, options), options);
}

/** Scores a gathered panel; weights are read from `options`, which must name the panel's indicators in its order. */
export function scorePanel(panel: ScorePanel, options: ScoreOptions): ScoreResult {
  const moments = computeMoments(panel);
  const cells = scoreCells(panel, moments, options);
  const parts: Parts = { panel, moments, cells, options, groups: groupByDimension(panel) };
  const years = panel.years.map((year, y) => scoreYear(parts, year, y));
  return { options, panel, moments, cells, cvRanges: describeRanges(panel, cells, options), years };
}

interface Parts {
  readonly panel: ScorePanel;
  readonly moments: CellMoments;
  readonly cells: CellScores;
  readonly options: ScoreOptions;
  readonly groups: ReturnType<typeof groupByDimension>;
}

function finite(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

function scoreIndicator(
  parts: Parts,
  choice: IndicatorChoice,
  y: number,
  i: number,
  r: number,
): IndicatorScore {
  const { panel, moments, cells, options } = parts;
  const cell = (y * panel.indicators.length + i) * panel.regions.length + r;
  const members = panel.regions[r]?.members.length ?? 0;
  const count = moments.count[cell] ?? 0;
  const reason = reasonOf(cells, cell);
  const score: IndicatorScore = {
    id: choice.id,
    cv: finite(cells.cv[cell]),
    k: finite(cells.k[cell]),
    R: options.useSize ? members / panel.slots : 1,
    f: finite(cells.level[cell]),
    K: finite(cells.K[cell]),
    coverage: members === 0 ? 0 : count / members,
    membersUsed: count,
    members,
    used: cells.used[cell] === 1,
    inPaper: choice.inPaper,
    weight: options.indicators[i]?.weight ?? choice.weight,
    mean: finite(moments.mean[cell]),
    deviation: count > options.ddof ? Math.sqrt((moments.squares[cell] ?? 0) / (count - options.ddof)) : null,
    years: panel.ownYears[cell] ?? [],
  };
  return reason === null ? score : Object.assign(score, { reason });
}

/** Positions of each dimension's indicators, in the dimensions' order. */
function groupByDimension(
  panel: ScorePanel,
): readonly { readonly id: DimensionId; readonly at: readonly number[] }[] {
  return DIMENSION_ORDER.map((id) => ({
    id,
    at: panel.indicators.flatMap(({ dimension }, i) => (dimension === id ? [i] : [])),
  }));
}

function scoreDimension(
  parts: Parts,
  { id, at }: { readonly id: DimensionId; readonly at: readonly number[] },
  y: number,
  r: number,
): DimensionScore {
  const { panel, options } = parts;
  const indicators: IndicatorScore[] = [];
  let sum = 0;
  let weights = 0;
  for (const i of at) {
    const score = scoreIndicator(parts, panel.indicators[i] as IndicatorChoice, y, i, r);
    indicators.push(score);
    if (score.K === null) continue;
    sum += score.weight * score.K;
    weights += score.weight;
  }
  const weight = options.dimensionWeights[id];
  if (weights > 0) return { id, score: sum / weights, weight, indicators };
  const reason = indicators.some(({ used }) => used) ? 'every-cell-undefined' : 'no-indicator-counts';
  return { id, score: null, weight, indicators, reason };
}

function scoreRegion(parts: Parts, y: number, r: number): RegionScore {
  const region = parts.panel.regions[r] as ScoredRegion;
  const dimensions = parts.groups.map((group) => scoreDimension(parts, group, y, r));
  let sum = 0;
  let weights = 0;
  let used = false;
  let indicatorsUsed = 0;
  let paperIndicatorsUsed = 0;
  let valuesUsed = 0;
  for (const dimension of dimensions) {
    if (dimension.score !== null) {
      sum += dimension.weight * dimension.score;
      weights += dimension.weight;
    }
    for (const indicator of dimension.indicators) {
      used ||= indicator.used;
      if (indicator.K === null) continue;
      indicatorsUsed++;
      if (indicator.inPaper) paperIndicatorsUsed++;
      valuesUsed += indicator.membersUsed;
    }
  }
  const score: RegionScore = {
    id: region.id,
    variantKey: region.variantKey,
    composite: weights > 0 ? sum / weights : null,
    coverage: paperIndicatorsUsed / PAPER_INDICATOR_COUNT,
    indicatorsUsed,
    paperIndicatorsUsed,
    valuesUsed,
    valuesPossible: indicatorsUsed * region.members.length,
    members: region.members.length,
    rank: null,
    dimensions,
  };
  if (weights > 0) return score;
  return { ...score, reason: used ? 'every-cell-undefined' : 'no-indicator-counts' };
}

function scoreYear(parts: Parts, year: number, y: number): YearScore {
  const unranked = parts.panel.regions.map((_, r) => scoreRegion(parts, y, r));
  const descending = unranked
    .flatMap(({ composite }) => (composite === null ? [] : [composite]))
    .sort((a, b) => b - a);
  const rankOf = new Map<number, number>();
  descending.forEach((composite, at) => {
    if (!rankOf.has(composite)) rankOf.set(composite, at + 1);
  });
  const agglomerations = unranked.map((region) =>
    region.composite === null ? region : { ...region, rank: rankOf.get(region.composite) ?? null },
  );
  return { year, reducedSet: describeSet(parts.panel, agglomerations), agglomerations };
}

function describeSet(panel: ScorePanel, agglomerations: readonly RegionScore[]): ReducedSet {
  const entered = new Set<string>();
  for (const { dimensions } of agglomerations)
    for (const { indicators } of dimensions)
      for (const { id, K } of indicators) if (K !== null) entered.add(id);
  const used = panel.indicators.filter(({ id }) => entered.has(id));
  const paper = used.filter(({ inPaper }) => inPaper);
  const extras = used.filter(({ inPaper }) => !inPaper).map(({ id }) => id);
  return {
    reduced: paper.length < PAPER_INDICATOR_COUNT || extras.length > 0,
    paperIndicators: PAPER_INDICATOR_COUNT,
    paperIndicatorsUsed: paper.length,
    used: used.map(({ id }) => id),
    extras,
    missing: panel.indicators.filter(({ id, inPaper }) => inPaper && !entered.has(id)).map(({ id }) => id),
  };
}

function describeCell(panel: ScorePanel, cells: CellScores, cell: number): CvExtreme | null {
  if (cell < 0) return null;
  const regions = panel.regions.length;
  const row = Math.floor(cell / regions);
  return {
    cv: cells.cv[cell] ?? Number.NaN,
    year: panel.years[Math.floor(row / panel.indicators.length)] ?? Number.NaN,
    indicator: panel.indicators[row % panel.indicators.length]?.id ?? '',
    regionId: panel.regions[cell % regions]?.id ?? '',
  };
}

function describeRanges(panel: ScorePanel, cells: CellScores, options: ScoreOptions): CvRange[] {
  const at = (i: number) => ({
    max: describeCell(panel, cells, cells.maxCell[i] ?? -1),
    min: describeCell(panel, cells, cells.minCell[i] ?? -1),
  });
  if (options.scope === 'panel') return [{ indicator: null, ...at(0) }];
  return panel.indicators.map(({ id }, i) => ({ indicator: id, ...at(i) }));
}

/** The year's scores, `undefined` for a year outside the panel. */
export function scoresOfYear(result: ScoreResult, year: number): YearScore | undefined {
  return result.years.find((entry) => entry.year === year);
}
