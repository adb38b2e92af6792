import fc from 'fast-check';
import type { Bytes, FuzzedParser } from './parsers.ts';

/** Makes bytes of a corpus file into something else. */
export type Damage = (bytes: Bytes, others: readonly Bytes[]) => Bytes;

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

/** Values that have broken programs before, as they stand in JSON. */
const JSON_VALUES = fc.constantFrom(
  'null', 'true', '0', '-1', '-0', '1e999', '-1e999', '1e-320', '9007199254740993', '0.1', '""', '" "', '"\\u0000"',
  '"\\ud800"', '"__proto__"', '"constructor"', '"<img src=x onerror=alert(1)>"', '"2026-13-45"', '"510100"', '[]', '{}',
  '[[]]', '[null]', '{"__proto__":{"x":1}}', '{"length":-1}', `${'['.repeat(300)}${']'.repeat(300)}`, `"${'长'.repeat(3000)}"`,
); // prettier-ignore

/** The same for fields of tables and links. */
const FIELDS = fc.constantFrom(
  '', ' ', '0', '-1', '1e999', 'NaN', 'Infinity', '１２', '1,234', '"', '""', "'", '=1+1', '\0', '\uFEFF', '\n', '\r', '24:00:00',
  '99999999999', '2026-02-30', '510100', '成都', '鼓楼区', '🚄', '<b>', '%', '%ZZ', '%E6%88', '__proto__', 'constructor', '—', '8.5万',
  'x'.repeat(5000), '1/1/1', '..', '-', ',', ';', '\t',
); // prettier-ignore

type TextForm = Exclude<FuzzedParser['form'], 'binary' | 'container'>;

const TOKENS: Readonly<Record<TextForm, RegExp>> = {
  json: /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/g,
  table: /[^,;\t\r\n]+/g,
  link: /[^&=:,/@~.]+/g,
};

const encode = (text: string): Bytes => Uint8Array.from(new TextEncoder().encode(text));

/** Puts other values in the place of some. */
function changeTokens(form: TextForm): fc.Arbitrary<Damage> {
  const values = form === 'json' ? JSON_VALUES : FIELDS;
  return fc.array(fc.tuple(share, values), { minLength: 1, maxLength: 4 }).map((changes) => (bytes) => {
    let text = new TextDecoder().decode(bytes);
    for (const [at, value] of changes) {
      const tokens = [...text.matchAll(TOKENS[form])];
      const token = tokens[Math.floor(at * tokens.length)];
      if (token === undefined) break;
      text = text.slice(0, token.index) + value + text.slice(token.index + token[0].length);
    }
    return encode(text);
  });
}

/** Where the arrays of an unpacked container begin: after magic, length and head, at a multiple of 8. */
const arraysAt = (headLength: number): number => Math.ceil((8 + headLength) / 8) * 8;

/** Changes values in the head of an unpacked container and keeps its arrays where the new head says they are. */
const changeHead: fc.Arbitrary<Damage> = changeTokens('json').map((change) => (bytes, others) => {
  if (bytes.length < 8) return bytes;
  const length = new DataView(bytes.buffer).getUint32(4, true);
  const head = change(bytes.slice(8, 8 + length), others);
  const start = arraysAt(head.length);
  const arrays = bytes.subarray(arraysAt(length));
  const made = new Uint8Array(start + arrays.length);
  made.set(bytes.subarray(0, 4));
  new DataView(made.buffer).setUint32(4, head.length, true);
  made.set(head, 8);
  made.set(arrays, start);
  return made;
});

/** Other bytes in the arrays only: the head still describes them. */
const changeArrays: fc.Arbitrary<Damage> = fc
  .array(fc.tuple(share, fc.nat(255)), { minLength: 1, maxLength: 6 })
  .map((changes) => (bytes) => {
    const copy = Uint8Array.from(bytes);
    const start = bytes.length < 8 ? 0 : arraysAt(new DataView(bytes.buffer).getUint32(4, true));
    for (const [at, value] of changes) copy[start + Math.floor(at * (copy.length - start))] = value;
    return copy;
  });

const overwrite: fc.Arbitrary<Damage> = fc
  .array(fc.tuple(share, fc.nat(255)), { minLength: 1, maxLength: 12 })
  .map((changes) => (bytes) => {
    const copy = Uint8Array.from(bytes);
    for (const [at, value] of changes) copy[Math.floor(at * copy.length)] = value;
    return copy;
  });

const cut: fc.Arbitrary<Damage> = fc.tuple(share, share).map(([from, length]) => (bytes) => {
  const start = Math.floor(from * bytes.length);
  const end = start + 1 + Math.floor(length * (bytes.length - start));
  return Uint8Array.from([...bytes.subarray(0, start), ...bytes.subarray(end)]);
});

const repeat: fc.Arbitrary<Damage> = fc
  .tuple(share, share, fc.integer({ min: 2, max: 40 }))
  .map(([from, length, times]) => (bytes) => {
    const start = Math.floor(from * bytes.length);
    const piece = bytes.subarray(start, start + 1 + Math.floor(length * 200));
    const copies = Array.from({ length: times }, () => [...piece]).flat();
    return Uint8Array.from([...bytes.subarray(0, start), ...copies, ...bytes.subarray(start)]);
  });

/** The beginning of one file and the end of another. */
const splice: fc.Arbitrary<Damage> = fc
  .tuple(fc.nat(), share, share)
  .map(([which, head, tail]) => (bytes, others) => {
    const other = others[which % others.length] ?? bytes;
    return Uint8Array.from([
      ...bytes.subarray(0, Math.floor(head * bytes.length)),
      ...other.subarray(Math.floor(tail * other.length)),
    ]);
  });

const foreign: fc.Arbitrary<Damage> = fc
  .uint8Array({ maxLength: 200 })
  .map((bytes) => () => Uint8Array.from(bytes));

/** Ways to damage a file of this form; changed values most often, because they come farthest. */
export function damageOf(form: FuzzedParser['form']): fc.Arbitrary<Damage> {
  const blind = [overwrite, cut, repeat, splice].map((arbitrary) => ({ arbitrary, weight: 2 }));
  const last = { arbitrary: foreign, weight: 1 };
  if (form === 'binary') return fc.oneof(...blind, last);
  return form === 'container'
    ? fc.oneof({ arbitrary: changeHead, weight: 6 }, { arbitrary: changeArrays, weight: 6 }, ...blind, last)
    : fc.oneof({ arbitrary: changeTokens(form), weight: 12 }, ...blind, last);
}
