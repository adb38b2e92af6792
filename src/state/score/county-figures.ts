import type { AdminUnit } from '#core/geography/admin-unit.ts';
import { deriveCountyIndicators } from '#core/indicators/derive-indicators.ts';
import type { IndicatorTable } from '#core/indicators/indicator.ts';
import { keepLast } from '../keep-last.ts';

/** The counties' figures with those that the app derives. */
export const countyFigures = keepLast((table: IndicatorTable, units: readonly AdminUnit[]) =>
  deriveCountyIndicators(table, new Map(units.map(({ adcode, areaKm2 }) => [adcode, areaKm2]))),
);
