import type { ScenarioAnswer } from '#compute/circle-operations.ts';
import { peopleWithin, type CircleReadings } from '#core/surface/circle-readings.ts';
import type { CsvCell } from '#ui/files/save-file.ts';
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
  const figures = (readings: CircleReadings) =>
    [
      formatAreaKm2(readings.areaKm2, language),
      formatCompact(peopleWithin(readings), language),
      formatNumber(readings.counties.length, language),
    ] as const;
  return [
    { side: 'before', figures: figures(before.readings) },
    { side: 'after', figures: figures(after.readings) },
    { side: 'gained', figures: figures(gained) },
    { side: 'lost', figures: figures(lost) },
  ];
}

const numbersOf = (side: ComparisonSide, readings: CircleReadings) => [
  side,
  readings.areaKm2,
  peopleWithin(readings),
  readings.counties.length,
  'modelled',
];

/** The same as numbers, for tables and files: a row a side. */
export function comparisonTable({
  before,
  after,
  gained,
  lost,
}: ScenarioAnswer): readonly (readonly CsvCell[])[] {
  return [
    ['side', 'area_km2', 'people', 'counties', 'provenance'],
    numbersOf('before', before.readings),
    numbersOf('after', after.readings),
    numbersOf('gained', gained),
    numbersOf('lost', lost),
  ];
}

/** Every county gained or lost, whole or in part. */
export function changedCounties(
  { gained, lost }: Pick<ScenarioAnswer, 'gained' | 'lost'>,
  nameOf: (adcode: string) => string,
): readonly (readonly CsvCell[])[] {
  const rows = (side: ComparisonSide, { counties }: CircleReadings) =>
    counties.map(({ adcode, share, population }) => [
      side,
      adcode,
      nameOf(adcode),
      share,
      population,
      'modelled',
    ]);
  return [
    ['side', 'adcode', 'name', 'area_cut', 'people', 'provenance'],
    ...rows('gained', gained),
    ...rows('lost', lost),
  ];
}
