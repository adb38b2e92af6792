import type { Adcode } from '../geography/admin-unit.ts';

/** A county's figure with the people whose figure it is. */
export interface WeightedFigure {
  readonly adcode: Adcode;
  /** People who have this figure, > 0. */
  readonly residents: number;
  /** ≥ 0 */
  readonly value: number;
}

/** How accessibility is spread over the people of a region: every resident counts once, with the figure of their county. */
export interface AccessibilitySummary {
  /** Residents of the counties with a figure. */
  readonly residents: number;
  readonly counties: number;
  /** What the average resident reaches. */
  readonly mean: number;
  /** The least that at least 10, 50, 90% of the residents do not exceed. */
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** Gini coefficient over residents, 0 = all reach the same; `null` where nobody reaches anything. */
  readonly gini: number | null;
}

/** The smallest value that at least `share` of the residents do not exceed (Hyndman & Fan 1996, definition 1, weighted). */
function residentsQuantile(ascending: readonly WeightedFigure[], residents: number, share: number): number {
  let below = 0;
  for (const { residents: own, value } of ascending) {
    below += own;
    if (below >= share * residents * (1 - 1e-12)) return value;
  }
  return ascending.at(-1)?.value ?? Number.NaN;
}

/** Area between the Lorenz curve of the residents and the diagonal, doubled. @param total of residents × value, > 0 */
function residentsGini(ascending: readonly WeightedFigure[], residents: number, total: number): number {
  let sum = 0;
  let under = 0;
  for (const { residents: own, value } of ascending) {
    const before = sum / total;
    sum += own * value;
    under += ((before + sum / total) / 2) * (own / residents);
  }
  return Math.max(0, 1 - 2 * under);
}

/**
 * Sums up figures by the residents who have them; `null` without any.
 *
 * @see Lucas, van Wee & Maat (2016), A method to evaluate equitable accessibility, Transportation 43: 473–490 (Lorenz curve
 * and Gini coefficient of accessibility over people)
 */
export function summariseAccessibility(figures: readonly WeightedFigure[]): AccessibilitySummary | null {
  if (figures.length === 0) return null;
  const ascending = figures.toSorted((a, b) => a.value - b.value || (a.adcode < b.adcode ? -1 : 1));
  const residents = ascending.reduce((sum, figure) => sum + figure.residents, 0);
  const total = ascending.reduce((sum, figure) => sum + figure.residents * figure.value, 0);
  return {
    residents,
    counties: figures.length,
    mean: total / residents,
    p10: residentsQuantile(ascending, residents, 0.1),
    p50: residentsQuantile(ascending, residents, 0.5),
    p90: residentsQuantile(ascending, residents, 0.9),
    gini: total > 0 ? residentsGini(ascending, residents, total) : null,
  };
}
