import type { Adcode } from '../geography/admin-unit.ts';
import { transfersBetween } from './boundary-changes.ts';
import { GOVERNED_BY_COMMUNIQUE } from './census-territory.ts';
import type { SeriesIndex } from './series-index.ts';
import { findFigure } from './series-index.ts';

/** One number that went into a derived value: the step back to the source row. */
export interface DerivedInput {
  readonly indicator: string;
  readonly adcode: Adcode;
  /** The figure's own year. */
  readonly year: number;
  /** The source has no year; it was this one or an earlier one. */
  readonly isByYear?: true;
  readonly value: number;
  readonly unit: string;
  readonly sourceId: string;
  readonly note: string | null;
}

/** A derived value with its formula and inputs. */
export interface DerivedValue {
  readonly value: number;
  /** Formula in plain notation with the inputs' ids, e.g. `gdp × 10^8 / population`. */
  readonly formula: string;
  readonly inputs: readonly DerivedInput[];
}

/** What a prefecture-level derivation reads. */
export interface DerivationContext {
  readonly index: SeriesIndex;
  /** Yearly mean CNY per USD. */
  readonly exchangeRates: ReadonlyMap<number, number>;
  /** Greatest distance of a denominator's year from its numerator's (0 = same year only). */
  readonly maximumInputGapYears: number;
  /** Land area of the units on 2020 boundaries, km²; without it there is no density. */
  readonly areasKm2?: ReadonlyMap<Adcode, number>;
}

/** Default of {@link DerivationContext.maximumInputGapYears}: the same as the scorer's year window (docs/method.md). */
export const MAXIMUM_INPUT_GAP_YEARS = 2;

/** Raw figure of exactly this year as an input, or `null`. */
function exact(
  context: DerivationContext,
  indicator: string,
  unit: string,
  adcode: Adcode,
  year: number,
): DerivedInput | null {
  return near(context, indicator, unit, adcode, year, 0);
}

function near(
  context: DerivationContext,
  indicator: string,
  unit: string,
  adcode: Adcode,
  year: number,
  gapYears: number,
): DerivedInput | null {
  const found = findFigure(context.index, indicator, adcode, year, gapYears);
  if (found === null) return null;
  const { series, value } = found;
  const asked = { year, sourceIds: [] };
  if (transfersBetween(adcode, asked, { year: series.year, sourceIds: [series.sourceId] }).length > 0)
    return null;
  return {
    indicator,
    adcode,
    year: series.year,
    value,
    unit,
    sourceId: series.sourceId,
    note: series.notes.get(adcode) ?? null,
  };
}

/** Year of the census communiqués. */
const COMMUNIQUE_YEAR = 2020;

/**
 * Persons for a ratio: census of the year, else yearbook of the year, else the nearest of either within the gap. Money goes by who
 * governs: where the tabulation of 2020 counts other people than the yearbook's money is of, those of the communiqué.
 */
function population(
  context: DerivationContext,
  adcode: Adcode,
  year: number,
): { readonly input: DerivedInput; readonly persons: number; readonly text: string } | null {
  for (const gap of new Set([0, context.maximumInputGapYears])) {
    const census = near(context, 'population', 'persons', adcode, year, gap);
    if (census !== null) {
      const governed =
        census.year === COMMUNIQUE_YEAR && GOVERNED_BY_COMMUNIQUE.has(adcode)
          ? exact(context, 'population_bulletin', 'persons', adcode, COMMUNIQUE_YEAR)
          : null;
      return governed === null
        ? { input: census, persons: census.value, text: 'population' }
        : { input: governed, persons: governed.value, text: 'population_bulletin' };
    }
    const yearbook = near(context, 'resident_population', '10k persons', adcode, year, gap);
    if (yearbook !== null)
      return { input: yearbook, persons: yearbook.value * 1e4, text: '(resident_population × 10^4)' };
  }
  return null;
}

type Derivation = (context: DerivationContext, adcode: Adcode, year: number) => DerivedValue | null;

function perHead(numerator: string): Derivation {
  return (context, adcode, year) => {
    const money = exact(context, numerator, '100m CNY', adcode, year);
    const people = population(context, adcode, year);
    if (money === null || people === null || people.persons <= 0) return null;
    return {
      value: (money.value * 1e8) / people.persons,
      formula: `${numerator} × 10^8 / ${people.text}`,
      inputs: [money, people.input],
    };
  };
}

