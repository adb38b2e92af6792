import type { Adcode } from '../geography/admin-unit.ts';
import type { RegionVariant } from '../geography/region.ts';
import type { RailLine } from '../network/rail-line.ts';
import { DERIVATIONS, MAXIMUM_INPUT_GAP_YEARS } from './derived-value.ts';
import type { EmploymentTable } from './employment-table.ts';
import { highSpeedArrivals, highSpeedOpenIn } from './high-speed-opening.ts';
import type { IndicatorSeries, IndicatorTable } from './indicator.ts';
import { krugmanIndices } from './krugman.ts';
import { EXTRA_INDICATORS, PAPER_INDICATORS } from './paper-indicators.ts';
import type { RegionalSeries, ScoringTable } from './scoring-table.ts';
import { indexSeries } from './series-index.ts';

/** Years for which "high-speed rail open" is computed unless told otherwise: those of the paper. */
export const PANEL_YEARS: readonly number[] = [2010, 2015, 2020];

/** What the derived indicators are computed from. */
export interface DerivationInput {
  /** Observed figures, prefecture level. */
  readonly table: IndicatorTable;
  /** `null` while not loaded: then there is no Krugman index. */
  readonly employment: EmploymentTable | null;
  /** All lines with their stops; the catalogue must be complete, because a prefecture without one gets 0. */
  readonly lines: readonly RailLine[];
  /** Prefecture-level units that get a 0 or 1 for high-speed rail. */
  readonly units: readonly Adcode[];
  /** Delimitations to compute regional indicators for. */
  readonly variants: readonly RegionVariant[];
  /** Yearly mean CNY per USD. */
  readonly exchangeRates: ReadonlyMap<number, number>;
  /** Modelled series from the circle engine (`core_hour_share`, `mean_travel_minutes`), taken over as they are. */
  readonly modelled?: readonly RegionalSeries[];
  readonly highSpeedYears?: readonly number[];
  readonly maximumInputGapYears?: number;
}

/** Source id of values that the app computes from several sources; {@link traceValue} lists them. */
export const DERIVED_SOURCE_ID = 'derived';

function prefectureSeries(
  indicator: string,
  year: number,
  values: ReadonlyMap<Adcode, number>,
): IndicatorSeries {
  return {
    indicator,
    level: 'prefecture',
    year,
    sourceId: DERIVED_SOURCE_ID,
    values,
    flags: new Map(),
    notes: new Map(),
  };
}

function deriveRatios(input: DerivationInput): IndicatorSeries[] {
  const index = indexSeries(input.table.series);
  const context = {
    index,
    exchangeRates: input.exchangeRates,
    maximumInputGapYears: input.maximumInputGapYears ?? MAXIMUM_INPUT_GAP_YEARS,
  };
  const derived: IndicatorSeries[] = [];
  for (const [indicator, { drivers, derive }] of DERIVATIONS) {
    for (const year of new Set(drivers.flatMap((driver) => index.years(driver)))) {
      const values = new Map<Adcode, number>();
      const adcodes = new Set(
        drivers.flatMap((driver) =>
          index.series(driver, year).flatMap((series) => [...series.values.keys()]),
        ),
      );
      for (const adcode of adcodes) {
        // A figure that a table brings under the derived id itself goes before ours.
        if (index.series(indicator, year).some((series) => series.values.has(adcode))) continue;
        const found = derive(context, adcode, year);
        if (found !== null) values.set(adcode, found.value);
      }
      if (values.size > 0) derived.push(prefectureSeries(indicator, year, values));
    }
  }
  return derived;
}

function deriveHighSpeed(input: DerivationInput): IndicatorSeries[] {
  const arrivals = highSpeedArrivals(input.lines);
  return (input.highSpeedYears ?? PANEL_YEARS).map((year) => {
    const values = new Map<Adcode, number>();
    for (const adcode of input.units) {
      const open = highSpeedOpenIn(arrivals.get(adcode) ?? [], year);
      if (open !== null) values.set(adcode, open);
    }
    return prefectureSeries('hsr_open', year, values);
  });
}

/** Members of a variant with employment figures for every section (a blank is not a zero), in the variant's order, and their counts. */
export function employmentRows(
  employment: EmploymentTable,
  year: number,
  members: readonly Adcode[],
): { readonly adcodes: Adcode[]; readonly rows: (readonly number[])[] } {
  const byPrefecture = employment.years.get(year);
  const adcodes: Adcode[] = [];
  const rows: (readonly number[])[] = [];
  for (const adcode of members) {
    const counts = byPrefecture?.get(adcode);
    const row = counts?.filter((count) => count !== null);
    if (row === undefined || row.length !== counts?.length) continue;
    adcodes.push(adcode);
    rows.push(row);
  }
  return { adcodes, rows };
}

function deriveKrugman(employment: EmploymentTable, variants: readonly RegionVariant[]): RegionalSeries[] {
  const derived: RegionalSeries[] = [];
  for (const variant of variants) {
    for (const year of employment.years.keys()) {
      const { adcodes, rows } = employmentRows(employment, year, variant.statisticalMembers);
      const values = new Map<Adcode, number>();
      krugmanIndices(rows).forEach((value, i) => {
        const adcode = adcodes[i];
        if (value !== null && adcode !== undefined) values.set(adcode, value);
      });
      if (values.size > 0)
        derived.push({
          variantKey: variant.key,
          indicator: 'krugman',
          year,
          sourceId: DERIVED_SOURCE_ID,
          provenance: 'derived',
          values,
        });
    }
  }
  return derived;
}

/**
 * Adds to the observed table what the app computes from it: GDP per capita, urban share, FDI dependence, education
 * expenditure per head, beds and doctors per 10,000, high-speed rail open (prefectures), the Krugman index inside each
 * delimitation, and the modelled series handed in. Missing inputs leave the value missing; nothing is filled.
 *
 * @returns The whole table with definitions of the paper's 19 and our extras; observed definitions and figures of the same id go first.
 */
export function deriveIndicators(input: DerivationInput): ScoringTable {
  const definitions = new Map(input.table.definitions);
  for (const definition of [...PAPER_INDICATORS, ...EXTRA_INDICATORS]) {
    const given = definitions.get(definition.id);
    // A definition without dimension or direction (a bare raw column) gets ours.
    if (given === undefined || given.dimension === null || given.direction === 0)
      definitions.set(definition.id, definition);
  }
  return {
    definitions,
    series: [...input.table.series, ...deriveRatios(input), ...deriveHighSpeed(input)],
    regional: [
      ...(input.employment === null ? [] : deriveKrugman(input.employment, input.variants)),
      ...(input.modelled ?? []),
    ],
  };
}
