import { performance } from 'node:perf_hooks';

/** One figure of a benchmark, with the mark it is held against. */
export interface Measurement {
  /** Stable over commits: `circle.60.total`. */
  readonly id: string;
  readonly title: string;
  readonly unit: 'ms' | 'KB gzip' | 'KB' | '%' | '1';
  /** Median of the runs, or the single figure. */
  readonly value: number;
  /** 95th percentile of the runs. */
  readonly p95?: number;
  readonly runs?: number;
  /** The figure must not be above this. */
  readonly mark?: number;
  /** Which of the two is held against the mark; the median when absent. */
  readonly markOn?: 'value' | 'p95';
  readonly note?: string;
}

/** Median and 95th percentile of a sample (nearest rank). @throws RangeError on an empty sample. */
export function percentiles(sample: readonly number[]): { p50: number; p95: number } {
  const sorted = [...sample].sort((a, b) => a - b);
  const at = (share: number): number => {
    const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
    if (value === undefined) throw new RangeError('no runs');
    return value;
  };
  return { p50: at(0.5), p95: at(0.95) };
}

/** Milliseconds of each of `runs` calls after `warmUp` unmeasured ones; `index` counts the measured calls from 0. */
export function timeRuns(
  work: (index: number) => unknown,
  { warmUp = 5, runs = 30 }: { warmUp?: number; runs?: number } = {},
): number[] {
  for (let index = 0; index < warmUp; index += 1) work(index);
  return Array.from({ length: runs }, (_, index) => {
    const start = performance.now();
    work(index);
    return performance.now() - start;
  });
}

/** True when the figure meets its mark, `null` when it has none. */
export function meetsMark({ mark, markOn, p95, value }: Measurement): boolean | null {
  if (mark === undefined) return null;
  return (markOn === 'p95' && p95 !== undefined ? p95 : value) <= mark;
}
