import * as z from 'zod/mini';
import type { CountyRaster } from '#core/surface/county-raster.ts';
import { fail, succeed, type Result } from '#core/units/result.ts';
import { decodeContainer, encodeContainer } from './container.ts';
import { malformedArtefact, type ArtefactProblem } from './decode-json.ts';
import { decodeRows, encodeRows } from './raster-codec.ts';

const artefact = 'county-raster';
const FORMAT_VERSION = 1;
/** No raster of this program is larger; a header that says so is wrong. */
const MOST_CELLS = 200_000_000;
/** Nor is one wider: the way round the earth in steps of 0.005°. */
const MOST_COLUMNS = 72_000;

const headerSchema = z.object({ artefact: z.literal(artefact), formatVersion: z.literal(FORMAT_VERSION) });

const metaSchema = z.object({
  west: z.number().check(z.gte(-180), z.lte(180)),
  north: z.number().check(z.gte(-90), z.lte(90)),
  cellDegrees: z.number().check(z.gt(0)),
  columns: z.int().check(z.positive()),
  rows: z.int().check(z.positive()),
  counties: z.array(z.string().check(z.regex(/^\d{6}$/u))),
});

/** Packs a raster as `county-raster.bin`. */
export function encodeCountyRaster(
  raster: CountyRaster,
  header: { readonly vintage: string; readonly sources: readonly string[] },
): Uint8Array {
  const { west, north, cellDegrees, columns, rows, counties } = raster;
  const { tokens, gaps, values } = encodeRows(raster.cells, columns, rows);
  return encodeContainer({
    header: { artefact, formatVersion: FORMAT_VERSION, ...header },
    meta: { west, north, cellDegrees, columns, rows, counties },
    arrays: { tokens, gaps, values },
  });
}

/** Unpacks `county-raster.bin`, gzipped or not. */
export function decodeCountyRaster(bytes: Uint8Array): Result<CountyRaster, ArtefactProblem> {
  const content = decodeContainer(bytes, artefact);
  if (!content.ok) return content;
  const header = headerSchema.safeParse(content.value.header);
  if (!header.success)
    return fail(malformedArtefact(artefact, 'its header names another artefact or version'));
  const meta = metaSchema.safeParse(content.value.meta);
  if (!meta.success) return fail(malformedArtefact(artefact, 'its grid is not described'));
  const { columns, rows, counties } = meta.data;
  if (columns * rows > MOST_CELLS || columns > MOST_COLUMNS)
    return fail(malformedArtefact(artefact, `${columns} × ${rows} cells are too many`));
  const { tokens, gaps, values } = content.value.arrays;
  if (!(tokens instanceof Uint8Array) || !(gaps instanceof Uint16Array) || !(values instanceof Uint16Array)) {
    return fail(malformedArtefact(artefact, 'its arrays are not tokens, gaps and values'));
  }
  // Every row ends with a token: no room is made for rows that are not there.
  if (rows > tokens.length) return fail(malformedArtefact(artefact, 'there are fewer rows than announced'));
  const cells = decodeRows({ tokens, gaps, values }, columns, rows, counties.length);
  if (typeof cells === 'string') return fail(malformedArtefact(artefact, cells));
  return succeed({ ...meta.data, cells });
}
