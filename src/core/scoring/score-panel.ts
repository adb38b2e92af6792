import type { Adcode } from '../geography/admin-unit.ts';
import type { ScoringSeries, ScoringTable } from '../indicators/scoring-table.ts';
import { indexSeries, yearsByDistance } from '../indicators/series-index.ts';
import type { ScoredRegion } from './agglomeration-set.ts';
import type { IndicatorChoice, ScoreOptions } from './score-options.ts';

/**
 * The members' values of every region, indicator and year in one flat array. A cell is (year y, indicator i, region r);
 * the value of its member m stands at `((y · indicators + i) · slots) + offsets[r] + m`.
 */
export interface ScorePanel {
  readonly regions: readonly ScoredRegion[];
  readonly indicators: readonly IndicatorChoice[];
  readonly years: readonly number[];
  /** Start of each region's members among the slots; one more entry than regions. */
  readonly offsets: Int32Array;
  /** Members of all regions together: a prefecture in two regions has two slots. */
  readonly slots: number;
  /** NaN = missing (inside this array only; results use `null`). */
  readonly values: Float64Array;
  /** Index into `series` of the series each value stands in; −1 = missing. */
  readonly seriesAt: Int32Array;
  readonly series: readonly ScoringSeries[];
  /** Own years of the values of each cell, ascending; cell index `(y · indicators + i) · regions + r`. */
  readonly ownYears: readonly (readonly number[])[];
}

/** One member's figure in a cell. */
export interface MemberValue {
  readonly adcode: Adcode;
  readonly value: number | null;
  /** The figure's own year, which may differ from the year asked for. */
  readonly year: number | null;
  readonly sourceId: string | null;
}

type PanelOptions = Pick<ScoreOptions, 'indicators' | 'years' | 'yearWindow' | 'yearMatching'>;

/** Candidates for one region, indicator and year, best year first; regional series before the prefectures'. */
function candidateSeries(
  table: ScoringTable,
  options: PanelOptions,
): (variantKey: string, indicator: string, year: number) => readonly ScoringSeries[] {
  const index = indexSeries(table.series);
  const regional = new Map<string, ScoringSeries[]>();
  const regionalIndicators = new Set<string>();
  for (const series of table.regional) {
    regionalIndicators.add(series.indicator);
    const key = `${series.variantKey} ${series.indicator} ${series.year}`;
    regional.set(key, [...(regional.get(key) ?? []), series]);
  }
  const general = new Map<string, readonly ScoringSeries[]>();
  return (variantKey, indicator, year) => {
    const years = yearsByDistance(year, options.yearWindow);
    const key = `${indicator} ${year}`;
    let shared = general.get(key);
    if (shared === undefined) {
      shared = years.flatMap((candidate) => index.series(indicator, candidate));
      general.set(key, shared);
    }
    if (!regionalIndicators.has(indicator)) return shared;
    return years.flatMap((candidate) => [
      ...(regional.get(`${variantKey} ${indicator} ${candidate}`) ?? []),
      ...index.series(indicator, candidate),
    ]);
  };
}

/**
 * Gathers the values of all regions, indicators and years, each figure with its own year by the year rule.
 * Independent of every other option, so that changing weights, scope or ddof does not gather again.
 */
export function collectPanel(
  table: ScoringTable,
  regions: readonly ScoredRegion[],
  options: PanelOptions,
): ScorePanel {
  const { indicators, years } = options;
  const offsets = new Int32Array(regions.length + 1);
  regions.forEach((region, r) => (offsets[r + 1] = (offsets[r] ?? 0) + region.members.length));
  const slots = offsets[regions.length] ?? 0;
  const values = new Float64Array(years.length * indicators.length * slots).fill(Number.NaN);
  const seriesAt = new Int32Array(values.length).fill(-1);
  const series: ScoringSeries[] = [];
  const seriesIndex = new Map<ScoringSeries, number>();
  const candidatesOf = candidateSeries(table, options);
  const ownYears: number[][] = [];

  let at = 0;
  for (const year of years) {
    for (const { id } of indicators) {
      const candidates = regions.map((region) => candidatesOf(region.variantKey, id, year));
      const onlyYear = options.yearMatching === 'indicator' ? nearestYear(candidates, regions, year) : null;
      for (let r = 0; r < regions.length; r++) {
        const ofRegion = candidates[r] ?? [];
        const cellYears: number[] = [];
        for (const adcode of regions[r]?.members ?? []) {
          for (const candidate of ofRegion) {
            if (onlyYear !== null && candidate.year !== onlyYear) continue;
            const value = candidate.values.get(adcode);
            if (value === undefined || !Number.isFinite(value)) continue;
            let index = seriesIndex.get(candidate);
            if (index === undefined) {
              index = series.push(candidate) - 1;
              seriesIndex.set(candidate, index);
            }
            values[at] = value;
            seriesAt[at] = index;
            if (!cellYears.includes(candidate.year)) cellYears.push(candidate.year);
            break;
          }
          at++;
        }
        ownYears.push(cellYears.sort((a, b) => a - b));
      }
    }
  }
  return { regions, indicators, years, offsets, slots, values, seriesAt, series, ownYears };
}

/** The nearest year in which any member of any region has a value; the earlier of two equally near. */
function nearestYear(
  candidates: readonly (readonly ScoringSeries[])[],
  regions: readonly ScoredRegion[],
  year: number,
): number {
  const present = new Set<number>();
  regions.forEach((region, r) => {
    for (const series of candidates[r] ?? []) {
      if (region.members.some((adcode) => series.values.has(adcode))) present.add(series.year);
    }
  });
  const ordered = [...present].sort((a, b) => Math.abs(a - year) - Math.abs(b - year) || a - b);
  return ordered[0] ?? year;
}

/** Where the first member of a cell stands in the panel's arrays. */
export function cellStart(panel: ScorePanel, year: number, indicator: number, region: number): number {
  return (year * panel.indicators.length + indicator) * panel.slots + (panel.offsets[region] ?? 0);
}

/** The members' figures of one cell, missing ones as `null`. */
export function memberValues(
  panel: ScorePanel,
  year: number,
  indicator: number,
  region: number,
): MemberValue[] {
  const start = cellStart(panel, year, indicator, region);
  return (panel.regions[region]?.members ?? []).map((adcode, m) => {
    const series = panel.series[panel.seriesAt[start + m] ?? -1];
    if (series === undefined) return { adcode, value: null, year: null, sourceId: null };
    return { adcode, value: panel.values[start + m] ?? null, year: series.year, sourceId: series.sourceId };
  });
}
