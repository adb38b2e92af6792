import type { Region } from '#core/geography/region.ts';
import { type DerivationInput, deriveIndicators } from '#core/indicators/derive-indicators.ts';
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

/** Loads the observed indicators and adds the ones the program derives; the modelled ones are not among them. */
export async function loadScoringTable(data: AtlasData): Promise<Result<ScoringData>> {
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
  const input: DerivationInput = {
    table: figures.value.table,
    employment: employment.value,
    lines: lines.value,
    units: units.value.map(({ adcode }) => adcode),
    variants: regions.value.flatMap(({ variants }) => variants),
    exchangeRates: figures.value.cnyPerUsd,
    areasKm2: new Map(units.value.map(({ adcode, areaKm2 }) => [adcode, areaKm2])),
  };
  return succeed({ regions: regions.value, input, table: deriveIndicators(input) });
}
