import type { Adcode } from '../geography/admin-unit.ts';
import { readMembers, sortDescending, type Coverage } from './coverage.ts';

/** One city of the rank-size plot: rank 1 is the largest. `fitted` is the size the line gives at this rank. */
export interface RankSizePoint {
  readonly adcode: Adcode;
  readonly rank: number;
  readonly size: number;
  readonly fitted: number;
}

/** The fitted rank-size line, or why there is none; the points with ranks are always there. */
export interface RankSize {
  readonly status: 'fitted' | 'too-few-cities' | 'all-sizes-equal';
  /** Exponent b of `ln(rank − ½) = a − b·ln(size)` (Pareto exponent; 1 = Zipf's law). */
  readonly exponent: number | null;
  /** `b·√(2/n)`: the ordinary least-squares error would be far too small, ranks being sorted. */
  readonly standardError: number | null;
  /** `b ± 1.96·SE`. */
  readonly confidence95: readonly [low: number, high: number] | null;
  /**
   * `1/b`: the exponent q of `size = C·rank^−q` on this same line. Chinese literature (齐普夫指数) mostly estimates q the other
   * way round, by regressing ln(size) on ln(rank), which minimises other residuals and gives the smaller `R²/b`.
   */
  readonly sizeOnRankExponent: number | null;
  readonly intercept: number | null;
  readonly rSquared: number | null;
  readonly points: readonly (Omit<RankSizePoint, 'fitted'> & { readonly fitted: number | null })[];
  readonly coverage: Coverage;
}

/** Below this number of cities no line is fitted: two points always lie on one. */
export const RANK_SIZE_MINIMUM_CITIES = 3;

/**
 * Rank-size exponent by the rank − ½ regression.
 * Ties are ranked one after the other (by adcode), as the regression asks for distinct ranks.
 * @param sizes any positive size, usually urban-core population in persons; zero and negative ones are left out openly.
 * @see Gabaix and Ibragimov (2011), Rank − 1/2: a simple way to improve the OLS estimation of tail exponents, JBES 29(1).
 */
export function rankSizeOf(
  members: readonly Adcode[],
  sizes: ReadonlyMap<Adcode, number>,
  options: { readonly largest?: number } = {},
): RankSize {
  const { figures, coverage } = readMembers(members, sizes, 'positive');
  const sorted = sortDescending(figures).slice(0, options.largest ?? figures.length);
  const n = sorted.length;
  const bare = sorted.map((figure, index) => ({
    adcode: figure.adcode,
    rank: index + 1,
    size: figure.value,
    fitted: null,
  }));
  const without = {
    exponent: null,
    standardError: null,
    confidence95: null,
    sizeOnRankExponent: null,
    intercept: null,
    rSquared: null,
    points: bare,
    coverage,
  };
  if (n < RANK_SIZE_MINIMUM_CITIES) return { status: 'too-few-cities', ...without };
  if (bare[0]?.size === bare[n - 1]?.size) return { status: 'all-sizes-equal', ...without };

  const logSize = bare.map((point) => Math.log(point.size));
  const logRank = bare.map((point) => Math.log(point.rank - 0.5));
  const meanSize = logSize.reduce((sum, x) => sum + x, 0) / n;
  const meanRank = logRank.reduce((sum, y) => sum + y, 0) / n;
  let sizeSquares = 0;
  let rankSquares = 0;
  let products = 0;
  for (let i = 0; i < n; i++) {
    const x = (logSize[i] ?? 0) - meanSize;
    const y = (logRank[i] ?? 0) - meanRank;
    sizeSquares += x * x;
    rankSquares += y * y;
    products += x * y;
  }
  const exponent = -products / sizeSquares;
  const intercept = meanRank + exponent * meanSize;
  const standardError = exponent * Math.sqrt(2 / n);
  return {
    status: 'fitted',
    exponent,
    standardError,
    confidence95: [exponent - 1.96 * standardError, exponent + 1.96 * standardError],
    sizeOnRankExponent: 1 / exponent,
    intercept,
    rSquared: (products * products) / (sizeSquares * rankSquares),
    points: bare.map((point) => ({
      ...point,
      fitted: Math.exp((intercept - Math.log(point.rank - 0.5)) / exponent),
    })),
    coverage,
  };
}
