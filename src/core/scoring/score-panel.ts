import type { Adcode } from '../geography/admin-unit.ts';
import type { RegionalSeries, ScoringSeries, ScoringTable } from '../indicators/scoring-table.ts';
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

/** Slots by member: the first, and for each slot the next of the same member; −1 = none. */
interface SlotIndex {
  readonly first: ReadonlyMap<Adcode, number>;
  readonly next: Int32Array;
}

function indexSlots(regions: readonly ScoredRegion[], slots: number): SlotIndex {
  const first = new Map<Adcode, number>();
  const next = new Int32Array(slots).fill(-1);
  let slot = slots;
  for (const { members } of regions.toReversed())
    for (const adcode of members.toReversed()) {
      slot--;
      next[slot] = first.get(adcode) ?? -1;
      first.set(adcode, slot);
    }
  return { first, next };
}

/** Regional series by indicator, then year. */
function indexRegional(table: ScoringTable): ReadonlyMap<string, ReadonlyMap<number, RegionalSeries[]>> {
  const index = new Map<string, Map<number, RegionalSeries[]>>();
  for (const series of table.regional) {
    const byYear = index.get(series.indicator) ?? new Map<number, RegionalSeries[]>();
    const ofYear = byYear.get(series.year) ?? [];
    ofYear.push(series);
    byYear.set(series.year, ofYear);
    index.set(series.indicator, byYear);
  }
  return index;
}

const NO_YEARS: readonly number[] = [];

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
  const index = indexSeries(table.series);
  const regional = indexRegional(table);
  const { first, next } = indexSlots(regions, slots);
  const indexOf = (one: ScoringSeries): number => {
    const known = seriesIndex.get(one);
    if (known !== undefined) return known;
    seriesIndex.set(one, series.length);
    return series.push(one) - 1;
  };

  /** Puts a series' values where none is yet. The series is walked, not looked up: one index stays in the cache. */
  const fill = (row: number, one: ScoringSeries): void => {
    const at = indexOf(one);
    for (const [adcode, value] of one.values) {
      if (!Number.isFinite(value)) continue;
      for (let slot = first.get(adcode) ?? -1; slot >= 0; slot = next[slot] as number) {
        if (seriesAt[row + slot] !== -1) continue;
        values[row + slot] = value;
        seriesAt[row + slot] = at;
      }
    }
  };
  /** The same for a series that holds in one region alone. */
  const fillRegion = (row: number, one: ScoringSeries, r: number): void => {
    const at = indexOf(one);
    regions[r]?.members.forEach((adcode, m) => {
      const slot = row + (offsets[r] ?? 0) + m;
      const value = one.values.get(adcode);
      if (seriesAt[slot] !== -1 || value === undefined || !Number.isFinite(value)) return;
      values[slot] = value;
      seriesAt[slot] = at;
    });
  };
  const regionsOf = (one: RegionalSeries): readonly number[] =>
    regions.flatMap(({ variantKey }, r) => (variantKey === one.variantKey ? [r] : []));
  const hasAny = (indicator: string, year: number): boolean =>
    index.series(indicator, year).some((one) => [...one.values.keys()].some((adcode) => first.has(adcode))) ||
    (regional.get(indicator)?.get(year) ?? []).some((one) =>
      regionsOf(one).some((r) => regions[r]?.members.some((adcode) => one.values.has(adcode))),
    );

  const ownYears: (readonly number[])[] = [];
  const alone = new Map<number, readonly number[]>();
  const ownYearsOf = (from: number, to: number): readonly number[] => {
    let found = NO_YEARS;
    for (let slot = from; slot < to; slot++) {
      const year = series[seriesAt[slot] ?? -1]?.year;
      if (year === undefined || found.includes(year)) continue;
      // Nearly all cells have one year: they share its list.
      if (found === NO_YEARS) alone.set(year, (found = alone.get(year) ?? [year]));
      else found = [...found, year];
    }
    return found.length > 1 ? found.toSorted((a, b) => a - b) : found;
  };

  let row = 0;
  for (const year of years) {
    const near = yearsByDistance(year, options.yearWindow);
    for (const { id } of indicators) {
      // One year for all: the nearest in which any member of any region has a value, the earlier of two equally near.
      const candidates =
        options.yearMatching === 'indicator'
          ? near.filter((candidate) => hasAny(id, candidate)).slice(0, 1)
          : near;
      for (const candidate of candidates) {
        for (const one of regional.get(id)?.get(candidate) ?? [])
          for (const r of regionsOf(one)) fillRegion(row, one, r);
        for (const one of index.series(id, candidate)) fill(row, one);
      }
      for (let r = 0; r < regions.length; r++)
        ownYears.push(ownYearsOf(row + (offsets[r] ?? 0), row + (offsets[r + 1] ?? 0)));
      row += slots;
    }
  }
  return { regions, indicators, years, offsets, slots, values, seriesAt, series, ownYears };
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
