import { DERIVED_SOURCE_ID } from './derive-indicators.ts';
import { DERIVATIONS } from './derived-value.ts';
import type { IndicatorSeries } from './indicator.ts';

/** Sources of indicators that are computed from other tables than the raw series of {@link DERIVATIONS}. */
const TABLE_SOURCES: ReadonlyMap<string, readonly string[]> = new Map([
  ['krugman', ['census-employment']],
  ['hsr_open', ['rail-lines']],
]);

/**
 * Where a series' numbers come from: its own source, for derived ones those of the raw figures they are driven by.
 * @param all the table's series, raw ones among them.
 */
export function sourcesBehind(
  all: readonly Pick<IndicatorSeries, 'indicator' | 'year' | 'sourceId'>[],
  series: Pick<IndicatorSeries, 'indicator' | 'year' | 'sourceId'>,
): readonly string[] {
  if (series.sourceId !== DERIVED_SOURCE_ID) return [series.sourceId];
  const given = TABLE_SOURCES.get(series.indicator);
  if (given !== undefined) return given;
  const drivers = DERIVATIONS.get(series.indicator)?.drivers ?? [];
  return all
    .filter((one) => one.year === series.year && drivers.includes(one.indicator))
    .map(({ sourceId }) => sourceId);
}

/**
 * The sources to name beside a series: of derived ones those of every figure that they were computed from, the people that
 * money is divided by among them.
 */
export function sourcesCited(
  all: readonly Pick<IndicatorSeries, 'indicator' | 'year' | 'sourceId'>[],
  series: Pick<IndicatorSeries, 'indicator' | 'year' | 'sourceId'> &
    Pick<Partial<IndicatorSeries>, 'citedSourceIds'>,
): readonly string[] {
  return series.citedSourceIds ?? sourcesBehind(all, series);
}
