import type { Adcode } from '../geography/admin-unit.ts';
import type { IndicatorSeries } from './indicator.ts';

/** Series of one level by indicator and year. */
export interface SeriesIndex {
  /** Years with a series of the indicator, ascending. */
  years: (indicator: string) => readonly number[];
  series: (indicator: string, year: number) => readonly IndicatorSeries[];
}

/** A figure with the series it stands in. */
export interface FoundFigure {
  readonly value: number;
  readonly series: IndicatorSeries;
}

/** Indexes the series of one level of a table once, so that lookups do not walk it. */
export function indexSeries(
  series: readonly IndicatorSeries[],
  level: IndicatorSeries['level'] = 'prefecture',
): SeriesIndex {
  const byIndicator = new Map<string, Map<number, IndicatorSeries[]>>();
  for (const one of series) {
    if (one.level !== level) continue;
    const byYear = byIndicator.get(one.indicator) ?? new Map<number, IndicatorSeries[]>();
    byYear.set(one.year, [...(byYear.get(one.year) ?? []), one]);
    byIndicator.set(one.indicator, byYear);
  }
  return {
    years: (indicator) => [...(byIndicator.get(indicator)?.keys() ?? [])].sort((a, b) => a - b),
    series: (indicator, year) => byIndicator.get(indicator)?.get(year) ?? [],
  };
}

/** Years of a window around `year`: the year itself, then by distance, the earlier first. */
export function yearsByDistance(year: number, windowYears: number): number[] {
  const years = [year];
  for (let distance = 1; distance <= windowYears; distance++) years.push(year - distance, year + distance);
  return years;
}

/** The figure of `year`, else the nearest within `windowYears`; where two series of one year have a value, the first of the table wins. */
export function findFigure(
  index: SeriesIndex,
  indicator: string,
  adcode: Adcode,
  year: number,
  windowYears: number,
): FoundFigure | null {
  for (const candidate of yearsByDistance(year, windowYears)) {
    for (const series of index.series(indicator, candidate)) {
      const value = series.values.get(adcode);
      if (value !== undefined && Number.isFinite(value)) return { value, series };
    }
  }
  return null;
}
