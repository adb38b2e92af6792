import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { decodeReceipt, type Receipt } from '#data/receipt.ts';
import { type Checked, refuse, withExitCode } from './command.ts';

const MAX_BYTES = 200e6;
/** Largest part of an Office file that is looked into, unpacked. */
const MAX_PART_BYTES = 50e6;
/** Most receipts read out of one file: a briefing has one a scene. */
const MAX_RECEIPTS = 300;

/** Parts of PPTX and XLSX files that hold words of ours: speaker notes and cells. */
const OFFICE_PARTS = /^(?:ppt\/notesSlides\/[^/]+|xl\/sharedStrings|xl\/worksheets\/[^/]+)\.xml$/u;

const START = '{"format":"chengqun-receipt"';
const CSV_START = START.replaceAll('"', '""');

function unescapeXml(text: string): string {
  return text
    .replaceAll(/&#x([0-9a-f]{1,6});/giu, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** The end of the JSON object that begins at `from`; -1 where it is cut off. */
function endOfObject(text: string, from: number): number {
  let depth = 0;
  let inText = false;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (inText) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inText = false;
    } else if (sign === '"') inText = true;
    else if (sign === '{') depth += 1;
    else if (sign === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

function* receiptTexts(text: string): Generator<string> {
  let at = text.indexOf(START);
  while (at >= 0) {
    const end = endOfObject(text, at);
    if (end < 0) return;
    yield text.slice(at, end);
    at = text.indexOf(START, end);
  }
}

const decoded = (part: Uint8Array): string => new TextDecoder().decode(part);

function textsOf(bytes: Uint8Array): readonly string[] {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) return [decoded(bytes)];
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => OFFICE_PARTS.test(name) && originalSize <= MAX_PART_BYTES,
  });
  return Object.values(parts).map(decoded);
}

/** A receipt by itself, written over several lines by an editor, too. */
function bareReceipt(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    const isOurs = typeof json === 'object' && json !== null && 'format' in json;
    return isOurs && json.format === 'chengqun-receipt' ? json : null;
  } catch {
    return null;
  }
}

function* foundIn(bytes: Uint8Array): Generator {
  for (const text of textsOf(bytes)) {
    const bare = bareReceipt(text);
    if (bare !== null) yield bare;
    else {
      // SVG and Office files hold it escaped, CSV with its quotes doubled; the others as it is.
      const plain = text.includes(START)
        ? text
        : text.includes(CSV_START)
          ? text.replaceAll('""', '"')
          : unescapeXml(text);
      for (const json of receiptTexts(plain)) yield JSON.parse(json);
    }
  }
}

/** The receipts that a file carries: a receipt by itself, or any export that has one inside (PNG, SVG, GeoJSON, PPTX, XLSX, HTML). */
export async function readReceipts(path: string): Promise<Checked<readonly Receipt[]>> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await readFile(resolve(process.env['INIT_CWD'] ?? '.', path)));
  } catch {
    return refuse('unreadable-file', `The file ${path} of --receipt cannot be read.`, 'Check the path.');
  }
  if (bytes.length > MAX_BYTES)
    return refuse(
      'file-too-large',
      `${path} has ${Math.round(bytes.length / 1e6)} MB.`,
      `Give a file of at most ${MAX_BYTES / 1e6} MB.`,
    );
  const found: unknown[] = [];
  try {
    for (const json of foundIn(bytes)) if (found.length < MAX_RECEIPTS) found.push(json);
  } catch {
    return refuse('file-damaged', `${path} is damaged.`, 'Export it again, or give the receipt by itself.');
  }
  if (found.length === 0)
    return refuse(
      'not-a-receipt',
      `${path} carries no receipt of the atlas.`,
      'Give an export of the atlas (PNG, SVG, GeoJSON, PPTX, XLSX, HTML), or a receipt by itself.',
    );
  const receipts: Receipt[] = [];
  for (const json of found) {
    const read = decodeReceipt(json);
    if (!read.ok) return withExitCode(read.failure, 2);
    receipts.push(read.value);
  }
  return { ok: true, value: receipts };
}
