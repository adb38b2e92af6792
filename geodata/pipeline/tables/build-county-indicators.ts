import type { Adcode } from '#core/geography/admin-unit.ts';
import type { FactRow, PipelineContext } from '../context.ts';
import { numberOf, numberOrNull, text } from './cells.ts';
import { nationalPopulation2020, peopleWithoutUnit } from './census-totals.ts';
import { addCountyPopulation2010, type CountyRow2010 } from './county-population-2010.ts';
import { countyCatalogue } from './indicator-catalogue.ts';
import { SeriesCollector } from './series-collector.ts';
import { spreadZonePeople } from './spread-zones.ts';
import { writeJsonArtefact } from './write-json-artefact.ts';

const columns = {
  population: 'population',
  urban_population: 'urban_population',
  mean_years_schooling: 'mean_years_schooling',
  share_age_65plus_pct: 'share_age_65plus',
} as const;

/** Units that the census tables have no figure for, with the reason. */
const withoutCensus: ReadonlyMap<Adcode, string> = new Map([
  ['350527', '350527 金门县: not in the county tabulation, counted in Taiwan’s own census'],
  ['442100', '442100 东沙群岛: no row in the census'],
]);

/** County codes of the 2010 census → codes of 2020; `null` where the unit was merged, divided or its code reused. */
function codesOf2010(context: PipelineContext): Map<Adcode, Adcode | null> {
  return new Map(
    context
      .facts('county_codes_2010')
      .map((row) => [text(row, 'code_2010'), text(row, 'code_2020') === '' ? null : text(row, 'code_2020')]),
  );
}

/** Builds `indicators-county.json` and checks county sums against prefectures. */
export function buildCountyIndicators(context: PipelineContext): void {
  const collector = new SeriesCollector(countyCatalogue);
  const counties = context.units.counties;
  const recoded = codesOf2010(context);
  const zones = new Map<Adcode, { name: string; population: number }[]>();
  const lost2010: string[] = [];
  const rowsOfUnit = new Map<string, FactRow[]>();
  const rows2010: CountyRow2010[] = [];

  for (const row of context.facts('census_county')) {
    const year = numberOf(row, 'year');
    const printed = text(row, 'adcode');
    const successor = year === 2010 ? recoded.get(printed) : undefined;
    const code = successor === undefined ? printed : successor;
    const unit = code === null ? undefined : unitOf(context, code);
    if (year === 2010) rows2010.push(...rowsOf2010(context, row, unit ?? null));
    if (unit === undefined) {
      const population = numberOrNull(row, 'population') ?? 0;
      if (year === 2010) lost2010.push(`${printed} ${text(row, 'name')} (${population})`);
      else append(zones, prefectureOfCode(context, printed), { name: text(row, 'name'), population });
    } else {
      append(rowsOfUnit, `${unit}|${year}`, row);
    }
  }
  for (const row of context.facts('census_prefecture')) {
    // 东莞, 中山, 儋州, 嘉峪关 and directly administered counties stand for themselves: the prefecture's own row.
    const key = `${text(row, 'adcode')}|${text(row, 'year')}`;
    if (counties.has(text(row, 'adcode')) && text(row, 'year') !== '2021' && !rowsOfUnit.has(key)) {
      append(rowsOfUnit, key, row);
      if (text(row, 'year') === '2010') rows2010.push(...rowsOf2010(context, row, text(row, 'adcode')));
    }
  }
  for (const [key, rows] of rowsOfUnit) {
    const [unit = '', year = ''] = key.split('|');
    addUnit(collector, rows, unit, Number(year));
  }
  addCountyPopulation2010(context, collector, rows2010);
  addHongKong(context, collector);
  spread(context, collector, zones);

  const units = [...counties.keys()].sort((a, b) => a.localeCompare(b));
  const series = collector.records(units);
  writeJsonArtefact(context, {
    id: 'indicators-county',
    path: 'indicators-county.json',
    formatVersion: 1,
    vintage: 'censuses 2010 and 2020',
    sources: ['census-2010', 'census-2020', 'census-2021-hk-macao'],
    licence: 'MIT AND facts',
    attribution: '',
    early: false,
    counts: { units: units.length, indicators: countyCatalogue.length, series: series.length },
    body: { units, definitions: countyCatalogue, series },
  });
  const missing = units.filter(
    (adcode) => collector.value('population_with_zones', 2020, adcode) === undefined,
  );
  context.addCheck({
    id: 'county-census-2020-complete',
    title: 'Every county-level unit has a population of 2020',
    compared: units.length,
    unexplained: missing
      .filter((adcode) => !withoutCensus.has(adcode))
      .map((adcode) => `${adcode} ${counties.get(adcode)?.nameZh ?? ''} has none`),
    explained: missing.flatMap((adcode) => withoutCensus.get(adcode) ?? []),
  });
  context.addCheck({
    id: 'county-census-2010-codes',
    title:
      'County rows of the 2010 census matched to today’s units (county_codes_2010.csv); boundaries are those of 2010',
    compared: context.facts('census_county').filter((row) => text(row, 'year') === '2010').length,
    unexplained: [],
    explained: [`${lost2010.length} rows have no single successor and are left out: ${lost2010.join(', ')}`],
  });
}

