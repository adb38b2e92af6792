import { parseDbf, parseShp } from 'shpjs';
import { type Result, succeed } from '#core/units/result.ts';
import { damaged, detailOf, type RawLayer, type ShapeFailure, type ShapeNote } from './shape-import.ts';

/** Language driver of a .dbf written in GBK. @see dBASE header, byte 29 */
const GBK_DRIVER = 0x4d;

/** Bytes of the header of a .shp: shorter ones are none. */
const SHP_HEADER_BYTES = 100;

/** Files of a Shapefile by ending. */
export type ShapefileParts = ReadonlyMap<'shp' | 'dbf' | 'prj' | 'cpg', Uint8Array>;

/** Reads one Shapefile. Attributes that cannot be read cost only the names. */
export function readShapefile(
  parts: ShapefileParts,
  layer: Pick<RawLayer, 'layer' | 'layers'>,
): Result<RawLayer, ShapeFailure> {
  const shp = parts.get('shp');
  if (shp === undefined || shp.length < SHP_HEADER_BYTES) return damaged('its .shp is missing or cut off');
  const prj = parts.get('prj');
  let geometries: ReturnType<typeof parseShp>;
  try {
    geometries = parseShp(shp);
  } catch (error) {
    return damaged(detailOf(error));
  }
  const rows = readAttributes(parts);
  const notes: readonly ShapeNote[] = rows === null ? [{ reason: 'no-attributes', count: 1, named: [] }] : [];
  return succeed({
    ...layer,
    features: geometries.map((geometry, index) => ({ geometry, properties: rows?.[index] ?? null })),
    system: prj === undefined ? null : { kind: 'wkt', text: new TextDecoder().decode(prj) },
    shouldHaveSystem: true,
    notes,
  });
}

function readAttributes(parts: ShapefileParts): ReturnType<typeof parseDbf> | null {
  const dbf = parts.get('dbf');
  if (dbf === undefined || !isWhole(dbf)) return null;
  try {
    return parseDbf(dbf, encodingOf(dbf, parts.get('cpg')));
  } catch {
    return null;
  }
}

/** Whether the records that the header announces are there: a false number would be read to the end of all memory. */
function isWhole(dbf: Uint8Array): boolean {
  if (dbf.length < 33) return false;
  const view = new DataView(dbf.buffer, dbf.byteOffset, dbf.byteLength);
  const records = view.getUint32(4, true);
  const recordBytes = view.getUint16(10, true);
  return recordBytes > 0 && view.getUint16(8, true) + records * recordBytes <= dbf.length + 1;
}

/** What the .cpg says, else the header, else what the bytes look like. */
function encodingOf(dbf: Uint8Array, cpg: Uint8Array | undefined): string {
  const named = cpg === undefined ? '' : new TextDecoder().decode(cpg).trim().toLowerCase();
  if (/^utf-?8$|65001/.test(named)) return 'utf-8';
  if (/gb|936|54936/.test(named)) return 'gb18030';
  if (/big5|950/.test(named)) return 'big5';
  if (dbf[29] === GBK_DRIVER) return 'gb18030';
  return readsAsUtf8(dbf) ? 'utf-8' : 'gb18030';
}

/**
 * Whether the records are UTF-8. Texts fill their columns to the last byte, so that a character may be cut through: few bad
 * ones among many good ones say nothing, in GBK hardly one is good.
 */
function readsAsUtf8(dbf: Uint8Array): boolean {
  const headerBytes = new DataView(dbf.buffer, dbf.byteOffset, dbf.byteLength).getUint16(8, true);
  const text = new TextDecoder('utf-8').decode(dbf.subarray(headerBytes, headerBytes + 200_000));
  const bad = text.match(/\uFFFD/gu)?.length ?? 0;
  const beyondAscii = text.match(/[^\0-\x7F]/gu)?.length ?? 0;
  return bad <= (beyondAscii - bad) / 2;
}
