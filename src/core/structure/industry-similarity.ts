import type { Adcode } from '../geography/admin-unit.ts';
import type { Coverage } from './coverage.ts';
import { readSectors, type SectorCounts } from './industry-shares.ts';

/**
 * `krugman`: `Σ_j |s_aj − s_bj|`, 0 the same structure, 2 nothing in common (Krugman 1991).
 * `similarity`: structural similarity coefficient 同构系数 `Σ s_aj·s_bj / √(Σ s_aj²·Σ s_bj²)`, 1 the same, 0 nothing in common
 * (UNIDO International Centre for Industrial Studies 1979, *World Industry since 1960*).
 */
export type IndustryMeasure = 'krugman' | 'similarity';

/** Krugman's index of two cities' sector shares. */
export function krugmanPair(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, share, j) => sum + Math.abs(share - (b[j] ?? 0)), 0);
}

/** Structural similarity coefficient of two cities' sector shares; 0 when one of them is all zeros. */
export function similarityPair(a: readonly number[], b: readonly number[]): number {
  let products = 0;
  let squaresA = 0;
  let squaresB = 0;
  a.forEach((share, j) => {
    const other = b[j] ?? 0;
    products += share * other;
    squaresA += share * share;
    squaresB += other * other;
  });
  const norm = Math.sqrt(squaresA * squaresB);
  // Rounding may put equal structures a hair above 1.
  return norm > 0 ? Math.min(1, products / norm) : 0;
}

/** Both measures of all pairs; row `i`, column `j` at `i * cities.length + j`, symmetric. */
export interface IndustryMatrix {
  readonly cities: readonly Adcode[];
  readonly krugman: Float64Array;
  readonly similarity: Float64Array;
  readonly coverage: Coverage;
}

/** Compares every member's sector shares with every other's. */
export function industryMatrixOf(members: readonly Adcode[], counts: SectorCounts): IndustryMatrix {
  const { cities, coverage } = readSectors(members, counts);
  const n = cities.length;
  const krugman = new Float64Array(n * n);
  const similarity = new Float64Array(n * n).fill(1);
  cities.forEach((a, i) => {
    for (let j = i + 1; j < n; j++) {
      const shares = cities[j]?.shares ?? [];
      krugman[i * n + j] = krugman[j * n + i] = krugmanPair(a.shares, shares);
      similarity[i * n + j] = similarity[j * n + i] = similarityPair(a.shares, shares);
    }
  });
  return { cities: coverage.used, krugman, similarity, coverage };
}

/** Two cities with both measures. */
export interface IndustryPair {
  readonly a: Adcode;
  readonly b: Adcode;
  readonly krugman: number;
  readonly similarity: number;
}

/** All pairs by a measure, the least alike (most complementary) first; the most duplicated are at the end. */
export function industryPairsOf(matrix: IndustryMatrix, by: IndustryMeasure = 'krugman'): IndustryPair[] {
  const n = matrix.cities.length;
  const pairs: IndustryPair[] = [];
  matrix.cities.forEach((a, i) => {
    for (let j = i + 1; j < n; j++) {
      const krugman = matrix.krugman[i * n + j] ?? 0;
      pairs.push({ a, b: matrix.cities[j] ?? '', krugman, similarity: matrix.similarity[i * n + j] ?? 0 });
    }
  });
  return pairs.sort((p, q) => (by === 'krugman' ? q.krugman - p.krugman : p.similarity - q.similarity));
}

/** The mean over all pairs: one number for how alike the agglomeration's cities are; `null` for fewer than two. */
export function meanOfPairs(matrix: IndustryMatrix, measure: IndustryMeasure): number | null {
  const pairs = industryPairsOf(matrix);
  return pairs.length === 0 ? null : pairs.reduce((sum, pair) => sum + pair[measure], 0) / pairs.length;
}

/** A pair's change between two years, over the cities with figures in both. */
export interface IndustryPairChange {
  readonly a: Adcode;
  readonly b: Adcode;
  readonly before: IndustryPair;
  readonly after: IndustryPair;
  /** After − before; above 0: the two have grown apart. */
  readonly krugmanChange: number;
  /** After − before; above 0: the two have grown alike. */
  readonly similarityChange: number;
}

/** Changes of all pairs, those that grew apart most (Krugman) first. */
export function industryChangesOf(before: IndustryMatrix, after: IndustryMatrix): IndustryPairChange[] {
  const earlier = new Map(industryPairsOf(before).map((pair) => [pairKey(pair), pair]));
  const changes: IndustryPairChange[] = [];
  for (const pair of industryPairsOf(after)) {
    const old = earlier.get(pairKey(pair));
    if (old === undefined) continue;
    changes.push({
      a: pair.a,
      b: pair.b,
      before: old,
      after: pair,
      krugmanChange: pair.krugman - old.krugman,
      similarityChange: pair.similarity - old.similarity,
    });
  }
  return changes.sort((p, q) => q.krugmanChange - p.krugmanChange);
}

function pairKey(pair: IndustryPair): string {
  return [pair.a, pair.b].sort().join();
}
