import type { Adcode } from '../geography/admin-unit.ts';

/**
 * Where a flow circulates: within one prefecture; within one agglomeration; between two agglomerations; between an
 * agglomeration and the rest of the country; in the rest; with places outside China (only where a user's table has them).
 */
export type Circulation =
  | 'within-prefecture'
  | 'within-agglomeration'
  | 'between-agglomerations'
  | 'agglomeration-to-rest'
  | 'within-rest'
  | 'abroad';

/** All classes from the smallest circle to the widest. */
export const CIRCULATIONS: readonly Circulation[] = [
  'within-prefecture',
  'within-agglomeration',
  'between-agglomerations',
  'agglomeration-to-rest',
  'within-rest',
  'abroad',
];

/** Stands for every place outside the country in a table of flows. */
export const ABROAD: Adcode = 'abroad';

/** What the classes rest on. A place may belong to several agglomerations (澄迈 …); sharing one is enough for "within". */
export interface CirculationFrame {
  /** Prefecture of a place (itself for a prefecture); `undefined` for a place outside the country. */
  readonly prefectureOf: (place: Adcode) => Adcode | undefined;
  /** Agglomerations that a place belongs to; empty for none. */
  readonly agglomerationsOf: (place: Adcode) => readonly string[];
}

/** Builds the frame's membership from the regions' member lists (prefectures or counties, as the flows are). */
export function agglomerationsByMember(
  regions: readonly { readonly id: string; readonly members: readonly Adcode[] }[],
): Map<Adcode, string[]> {
  const found = new Map<Adcode, string[]>();
  for (const { id, members } of regions) {
    for (const member of new Set(members)) {
      const ids = found.get(member);
      if (ids) ids.push(id);
      else found.set(member, [id]);
    }
  }
  return found;
}

/** The class of a flow between two places. */
export function circulationOf(from: Adcode, to: Adcode, frame: CirculationFrame): Circulation {
  const fromPrefecture = frame.prefectureOf(from);
  const toPrefecture = frame.prefectureOf(to);
  if (fromPrefecture === undefined || toPrefecture === undefined) return 'abroad';
  if (fromPrefecture === toPrefecture) return 'within-prefecture';
  const fromRegions = frame.agglomerationsOf(from);
  const toRegions = frame.agglomerationsOf(to);
  if (fromRegions.some((region) => toRegions.includes(region))) return 'within-agglomeration';
  if (fromRegions.length > 0 && toRegions.length > 0) return 'between-agglomerations';
  return fromRegions.length > 0 || toRegions.length > 0 ? 'agglomeration-to-rest' : 'within-rest';
}

/** One class's part of all flows. */
export interface CirculationShare {
  readonly circulation: Circulation;
  readonly flows: number;
  readonly sum: number;
  /** 0–1; `null` when all flows are zero. */
  readonly share: number | null;
}

/** Sums flows (gravity, commuters of an OD table …) by class, empty classes included. */
export function circulationSharesOf(
  flows: readonly { readonly from: Adcode; readonly to: Adcode; readonly value: number }[],
  frame: CirculationFrame,
): CirculationShare[] {
  const sums = new Map<Circulation, { flows: number; sum: number }>();
  let total = 0;
  for (const { from, to, value } of flows) {
    const circulation = circulationOf(from, to, frame);
    const entry = sums.get(circulation) ?? { flows: 0, sum: 0 };
    entry.flows += 1;
    entry.sum += value;
    total += value;
    sums.set(circulation, entry);
  }
  return CIRCULATIONS.map((circulation) => {
    const { flows: count, sum } = sums.get(circulation) ?? { flows: 0, sum: 0 };
    return { circulation, flows: count, sum, share: total > 0 ? sum / total : null };
  });
}
