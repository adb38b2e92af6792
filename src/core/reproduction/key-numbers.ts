import type { ScenarioComparison } from '../scenario/scenario-comparison.ts';
import type { FigureQuestion } from '../indicators/unit-figures.ts';
import { indexByUnit } from '../scoring/composite/compute-index.ts';
import { computeOwnIndex, type OwnIndex } from '../scoring/composite/own-index.ts';
import type { YearScore } from '../scoring/score-result.ts';
import type { ScoreResult } from '../scoring/score.ts';
import { peopleWithin, type CircleReadings } from '../surface/circle-readings.ts';

/** A number that an export stands on, under a name that says what it is: `score.2020.chengyu@2016-plan.composite`. */
export interface KeyNumber {
  readonly id: string;
  /** `null` = undefined there too. */
  readonly value: number | null;
}

/**
 * Composite, rank and dimensions of every agglomeration in some years; with `indicator` its K as well.
 * @param years the years of the panel that count
 */
function scoreNumbers(years: readonly YearScore[], indicator: string | null): readonly KeyNumber[] {
  return years.flatMap(({ year, agglomerations }) =>
    agglomerations.flatMap(({ variantKey, composite, rank, dimensions }): KeyNumber[] => {
      const at = `score.${year}.${variantKey}`;
      const K = dimensions.flatMap(({ indicators }) => indicators).find(({ id }) => id === indicator)?.K;
      return [
        { id: `${at}.composite`, value: composite },
        { id: `${at}.rank`, value: rank },
        ...dimensions.map(({ id, score }) => ({ id: `${at}.${id}`, value: score })),
        ...(K === undefined || indicator === null ? [] : [{ id: `${at}.${indicator}.K`, value: K }]),
      ];
    }),
  );
}

/** Every aggregated node of an own index for every agglomeration in some years. */
function indexNumbers(result: ScoreResult, index: OwnIndex, years: readonly number[]): readonly KeyNumber[] {
  return years.flatMap((year) =>
    indexByUnit(computeOwnIndex(result, index, year)).flatMap(({ unit, values }) =>
      Object.entries(values).map(([node, value]) => ({ id: `index.${year}.${unit}.${node}`, value })),
    ),
  );
}

/** What of a score is stated. */
export interface ScoreStatement {
  readonly years: readonly number[];
  readonly indicator: string | null;
  readonly index: OwnIndex | null;
}

/** The numbers of a score, or of the own index that stands on it. */
export function numbersOfScore(
  result: ScoreResult,
  { years, indicator, index }: ScoreStatement,
): readonly KeyNumber[] {
  if (index !== null) return indexNumbers(result, index, years);
  return scoreNumbers(
    result.years.filter(({ year }) => years.includes(year)),
    indicator,
  );
}

/** Numbers under a scenario; where the map shows the difference, those of the present as well, which it is held against. */
export function numbersUnder(
  after: readonly KeyNumber[],
  present: readonly KeyNumber[],
  side: 'after' | 'difference',
): readonly KeyNumber[] {
  return [
    ...(side === 'difference' ? present : []),
    ...after.map(({ id, value }) => ({ id: `scenario.${id}`, value })),
  ];
}

/**
 * A map of figures in six numbers that no changed figure leaves alone: how many units have one and how many none, the
 * least, the greatest, mean and standard deviation (population).
 */
export function figureNumbers(
  { indicator, level, year, fromYear }: Pick<FigureQuestion, 'indicator' | 'level' | 'year' | 'fromYear'>,
  values: ReadonlyMap<string, number | null>,
): readonly KeyNumber[] {
  const at = `figures.${level}.${indicator}.${fromYear === null ? '' : `${fromYear}-`}${year}`;
  const known = [...values.values()].filter((value) => value !== null);
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length;
  const orNone = (value: number): number | null => (known.length === 0 ? null : value);
  return [
    { id: `${at}.units`, value: known.length },
    { id: `${at}.missing`, value: values.size - known.length },
    { id: `${at}.least`, value: orNone(known.reduce((a, b) => Math.min(a, b), Infinity)) },
    { id: `${at}.greatest`, value: orNone(known.reduce((a, b) => Math.max(a, b), -Infinity)) },
    { id: `${at}.mean`, value: orNone(mean) },
    { id: `${at}.standardDeviation`, value: orNone(Math.sqrt(variance)) },
  ];
}

