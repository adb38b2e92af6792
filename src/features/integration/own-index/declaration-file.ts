import { ownIndexTable, readOwnIndex, type OwnIndex } from '#core/scoring/composite/own-index.ts';
import type { ScoreResult } from '#core/scoring/score.ts';
import { fail, type Result } from '#core/units/result.ts';
import type { CsvCell } from '#ui/files/save-file.ts';

/** Longest declaration that is read, characters: as much as a project keeps. */
const LONGEST = 200_000;

/** A place in a text, counted from 1. */
interface TextPlace {
  readonly line: number;
  readonly column: number;
}

function placeAt(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Where JSON stops being readable: the offset that the engine names, else the end of the text. */
function brokenAt(text: string, error: unknown): TextPlace {
  const [, offset] = /position (\d+)/.exec(String(error)) ?? [];
  return placeAt(text, offset === undefined ? text.length : Number(offset));
}

/** The line in which a node is declared, the last where there are several; `null` where its id cannot be found. */
function lineOfNode(text: string, id: string): number | null {
  const ids = [...text.matchAll(/"id"\s*:\s*("(?:[^"\\]|\\.)*")/g)];
  const found = ids.findLast(([, quoted = '""']) => JSON.parse(quoted) === id);
  return found === undefined ? null : placeAt(text, found.index).line;
}

/**
 * Reads a declaration from text. A failure names the line: where JSON breaks off, or where the node at fault stands.
 *
 * @param indicators Ids that leaves may have.
 */
export function readDeclaration(text: string, indicators: readonly string[]): Result<OwnIndex> {
  if (text.length > LONGEST)
    return fail({
      reason: 'too-long',
      message: `The declaration has ${text.length} characters, more than ${LONGEST}.`,
      nextStep: 'Leave out what is not part of it.',
      values: { most: LONGEST },
    });
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    const { line, column } = brokenAt(text, error);
    return fail({
      reason: 'not-json',
      message: `The text is not JSON from line ${line}, column ${column} on.`,
      nextStep: 'Look for a missing comma, quotation mark or bracket there.',
      values: { line, column },
    });
  }
  const units = typeof raw === 'object' && raw !== null ? (raw as { units?: unknown }).units : undefined;
  const read = readOwnIndex(raw, [...(typeof units === 'string' ? [units] : []), ...indicators]);
  if (read.ok) return read;
  const node = read.failure.values?.['node'];
  const line = typeof node === 'string' ? lineOfNode(text, node) : null;
  return line === null ? read : fail({ ...read.failure, values: { ...read.failure.values, line } });
}

/** The declaration as the JSON document that `cli index` reads. */
export function declarationText({ quantity, declaration }: OwnIndex): string {
  return `${JSON.stringify({ ...declaration, quantity }, null, 2)}\n`;
}

/** The table that goes with it: one row a region, one column a leaf. */
export function declarationTable(result: ScoreResult, index: OwnIndex, year: number): readonly CsvCell[][] {
  const { units, columns } = ownIndexTable(result, index, year);
  return [
    [index.declaration.units, ...columns.keys()],
    ...units.map((unit, at) => [unit, ...[...columns.values()].map((column) => column[at] ?? null)]),
  ];
}
