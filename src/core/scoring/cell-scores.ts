import type { ScorePanel } from './score-panel.ts';
import type { ScoreOptions } from './score-options.ts';

/** Why a cell's K is undefined, or what made it so; stable codes for programs and translations. */
export type CellReason =
  | 'no-values'
  | 'low-coverage'
  | 'not-common'
  | 'one-value'
  | 'mean-zero'
  | 'mean-negative'
  | 'cv-range-zero'
  | 'level-range-zero';

const REASONS: readonly CellReason[] = [
  'no-values',
  'low-coverage',
  'not-common',
  'one-value',
  'mean-zero',
  'mean-negative',
  'cv-range-zero',
  'level-range-zero',
];

/** Moments of every cell, independent of all options but the panel's. Cell index `(y · indicators + i) · regions + r`. */
export interface CellMoments {
  readonly count: Int32Array;
  readonly mean: Float64Array;
  /** Sum of squared deviations from the mean. */
  readonly squares: Float64Array;
}

/**
 * Two passes over the members' values: exact enough for spreads far smaller than the level. They are added in the order of
 * their size, so that regions with the same values in another order have the very same moments, and tie in every rank.
 */
export function computeMoments(panel: ScorePanel): CellMoments {
  const { regions, indicators, years, offsets, slots, values } = panel;
  const cells = years.length * indicators.length * regions.length;
  const count = new Int32Array(cells);
  const mean = new Float64Array(cells).fill(Number.NaN);
  const squares = new Float64Array(cells);
  const room = new Float64Array(slots);
  let cell = 0;
  for (let row = 0; row < years.length * indicators.length; row++) {
    for (let r = 0; r < regions.length; r++, cell++) {
      const from = row * slots + (offsets[r] as number);
      const to = row * slots + (offsets[r + 1] as number);
      let n = 0;
      for (let at = from; at < to; at++) {
        const value = values[at] as number;
        if (value === value) room[n++] = value;
      }
      count[cell] = n;
      if (n === 0) continue;
      const known = room.subarray(0, n).sort();
      let sum = 0;
      for (let at = 0; at < n; at++) sum += known[at] as number;
      const mu = sum / n;
      let ss = 0;
      for (let at = 0; at < n; at++) ss += ((known[at] as number) - mu) ** 2;
      mean[cell] = mu;
      squares[cell] = ss;
    }
  }
  return { count, mean, squares };
}

/** Where an extreme CV stands. */
export interface CvExtreme {
  readonly cv: number;
  readonly year: number;
  readonly indicator: string;
  readonly regionId: string;
}

/** Scores of every cell; NaN = undefined, with its reason. Same cell index as {@link CellMoments}. */
export interface CellScores {
  readonly cv: Float64Array;
  readonly k: Float64Array;
  readonly level: Float64Array;
  readonly K: Float64Array;
  /** 1 where the indicator enters the region's score of that year. */
  readonly used: Uint8Array;
  /** Index + 1 into the reasons, 0 = none. */
  readonly reason: Uint8Array;
  /** Cell index of the greatest and least CV, one pair an indicator (scope `indicator`) or the same pair everywhere; −1 = none. */
  readonly maxCell: Int32Array;
  readonly minCell: Int32Array;
}

/** The part of the options that turns moments into K. */
export type CellOptions = Pick<
  ScoreOptions,
  'scope' | 'ddof' | 'useSize' | 'useLevel' | 'coverageThreshold' | 'missing'
>;

/** Rounding slack when a share of members is compared with the threshold (13 of 20 is 65 %). */
const COVERAGE_SLACK = 1e-9;

/**
 * The paper's formula on every cell: `cv = σ/μ`, `k = 100 (cv_max − cv)/(cv_max − cv_min)`, `K = k · R · f`.
 *
 * @param dropped An indicator left out of the whole comparison, as if not chosen; −1 = none. For leave-one-out.
 */
