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
  readonly groups: readonly Group[];
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

/** A dimension with the positions of its indicators. */
interface Group {
  readonly id: DimensionId;
  readonly at: readonly number[];
}

/** In the dimensions' order. */
function groupByDimension(panel: ScorePanel): readonly Group[] {
  return DIMENSION_ORDER.map((id) => ({
    id,
    at: panel.indicators.flatMap(({ dimension }, i) => (dimension === id ? [i] : [])),
  }));
}

/** Mean of the defined K of a dimension's indicators, by weight; NaN where none is defined. */
function dimensionMean(parts: Parts, at: readonly number[], y: number, r: number): number {
  const { panel, cells, options } = parts;
  let sum = 0;
  let weights = 0;
  for (const i of at) {
    const K = cells.K[(y * panel.indicators.length + i) * panel.regions.length + r] as number;
    if (K !== K) continue;
    const weight = options.indicators[i]?.weight ?? panel.indicators[i]?.weight ?? 1;
    sum += weight * K;
    weights += weight;
  }
  return weights > 0 ? sum / weights : Number.NaN;
}

function scoreDimension(parts: Parts, { id, at }: Group, y: number, r: number): DimensionScore {
  const indicators = at.map((i) =>
    scoreIndicator(parts, parts.panel.indicators[i] as IndicatorChoice, y, i, r),
  );
  const weight = parts.options.dimensionWeights[id];
  const score = dimensionMean(parts, at, y, r);
  if (score === score) return { id, score, weight, indicators };
  const reason = indicators.some(({ used }) => used) ? 'every-cell-undefined' : 'no-indicator-counts';
  return { id, score: null, weight, indicators, reason };
}

/** Mean of the defined dimension scores, by weight; NaN where none is defined. */
function compositeOf(parts: Parts, y: number, r: number): number {
  let sum = 0;
  let weights = 0;
  for (const { id, at } of parts.groups) {
    const score = dimensionMean(parts, at, y, r);
    if (score !== score) continue;
    sum += parts.options.dimensionWeights[id] * score;
    weights += parts.options.dimensionWeights[id];
  }
  return weights > 0 ? sum / weights : Number.NaN;
}

function scoreRegion(
  parts: Parts,
  y: number,
  r: number,
  composite: number,
  ranks: ReadonlyMap<number, number>,
): RegionScore {
  const { panel, moments, cells } = parts;
  const region = panel.regions[r] as ScoredRegion;
  let used = false;
  let indicatorsUsed = 0;
  let paperIndicatorsUsed = 0;
  let valuesUsed = 0;
  for (let i = 0; i < panel.indicators.length; i++) {
    const cell = (y * panel.indicators.length + i) * panel.regions.length + r;
    used ||= cells.used[cell] === 1;
    if (Number.isNaN(cells.K[cell])) continue;
    indicatorsUsed++;
    if (panel.indicators[i]?.inPaper === true) paperIndicatorsUsed++;
    valuesUsed += moments.count[cell] as number;
  }
  const score = {
    id: region.id,
    variantKey: region.variantKey,
    composite: finite(composite),
    coverage: paperIndicatorsUsed / PAPER_INDICATOR_COUNT,
    indicatorsUsed,
    paperIndicatorsUsed,
    valuesUsed,
    valuesPossible: indicatorsUsed * region.members.length,
    members: region.members.length,
    rank: ranks.get(composite) ?? null,
    ...(composite === composite
      ? {}
      : { reason: used ? ('every-cell-undefined' as const) : ('no-indicator-counts' as const) }),
  };
  return withPart(score, 'dimensions', () => parts.groups.map((group) => scoreDimension(parts, group, y, r)));
}

/**
 * Adds a property that is made when it is first read. A score has an object for every indicator of every region and year:
 * made at once and all kept, they cost far more than the arithmetic (garbage collection copies them), and few are looked at.
 */
function withPart<Whole extends object, Key extends string, Part>(
  whole: Whole,
  key: Key,
  make: () => Part,
): Whole & Readonly<Record<Key, Part>> {
  return Object.defineProperty(whole, key, {
    enumerable: true,
    configurable: true,
    get: () => {
      const value = make();
      Object.defineProperty(whole, key, { enumerable: true, value });
      return value;
    },
  }) as Whole & Readonly<Record<Key, Part>>;
}

function scoreYear(parts: Parts, year: number, y: number): YearScore {
  const composites = parts.panel.regions.map((_, r) => compositeOf(parts, y, r));
  const ranks = new Map<number, number>();
  const descending = Float64Array.from(composites.filter((composite) => composite === composite)).sort();
  descending.reverse().forEach((composite, at) => {
    if (!ranks.has(composite)) ranks.set(composite, at + 1);
  });
  return {
    year,
    reducedSet: describeSet(parts, y),
    agglomerations: composites.map((composite, r) => scoreRegion(parts, y, r, composite, ranks)),
  };
}

/** Which indicators have a defined K in any region of a year. */
function describeSet({ panel, cells }: Parts, y: number): ReducedSet {
  const entered = new Set<string>();
  panel.indicators.forEach(({ id }, i) => {
    const from = (y * panel.indicators.length + i) * panel.regions.length;
    if (cells.K.subarray(from, from + panel.regions.length).some((K) => K === K)) entered.add(id);
  });
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
