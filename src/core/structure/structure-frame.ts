import type { Adcode, AdminUnit } from '../geography/admin-unit.ts';
import { indexSeries, type SeriesIndex } from '../indicators/series-index.ts';
import type { IndicatorTable } from '../indicators/indicator.ts';
import type { LngLat } from '../units/coordinates.ts';
import { readStructureFigures, type StructureFigures } from './structure-figures.ts';

/** What the metrics rest on, the same for all regions. */
export interface StructureFrame {
  readonly figures: StructureFigures;
  /** Seats of the prefectures. */
  readonly positions: ReadonlyMap<Adcode, LngLat>;
  readonly areaKm2: ReadonlyMap<Adcode, number>;
}

/** Figures, seats and areas (km²) that the structure metrics rest on. @param units prefectures */
export function structureFrameOf(
  table: IndicatorTable,
  units: readonly AdminUnit[],
  index: SeriesIndex = indexSeries(table.series),
): StructureFrame {
  return {
    figures: readStructureFigures(index),
    positions: new Map(units.map(({ adcode, seat }) => [adcode, seat])),
    areaKm2: new Map(units.map(({ adcode, areaKm2 }) => [adcode, areaKm2])),
  };
}
