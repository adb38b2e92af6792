import type { ClassRequest } from './breaks.ts';
import { classify, classOf } from './classify.ts';
import type { Classification } from './classify.ts';

/** Two variables classed each by itself and crossed. */
export interface BivariateClassification {
  readonly x: Classification;
  readonly y: Classification;
  /** Crossed class of each pair, `y · columns + x`, `null` where either is missing. */
  readonly classes: readonly (number | null)[];
  /** Pairs in each crossed class; `columns · rows` long. */
  readonly counts: readonly number[];
  readonly columns: number;
  readonly rows: number;
}

/**
 * Crosses the classes of two variables of the same units. Breaks are found over the units that have both.
 *
 * @param pairs `[x, y]` of each unit.
 */
export function classifyPairs(
  pairs: readonly (readonly [number | null, number | null])[],
  requestX: ClassRequest,
  requestY: ClassRequest = requestX,
): BivariateClassification {
  const both = pairs.filter(([a, b]) => a !== null && b !== null);
  const x = classify(
    both.map(([a]) => a),
    requestX,
  );
  const y = classify(
    both.map(([, b]) => b),
    requestY,
  );
  const columns = x.counts.length;
  const rows = y.counts.length;
  const counts = Array.from({ length: columns * rows }, () => 0);
  const classes = pairs.map(([a, b]) => {
    const column = classOf(x, a);
    const row = classOf(y, b);
    if (column === null || row === null) return null;
    const crossed = row * columns + column;
    counts[crossed] = (counts[crossed] ?? 0) + 1;
    return crossed;
  });
  return { x, y, classes, counts, columns, rows };
}
