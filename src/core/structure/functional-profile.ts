import type { Adcode } from '../geography/admin-unit.ts';
import type { Coverage } from './coverage.ts';
import { readSectors, totalShares, type SectorCounts } from './industry-shares.ts';

/** One section of a city's functional profile. */
export interface CityFunction {
  /** Position of the section in the table. */
  readonly section: number;
  readonly share: number;
  /** Location quotient against all reference cities together; `null` where they have nobody in the section. */
  readonly quotient: number | null;
  /** `(share − mean) / standard deviation` over the reference cities' shares; `null` when they are all equal. */
  readonly score: number | null;
  /** Nelson's grade: 0 below one standard deviation above the mean, then 1, 2, 3 (three and more). */
  readonly grade: 0 | 1 | 2 | 3;
}

/** What a city lives on, strongest grade and score first. */
export interface FunctionalProfile {
  readonly adcode: Adcode;
  readonly functions: readonly CityFunction[];
  /** Sections of grade 1 and more: the city's prominent functions; empty for a city without any (综合性). */
  readonly prominent: readonly CityFunction[];
}

/**
 * Functional profiles by Nelson's method (纳尔逊分类): a function is prominent where the city's share of employment lies at
 * least one standard deviation (population σ) above the unweighted mean of the reference cities.
 * @param reference the cities to be measured against, usually all prefectures; those without a row are left out of mean and σ.
 * @see Nelson (1955), A service classification of American cities, Economic Geography 31(3).
 */
export function functionalProfilesOf(
  members: readonly Adcode[],
  counts: SectorCounts,
  reference: readonly Adcode[] = [...counts.keys()],
): { readonly profiles: readonly FunctionalProfile[]; readonly coverage: Coverage } {
  const others = readSectors(reference, counts).cities;
  const base = totalShares(others.map((city) => city.counts)) ?? [];
  const n = others.length;
  const means = base.map((_, j) => others.reduce((sum, city) => sum + (city.shares[j] ?? 0), 0) / n);
  const deviations = means.map((mean, j) =>
    Math.sqrt(others.reduce((sum, city) => sum + ((city.shares[j] ?? 0) - mean) ** 2, 0) / n),
  );
  const { cities, coverage } = readSectors(members, counts);
  const profiles = cities.map(({ adcode, shares }) => {
    const functions = shares.map((share, section): CityFunction => {
      const deviation = deviations[section] ?? 0;
      const score = deviation > 0 ? (share - (means[section] ?? 0)) / deviation : null;
      const part = base[section] ?? 0;
      const grade = Math.max(0, Math.min(3, Math.floor(score ?? 0))) as 0 | 1 | 2 | 3;
      return { section, share, quotient: part > 0 ? share / part : null, score, grade };
    });
    functions.sort((a, b) => b.grade - a.grade || (b.score ?? -Infinity) - (a.score ?? -Infinity));
    return { adcode, functions, prominent: functions.filter((entry) => entry.grade > 0) };
  });
  return { profiles, coverage };
}
