import type { AdminUnit } from '#core/geography/admin-unit.ts';
import { buildOwnRegion, type OwnRegion } from '#core/geography/own-region.ts';
import type { Region } from '#core/geography/region.ts';
import { type OwnTable, withOwnIndicators } from '#core/indicators/own-table.ts';
import {
  deriveCountyIndicators,
  type DerivationInput,
  deriveIndicators,
} from '#core/indicators/derive-indicators.ts';
import type { IndicatorTable } from '#core/indicators/indicator.ts';
import type { ScoringTable } from '#core/indicators/scoring-table.ts';
import { type Result, succeed } from '#core/units/result.ts';
import type { AtlasData } from './atlas-data.ts';

/** What a score is computed from. */
export interface ScoringData {
  readonly table: ScoringTable;
  /** What the table was derived from. */
  readonly input: DerivationInput;
  readonly regions: readonly Region[];
}

/** What a person adds to the data. */
export interface OwnData {
  readonly tables: readonly OwnTable[];
  readonly regions: readonly OwnRegion[];
}

/** A call without tables or regions of one's own. */
export const NO_OWN_DATA: OwnData = { tables: [], regions: [] };

/** Own regions beside the published ones. What they are scored by hangs on their members alone, not on people. */
async function withOwnRegions(
  data: AtlasData,
  regions: readonly Region[],
  units: readonly AdminUnit[],
  own: readonly OwnRegion[],
): Promise<Result<readonly Region[]>> {
  if (own.length === 0) return succeed(regions);
  const counties = await data.artefact('units-county');
  if (!counties.ok) return counties;
  const material = { units, counties: counties.value.units, population: new Map() };
  return succeed([...regions, ...own.map((region) => buildOwnRegion(region, material))]);
}

/**
 * Loads the observed indicators, a person's own among them, and adds the ones the program derives; the modelled ones are
 * not among them.
 */
export async function loadScoringTable(
  data: AtlasData,
  own: OwnData = NO_OWN_DATA,
): Promise<Result<ScoringData>> {
  const [figures, employment, lines, units, regions] = await Promise.all([
    data.figures(),
    data.employment(),
    data.lines(),
    data.prefectures(),
    data.regions(),
  ]);
  if (!figures.ok) return figures;
  if (!employment.ok) return employment;
  if (!lines.ok) return lines;
  if (!units.ok) return units;
  if (!regions.ok) return regions;
  const all = await withOwnRegions(data, regions.value, units.value, own.regions);
  if (!all.ok) return all;
  const input: DerivationInput = {
    table: withOwnIndicators(figures.value.table, own.tables, 'prefecture'),
    employment: employment.value,
    lines: lines.value,
    units: units.value.map(({ adcode }) => adcode),
    variants: all.value.flatMap(({ variants }) => variants),
    exchangeRates: figures.value.cnyPerUsd,
    areasKm2: new Map(units.value.map(({ adcode, areaKm2 }) => [adcode, areaKm2])),
  };
  return succeed({ regions: all.value, input, table: deriveIndicators(input) });
}

/** The counties with their observed and derived figures, a person's own among them, as the page has them. */
export async function loadCountyFigures(
  data: AtlasData,
  tables: readonly OwnTable[],
): Promise<Result<{ readonly table: IndicatorTable; readonly units: readonly AdminUnit[] }>> {
  const [figures, counties] = await Promise.all([
    data.artefact('indicators-county'),
    data.artefact('units-county'),
  ]);
  if (!figures.ok) return figures;
  if (!counties.ok) return counties;
  const { units } = counties.value;
  const areasKm2 = new Map(units.map(({ adcode, areaKm2 }) => [adcode, areaKm2]));
  const table = withOwnIndicators(figures.value.table, tables, 'county');
  return succeed({ table: deriveCountyIndicators(table, areasKm2), units });
}
