import type { Adcode } from '../geography/admin-unit.ts';
import { GOVERNED_BY_COMMUNIQUE } from '../indicators/census-territory.ts';
import type { SeriesIndex } from '../indicators/series-index.ts';

/** All figures of one indicator in exactly one year, with the sources they come from. */
export interface FigureColumn {
  readonly indicator: string;
  readonly year: number;
  readonly values: ReadonlyMap<Adcode, number>;
  readonly sourceIds: readonly string[];
}

/** What the structure metrics read, prefecture level. Boundaries of both years are those of the later one. */
export interface StructureFigures {
  /** Resident population on the later year's boundaries. */
  readonly populationBefore: FigureColumn;
  readonly population: FigureColumn;
  /** The same by the communiqués, which count by who governs. */
  readonly populationByCommunique: FigureColumn;
  readonly urbanPopulation: FigureColumn;
  /** 城区: size classes, hierarchy and structure type. */
  readonly urbanCorePopulation: FigureColumn;
  readonly share65PlusPercentBefore: FigureColumn;
  readonly share65PlusPercent: FigureColumn;
  /** 100 million CNY. */
  readonly gdp: FigureColumn;
}

/** One column; where several series of the year have a unit's figure, the first of the table wins. */
export function figureColumn(index: SeriesIndex, indicator: string, year: number): FigureColumn {
  const values = new Map<Adcode, number>();
  const sourceIds = new Set<string>();
  for (const series of index.series(indicator, year)) {
    for (const [adcode, value] of series.values) {
      if (values.has(adcode)) continue;
      values.set(adcode, value);
      sourceIds.add(series.sourceId);
    }
  }
  return { indicator, year, values, sourceIds: [...sourceIds] };
}

/** The censuses of 2010 and 2020, the 2010 one on 2020 boundaries, and the GDP of 2020. */
export function readStructureFigures(index: SeriesIndex): StructureFigures {
  return {
    populationBefore: figureColumn(index, 'population_2010_on_2020_boundary', 2010),
    population: figureColumn(index, 'population', 2020),
    populationByCommunique: figureColumn(index, 'population_bulletin', 2020),
    urbanPopulation: figureColumn(index, 'urban_population', 2020),
    urbanCorePopulation: figureColumn(index, 'urban_core_population', 2020),
    share65PlusPercentBefore: figureColumn(index, 'share_age_65plus', 2010),
    share65PlusPercent: figureColumn(index, 'share_age_65plus', 2020),
    gdp: figureColumn(index, 'gdp', 2020),
  };
}

/**
 * The members' people whom the yearbook's money is of, for GDP per person: the census, in {@link GOVERNED_BY_COMMUNIQUE}
 * the communiqué. The same people as those of the indicator `gdp_per_capita`, so that a city has one figure everywhere.
 */
export function peopleOfMoney(
  { population, populationByCommunique }: StructureFigures,
  members: readonly Adcode[],
): FigureColumn {
  const values = new Map<Adcode, number>();
  const columns = new Set<FigureColumn>();
  for (const adcode of members) {
    const told = GOVERNED_BY_COMMUNIQUE.has(adcode) ? populationByCommunique.values.get(adcode) : undefined;
    const people = told ?? population.values.get(adcode);
    if (people === undefined) continue;
    values.set(adcode, people);
    columns.add(told === undefined ? population : populationByCommunique);
  }
  return { ...population, values, sourceIds: [...columns].flatMap(({ sourceIds }) => sourceIds) };
}
