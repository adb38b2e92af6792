import type { Adcode } from '../geography/admin-unit.ts';
import type { RegionVariant } from '../geography/region.ts';
import type { RailLine } from '../network/rail-line.ts';
import { DERIVATIONS, MAXIMUM_INPUT_GAP_YEARS, type DerivationContext } from './derived-value.ts';
import type { EmploymentTable } from './employment-table.ts';
import { highSpeedArrivals, highSpeedOpenIn } from './high-speed-opening.ts';
import type { IndicatorSeries, IndicatorTable } from './indicator.ts';
import { krugmanIndices } from './krugman.ts';
import { EXTRA_INDICATORS, PAPER_INDICATORS } from './paper-indicators.ts';
import type { RegionalSeries, ScoringTable } from './scoring-table.ts';
import { indexSeries } from './series-index.ts';
import { STRUCTURE_INDICATORS } from './structure-indicators.ts';

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
  /** Land area of the prefectures, km²; without it there is no density. */
  readonly areasKm2?: ReadonlyMap<Adcode, number>;
}

/** Source id of values that the app computes from several sources; {@link traceValue} lists them. */
export const DERIVED_SOURCE_ID = 'derived';

function derivedSeries(
  level: IndicatorSeries['level'],
  indicator: string,
  year: number,
  values: ReadonlyMap<Adcode, number>,
  citedSourceIds?: readonly string[],
): IndicatorSeries {
  return {
    ...(citedSourceIds !== undefined && { citedSourceIds }),
    indicator,
    level,
    year,
    sourceId: DERIVED_SOURCE_ID,
    values,
    flags: new Map(),
    notes: new Map(),
  };
}

function deriveRatios(
  level: IndicatorSeries['level'],
  context: DerivationContext,
  ids: Iterable<string>,
): IndicatorSeries[] {
  const { index } = context;
  const derived: IndicatorSeries[] = [];
  for (const indicator of ids) {
    const { drivers = [], derive } = DERIVATIONS.get(indicator) ?? {};
    if (derive === undefined) continue;
    for (const year of new Set(drivers.flatMap((driver) => index.years(driver)))) {
      const values = new Map<Adcode, number>();
      const cited = new Set<string>();
      const adcodes = new Set(
        drivers.flatMap((driver) =>
          index.series(driver, year).flatMap((series) => [...series.values.keys()]),
        ),
      );
      for (const adcode of adcodes) {
        // A figure that a table brings under the derived id itself goes before ours.
        if (index.series(indicator, year).some((series) => series.values.has(adcode))) continue;
        const found = derive(context, adcode, year);
        if (found === null) continue;
        values.set(adcode, found.value);
        // Everybody's land is of the map itself, which names its borders.
        for (const input of found.inputs) if (input.indicator !== 'area') cited.add(input.sourceId);
      }
      if (values.size > 0) derived.push(derivedSeries(level, indicator, year, values, [...cited]));
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
    return derivedSeries('prefecture', 'hsr_open', year, values);
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
  const context: DerivationContext = {
    index: indexSeries(input.table.series),
    exchangeRates: input.exchangeRates,
    maximumInputGapYears: input.maximumInputGapYears ?? MAXIMUM_INPUT_GAP_YEARS,
    ...(input.areasKm2 !== undefined && { areasKm2: input.areasKm2 }),
  };
  for (const definition of [...PAPER_INDICATORS, ...EXTRA_INDICATORS, ...STRUCTURE_INDICATORS]) {
    const given = definitions.get(definition.id);
    // A definition without dimension or direction (a bare raw column) gets ours.
    if (given === undefined || given.dimension === null || given.direction === 0)
      definitions.set(definition.id, definition);
  }
  return {
    definitions,
    series: [
      ...input.table.series,
      ...deriveRatios('prefecture', context, DERIVATIONS.keys()),
      ...deriveHighSpeed(input),
    ],
    regional: [
      ...(input.employment === null ? [] : deriveKrugman(input.employment, input.variants)),
      ...(input.modelled ?? []),
    ],
  };
}

/** What counties have the raw figures for. */
const COUNTY_DERIVATIONS = ['urban_share', 'population_density'] as const;

/**
 * Adds to the counties' table what can be derived on their level: urban share and density. Missing inputs leave the value missing.
 * @param areasKm2 land area of the counties, km².
 */
export function deriveCountyIndicators(
  table: IndicatorTable,
  areasKm2: ReadonlyMap<Adcode, number>,
): IndicatorTable {
  const known = [...PAPER_INDICATORS, ...STRUCTURE_INDICATORS];
  const definitions = new Map(table.definitions);
  for (const id of COUNTY_DERIVATIONS) {
    const definition = known.find((one) => one.id === id);
    if (definition !== undefined && !definitions.has(id)) definitions.set(id, definition);
  }
  const context: DerivationContext = {
    index: indexSeries(table.series, 'county'),
    exchangeRates: new Map(),
    maximumInputGapYears: 0,
    areasKm2,
  };
  return {
    ...table,
    definitions,
    series: [...table.series, ...deriveRatios('county', context, COUNTY_DERIVATIONS)],
  };
}
