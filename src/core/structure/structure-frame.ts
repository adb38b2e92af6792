import type { AdminUnit } from '../geography/admin-unit.ts';
import { indexSeries, type SeriesIndex } from '../indicators/series-index.ts';
import type { IndicatorTable } from '../indicators/indicator.ts';
import type { StructureFrame } from './region-structure.ts';
import { readStructureFigures } from './structure-figures.ts';

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
