import type { ScenarioAnswer } from '#compute/circle-operations.ts';
import type { CircleReadings } from '#core/surface/circle-readings.ts';
import { formatAreaKm2, formatCompact, formatNumber, type NumberLanguage } from '#ui/format/number-format.ts';

/** Rows of the comparison. */
export type ComparisonSide = 'before' | 'after' | 'gained' | 'lost';

/** What lies within the cut-off before and after, what was gained and lost: area, people, counties as printed. */
export function comparisonRows(
  { before, after, gained, lost }: ScenarioAnswer,
  language: NumberLanguage,
): readonly {
  readonly side: ComparisonSide;
  readonly figures: readonly [area: string, people: string, counties: string];
}[] {
  const figures = ({ areaKm2, population, counties }: CircleReadings) =>
    [
      formatAreaKm2(areaKm2, language),
      formatCompact(population, language),
      formatNumber(counties.length, language),
    ] as const;
  return [
    { side: 'before', figures: figures(before.readings) },
    { side: 'after', figures: figures(after.readings) },
    { side: 'gained', figures: figures(gained) },
    { side: 'lost', figures: figures(lost) },
  ];
}
