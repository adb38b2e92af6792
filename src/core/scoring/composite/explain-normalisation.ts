import { numbersFor, writeResult } from '../formula-numbers.ts';
import type { Normalisation } from './index-declaration.ts';
import { normaliseColumn, type Column } from './normalise.ts';

/** How one figure of a column became its value: the formula, the same with its numbers, and the numbers by symbol. */
export interface NormalisationStep {
  readonly expression: string;
  readonly substituted: string;
  readonly value: number | null;
  readonly terms: Readonly<Record<string, number>>;
  /** Rows of the column that hold its least and greatest figure, where the formula asks for them. */
  readonly leastAt: number | null;
  readonly greatestAt: number | null;
}

/** Numbers by symbol, in the order in which the formula takes them. */
type Terms = Readonly<Record<string, number>>;

interface Formula {
  readonly expression: string;
  readonly terms: Terms;
  /** The numbers of `terms`, in their order. */
  readonly compute: (numbers: readonly number[]) => number;
  readonly write: (numbers: readonly string[]) => string;
  readonly extremes?: 'both' | 'least' | 'greatest';
}

const at = <Value>(list: readonly Value[], index: number): Value => list[index] as Value;

/** `(x − from)/(to − from)` with the numbers put in. */
const share = (n: readonly string[], x: number, from: number, to: number): string =>
  `(${at(n, x)} − ${at(n, from)}) / (${at(n, to)} − ${at(n, from)})`;

/**
 * Why a figure became its value: the formula of {@link normaliseColumn} in the column's own units, with a lower-is-better
 * column written the other way round instead of with its sign changed. `null` where the row has no figure.
 */
export function explainNormalisation(
  column: Column,
  row: number,
  direction: 1 | -1,
  how: Normalisation,
): NormalisationStep | null {
  const x = column[row] ?? null;
  if (x === null) return null;
  const value = normaliseColumn(column, direction, how)[row] ?? null;
  const formula = formulaOf(column, x, direction, how);
  const numbers = Object.values(formula.terms);
  const write = numbersFor(numbers, value, formula.compute);
  const extremes = formula.extremes;
  const present = column.filter((one) => one !== null);
  return {
    expression: formula.expression,
    substituted: `${formula.write(numbers.map(write))} = ${writeResult(value)}`,
    value,
    terms: formula.terms,
    leastAt: extremes === 'both' || extremes === 'least' ? column.indexOf(Math.min(...present)) : null,
    greatestAt: extremes === 'both' || extremes === 'greatest' ? column.indexOf(Math.max(...present)) : null,
  };
}

function formulaOf(column: Column, x: number, direction: 1 | -1, how: Normalisation): Formula {
  const present = column.filter((one) => one !== null);
  const min = Math.min(...present);
  const max = Math.max(...present);
  const isUp = direction === 1;
  switch (how.method) {
    case 'minmax': {
      const [low, high] = how.range ?? [0, 100];
      return {
        expression: isUp
          ? 'a + (b − a) · (x − x_min) / (x_max − x_min)'
          : 'a + (b − a) · (x_max − x) / (x_max − x_min)',
        terms: { x, x_min: min, x_max: max, a: low, b: high },
        compute: ([v = 0, a = 0, b = 0, l = 0, h = 0]) => l + ((h - l) * (isUp ? v - a : b - v)) / (b - a),
        write: (n) =>
          `${at(n, 3)} + (${at(n, 4)} − ${at(n, 3)}) × ${isUp ? `(${at(n, 0)} − ${at(n, 1)})` : `(${at(n, 2)} − ${at(n, 0)})`} / (${at(n, 2)} − ${at(n, 1)})`,
        extremes: 'both',
      };
    }
    case 'zscore': {
      const mean = present.reduce((sum, one) => sum + one, 0) / present.length;
      const sd = Math.sqrt(present.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (present.length - 1));
      const [onMean, onSd] = [how.mean ?? 0, how.sd ?? 1];
      const isPlain = onMean === 0 && onSd === 1;
      const difference = isUp ? 'x − x̄' : 'x̄ − x';
      return {
        expression: isPlain ? `(${difference}) / s` : `a + b · (${difference}) / s`,
        terms: { x, x̄: mean, s: sd, ...(isPlain ? {} : { a: onMean, b: onSd }) },
        compute: ([v = 0, mu = 0, d = 1, m = 0, s = 1]) => m + (s * (isUp ? v - mu : mu - v)) / d,
        write: (n) => {
          const [first, second] = isUp ? [at(n, 0), at(n, 1)] : [at(n, 1), at(n, 0)];
          const z = `(${first} − ${second}) / ${at(n, 2)}`;
          return isPlain ? z : `${at(n, 3)} + ${at(n, 4)} × ${z}`;
        },
      };
    }
    case 'rank':
    case 'borda':
    case 'percentile': {
      const worse = present.filter((one) => (isUp ? one < x : one > x)).length;
      if (how.method === 'borda')
        return {
          expression: 'r',
          terms: { r: worse },
          compute: ([count = 0]) => count,
          write: (n) => at(n, 0),
        };
      if (how.method === 'rank')
        return {
          expression: 'r + 1',
          terms: { r: worse },
          compute: ([count = 0]) => count + 1,
          write: (n) => `${at(n, 0)} + 1`,
        };
      return {
        expression: 'r / (n − 1)',
        terms: { r: worse, n: present.length },
        compute: ([count = 0, all = 0]) => count / (all - 1),
        write: (n) => `${at(n, 0)} / (${at(n, 1)} − 1)`,
      };
    }
    case 'goalposts': {
      const [lower, upper] = how.posts;
      const scale = how.scale ?? 1;
      const cuts = how.truncate !== false;
      const cut = (one: number) => (cuts ? Math.min(1, Math.max(0, one)) : one);
      const within = (text: string) => (cuts ? `min(1, max(0, ${text}))` : text);
      const way = isUp ? '(x − a) / (b − a)' : '(b − x) / (b − a)';
      return {
        expression: `c · ${within(way)}`,
        terms: { x, a: lower, b: upper, c: scale },
        compute: ([v = 0, a = 0, b = 0, s = 1]) => cut((isUp ? v - a : b - v) / (b - a)) * s,
        write: (n) =>
          `${at(n, 3)} × ${within(isUp ? share(n, 0, 1, 2) : `(${at(n, 2)} − ${at(n, 0)}) / (${at(n, 2)} − ${at(n, 1)})`)}`,
      };
    }
    case 'target': {
      const end = isUp ? min : max;
      const name = isUp ? 'x_min' : 'x_max';
      const within = (text: string) => (how.cap === true ? `min(1, ${text})` : text);
      return {
        expression: within(isUp ? '(x − x_min) / (T − x_min)' : '(x_max − x) / (x_max − T)'),
        terms: { x, [name]: end, T: how.target },
        compute: ([v = 0, e = 0, t = 0]) => {
          const part = (v - e) / (t - e);
          return how.cap === true ? Math.min(1, part) : part;
        },
        write: (n) =>
          within(isUp ? share(n, 0, 1, 2) : `(${at(n, 1)} − ${at(n, 0)}) / (${at(n, 1)} − ${at(n, 2)})`),
        extremes: isUp ? 'least' : 'greatest',
      };
    }
    case 'none':
      break;
  }
  return {
    expression: isUp ? 'x' : '−1 · x',
    terms: { x },
    compute: ([v = 0]) => v * direction,
    write: (n) => (isUp ? at(n, 0) : `−1 × ${at(n, 0)}`),
  };
}