const urbanShare: Derivation = (context, adcode, year) => {
  const urban = exact(context, 'urban_population', 'persons', adcode, year);
  const all = exact(context, 'population', 'persons', adcode, year);
  if (urban !== null && all !== null && all.value > 0) {
    return {
      value: (urban.value / all.value) * 100,
      formula: 'urban_population / population × 100',
      inputs: [urban, all],
    };
  }
  const printed = exact(context, 'urbanisation_rate', '%', adcode, year);
  return printed === null ? null : { value: printed.value, formula: 'urbanisation_rate', inputs: [printed] };
};

/** Year whose boundaries the polygons have. */
const POLYGON_YEAR = 2020;

/** People on the polygons' boundaries: for counties those of functional zones included, before 2020 only figures converted to them. */
const populationDensity: Derivation = (context, adcode, year) => {
  const ids =
    year < POLYGON_YEAR ? ['population_2010_on_2020_boundary'] : ['population_with_zones', 'population'];
  const people = ids.map((id) => exact(context, id, 'persons', adcode, year)).find((found) => found !== null);
  const areaKm2 = context.areasKm2?.get(adcode);
  if (people === undefined || people === null || areaKm2 === undefined || areaKm2 <= 0) return null;
  const area: DerivedInput = {
    indicator: 'area',
    adcode,
    year: POLYGON_YEAR,
    value: areaKm2,
    unit: 'km2',
    sourceId: 'echarts-counties',
    note: null,
  };
  return {
    value: people.value / areaKm2,
    formula: `${people.indicator} / area`,
    inputs: [people, area],
  };
};

const fdiDependence: Derivation = (context, adcode, year) => {
  const investment = exact(context, 'fdi_utilised', 'million USD', adcode, year);
  const product = near(context, 'gdp', '100m CNY', adcode, year, context.maximumInputGapYears);
  const rate = context.exchangeRates.get(year);
  if (investment === null || product === null || rate === undefined || product.value <= 0) return null;
  const exchange: DerivedInput = {
    indicator: 'exchange_rate',
    adcode,
    year,
    value: rate,
    unit: 'CNY/USD',
    sourceId: 'exchange-rates',
    note: null,
  };
  return {
    value: ((investment.value * 1e6 * rate) / (product.value * 1e8)) * 100,
    formula: 'fdi_utilised × 10^6 × exchange_rate / (gdp × 10^8) × 100',
    inputs: [investment, exchange, product],
  };
};

function perTenThousand(...perThousand: readonly string[]): Derivation {
  return (context, adcode, year) => {
    const inputs = perThousand.map((id) => exact(context, id, '1/1000 persons', adcode, year));
    const present = inputs.filter((input) => input !== null);
    if (present.length < perThousand.length) return null;
    return {
      value: present.reduce((sum, input) => sum + input.value, 0) * 10,
      formula: perThousand.length === 1 ? `${perThousand[0]} × 10` : `(${perThousand.join(' + ')}) × 10`,
      inputs: present,
    };
  };
}

/**
 * Derivations of prefectures' figures (of counties' some): id → the raw indicators whose years it is tried for, and the computation.
 * The derived value's year is that of `driver`.
 */
export const DERIVATIONS: ReadonlyMap<
  string,
  { readonly drivers: readonly string[]; readonly derive: Derivation }
> = new Map([
  ['gdp_per_capita', { drivers: ['gdp'], derive: perHead('gdp') }],
  ['urban_share', { drivers: ['urban_population', 'urbanisation_rate'], derive: urbanShare }],
  [
    'population_density',
    {
      drivers: ['population', 'population_with_zones', 'population_2010_on_2020_boundary'],
      derive: populationDensity,
    },
  ],
  ['fdi_dependence', { drivers: ['fdi_utilised'], derive: fdiDependence }],
  [
    'education_expenditure_per_capita',
    { drivers: ['fiscal_expenditure_education'], derive: perHead('fiscal_expenditure_education') },
  ],
  [
    'health_beds_per_10k',
    { drivers: ['hospital_beds_per_1000'], derive: perTenThousand('hospital_beds_per_1000') },
  ],
  ['doctors_per_10k', { drivers: ['doctors_per_1000'], derive: perTenThousand('doctors_per_1000') }],
  [
    'doctors_nurses_per_10k',
    { drivers: ['doctors_per_1000'], derive: perTenThousand('doctors_per_1000', 'nurses_per_1000') },
  ],
]);
