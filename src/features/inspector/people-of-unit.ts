import type { AdminLevel, Adcode } from '#core/geography/admin-unit.ts';
import { TERRITORY_MISMATCHES, type TerritoryMismatch } from '#core/indicators/census-territory.ts';
import type { IndicatorTable, Observation } from '#core/indicators/indicator.ts';
import { baseOn2020Boundaries } from '#core/indicators/unit-figures.ts';
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
  /** The people that stand on the unit's area. */
  readonly now: Observation | null;
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
  const base = baseOn2020Boundaries('population', level);
  const compared = base === null ? null : newest(base.now);
  const before = base === null ? null : newest(base.before);
  const now = level === 'county' ? (compared ?? tabulated) : tabulated;
  const communique = newest('population_bulletin');
  return {
    counted,
    withZones: now !== null && now.indicator !== 'population' && now.value !== tabulated?.value ? now : null,
    communique:
      communique !== null && communique.year === tabulated?.year && communique.value !== tabulated.value
        ? communique
        : null,
    change:
      compared === null || before === null || before.value === 0
        ? null
        : {
            absolute: compared.value - before.value,
            percent: (compared.value / before.value - 1) * 100,
            convertedFrom: counted.some(({ value }) => value === before.value) ? null : before.value,
          },
    mismatch: TERRITORY_MISMATCHES.find(({ adcodes }) => adcodes.includes(adcode)) ?? null,
    now,
  };
}
