import type { GravityFlow } from '#core/structure/gravity.ts';

/** The strongest `count` flows (0 = all) at or above a share of the strongest. */
export function shownTies(
  flows: readonly GravityFlow[],
  count: number,
  threshold: number,
): readonly GravityFlow[] {
  const strongest = flows[0]?.value ?? 0;
  return (count === 0 ? flows : flows.slice(0, count)).filter(({ value }) => value >= threshold * strongest);
}
