import type { Adcode } from '../geography/admin-unit.ts';
import { readMembers, sortDescending, type Coverage } from './coverage.ts';

/** Concentration of a size over cities. A value is `null` where too few cities have a figure. */
export interface Concentration {
  /** Two-city index 首位度 `P1/P2`. */
  readonly s2: number | null;
  /** Four-city index `P1/(P2+P3+P4)`; 12/13 under the rank-size rule `P_r = P_1/r`. */
  readonly s4: number | null;
  /** Eleven-city index `2·P1/(P2+…+P11)`. */
  readonly s11: number | null;
  /** The largest city's share of all members' total, 0–1. */
  readonly largestShare: number | null;
  /** Herfindahl index `Σ share²`, from 1/n (all equal) to 1 (one city). */
  readonly herfindahl: number | null;
  /** Herfindahl index stretched to 0–1: `(H − 1/n)/(1 − 1/n)`. */
  readonly herfindahlNormalised: number | null;
  /** `1/H`: the number of equal cities that would be as concentrated. */
  readonly equivalentCities: number | null;
  readonly gini: number | null;
  readonly giniCorrection: GiniCorrection;
  readonly coverage: Coverage;
}

/** `none`: `G` of the members as the whole population; `sample`: `G·n/(n−1)`, so that one city having all gives 1. */
export type GiniCorrection = 'none' | 'sample';

/**
 * Gini coefficient of non-negative values, 0 (equal) up to 1 − 1/n, or 1 with the sample correction.
 * `null` for no values, a zero total, or one value with the sample correction.
 * @see Dixon et al. (1987), Bootstrapping the Gini coefficient of inequality, Ecology 68: the n/(n − 1) correction.
 */
export function giniOf(values: readonly number[], correction: GiniCorrection): number | null {
  const n = values.length;
  const total = values.reduce((sum, value) => sum + value, 0);
  if (n === 0 || total <= 0 || (correction === 'sample' && n === 1)) return null;
  const weighted = [...values]
    .sort((a, b) => a - b)
    .reduce((sum, value, i) => sum + (2 * (i + 1) - n - 1) * value, 0);
  const gini = weighted / (n * total);
  return correction === 'sample' ? (gini * n) / (n - 1) : gini;
}

/**
 * Primacy, Herfindahl and Gini of the members' sizes; zero or negative sizes are left out openly.
 * S11 and S4 need eleven and four cities and are `null` with fewer, never computed over what there is.
 * @see Jefferson (1939), The law of the primate city; 周一星《城市地理学》for S4 and S11.
 */
export function concentrationOf(
  members: readonly Adcode[],
  sizes: ReadonlyMap<Adcode, number>,
  options: { readonly gini?: GiniCorrection } = {},
): Concentration {
  const giniCorrection = options.gini ?? 'none';
  const { figures, coverage } = readMembers(members, sizes, 'positive');
  const sorted = sortDescending(figures).map((figure) => figure.value);
  const n = sorted.length;
  const total = sorted.reduce((sum, value) => sum + value, 0);
  const first = sorted[0];
  const followers = (count: number): number | null =>
    n > count ? sorted.slice(1, count + 1).reduce((sum, value) => sum + value, 0) : null;
  const over = (factor: number, count: number): number | null => {
    const sum = followers(count);
    return first === undefined || sum === null ? null : (factor * first) / sum;
  };
  const herfindahl = n === 0 ? null : sorted.reduce((sum, value) => sum + (value / total) ** 2, 0);
  return {
    s2: over(1, 1),
    s4: over(1, 3),
    s11: over(2, 10),
    largestShare: first === undefined ? null : first / total,
    herfindahl,
    herfindahlNormalised: herfindahl === null || n < 2 ? null : (herfindahl - 1 / n) / (1 - 1 / n),
    equivalentCities: herfindahl === null ? null : 1 / herfindahl,
    gini: giniOf(sorted, giniCorrection),
    giniCorrection,
    coverage,
  };
}
