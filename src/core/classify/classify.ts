import { innerBreaks } from './breaks.ts';
import type { ClassMethod, ClassRequest } from './breaks.ts';

/** Classes of one or several series. */
export interface Classification {
  readonly method: ClassMethod;
  /** Lower bound of every class and the upper bound of the last: one more than classes. Empty without values. */
  readonly bounds: readonly number[];
  /** Values in each class. */
  readonly counts: readonly number[];
  /** Values classed, and missing ones: never in a class. */
  readonly total: number;
  readonly missing: number;
}

function present(values: Iterable<number | null>): { sorted: number[]; missing: number } {
  const sorted: number[] = [];
  let missing = 0;
  for (const value of values) {
    if (value !== null && Number.isFinite(value)) sorted.push(value);
    else missing++;
  }
  return { sorted: sorted.sort((a, b) => a - b), missing };
}

/**
 * Classes of values. Missing and non-finite values are counted, not classed.
 *
 * @param values Any order; `null` = missing.
 */
export function classify(values: Iterable<number | null>, request: ClassRequest): Classification {
  const { sorted, missing } = present(values);
  const least = sorted[0];
  const greatest = sorted.at(-1);
  if (least === undefined || greatest === undefined) {
    return { method: request.method, bounds: [], counts: [], total: 0, missing };
  }
  const inner = innerBreaks(sorted, request);
  const bounds = [Math.min(least, inner[0] ?? least), ...inner, Math.max(greatest, inner.at(-1) ?? greatest)];
  const counts = Array.from({ length: inner.length + 1 }, () => 0);
  for (const value of sorted) {
    const at = position(inner, value);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return { method: request.method, bounds, counts, total: sorted.length, missing };
}

/**
 * Comparability lock: one set of classes over several series (years, scenarios), so that a colour means the same in all.
 */
export function classifyTogether(
  series: Iterable<Iterable<number | null>>,
  request: ClassRequest,
): Classification {
  const all: (number | null)[] = [];
  for (const one of series) for (const value of one) all.push(value);
  return classify(all, request);
}

function position(inner: readonly number[], value: number): number {
  let low = 0;
  let high = inner.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value >= (inner[middle] ?? Number.POSITIVE_INFINITY)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Class of a value, 0 = lowest; values beyond the bounds fall in the outer classes; `null` for missing or without classes. */
export function classOf(classification: Classification, value: number | null): number | null {
  if (value === null || !Number.isFinite(value) || classification.counts.length === 0) return null;
  return position(classification.bounds.slice(1, -1), value);
}

/** Counts of another series in the classes of a locked classification. */
export function countsIn(classification: Classification, values: Iterable<number | null>): number[] {
  const counts = classification.counts.map(() => 0);
  for (const value of values) {
    const at = classOf(classification, value);
    if (at !== null) counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}
