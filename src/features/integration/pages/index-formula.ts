import type { IndexExplanation } from '#core/scoring/composite/explain-index.ts';

/** A number in a formula: six significant digits, below zero in brackets. */
function show(value: number): string {
  const text = String(Number(value.toPrecision(6))).replace('-', '−');
  return value < 0 ? `(${text})` : text;
}

/** The mean of a node with its numbers put in; parts without a value are left out, as in the mean. */
export function indexFormula({ aggregate, parts, value }: IndexExplanation): string {
  const present = parts.flatMap((part) =>
    part.value === null ? [] : [{ x: show(part.value), w: part.weight }],
  );
  const isEqual = present.every(({ w }) => w === present[0]?.w);
  const total = isEqual ? String(present.length) : show(present.reduce((sum, { w }) => sum + w, 0));
  const terms = (each: (x: string, w: string | null) => string, join: string) =>
    present.map(({ x, w }) => each(x, isEqual ? null : show(w))).join(join);
  const result = value === null ? '—' : String(Number(value.toPrecision(6))).replace('-', '−');
  switch (aggregate) {
    case 'arithmetic':
      return `(${terms((x, w) => (w === null ? x : `${w} × ${x}`), ' + ')}) / ${total} = ${result}`;
    case 'geometric':
      return `(${terms((x, w) => (w === null ? x : `${x}^${w}`), ' × ')})^(1/${total}) = ${result}`;
    case 'harmonic':
      return `${total} / (${terms((x, w) => `${w ?? 1}/${x}`, ' + ')}) = ${result}`;
  }
  return aggregate satisfies never;
}
