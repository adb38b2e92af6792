import type { ScoringTable } from '../indicators/scoring-table.ts';
import type { ScoredRegion } from './agglomeration-set.ts';
import type { CellMoments, CellScores, CvExtreme } from './cell-scores.ts';
import { computeMoments, reasonOf, scoreCells } from './cell-scores.ts';
import { DIMENSION_ORDER } from './score-options.ts';
import type { ScoreOptions } from './score-options.ts';
import { cellStart, collectPanel } from './score-panel.ts';
import type { ScorePanel } from './score-panel.ts';
import type {
  CvRange,
  DimensionScore,
  IndicatorScore,
  ReducedSet,
  RegionScore,
  ScoreReason,
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
  const years = panel.years.map((year, y) => scoreYear({ panel, moments, cells, options }, year, y));
  return { options, panel, moments, cells, cvRanges: describeRanges(panel, cells, options), years };
}

interface Parts {
  readonly panel: ScorePanel;
  readonly moments: CellMoments;
  readonly cells: CellScores;
  readonly options: ScoreOptions;
}

function finite(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

function ownYears(panel: ScorePanel, y: number, i: number, r: number, members: number): number[] {
  const start = cellStart(panel, y, i, r);
  const years: number[] = [];
  for (let at = start; at < start + members; at++) {
    const series = panel.series[panel.seriesAt[at] ?? -1];
    if (series !== undefined && !years.includes(series.year)) years.push(series.year);
  }
  return years.sort((a, b) => a - b);
}

function scoreIndicator(parts: Parts, y: number, i: number, r: number): IndicatorScore | null {
  const { panel, moments, cells, options } = parts;
  const choice = panel.indicators[i];
  if (choice === undefined) return null;
  const cell = (y * panel.indicators.length + i) * panel.regions.length + r;
  const members = panel.regions[r]?.members.length ?? 0;
  const count = moments.count[cell] ?? 0;
  const reason = reasonOf(cells, cell);
  return {
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
    years: ownYears(panel, y, i, r, members),
    ...(reason === null ? {} : { reason }),
  };
}

/** Weighted mean of what is defined; `null` when nothing is or its weights are zero. */
function weightedMean(
  parts: readonly { readonly value: number | null; readonly weight: number }[],
): number | null {
  let sum = 0;
  let weights = 0;
  for (const { value, weight } of parts) {
    if (value === null) continue;
    sum += value * weight;
    weights += weight;
  }
  return weights > 0 ? sum / weights : null;
}

function scoreRegion(parts: Parts, y: number, r: number): RegionScore {
  const { panel, options } = parts;
  const region = panel.regions[r] as ScoredRegion;
  const all = panel.indicators.flatMap((_, i) => scoreIndicator(parts, y, i, r) ?? []);
  const dimensions: DimensionScore[] = DIMENSION_ORDER.map((id) => {
    const indicators = all.filter((_, i) => panel.indicators[i]?.dimension === id);
    const score = weightedMean(indicators.map(({ K, weight }) => ({ value: K, weight })));
    const reason: ScoreReason = indicators.some(({ used }) => used)
      ? 'every-cell-undefined'
      : 'no-indicator-counts';
    return {
      id,
      score,
      weight: options.dimensionWeights[id],
      indicators,
      ...(score === null ? { reason } : {}),
    };
  });
  const composite = weightedMean(dimensions.map(({ score, weight }) => ({ value: score, weight })));
  const defined = all.filter(({ K }) => K !== null);
  const paperIndicatorsUsed = defined.filter(({ inPaper }) => inPaper).length;
  const reason: ScoreReason = all.some(({ used }) => used) ? 'every-cell-undefined' : 'no-indicator-counts';
  return {
    id: region.id,
    variantKey: region.variantKey,
    composite,
    coverage: paperIndicatorsUsed / PAPER_INDICATOR_COUNT,
    indicatorsUsed: defined.length,
    paperIndicatorsUsed,
    valuesUsed: defined.reduce((sum, { membersUsed }) => sum + membersUsed, 0),
    valuesPossible: defined.length * region.members.length,
    members: region.members.length,
    rank: null,
    dimensions,
    ...(composite === null ? { reason } : {}),
  };
}

function scoreYear(parts: Parts, year: number, y: number): YearScore {
  const unranked = parts.panel.regions.map((_, r) => scoreRegion(parts, y, r));
  const agglomerations = unranked.map((region) => {
    const { composite } = region;
    if (composite === null) return region;
    const ahead = unranked.filter((other) => other.composite !== null && other.composite > composite).length;
    return { ...region, rank: ahead + 1 };
  });
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
