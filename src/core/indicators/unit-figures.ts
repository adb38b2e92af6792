import type { Adcode } from '../geography/admin-unit.ts';
import { type BoundaryChange, transfersBetween } from './boundary-changes.ts';
import type { IndicatorDefinition, IndicatorSeries } from './indicator.ts';
import { yearsByDistance } from './series-index.ts';
import { sourcesBehind } from './sources-behind.ts';

/** Units in which a difference says little because prices and sizes grow: their change is relative. */
const RELATIVE_UNITS: ReadonlySet<string> = new Set([
  'persons',
  '10k persons',
  '100m CNY',
  'million USD',
  'CNY/person',
  'CNY/year',
  'km2',
]);

/** Whether an indicator's change is given in per cent of the earlier figure. */
export function changesRelatively(definition: Pick<IndicatorDefinition, 'unit'>): boolean {
  return RELATIVE_UNITS.has(definition.unit);
}

/** What figures are read from: series of units, whichever table they stand in. */
export type FigureSeries = Pick<
  IndicatorSeries,
  'indicator' | 'year' | 'sourceId' | 'values' | 'citedSourceIds'
>;

/** Figures of one year by unit, with the years that they really have. */
export interface FoundFigures {
  readonly values: ReadonlyMap<Adcode, { readonly value: number; readonly series: FigureSeries }>;
  /** Ascending. */
  readonly ownYears: readonly number[];
  readonly series: readonly FigureSeries[];
}

/** Every unit's figure of the year, else the nearest within the window. */
export function figuresOf(
  series: readonly FigureSeries[],
  indicator: string,
  year: number,
  windowYears: number,
): FoundFigures {
  const values = new Map<Adcode, { value: number; series: FigureSeries }>();
  const years = new Set<number>();
  const used = new Set<FigureSeries>();
  for (const candidate of yearsByDistance(year, windowYears))
    for (const one of series) {
      if (one.indicator !== indicator || one.year !== candidate) continue;
      for (const [adcode, value] of one.values) {
        if (values.has(adcode) || !Number.isFinite(value)) continue;
        values.set(adcode, { value, series: one });
        years.add(candidate);
        used.add(one);
      }
    }
  return { values, ownYears: [...years].sort((a, b) => a - b), series: [...used] };
}

/** Base of a population change on one and the same territory: the 2020 census tabulates 2010 on its own boundaries. */
const ON_2020_BOUNDARIES: ReadonlyMap<string, string> = new Map([
  ['population', 'population_2010_on_2020_boundary'],
  ['urban_population', 'urban_population_2010_on_2020_boundary'],
]);

/** The later figure of such a change where it isn't the indicator itself: counties' people with those of functional zones. */
const LATER_OF_COUNTIES: ReadonlyMap<string, string> = new Map([['population', 'population_with_zones']]);

/** The series that a change 2010 → 2020 is taken between on the boundaries of 2020; `null` where the level has none. */
export function baseOn2020Boundaries(
  indicator: string,
  level: 'prefecture' | 'county',
): { readonly before: string; readonly now: string } | null {
  const before = ON_2020_BOUNDARIES.get(indicator);
  if (before === undefined) return null;
  if (level === 'prefecture') return { before, now: indicator };
  const now = LATER_OF_COUNTIES.get(indicator);
  return now === undefined ? null : { before, now };
}

/** An indicator's own figures by unit, or their change. */
export interface FigureQuestion {
  readonly indicator: string;
  readonly level: 'prefecture' | 'county';
  readonly year: number;
  /** `null` = the figures themselves, not their change. */
  readonly fromYear: number | null;
  /** How far from the year a figure may be. */
  readonly yearWindow: number;
}

/** The answer for the units asked about. */
export interface UnitFigures {
  /** In the indicator's unit; changes of amounts in per cent. `null` = none, or of two territories. */
  readonly values: ReadonlyMap<Adcode, number | null>;
  readonly now: FoundFigures;
  readonly before: FoundFigures | null;
  /** Both figures of a change are of the boundaries of 2020. */
  readonly isOn2020Boundaries: boolean;
  /** The transfers for which units have both figures and no change, by year. */
  readonly transfers: readonly BoundaryChange[];
}

/**
 * Figures or changes of units. A change is missing where both figures are of one year, or where the unit's boundary changed
 * between them and no figure on one territory is known.
 */
export function unitFigures(
  series: readonly FigureSeries[],
  { indicator, level, year, fromYear, yearWindow }: FigureQuestion,
  definition: Pick<IndicatorDefinition, 'unit'>,
  units: readonly Adcode[],
): UnitFigures {
  const base = year >= 2020 && fromYear === 2010 ? baseOn2020Boundaries(indicator, level) : null;
  const now = figuresOf(series, base?.now ?? indicator, year, yearWindow);
  const before =
    fromYear === null ? null : figuresOf(series, base?.before ?? indicator, fromYear, yearWindow);
  const isRelative = changesRelatively(definition);
  const transfers = new Set<BoundaryChange>();
  const originOf = (one: FigureSeries) => ({ year: one.year, sourceIds: sourcesBehind(series, one) });
  const values = new Map(
    units.map((adcode): [Adcode, number | null] => {
      const figure = now.values.get(adcode);
      if (figure === undefined) return [adcode, null];
      if (before === null) return [adcode, figure.value];
      const earlier = before.values.get(adcode);
      if (earlier === undefined || earlier.series.year === figure.series.year) return [adcode, null];
      const between =
        base === null ? transfersBetween(adcode, originOf(earlier.series), originOf(figure.series)) : [];
      if (between.length > 0) {
        for (const change of between) transfers.add(change);
        return [adcode, null];
      }
      if (!isRelative) return [adcode, figure.value - earlier.value];
      return [adcode, earlier.value > 0 ? (figure.value / earlier.value - 1) * 100 : null];
    }),
  );
  return {
    values,
    now,
    before,
    isOn2020Boundaries: base !== null,
    transfers: [...transfers].sort((a, b) => a.year - b.year),
  };
}