function append<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}

/** A row of 2010 with the prefecture that it belongs to today; none where it counts nobody. */
function rowsOf2010(context: PipelineContext, row: FactRow, unit: Adcode | null): readonly CountyRow2010[] {
  const population = numberOrNull(row, 'population');
  if (population === null) return [];
  const code = text(row, 'adcode');
  const merger = context.facts('county_mergers_2010_2020').find((one) => text(one, 'code_2010') === code);
  const heir = merger === undefined ? unit : (text(merger, 'codes_2020').split(';')[0] ?? null);
  const county = heir === null ? undefined : context.units.counties.get(heir);
  return [
    { code, unit, prefecture: county?.prefecture ?? heir ?? prefectureOfCode(context, code), population },
  ];
}

/** County-level unit of a 2020 census code; `undefined` for functional zones, which have no polygon. */
function unitOf(context: PipelineContext, code: Adcode): Adcode | undefined {
  return context.units.unitOfCensus.get(code) ?? (context.units.counties.has(code) ? code : undefined);
}

/** Adds a unit's figures; where several census rows share a polygon, people are summed and means weighted by them. */
function addUnit(collector: SeriesCollector, rows: readonly FactRow[], adcode: Adcode, year: number): void {
  const sourceId = year === 2010 ? 'census-2010' : 'census-2020';
  const joined = rows.length < 2 ? null : `合并 joined: ${rows.map((row) => text(row, 'name')).join(' + ')}`;
  for (const [column, indicator] of Object.entries(columns)) {
    const value = countIds.has(indicator) ? sumOf(rows, column) : meanOf(rows, column);
    if (value === null) continue;
    collector.add({ indicator, year, sourceId, adcode, value });
    if (joined !== null) collector.note(indicator, year, adcode, joined);
  }
}

const countIds: ReadonlySet<string> = new Set(['population', 'urban_population']);

