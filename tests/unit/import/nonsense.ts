import { seededRandom } from '#core/units/seeded-random.ts';

/** Kinds of content that no table has. */
export const NONSENSE = {
  'random bytes': (random: () => number) => Uint8Array.from({ length: 65_536 }, () => random() * 256),
  'one line without an end': () => text('x'),
  'commas alone': () => text(','),
  'a quotation mark that never closes': () => text('成都,"1\n', '城市,a\n成都,"'),
  'rows of rubbish': (random: () => number) =>
    text(
      Array.from({ length: 400 }, () => `乱${Math.floor(random() * 1e6)},=1+1,#REF!,NaN,∞,1e999\n`).join(''),
    ),
  'a workbook that is none': (random: () => number) =>
    Uint8Array.from({ length: 65_536 }, (_, at) => [0x50, 0x4b, 3, 4][at] ?? random() * 256),
} as const satisfies Readonly<Record<string, (random: () => number) => Uint8Array | readonly Uint8Array[]>>;
export type Nonsense = keyof typeof NONSENSE;

function text(repeated: string, first = ''): readonly Uint8Array[] {
  const encoder = new TextEncoder();
  const piece = repeated.repeat(Math.max(1, Math.floor(65_536 / repeated.length)));
  return first === '' ? [encoder.encode(piece)] : [encoder.encode(first), encoder.encode(piece)];
}

/** A file of so many bytes, put together of repeated pieces; the first piece stands once. */
export function nonsense(kind: Nonsense, bytes: number): Blob {
  const made = NONSENSE[kind](seededRandom(50));
  const [first, piece] = made instanceof Uint8Array ? [made, made] : [made[0], made[1] ?? made[0]];
  if (first === undefined || piece === undefined) throw new Error('no content');
  const parts: Uint8Array<ArrayBuffer>[] = [new Uint8Array(first)];
  for (let size = first.length; size < bytes; size += piece.length) parts.push(new Uint8Array(piece));
  return new Blob(parts).slice(0, bytes);
}