export function scoreCells(
  panel: ScorePanel,
  moments: CellMoments,
  options: CellOptions,
  dropped = -1,
): CellScores {
  const regions = panel.regions.length;
  const indicators = panel.indicators.length;
  const rows = panel.years.length * indicators;
  const cells = rows * regions;
  const cv = new Float64Array(cells).fill(Number.NaN);
  const k = new Float64Array(cells).fill(Number.NaN);
  const level = new Float64Array(cells).fill(Number.NaN);
  const K = new Float64Array(cells).fill(Number.NaN);
  const used = new Uint8Array(cells);
  const reason = new Uint8Array(cells);
  const say = (cell: number, why: CellReason) => (reason[cell] = REASONS.indexOf(why) + 1);

  for (let row = 0; row < rows; row++) {
    let counting = 0;
    for (let r = 0; r < regions; r++) {
      const cell = row * regions + r;
      const n = moments.count[cell] as number;
      const members = (panel.offsets[r + 1] as number) - (panel.offsets[r] as number);
      const mu = moments.mean[cell] as number;
      if (n > 1 && mu > 0) cv[cell] = Math.sqrt((moments.squares[cell] as number) / (n - options.ddof)) / mu;
      if (n === 0) say(cell, 'no-values');
      else if (n / members < options.coverageThreshold - COVERAGE_SLACK) say(cell, 'low-coverage');
      else {
        used[cell] = 1;
        counting++;
      }
    }
    const out = row % indicators === dropped;
    if (out || (options.missing === 'common' && counting < regions)) {
      for (let cell = row * regions; cell < (row + 1) * regions; cell++) {
        if (used[cell] === 1 && !out) say(cell, 'not-common');
        used[cell] = 0;
      }
    }
  }

  const { maxCell, minCell } = findExtremes(cv, used, indicators, regions, options.scope);
  const { levelMin, levelMax } = levelRanges(moments.mean, used, indicators, regions);

  for (let cell = 0; cell < cells; cell++) {
    if (used[cell] === 0) continue;
    const r = cell % regions;
    const i = Math.floor(cell / regions) % indicators;
    const mu = moments.mean[cell] as number;
    const size = options.useSize
      ? ((panel.offsets[r + 1] as number) - (panel.offsets[r] as number)) / panel.slots
      : 1;
    const low = levelMin[i] as number;
    const range = (levelMax[i] as number) - low;
    if (!options.useLevel) level[cell] = 1;
    else if (range > 0) {
      const n = (mu - low) / range;
      level[cell] = panel.indicators[i]?.direction === -1 ? Math.sqrt(n * (1 - n)) : n;
    }
    if (moments.count[cell] === 1) say(cell, 'one-value');
    else if (mu === 0) {
      // All members are zero (no city has a high-speed line): the level is nothing, so K is nothing (docs/method.md).
      // Positive and negative values that cancel leave K undefined.
      if (moments.squares[cell] === 0) K[cell] = 0;
      say(cell, 'mean-zero');
    } else if (mu < 0) say(cell, 'mean-negative');
    else {
      const max = cv[maxCell[i] as number] as number;
      const min = cv[minCell[i] as number] as number;
      if (!(max > min)) say(cell, 'cv-range-zero');
      else {
        // The ratio first: it is never above 1, so k never leaves 0–100.
        k[cell] = 100 * ((max - (cv[cell] as number)) / (max - min));
        if (Number.isNaN(level[cell])) say(cell, 'level-range-zero');
        else K[cell] = (k[cell] as number) * size * (level[cell] as number);
      }
    }
  }
  return { cv, k, level, K, used, reason, maxCell, minCell };
}

function findExtremes(
  cv: Float64Array,
  used: Uint8Array,
  indicators: number,
  regions: number,
  scope: ScoreOptions['scope'],
): { maxCell: Int32Array; minCell: Int32Array } {
  const maxCell = new Int32Array(indicators).fill(-1);
  const minCell = new Int32Array(indicators).fill(-1);
  for (let cell = 0; cell < cv.length; cell++) {
    const value = cv[cell] as number;
    if (used[cell] === 0 || value !== value) continue;
    const slot = scope === 'panel' ? 0 : Math.floor(cell / regions) % indicators;
    const max = maxCell[slot] as number;
    const min = minCell[slot] as number;
    if (max < 0 || value > (cv[max] as number)) maxCell[slot] = cell;
    if (min < 0 || value < (cv[min] as number)) minCell[slot] = cell;
  }
  if (scope === 'panel') {
    maxCell.fill(maxCell[0] ?? -1);
    minCell.fill(minCell[0] ?? -1);
  }
  return { maxCell, minCell };
}

function levelRanges(
  mean: Float64Array,
  used: Uint8Array,
  indicators: number,
  regions: number,
): { levelMin: Float64Array; levelMax: Float64Array } {
  const levelMin = new Float64Array(indicators).fill(Number.POSITIVE_INFINITY);
  const levelMax = new Float64Array(indicators).fill(Number.NEGATIVE_INFINITY);
  for (let cell = 0; cell < mean.length; cell++) {
    if (used[cell] === 0) continue;
    const i = Math.floor(cell / regions) % indicators;
    const mu = mean[cell] as number;
    if (mu < (levelMin[i] as number)) levelMin[i] = mu;
    if (mu > (levelMax[i] as number)) levelMax[i] = mu;
  }
  return { levelMin, levelMax };
}

/** The reason of a cell, `null` = none. */
export function reasonOf(scores: CellScores, cell: number): CellReason | null {
  return REASONS[(scores.reason[cell] ?? 0) - 1] ?? null;
}