function readingNumbers(at: string, readings: CircleReadings): readonly KeyNumber[] {
  const { areaKm2, counties, gdp } = readings;
  return [
    { id: `${at}.areaKm2`, value: areaKm2 },
    { id: `${at}.population`, value: peopleWithin(readings) },
    { id: `${at}.counties`, value: counties.length },
    { id: `${at}.gdp`, value: gdp?.value ?? null },
  ];
}

/** Area, people, counties and GDP of a circle, and the stations that the trains reach within its budget. */
export function circleNumbers(readings: CircleReadings, stations: number): readonly KeyNumber[] {
  const at = `circle.${readings.minutes}min`;
  return [...readingNumbers(at, readings), { id: `${at}.stationsInBudget`, value: stations }];
}

/** What of a comparison is compared. */
export interface ComparedReadings extends Pick<ScenarioComparison, 'savedPersonMinutes' | 'gained' | 'lost'> {
  readonly before: { readonly readings: CircleReadings };
  readonly after: { readonly readings: CircleReadings };
}

/** A circle before and after a scenario, what it gains and loses, and the person-minutes saved. */
export function scenarioNumbers({
  before,
  after,
  gained,
  lost,
  savedPersonMinutes,
}: ComparedReadings): readonly KeyNumber[] {
  const at = `scenario.${before.readings.minutes}min`;
  return [
    ...readingNumbers(`${at}.before`, before.readings),
    ...readingNumbers(`${at}.after`, after.readings),
    ...readingNumbers(`${at}.gained`, gained),
    ...readingNumbers(`${at}.lost`, lost),
    { id: `${at}.savedPersonMinutes`, value: savedPersonMinutes },
  ];
}

/**
 * Largest difference, relative to the stated number, that counts as the same. Scores are sums of a few thousand terms:
 * engines that round the last digit of a power differently stay far below. A circle is read on cells of about a square
 * kilometre, and such a last digit may move a cell over its edge. The ends of a range are held exactly, up to the order of
 * sums: the seed gives the same draws.
 */
export const REPRODUCTION_TOLERANCE = {
  score: 1e-9,
  figures: 1e-9,
  circle: 1e-4,
  certainty: 1e-9,
  scenario: 1e-4,
  scenarioRanges: 1e-9,
  accessibility: 1e-4,
  accessibilityRanges: 1e-9,
  structure: 1e-9,
  ties: 1e-4,
  clusters: 1e-9,
} as const;

/** A stated number held against the one computed again. */
export interface NumberComparison {
  readonly id: string;
  readonly stated: number | null;
  readonly computed: number | null;
  readonly same: boolean;
}

/** Holds stated numbers against computed ones; a number that only one side has is different. */
export function compareNumbers(
  stated: readonly KeyNumber[],
  computed: readonly KeyNumber[],
  tolerance: number,
): readonly NumberComparison[] {
  const again = new Map(computed.map(({ id, value }) => [id, value]));
  const compared = stated.map(({ id, value }): NumberComparison => {
    const other = again.get(id);
    const isSame =
      other === undefined
        ? false
        : value === null || other === null
          ? value === other
          : Math.abs(other - value) <= tolerance * Math.abs(value);
    return { id, stated: value, computed: other ?? null, same: isSame };
  });
  const known = new Set(stated.map(({ id }) => id));
  const unstated = computed
    .filter(({ id }) => !known.has(id))
    .map(({ id, value }): NumberComparison => ({ id, stated: null, computed: value, same: false }));
  return [...compared, ...unstated];
}
