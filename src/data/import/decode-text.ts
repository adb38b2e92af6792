import { fail, succeed, type Result } from '#core/units/result.ts';
import { EMPTY_FILE, IMPORT_LIMITS, tooLarge, type ImportFailure } from './import-limits.ts';

/** Encodings that a person may name; `auto` finds out. */
export const TEXT_ENCODINGS = ['auto', 'utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5'] as const;
/** Encodings that texts are read in. */
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

/** A text and the encoding it was read in, which the person is told. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Exclude<TextEncoding, 'auto'>;
}

const BINARY = {
  reason: 'file-binary',
  message: 'This is no table: it holds bytes that no text has.',
  nextStep: 'Choose a CSV, TSV or XLSX file; save other kinds (PDF, DOC, ET) as one of these first.',
} as const;

function encodingFailure(encoding: string): Result<never, ImportFailure> {
  return fail({
    reason: 'file-encoding',
    message:
      encoding === 'auto'
        ? 'The characters are neither UTF-8, UTF-16 nor GBK/GB18030.'
        : `The file cannot be read as ${encoding}.`,
    nextStep: 'Save it as “CSV UTF-8”, or choose the encoding by hand.',
    values: { encoding },
  });
}

function decodeStrictly(bytes: Uint8Array, encoding: Exclude<TextEncoding, 'auto'>): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-16 without its mark: in tables every second byte of digits, commas and tabs is zero. */
function looksLikeUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 2_000);
  if (sample.length < 4) return null;
  const zeros: [number, number] = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[(at % 2) as 0 | 1] += 1;
  });
  const half = sample.length / 2;
  if (zeros[1] > half * 0.2 && zeros[0] < half * 0.02) return 'utf-16le';
  return zeros[0] > half * 0.2 && zeros[1] < half * 0.02 ? 'utf-16be' : null;
}

/** Control characters other than tab, line ends and form feed: a few are dirt, many are another kind of file. */
function looksBinary(text: string): boolean {
  const sample = text.slice(0, 20_000);
  let controls = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at);
    if (code === 0xfffd || (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13))
      controls += 1;
  }
  return controls > Math.max(2, sample.length * 0.01);
}

/** What the first bytes say: UTF-8 and UTF-16 have marks. */
function marked(bytes: Uint8Array): Exclude<TextEncoding, 'auto'> | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/**
 * Reads bytes as text: by the mark at the beginning, else UTF-16 by its zero bytes, else UTF-8 if every byte fits, else
 * GB18030, the national superset of GBK and GB 2312. Nothing is replaced silently: bytes that don't fit are a failure.
 *
 * @param most Bytes that are read at most.
 */
export function decodeText(
  bytes: Uint8Array,
  wanted: TextEncoding = 'auto',
  most: number = IMPORT_LIMITS.bytes,
): Result<DecodedText, ImportFailure> {
  if (bytes.length === 0) return fail(EMPTY_FILE);
  if (bytes.length > most) return fail(tooLarge(bytes.length, most));
  const tried: readonly Exclude<TextEncoding, 'auto'>[] =
    wanted === 'auto'
      ? ([marked(bytes) ?? looksLikeUtf16(bytes), 'utf-8', 'gb18030'] as const).filter((one) => one !== null)
      : [wanted];
  for (const encoding of tried) {
    const text = decodeStrictly(bytes, encoding);
    if (text === null) continue;
    if (looksBinary(text)) return fail(BINARY);
    if (text.trim() === '') return fail(EMPTY_FILE);
    return succeed({ text, encoding });
  }
  const sample = new TextDecoder('utf-8').decode(bytes.subarray(0, 20_000));
  return bytes.subarray(0, 20_000).includes(0) || looksBinary(sample.replaceAll('\ufffd', ''))
    ? fail(BINARY)
    : encodingFailure(wanted);
}
