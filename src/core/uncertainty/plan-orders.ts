import type { PlanFigure, TriedPlan } from './plans-uncertainty.ts';

/** An order of two plans is told as sure when it holds in at least so many of the draws. */
export const SURE_ORDER = 0.95;

/** Two plans and how often the one that is larger as declared is larger in a draw. */
export interface PlanOrder {
  /** Larger as declared. */
  readonly above: string;
  readonly below: string;
  /** Share of the common draws in which it is larger there too, ties counted half, 0–1. */
  readonly holds: number;
}

/** Share of the draws in which the first value is larger, ties counted half. Both must be of the same draws. */
export function shareLarger(first: ArrayLike<number>, second: ArrayLike<number>): number {
  if (first.length !== second.length || first.length === 0) throw new Error('Values of other draws');
  let wins = 0;
  for (let draw = 0; draw < first.length; draw++) {
    const difference = (first[draw] as number) - (second[draw] as number);
    if (difference > 0) wins += 1;
    else if (difference === 0) wins += 0.5;
  }
  return wins / first.length;
}

/** How often the order of each two plans by a figure holds, least sure first. */
export function planOrders(plans: readonly TriedPlan[], figure: PlanFigure): readonly PlanOrder[] {
  const ranked = plans.toSorted((a, b) => b.declared[figure] - a.declared[figure] || (a.id < b.id ? -1 : 1));
  return ranked
    .flatMap((above, at) =>
      ranked.slice(at + 1).map((below): PlanOrder => ({
        above: above.id,
        below: below.id,
        holds: shareLarger(above.drawn[figure], below.drawn[figure]),
      })),
    )
    .toSorted((a, b) => a.holds - b.holds);
}
