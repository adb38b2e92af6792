import type { AdminLevel, Adcode } from '#core/geography/admin-unit.ts';
import { TERRITORY_MISMATCHES, type TerritoryMismatch } from '#core/indicators/census-territory.ts';
import type { IndicatorTable, Observation } from '#core/indicators/indicator.ts';
import { baseOn2020Boundaries, unitFigures } from '#core/indicators/unit-figures.ts';
import { observationsOf } from './observations.ts';

/** What the tables know of a unit's people. */
export interface PeopleOfUnit {
  /** As tabulated, oldest first. */
  readonly counted: readonly Observation[];
  /** A county's people with those of functional zones, where some were spread over it: what maps, sums and densities count. */
  readonly withZones: Observation | null;
  /** The communiqué's figure of the newest tabulated year, where it counts other people: it goes by who governs. */
  readonly communique: Observation | null;
  /** 2010 → 2020 on one territory, from the same figures as the map's. */
  readonly change: {
    readonly absolute: number;
    readonly percent: number;
    /** The figure of 2010, where it is not the tabulated one. */
    readonly convertedFrom: number | null;
  } | null;
  /** What is to be known of the figure of 2010, or why there is none on the territory of 2020. */
  readonly mismatch: TerritoryMismatch | null;
  /** The people that stand on the unit's area, those that the map's density of 2020 counts. */
  readonly now: Observation | null;
}

/** The years between which the map tells a change. */
const [FROM_YEAR, YEAR] = [2010, 2020];

/** Both figures of the change 2010 → 2020 and what the map makes of them, by the map's own function. */
function comparedOf(table: IndicatorTable | null, adcode: Adcode, level: AdminLevel) {
  const base = baseOn2020Boundaries('population', level);
  if (table === null || base === null) return null;
  const question = { indicator: 'population', level, year: YEAR, fromYear: FROM_YEAR, yearWindow: 0 };
  const found = unitFigures(table.series, question, { unit: 'persons' }, [adcode]);
  const before = found.before?.values.get(adcode)?.value ?? null;
  const now = observationsOf(table, adcode, base.now).find(({ year }) => year === YEAR) ?? null;
  return { percent: found.values.get(adcode) ?? null, before, now };
}

function changeOf(
  compared: ReturnType<typeof comparedOf>,
  counted: readonly Observation[],
): PeopleOfUnit['change'] {
  if (compared === null) return null;
  const { percent, before, now } = compared;
  if (percent === null || before === null || now === null) return null;
  return {
    absolute: now.value - before,
    percent,
    convertedFrom: counted.some(({ value }) => value === before) ? null : before,
  };
}

/** People of a unit from the table of its level; all empty without one. */
export function peopleOfUnit(
  table: IndicatorTable | null,
  { adcode, level }: { readonly adcode: Adcode; readonly level: AdminLevel },
): PeopleOfUnit {
  const newest = (indicator: string): Observation | null =>
    observationsOf(table, adcode, indicator).at(-1) ?? null;
  const counted = observationsOf(table, adcode, 'population');
  const tabulated = counted.at(-1) ?? null;
  const compared = comparedOf(table, adcode, level);
  const tabulatedOnArea = counted.findLast(({ value }) => value === compared?.now?.value);
  // A county's with zones may be the tabulated figure of a later year (Hong Kong's districts): then it is told as that.
  const now = tabulatedOnArea ?? compared?.now ?? tabulated;
  const communique = newest('population_bulletin');
  return {
    counted,
    withZones: now !== null && now.indicator !== 'population' && now.value !== tabulated?.value ? now : null,
    communique:
      communique !== null && communique.year === tabulated?.year && communique.value !== tabulated.value
        ? communique
        : null,
    change: changeOf(compared, counted),
    mismatch: TERRITORY_MISMATCHES.find(({ adcodes }) => adcodes.includes(adcode)) ?? null,
    now,
  };
}
