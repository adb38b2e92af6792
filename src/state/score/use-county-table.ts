import type { AdminUnit } from '#core/geography/admin-unit.ts';
import type { IndicatorTable } from '#core/indicators/indicator.ts';
import { artefactNow, atlasData, useArtefact } from '../atlas-data.ts';
import { countyFigures } from './county-figures.ts';

/** The counties and their observed and derived figures, if they are loaded. */
export function countiesNow(): {
  readonly units: readonly AdminUnit[];
  readonly table: IndicatorTable;
} | null {
  const figures = artefactNow('indicators-county');
  const counties = artefactNow('units-county');
  if (figures === null || counties === null) return null;
  return { units: counties.units, table: countyFigures(figures.table, counties.units) };
}

/** Asks for what {@link countiesNow} is made of. */
export function wantCounties(): void {
  atlasData.getState().request(['indicators-county', 'units-county']);
}

/** The counties' observed and derived figures; `null` while they are not loaded or not wanted. */
export function useCountyTable(isWanted: boolean): IndicatorTable | null {
  const figures = useArtefact('indicators-county', isWanted);
  const units = useArtefact('units-county', isWanted);
  return figures === null || units === null ? null : countyFigures(figures.table, units.units);
}
