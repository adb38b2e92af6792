import type { Adcode } from '../geography/admin-unit.ts';

/**
 * Why a member did not enter a metric: it has no figure; its figure is zero or negative where only a positive one can
 * be used (a logarithm, a share of a whole); it has no position; no neighbour with a figure;
 * some of its sectors are blank; it is not part of the total that the share is taken of.
 */
export type ExclusionReason =
  | 'missing'
  | 'not-positive'
  | 'no-position'
  | 'no-neighbour'
  | 'incomplete'
  | 'outside-total';

/** A member left out, with the reason. */
export interface Exclusion {
  readonly adcode: Adcode;
  readonly reason: ExclusionReason;
}

/** Who entered a metric and who did not. Every metric of this folder carries one, so that nobody is dropped silently. */
export interface Coverage {
  readonly used: readonly Adcode[];
  readonly excluded: readonly Exclusion[];
}

/** A member with its figure. */
export interface MemberFigure {
  readonly adcode: Adcode;
  readonly value: number;
}

/** The members that have a usable figure, in the order given, and the coverage. */
export interface MemberFigures {
  readonly figures: readonly MemberFigure[];
  readonly coverage: Coverage;
}

/**
 * Looks up every member's figure. A repeated member counts once.
 * @param sign `positive` also leaves out figures ≤ 0, openly (`not-positive`); `any` takes every finite figure.
 */
export function readMembers(
  members: readonly Adcode[],
  values: ReadonlyMap<Adcode, number>,
  sign: 'any' | 'positive' = 'any',
): MemberFigures {
  const figures: MemberFigure[] = [];
  const excluded: Exclusion[] = [];
  for (const adcode of new Set(members)) {
    const value = values.get(adcode);
    if (value === undefined || !Number.isFinite(value)) excluded.push({ adcode, reason: 'missing' });
    else if (sign === 'positive' && value <= 0) excluded.push({ adcode, reason: 'not-positive' });
    else figures.push({ adcode, value });
  }
  return { figures, coverage: { used: figures.map((figure) => figure.adcode), excluded } };
}

/** The figures from the largest to the smallest; equal ones by adcode, so that the order never depends on the input's. */
export function sortDescending(figures: readonly MemberFigure[]): MemberFigure[] {
  return [...figures].sort((a, b) => b.value - a.value || (a.adcode < b.adcode ? -1 : 1));
}
