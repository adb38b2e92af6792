import type { Adcode } from '../geography/admin-unit.ts';
import { readMembers, type Coverage, type MemberFigure } from './coverage.ts';
import { pairMinutes, type Symmetry, type TravelTimes } from './travel-times.ts';

/** Parameters of the gravity model; the defaults are the formula of method.md §3. */
export interface GravityParameters {
  /** Exponent of the time, 2. */
  readonly timeExponent: number;
  /** Exponent of both masses, 1. */
  readonly massExponent: number;
  /** How two directions make one time. */
  readonly symmetry: Symmetry;
  /** Times shorter than this count as this, minutes: `1/t²` of two minutes next door would drown everything. 0 = off. */
  readonly minimumMinutes: number;
}

/** `P_i·P_j / t²`, mean of both directions; the floor is ours (assumption). */
export const GRAVITY_PARAMETERS: GravityParameters = {
  timeExponent: 2,
  massExponent: 1,
  symmetry: 'mean',
  minimumMinutes: 5,
};

/** An undirected flow; `from` is the one with the larger mass. */
export interface GravityFlow {
  readonly from: Adcode;
  readonly to: Adcode;
  /** `(P_i·P_j)^m / t^e` in units of the mass squared by minutes squared: only ratios mean something. */
  readonly value: number;
  readonly minutes: number;
  /** Of the sum over all flows here, 0–1. */
  readonly share: number;
}

/** All flows, strongest first, and what could not be computed. Modelled, never observed. */
export interface GravityFlows {
  readonly flows: readonly GravityFlow[];
  readonly total: number;
  /** Pairs of places with a mass between which no time is known, the other is not reached, or (floor off) the time is zero. */
  readonly pairsWithoutTime: readonly (readonly [Adcode, Adcode])[];
  readonly coverage: Coverage;
}

/**
 * Gravity interaction of all pairs of the matrix's places.
 * @param masses people (or GDP); a place without one, or with zero, is left out openly.
 * @see method.md §3; Zipf (1946), The P1 P2/D hypothesis, American Sociological Review 11(6).
 */
export function gravityFlowsOf(
  times: TravelTimes,
  masses: ReadonlyMap<Adcode, number>,
  parameters: GravityParameters = GRAVITY_PARAMETERS,
): GravityFlows {
  const { figures, coverage } = readMembers(times.places, masses, 'positive');
  const position = new Map(times.places.map((place, index) => [place, index]));
  const rows = figures.map(({ adcode }) => position.get(adcode) ?? -1);
  const found: Omit<GravityFlow, 'share'>[] = [];
  const pairsWithoutTime: (readonly [Adcode, Adcode])[] = [];
  let total = 0;
  figures.forEach((a, index) => {
    for (let other = index + 1; other < figures.length; other++) {
      const b = figures[other] as MemberFigure;
      const known = pairMinutes(times, rows[index] ?? -1, rows[other] ?? -1, parameters.symmetry);
      const minutes = known === null ? 0 : Math.max(known, parameters.minimumMinutes);
      if (known === null || minutes <= 0) {
        pairsWithoutTime.push([a.adcode, b.adcode]);
        continue;
      }
      const value = (a.value * b.value) ** parameters.massExponent / minutes ** parameters.timeExponent;
      const [from, to] = a.value >= b.value ? [a.adcode, b.adcode] : [b.adcode, a.adcode];
      found.push({ from, to, value, minutes: known });
      total += value;
    }
  });
  const flows = found
    .sort((a, b) => b.value - a.value || (a.from + a.to < b.from + b.to ? -1 : 1))
    .map((flow) => ({ ...flow, share: flow.value / total }));
  return { flows, total, pairsWithoutTime, coverage };
}

/** The strongest flows that are shown: `count` (0 = all) at or above a share of the strongest. */
export function strongestFlows(
  flows: readonly GravityFlow[],
  { count, threshold }: { readonly count: number; readonly threshold: number },
): readonly GravityFlow[] {
  const strongest = flows[0]?.value ?? 0;
  return (count === 0 ? flows : flows.slice(0, count)).filter(({ value }) => value >= threshold * strongest);
}

/** The strongest flow of every place: its 首位联系, from which the nodal structure is read. */
export function strongestTieOf(flows: readonly GravityFlow[]): Map<Adcode, GravityFlow> {
  const strongest = new Map<Adcode, GravityFlow>();
  for (const flow of flows) {
    for (const place of [flow.from, flow.to]) {
      const best = strongest.get(place);
      if (best === undefined || flow.value > best.value) strongest.set(place, flow);
    }
  }
  return strongest;
}
