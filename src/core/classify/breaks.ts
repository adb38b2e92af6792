import { ckmeans } from 'simple-statistics';

/** Classifications of a choropleth. */
export type ClassMethod =
  | 'jenks'
  | 'quantile'
  | 'equal-interval'
  | 'standard-deviation'
  | 'head-tail'
  | 'manual';

/** The most classes that a method makes of its own accord: the palettes hold no more apart for every colour vision. */
export const MOST_CLASSES = 7;

/** How to class values. `classes` is a wish: data with fewer distinct values get fewer. */
export type ClassRequest =
  | { readonly method: 'jenks' | 'quantile' | 'equal-interval'; readonly classes: number }
  /** Classes one standard deviation wide around the mean, at ±½, ±1½ and ±2½ sd, within the data; what lies further out is in the outer two. */
  | { readonly method: 'standard-deviation' }
  /** Divided at the mean, again and again in the head, while the head stays a minority, {@link MOST_CLASSES} at most. */
  | { readonly method: 'head-tail' }
  /** Given inner breaks, ascending. */
  | { readonly method: 'manual'; readonly breaks: readonly number[] };

/** Head/tail: go on while the head holds at most this share of its parent (Jiang 2013 uses 40 %). */
export const HEAD_SHARE = 0.4;

/**
 * Inner breaks of sorted values; class i holds `breaks[i−1] ≤ value < breaks[i]`.
 * Breaks are strictly ascending and no class is empty for the sorted data, except with `manual` and `equal-interval`.
 */
export function innerBreaks(sorted: readonly number[], request: ClassRequest): number[] {
  const least = sorted[0];
  const greatest = sorted.at(-1);
  if (least === undefined || greatest === undefined) return [];
  if (request.method === 'manual')
    return distinct(request.breaks, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  if (least === greatest) return [];
  return distinct(breaksByMethod(sorted, least, greatest, request), least, greatest);
}

/** Ascending, without repeats, only those that have data below them. */
function distinct(breaks: readonly number[], least: number, greatest: number): number[] {
  return [...new Set(breaks)]
    .filter((at) => Number.isFinite(at) && at > least && at <= greatest)
    .sort((a, b) => a - b);
}

function breaksByMethod(
  sorted: readonly number[],
  least: number,
  greatest: number,
  request: Exclude<ClassRequest, { readonly method: 'manual' }>,
): number[] {
  switch (request.method) {
    case 'jenks': {
      const unique = new Set(sorted).size;
      return ckmeans([...sorted], Math.min(request.classes, unique)).flatMap((cluster, i) =>
        i === 0 || cluster[0] === undefined ? [] : [cluster[0]],
      );
    }
    case 'quantile':
      return Array.from({ length: request.classes - 1 }, (_, i) =>
        quantileBreak(sorted, (i + 1) / request.classes),
      );
    case 'equal-interval':
      return Array.from(
        { length: request.classes - 1 },
        (_, i) => least + ((greatest - least) * (i + 1)) / request.classes,
      );
    case 'standard-deviation':
      return deviationBreaks(sorted, least, greatest);
    case 'head-tail':
      break;
  }
  return headTailBreaks(sorted);
}

/** The first value of the upper part when the lower `p` of the values (rounded to whole values) stay below. */
function quantileBreak(sorted: readonly number[], p: number): number {
  return sorted[Math.round(p * sorted.length)] ?? Number.NaN;
}

function deviationBreaks(sorted: readonly number[], least: number, greatest: number): number[] {
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const sd = Math.sqrt(sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sorted.length);
  const breaks: number[] = [];
  // Differences so small that their squares vanish leave no deviation to step by.
  if (!(sd > 0 && mean + sd > mean)) return breaks;
  const isWithin = (step: number) => mean - step * sd > least || mean + step * sd < greatest;
  for (let step = 0.5; breaks.length < MOST_CLASSES - 1 && isWithin(step); step++)
    breaks.push(mean - step * sd, mean + step * sd);
  return breaks;
}

/** @see Jiang, B. (2013), Head/tail breaks, The Professional Geographer 65(3): 482–494 */
function headTailBreaks(sorted: readonly number[]): number[] {
  const breaks: number[] = [];
  let part = sorted;
  for (;;) {
    const mean = part.reduce((sum, value) => sum + value, 0) / part.length;
    const head = part.filter((value) => value > mean);
    const first = head[0];
    if (first === undefined || (breaks.length > 0 && head.length / part.length > HEAD_SHARE)) return breaks;
    breaks.push(first);
    if (breaks.length === MOST_CLASSES - 1 || head.length < 2 || head.length / part.length > HEAD_SHARE)
      return breaks;
    part = head;
  }
}
