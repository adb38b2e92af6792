import type { CompilationFlag } from '#core/indicators/indicator.ts';
import type { FactRow, PipelineContext } from '../context.ts';
import { numberOf, numberOrNull, text } from './cells.ts';
import type { FormerUnits } from './former-units.ts';
import type { LeftOutFigures } from './left-out-figures.ts';
import type { SeriesCollector } from './series-collector.ts';
import type { TableSourceId } from './table-sources.ts';

const censusColumns = {
  population: 'population',
  urban_population: 'urban_population',
  population_2010_on_2020_boundary: 'population_2010_on_2020_boundary',
  urban_population_2010_on_2020_boundary: 'urban_population_2010_on_2020_boundary',
  population_bulletin: 'population_bulletin',
  urban_core_population: 'urban_core_population',
  mean_years_schooling: 'mean_years_schooling',
  share_age_0_14_pct: 'share_age_0_14',
  share_age_65plus_pct: 'share_age_65plus',
} as const;

/** Names of the tables' indicators that differ from our ids. */
const renamed: Readonly<Record<string, string>> = {
  average_wage_onpost_staff: 'wage',
  population_resident_yearend: 'resident_population',
};

function flagOf(row: FactRow): CompilationFlag {
  const flag = text(row, 'second_compilation');
  if (flag === 'agree' || flag === 'differ' || flag === 'single' || flag === 'other') return flag;
  throw new Error(`Unknown agreement "${flag}"`);
}

function collectCensus(context: PipelineContext, collector: SeriesCollector, former: FormerUnits): void {
  for (const row of context.facts('census_prefecture')) {
    const adcode = text(row, 'adcode');
    const year = numberOf(row, 'year');
    if (!former.admits(adcode, `census ${year}`, text(row, 'name'))) continue;
    for (const [column, indicator] of Object.entries(censusColumns)) {
      const value = numberOrNull(row, column);
      if (value === null) continue;
      const sourceId: TableSourceId =
        year === 2021
          ? 'census-2021-hk-macao'
          : indicator === 'population_bulletin'
            ? 'census-2020-bulletin'
            : year === 2020 || indicator.endsWith('2020_boundary')
              ? 'census-2020'
              : 'census-2010';
      collector.add({ indicator, year, sourceId, adcode, value });
    }
  }
}

function collectYearbooks(
  context: PipelineContext,
  collector: SeriesCollector,
  former: FormerUnits,
  leftOut: LeftOutFigures,
): void {
  const tables = [
    ['economy_prefecture', 'yearbook-economy'],
    ['indicators_extra', 'yearbook-extra'],
  ] as const;
  for (const [table, sourceId] of tables) {
    for (const row of context.facts(table)) {
      const adcode = text(row, 'adcode');
      const year = numberOf(row, 'year');
      const printed = text(row, 'indicator');
      if (!former.admits(adcode, `${printed} ${year}`, text(row, 'name')) || leftOut.has(row)) continue;
      const indicator = renamed[printed] ?? printed;
      const value = numberOrNull(row, 'value');
      if (value === null) continue;
      const earlier = collector.value(indicator, year, adcode);
      if (earlier === undefined) {
        collector.add({
          indicator,
          year,
          sourceId: sourceOf(indicator, year, sourceId),
          adcode,
          value,
          flag: flagOf(row),
        });
      } else if (Math.abs(value / earlier - 1) <= 0.01) {
        collector.setFlag(indicator, year, adcode, 'agree');
      } else {
        collector.setFlag(indicator, year, adcode, 'differ');
        collector.note(indicator, year, adcode, `另一来源 another compilation: ${value}`);
      }
    }
  }
}

/** Land area comes from both tables; a series keeps the source that fills most of it. */
function sourceOf(indicator: string, year: number, table: TableSourceId): TableSourceId {
  return indicator === 'land_area' && year !== 2020 ? 'yearbook-economy' : table;
}

function collectAir(context: PipelineContext, collector: SeriesCollector, former: FormerUnits): void {
  for (const row of context.facts('pm25_station_prefecture')) {
    const adcode = text(row, 'adcode');
    const year = numberOf(row, 'year');
    if (!former.admits(adcode, `pm25 ${year}`, text(row, 'name'))) continue;
    const value = numberOrNull(row, 'pm25_ugm3');
    if (value !== null) collector.add({ indicator: 'pm25', year, sourceId: 'pm25-stations', adcode, value });
  }
}

/** Puts the census, the yearbooks and the air into the collector, in this order: a later table says where it differs. */
export function collectIndicators(
  context: PipelineContext,
  collector: SeriesCollector,
  former: FormerUnits,
  leftOut: LeftOutFigures,
): void {
  collectCensus(context, collector, former);
  collectYearbooks(context, collector, former, leftOut);
  collectAir(context, collector, former);
}
