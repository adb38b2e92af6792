import type { Adcode } from '#core/geography/admin-unit.ts';
import { TERRITORY_MISMATCHES } from '#core/indicators/census-territory.ts';
import type { FactRow, PipelineContext } from '../context.ts';
import { numberOf, numberOrNull, text } from './cells.ts';
import type { SeriesCollector } from './series-collector.ts';

/** Counties of 2010 together may miss their prefecture's figure on 2020 boundaries by so much; beyond it none is given. */
const TOLERANCE = 0.01;

/** 金门县 is in no county tabulation. */
const UNCOUNTED: ReadonlySet<Adcode> = new Set(['350527']);

/** How counties of 2010 went into those of 2020 (`county_mergers_2010_2020.csv`). */
interface CountyMergers {
  /** Code of 2010 → the unit that took all its people. */
  readonly absorbedBy: ReadonlyMap<Adcode, Adcode>;
  /** Units of 2020 of which the 2010 people are not known: they took or gave part of a unit. */
  readonly notComparable: ReadonlySet<Adcode>;
}

/** Reads the table of mergers; an unknown code or kind is a bug in the table. */
export function readCountyMergers(
  rows: readonly FactRow[],
  counties: ReadonlyMap<Adcode, unknown>,
): CountyMergers {
  const absorbedBy = new Map<Adcode, Adcode>();
  const notComparable = new Set<Adcode>();
  for (const row of rows) {
    const codes = text(row, 'codes_2020').split(';');
    const unknown = codes.filter((code) => !counties.has(code));
    if (unknown.length > 0)
      throw new Error(`county_mergers_2010_2020: ${unknown.join(', ')} is no county of today`);
    const kind = text(row, 'kind');
    if (kind === 'absorbed') {
      const [heir = '', ...others] = codes;
      if (others.length > 0) throw new Error(`${text(row, 'code_2010')} is absorbed by more than one county`);
      absorbedBy.set(text(row, 'code_2010'), heir);
    } else if (kind === 'divided' || kind === 'formed') {
      for (const code of codes) notComparable.add(code);
    } else throw new Error(`county_mergers_2010_2020: no kind ${kind}`);
  }
  return { absorbedBy, notComparable };
}

/** A county row of the 2010 census: the unit of today that it stands for (`null` = none of its own), its prefecture, its people. */
export interface CountyRow2010 {
  readonly code: Adcode;
  readonly unit: Adcode | null;
  readonly prefecture: Adcode;
  readonly population: number;
}

/** Figures of 2010 on 2020 boundaries, and the prefectures in which they don't add up to the census's own. */
export interface CountyPopulation2010 {
  readonly values: ReadonlyMap<Adcode, number>;
  /** Prefecture → relative deviation; `null` where it has no figure of its own to be held against. */
  readonly withheld: ReadonlyMap<Adcode, number | null>;
}

/**
 * Sums the rows of 2010 into the units of 2020 and keeps them where the prefecture's counties together give the
 * prefecture's own figure on 2020 boundaries within {@link TOLERANCE}. What moved between counties of one prefecture without
 * a change of codes can't be seen in it.
 * @param prefectureTotals people of 2010 on the territory that the counties of 2020 are counted on: {@link prefectureTotals2010}.
 */
export function countyPopulation2010(
  rows: readonly CountyRow2010[],
  mergers: CountyMergers,
  prefectureTotals: ReadonlyMap<Adcode, number>,
): CountyPopulation2010 {
  const sums = new Map<Adcode, number>();
  const prefectureOf = new Map<Adcode, Adcode>();
  const together = new Map<Adcode, number>();
  for (const { code, unit, prefecture, population } of rows) {
    together.set(prefecture, (together.get(prefecture) ?? 0) + population);
    const heir = mergers.absorbedBy.get(code) ?? unit;
    if (heir === null) continue;
    sums.set(heir, (sums.get(heir) ?? 0) + population);
    prefectureOf.set(heir, prefecture);
  }
  const withheld = new Map<Adcode, number | null>();
  for (const [prefecture, sum] of together) {
    const total = prefectureTotals.get(prefecture);
    const deviation = total === undefined ? null : sum / total - 1;
    if (deviation === null || Math.abs(deviation) > TOLERANCE) withheld.set(prefecture, deviation);
  }
  const values = new Map(
    [...sums].filter(
      ([unit]) => !mergers.notComparable.has(unit) && !withheld.has(prefectureOf.get(unit) ?? ''),
    ),
  );
  return { values, withheld };
}

