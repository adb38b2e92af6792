import type { Adcode } from '../geography/admin-unit.ts';
import { ABROAD } from './circulation.ts';

/** Commuters between units, as parallel lists; ends are units of the atlas, or `ABROAD`. */
export interface CommutingFlows {
  readonly name: string;
  readonly from: readonly Adcode[];
  readonly to: readonly Adcode[];
  readonly people: readonly number[];
}

/** Commuting rates that are drawn, percent (method-travel.md). */
export const COMMUTING_RATES = [5, 10, 30] as const;

/** How many of a unit's commuters work in the core. */
export interface CommutingRate {
  readonly adcode: Adcode;
  readonly toCore: number;
  readonly all: number;
  /** `toCore / all`, 0–1. */
  readonly rate: number;
}

/** Units whose rate is at least `percent`. */
export interface CommutingRing {
  readonly percent: number;
  readonly units: readonly Adcode[];
  /** Commuters of these units to the core. */
  readonly toCore: number;
}

/**
 * Commuting rates to a core: of all people of a unit in the table (those who stay in it too), the share who go to the core.
 * Units of the core itself have none, nor have places abroad. Highest rate first.
 */
export function commutingRates(flows: CommutingFlows, core: ReadonlySet<Adcode>): readonly CommutingRate[] {
  const all = new Map<Adcode, number>();
  const toCore = new Map<Adcode, number>();
  flows.from.forEach((from, index) => {
    if (core.has(from) || from === ABROAD) return;
    const people = flows.people[index] ?? 0;
    all.set(from, (all.get(from) ?? 0) + people);
    if (core.has(flows.to[index] ?? '')) toCore.set(from, (toCore.get(from) ?? 0) + people);
  });
  return [...all]
    .filter(([, people]) => people > 0)
    .map(([adcode, people]) => {
      const inside = toCore.get(adcode) ?? 0;
      return { adcode, toCore: inside, all: people, rate: inside / people };
    })
    .sort((a, b) => b.rate - a.rate || (a.adcode < b.adcode ? -1 : 1));
}

/** The rings of the usual rates; a smaller rate's ring holds those of the larger ones. */
export function commutingRings(rates: readonly CommutingRate[]): readonly CommutingRing[] {
  return COMMUTING_RATES.map((percent) => {
    const within = rates.filter(({ rate }) => rate * 100 >= percent);
    return {
      percent,
      units: within.map(({ adcode }) => adcode),
      toCore: within.reduce((sum, each) => sum + each.toCore, 0),
    };
  });
}
