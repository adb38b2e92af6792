import type { AdminUnit } from '#core/geography/admin-unit.ts';
import type { IndicatorTable } from '#core/indicators/indicator.ts';
import { indexSeries, type SeriesIndex } from '#core/indicators/series-index.ts';
import { structureFrameOf, type StructureFrame } from '#core/structure/structure-frame.ts';

/** The frame of all structure metrics with the table's index, made once a table. */
export interface StructureBase {
  readonly frame: StructureFrame;
  readonly index: SeriesIndex;
  readonly units: ReadonlyMap<string, AdminUnit>;
}

const made = new WeakMap<IndicatorTable, StructureBase>();

/** Figures, seats and areas that the metrics rest on. */
export function structureBaseOf(table: IndicatorTable, units: readonly AdminUnit[]): StructureBase {
  const known = made.get(table);
  if (known !== undefined) return known;
  const index = indexSeries(table.series);
  const base: StructureBase = {
    frame: structureFrameOf(table, units, index),
    index,
    units: new Map(units.map((unit) => [unit.adcode, unit])),
  };
  made.set(table, base);
  return base;
}
