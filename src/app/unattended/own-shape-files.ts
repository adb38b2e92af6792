import type { OwnShapeSet } from '#core/geography/own-shapes.ts';
import { fail, type Result, succeed } from '#core/units/result.ts';
import { importShapes } from '#data/shapes/import-shapes.ts';
import type { ShapeFailure } from '#data/shapes/shape-import.ts';
import type { ShapeFile } from '#state/document/own-shapes-state.ts';
import { shapesPayloadId } from '#state/own-shapes/shapes-payload-id.ts';

/** A file handed to a drawing without a page. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Contents of boundaries by the id that a project names them by. */
export type ShapeSets = ReadonlyMap<string, OwnShapeSet>;

const CONTEXT = {
  signal: new AbortController().signal,
  onProgress: () => undefined,
  pause: () => Promise.resolve(),
};

/**
 * Reads the boundaries that a project names out of files: a file is one of the project's when the SHA-256 of its content and
 * of the choices it was read with is the one that stands there, whatever it is called now.
 */
export async function readOwnShapes(
  named: readonly ShapeFile[],
  given: readonly GivenFile[],
): Promise<Result<ShapeSets, ShapeFailure | 'shapes-not-named'>> {
  const sets = new Map<string, OwnShapeSet>();
  for (const { name, bytes } of given) {
    const content = new Blob([bytes]);
    let isNamed = false;
    // A file of several layers may stand in a project more than once.
    for (const file of named) {
      if ((await shapesPayloadId(content, file)) !== file.id) continue;
      isNamed = true;
      const read = await importShapes(
        bytes,
        { fileName: file.name, datum: file.datum, layer: file.layer },
        CONTEXT,
      );
      if (!read.ok) return read;
      sets.set(file.id, read.value.shapes);
    }
    if (!isNamed)
      return fail({
        reason: 'shapes-not-named',
        message: `${name} is none of the files of boundaries that the project names (by SHA-256), or was changed since.`,
        nextStep:
          named.length === 0
            ? 'The project names none.'
            : `It names: ${named.map((file) => `${file.name} (${file.layer})`).join(', ')}.`,
        values: { name },
      });
  }
  return succeed(sets);
}
