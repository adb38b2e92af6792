import type { IndexExplanation } from '#core/scoring/composite/explain-index.ts';
import { numbersFor, writeResult } from '#core/scoring/formula-numbers.ts';

/** The mean of a node with its numbers put in; parts without a value are left out, as in the mean. */
export function indexFormula({ aggregate, parts, value }: IndexExplanation): string {
  const present = parts.flatMap((part) => (part.value === null ? [] : [{ x: part.value, w: part.weight }]));
  const isEqual = present.every(({ w }) => w === present[0]?.w);
  const weights = isEqual ? present.map(() => 1) : present.map(({ w }) => w);
  const total = weights.reduce((sum, w) => sum + w, 0);
  const show = numbersFor([...present.map(({ x }) => x), ...weights, total], value, (all) => {
    const sum = all.at(-1) ?? 0;
    const each = (term: (x: number, w: number) => number) =>
      present.reduce((so, _, i) => so + term(all[i] ?? 0, all[present.length + i] ?? 0), 0);
    if (aggregate === 'harmonic') return sum / each((x, w) => w / x);
    return aggregate === 'geometric'
      ? Math.exp(each((x, w) => w * Math.log(x)) / sum)
      : each((x, w) => w * x) / sum;
  });
  const terms = (each: (x: string, w: string | null) => string, join: string) =>
    present.map(({ x, w }) => each(show(x), isEqual ? null : show(w))).join(join);
  const result = writeResult(value);
  switch (aggregate) {
    case 'arithmetic':
      return `(${terms((x, w) => (w === null ? x : `${w} × ${x}`), ' + ')}) / ${show(total)} = ${result}`;
    case 'geometric':
      return `(${terms((x, w) => (w === null ? x : `${x}^${w}`), ' × ')})^(1/${show(total)}) = ${result}`;
    case 'harmonic':
      return `${show(total)} / (${terms((x, w) => `${w ?? 1}/${x}`, ' + ')}) = ${result}`;
  }
  return aggregate satisfies never;
}