/**
 * People of 2010 by prefecture on the territory whose counties the 2020 tabulation counts: its own figure of 2010 on 2020 boundaries, but
 * where that is of another territory ({@link TERRITORY_MISMATCHES}) the census of 2010 as it stands, or none.
 */
export function prefectureTotals2010(censusPrefecture: readonly FactRow[]): ReadonlyMap<Adcode, number> {
  const before = new Map(
    TERRITORY_MISMATCHES.flatMap((one) => one.adcodes.map((adcode) => [adcode, one.before] as const)),
  );
  return new Map(
    censusPrefecture.flatMap((row): [Adcode, number][] => {
      if (numberOf(row, 'year') !== 2010) return [];
      const adcode = text(row, 'adcode');
      const mismatch = before.get(adcode);
      if (mismatch === 'none') return [];
      const value = numberOrNull(
        row,
        mismatch === 'as-counted' ? 'population' : 'population_2010_on_2020_boundary',
      );
      return value === null ? [] : [[adcode, value]];
    }),
  );
}

/** Adds `population_2010_on_2020_boundary` of the counties, and says of which it can't. */
export function addCountyPopulation2010(
  context: PipelineContext,
  collector: SeriesCollector,
  rows: readonly CountyRow2010[],
): void {
  const { counties } = context.units;
  const table = context.facts('county_mergers_2010_2020');
  const mergers = readCountyMergers(table, counties);
  const totals = prefectureTotals2010(context.facts('census_prefecture'));
  const { values, withheld } = countyPopulation2010(rows, mergers, totals);
  const indicator = 'population_2010_on_2020_boundary';
  for (const [adcode, value] of values)
    collector.add({ indicator, year: 2010, sourceId: 'census-2010', adcode, value });
  for (const [code, heir] of mergers.absorbedBy) {
    const name = table.find((row) => text(row, 'code_2010') === code);
    if (name !== undefined) collector.note(indicator, 2010, heir, `含 with ${text(name, 'name')}`);
  }
  const formed = new Set(
    table.filter((row) => text(row, 'kind') === 'formed').map((row) => text(row, 'name')),
  );
  const missing = [...counties.values()].filter(({ adcode }) => !values.has(adcode));
  const tabulated = new Set(rows.map(({ prefecture }) => prefecture));
  const isExplained = ({ adcode, nameZh, prefecture }: (typeof missing)[number]): boolean =>
    mergers.notComparable.has(adcode) ||
    formed.has(nameZh) ||
    withheld.has(prefecture ?? adcode) ||
    !totals.has(prefecture ?? adcode) ||
    !tabulated.has(prefecture ?? adcode) ||
    UNCOUNTED.has(adcode);
  context.addCheck({
    id: 'county-population-2010-on-2020-boundaries',
    title: `Counties of 2010 summed into those of 2020 (county_mergers_2010_2020.csv), kept where their prefecture’s sum is its own figure of 2010 on the territory of 2020 within ${100 * TOLERANCE}%`,
    compared: counties.size,
    unexplained: missing
      .filter((unit) => !isExplained(unit))
      .map(({ adcode, nameZh }) => `${adcode} ${nameZh} has no figure and no row that says why`),
    explained: [
      `${missing.length} counties have no figure, ${values.size} have one; the tabulation of 2010 has no counties of 三亚 and Hong Kong`,
      ...[...withheld].map(([prefecture, deviation]) => {
        const name = context.units.prefectures.get(prefecture)?.nameZh ?? '';
        const why =
          deviation === null
            ? 'no figure of its own on the territory of 2020'
            : `its counties deviate from its own figure by ${(100 * deviation).toFixed(1)}%`;
        return `${prefecture} ${name}: ${why}`;
      }),
    ],
  });
}