function sumOf(rows: readonly FactRow[], column: string): number | null {
  const values = rows.map((row) => numberOrNull(row, column));
  return values.includes(null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

/** Mean weighted by population, to two digits; `null` where a row has no figure. */
function meanOf(rows: readonly FactRow[], column: string): number | null {
  let weighted = 0;
  let people = 0;
  for (const row of rows) {
    const value = numberOrNull(row, column);
    const population = numberOrNull(row, 'population');
    if (value === null || population === null) return null;
    weighted += value * population;
    people += population;
  }
  return people === 0 ? null : Math.round((weighted / people) * 100) / 100;
}

/** Prefecture that a county code belongs to by its digits; municipalities and directly administered counties differ. */
function prefectureOfCode(context: PipelineContext, adcode: Adcode): Adcode {
  const candidates = [`${adcode.slice(0, 4)}00`, `${adcode.slice(0, 2)}0000`, adcode];
  return candidates.find((candidate) => context.units.prefectures.has(candidate)) ?? adcode;
}

/** Hong Kong's districts and Macao, 2021. */
function addHongKong(context: PipelineContext, collector: SeriesCollector): void {
  const rows = [
    ...context.facts('census_hongkong_districts'),
    ...context.facts('census_prefecture').filter((row) => text(row, 'year') === '2021'),
  ];
  for (const row of rows) {
    const adcode = text(row, 'adcode');
    const value = numberOrNull(row, 'population');
    if (!context.units.counties.has(adcode) || value === null) continue;
    collector.add({ indicator: 'population', year: 2021, sourceId: 'census-2021-hk-macao', adcode, value });
  }
}

/** Fills `population_with_zones` so that counties sum to their prefecture's census figure, and checks that they do. */
function spread(
  context: PipelineContext,
  collector: SeriesCollector,
  zones: ReadonlyMap<Adcode, readonly { name: string; population: number }[]>,
): void {
  const explained: string[] = [];
  const unexplained: string[] = [];
  let spreadPeople = 0;
  let national = 0;
  const byPrefecture = new Map<Adcode, Adcode[]>();
  for (const unit of context.units.counties.values())
    append(byPrefecture, unit.prefecture ?? unit.adcode, unit.adcode);
  const totals = new Map(
    context
      .facts('census_prefecture')
      .filter((row) => text(row, 'year') === '2020')
      .map((row) => [text(row, 'adcode'), numberOf(row, 'population')]),
  );
  for (const [prefecture, members] of [...byPrefecture].sort(([a], [b]) => a.localeCompare(b))) {
    const name = context.units.prefectures.get(prefecture)?.nameZh ?? prefecture;
    const is2021 = prefecture === '810000' || prefecture === '820000';
    const counties = members.flatMap((adcode) => {
      const value = collector.value('population', is2021 ? 2021 : 2020, adcode);
      return value === undefined ? [] : [{ adcode, population: value }];
    });
    const sum = counties.reduce((total, county) => total + county.population, 0);
    const total = is2021 ? sum : totals.get(prefecture);
    if (total === undefined && withoutCensus.has(prefecture)) continue;
    if (total === undefined) {
      unexplained.push(`${prefecture} ${name} has no census figure`);
      continue;
    }
    const zoneRows = zones.get(prefecture) ?? [];
    const zonePeople = zoneRows.reduce((people, zone) => people + zone.population, 0);
    const extra = total - sum;
    if (extra < 0)
      unexplained.push(`${name}: counties sum to ${sum}, ${-extra} more than the prefecture’s ${total}`);
    if (extra !== 0) {
      const rest = extra - zonePeople;
      explained.push(
        `${name}: ${extra} people spread over its districts (${zoneRows.map((zone) => zone.name).join(', ') || 'zones without a row'}${rest === 0 || zoneRows.length === 0 ? '' : `; ${rest} of them in zones without a row`})`,
      );
    }
    spreadPeople += Math.max(0, extra);
    for (const [adcode, value] of spreadZonePeople(counties, Math.max(0, extra))) {
      collector.add({
        indicator: 'population_with_zones',
        year: 2020,
        sourceId: 'census-2020',
        adcode,
        value,
      });
      if (is2021) collector.note('population_with_zones', 2020, adcode, '2021 年普查 census of 2021');
      if (!['71', '81', '82'].includes(prefecture.slice(0, 2))) national += value;
    }
  }
  const without = peopleWithoutUnit(context);
  explained.push(...without.sentences);
  if (national + without.people !== nationalPopulation2020) {
    unexplained.push(`the counties sum to ${national}, the national tabulation is ${nationalPopulation2020}`);
  }
  context.addCheck({
    id: 'county-populations-sum-to-prefectures',
    title: `County populations of 2020 sum to prefectures and to the national 1,409,778,724, with ${spreadPeople} people of functional zones spread over districts`,
    compared: byPrefecture.size,
    unexplained,
    explained,
  });
}
