import type { Adcode } from '../geography/admin-unit.ts';
import { readMembers, type Coverage } from './coverage.ts';
import { pairMinutes, type Symmetry, type TravelTimes } from './travel-times.ts';

/** Cities tied to one another by pairs within the hour, directly or over others. */
export interface HourCluster {
  /** Largest first where people are known. */
  readonly members: readonly Adcode[];
  /** Pairs within the limit inside the cluster. */
  readonly ties: number;
  /** Those pairs by all pairs of the cluster: 1 = everybody within the hour of everybody, `null` for one city. */
  readonly density: number | null;
  /** People of the members with a figure. */
  readonly persons: number;
}

/** Clusters, largest by people first; single cities are clusters of one. */
export interface HourClusters {
  readonly clusters: readonly HourCluster[];
  /** Pairs about which nothing is known: they tie nobody, and could. */
  readonly unknownPairs: number;
  /** Who had people's figures. */
  readonly coverage: Coverage;
}

/** The hour, minutes. */
const ONE_HOUR_MINUTES = 60;

/**
 * Connected components of the places within `limitMinutes` of one another (`worst` of both directions by default: out and back within the hour).
 * A long chain makes one cluster though its ends are far apart: `density` tells.
 */
export function hourClustersOf(
  times: TravelTimes,
  persons: ReadonlyMap<Adcode, number>,
  options: { readonly limitMinutes?: number; readonly symmetry?: Symmetry } = {},
): HourClusters {
  const limit = options.limitMinutes ?? ONE_HOUR_MINUTES;
  const n = times.places.length;
  const parent = Array.from({ length: n }, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    for (let up = parent[root] ?? root; up !== root; up = parent[root] ?? root) root = up;
    parent[index] = root;
    return root;
  };
  const ties: [number, number][] = [];
  let unknownPairs = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const minutes = pairMinutes(times, i, j, options.symmetry ?? 'worst');
      if (minutes === null) unknownPairs += 1;
      else if (minutes <= limit) {
        ties.push([i, j]);
        parent[rootOf(j)] = rootOf(i);
      }
    }
  }
  const groups = new Map<number, { members: Adcode[]; ties: number }>();
  times.places.forEach((place, index) => {
    const root = rootOf(index);
    const group = groups.get(root) ?? { members: [], ties: 0 };
    group.members.push(place);
    groups.set(root, group);
  });
  for (const [i] of ties) {
    const group = groups.get(rootOf(i));
    if (group) group.ties += 1;
  }
  const size = (adcode: Adcode): number => persons.get(adcode) ?? 0;
  const clusters = [...groups.values()].map((group) => {
    const count = group.members.length;
    return {
      members: group.members.sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1)),
      ties: group.ties,
      density: count < 2 ? null : (2 * group.ties) / (count * (count - 1)),
      persons: group.members.reduce((sum, member) => sum + size(member), 0),
    };
  });
  clusters.sort((a, b) => b.persons - a.persons || b.members.length - a.members.length);
  return { clusters, unknownPairs, coverage: readMembers(times.places, persons).coverage };
}
