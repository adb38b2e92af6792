import type { Adcode } from '../geography/admin-unit.ts';
import type { Coverage, Exclusion } from './coverage.ts';
import { readMembers } from './coverage.ts';

/** One unit's change. */
export interface UnitChange {
  readonly adcode: Adcode;
  readonly before: number;
  readonly after: number;
  readonly change: number;
  /** Percent of before; `null` when that is zero. */
  readonly changePercent: number | null;
  /** Percentage points that its share of all these units' total moved. */
  readonly sharePointsGained: number;
  readonly direction: 'growing' | 'stable' | 'shrinking';
}

/** Growth and shrinkage over the members with a figure in both years. */
export interface PopulationChange {
  /** Largest gain first. */
  readonly units: readonly UnitChange[];
  readonly before: number;
  readonly after: number;
  readonly change: number;
  readonly changePercent: number | null;
  /** Mean yearly growth in percent: `(after/before)^(1/years) − 1`. */
  readonly yearlyPercent: number | null;
  readonly growing: number;
  readonly stable: number;
  readonly shrinking: number;
  /** People of the later year who live in units of each direction. */
  readonly persons: Readonly<Record<UnitChange['direction'], number>>;
  /** People of the later year in the members left out, as far as they are known. */
  readonly personsLeftOut: number;
  /** The largest gain by the sum of all gains, 0–1: near 1, one city takes all (polarisation); `null` without gains. */
  readonly largestGainShare: number | null;
  readonly coverage: Coverage;
}

/** Changes within this percentage of the figure before count as stable: the censuses are no finer (assumption, ours). */
const STABLE_WITHIN_PERCENT = 0.5;

/**
 * Change of a count between two years on the *same* territory: give the earlier figures on the later boundaries
 * (`population_2010_on_2020_boundary`). A county whose code changed has no earlier figure under its code: it is listed as missing.
 * @param years between the two figures, 10 for the censuses.
 */
export function populationChangeOf(
  members: readonly Adcode[],
  before: ReadonlyMap<Adcode, number>,
  after: ReadonlyMap<Adcode, number>,
  years: number,
  stableWithinPercent: number = STABLE_WITHIN_PERCENT,
): PopulationChange {
  const later = readMembers(members, after);
  const earlier = readMembers(later.coverage.used, before);
  const excluded: Exclusion[] = [...later.coverage.excluded, ...earlier.coverage.excluded];
  const totalBefore = earlier.figures.reduce((sum, figure) => sum + figure.value, 0);
  const totalAfter = earlier.figures.reduce((sum, { adcode }) => sum + (after.get(adcode) ?? 0), 0);
  const units = earlier.figures.map(({ adcode, value }): UnitChange => {
    const then = after.get(adcode) ?? 0;
    const changePercent = value === 0 ? null : (100 * (then - value)) / value;
    const stable = changePercent !== null && Math.abs(changePercent) <= stableWithinPercent;
    return {
      adcode,
      before: value,
      after: then,
      change: then - value,
      changePercent,
      sharePointsGained: 100 * (then / (totalAfter || 1) - value / (totalBefore || 1)),
      direction: stable || then === value ? 'stable' : then > value ? 'growing' : 'shrinking',
    };
  });
  units.sort((a, b) => b.change - a.change || (a.adcode < b.adcode ? -1 : 1));
  const gains = units.reduce((sum, unit) => sum + Math.max(0, unit.change), 0);
  const of = (direction: UnitChange['direction']) => units.filter((unit) => unit.direction === direction);
  const [growing, stable, shrinking] = [of('growing'), of('stable'), of('shrinking')];
  return {
    units,
    before: totalBefore,
    after: totalAfter,
    change: totalAfter - totalBefore,
    changePercent: totalBefore > 0 ? (100 * (totalAfter - totalBefore)) / totalBefore : null,
    yearlyPercent: totalBefore > 0 ? 100 * ((totalAfter / totalBefore) ** (1 / years) - 1) : null,
    growing: growing.length,
    stable: stable.length,
    shrinking: shrinking.length,
    persons: { growing: sumAfter(growing), stable: sumAfter(stable), shrinking: sumAfter(shrinking) },
    personsLeftOut: excluded.reduce((all, { adcode }) => all + (after.get(adcode) ?? 0), 0),
    largestGainShare: gains > 0 ? (units[0]?.change ?? 0) / gains : null,
    coverage: { used: earlier.coverage.used, excluded },
  };
}

function sumAfter(units: readonly UnitChange[]): number {
  return units.reduce((sum, { after }) => sum + after, 0);
}
