import type { Adcode } from '#core/geography/admin-unit.ts';
import type { IndicatorTable, Observation } from '#core/indicators/indicator.ts';

/** All figures of an indicator for a unit, oldest first; empty where there are none (or no table yet). */
export function observationsOf(
  table: IndicatorTable | null,
  adcode: Adcode,
  indicator: string,
): readonly Observation[] {
  if (table === null) return [];
  return table.series
    .flatMap((series): Observation[] => {
      const value = series.indicator === indicator ? series.values.get(adcode) : undefined;
      if (value === undefined) return [];
      return [
        {
          adcode,
          indicator,
          year: series.year,
          value,
          sourceId: series.sourceId,
          flag: series.flags.get(adcode) ?? null,
          note: series.notes.get(adcode) ?? null,
        },
      ];
    })
    .toSorted((a, b) => a.year - b.year);
}
