import { strFromU8 } from 'fflate';
import type { ShapeField } from '#core/geography/own-shapes.ts';
import { fail, type Result, succeed } from '#core/units/result.ts';
import { listZipPaths, readZipFiles, type ZipProblem } from '../zip-files.ts';
import { decodeText } from '../import/decode-text.ts';
import type { ImportContext } from '../import-problem.ts';
import { conversionOf } from './coordinate-systems.ts';
import { readGeoJson } from './read-geojson.ts';
import { readKml } from './read-kml.ts';
import { readShapefile } from './read-shapefile.ts';
import {
  damaged,
  type RawLayer,
  SHAPE_LIMITS,
  type ShapeFailure,
  type ShapeNote,
  type ShapeOptions,
  type ShapesImport,
} from './shape-import.ts';
import { takeShapes } from './take-shapes.ts';

const MEGABYTE = 1e6;

/** Reads boundaries from GeoJSON, TopoJSON, KML, KMZ or a zipped Shapefile: what it is is told from its first bytes. */
export async function importShapes(
  bytes: Uint8Array,
  options: ShapeOptions,
  context: ImportContext,
): Promise<Result<ShapesImport, ShapeFailure>> {
  if (bytes.length > SHAPE_LIMITS.bytes)
    return fail({
      reason: 'shapes-too-large',
      message: `The file has more than ${SHAPE_LIMITS.bytes / MEGABYTE} MB.`,
      nextStep: 'Simplify the outlines, or cut the file to your region.',
      values: { most: SHAPE_LIMITS.bytes / MEGABYTE },
    });
  const raw = await readLayer(bytes, options, context);
  if (!raw.ok) return raw;
  const { system, shouldHaveSystem, layer, layers, features, notes } = raw.value;
  const conversion = conversionOf(raw.value, options.datum);
  if (!conversion.ok) return conversion;
  const { toLngLat, isProjected, name, oldDatum } = conversion.value;
  const taken = await takeShapes(features, toLngLat, isProjected, context);
  if (!taken.ok) return taken;
  const ofSystem: readonly ShapeNote[] = [
    ...(shouldHaveSystem && system === null ? [{ reason: 'no-prj' as const, count: 1, named: [] }] : []),
    ...(oldDatum === null ? [] : [{ reason: 'old-datum' as const, count: 1, named: [oldDatum] }]),
  ];
  const { shapes } = taken.value;
  return succeed({
    shapes,
    layers,
    layer,
    nameField: likelyNames(shapes.fields),
    system: name,
    notes: [...ofSystem, ...notes, ...taken.value.notes],
  });
}

/** Attributes that are called so hold names, in this order. */
const NAME_WORDS = [/^(名称|name|mc|xm?mc)$/i, /名称|名$|名字/, /name/i, /mc$/i, /标注|label|title/i];

/** The attribute that most likely names the shapes: by what it is called, else the one with most different texts. */
function likelyNames(fields: readonly ShapeField[]): string | null {
  for (const word of NAME_WORDS) {
    const found = fields.find(({ name, values }) => word.test(name) && values.some((value) => value !== ''));
    if (found !== undefined) return found.name;
  }
  const texts = fields
    .filter(({ values }) => values.some((value) => /\p{L}/u.test(value)))
    .map(({ name, values }) => ({ name, different: new Set(values).size }));
  return texts.toSorted((a, b) => b.different - a.different)[0]?.name ?? null;
}

async function readLayer(
  bytes: Uint8Array,
  { fileName, layer }: ShapeOptions,
  context: ImportContext,
): Promise<Result<RawLayer, ShapeFailure>> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readArchive(bytes, layer, context);
  const decoded = decodeText(bytes, 'auto', SHAPE_LIMITS.bytes);
  return decoded.ok ? readText(decoded.value.text, layer, plainName(fileName)) : unknownForm();
}

/** A file's name without folders and ending. */
function plainName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.replace(/\.[a-z0-9]{1,8}$/i, '').slice(0, SHAPE_LIMITS.textLength) || name;
}

function readText(text: string, layer: string | null, name: string): Result<RawLayer, ShapeFailure> {
  const start = text
    .slice(0, 400)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (start.startsWith('<')) return readKml(text, name);
  if (!start.startsWith('{')) return unknownForm();
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return damaged('its JSON cannot be read; it may be cut off');
  }
  const isProject =
    typeof json === 'object' && json !== null && 'format' in json && json.format === 'chengqun-project';
  if (isProject)
    return fail({
      reason: 'shapes-project',
      message: 'This is a project of the atlas, no file of boundaries.',
      nextStep: 'Open it in the workspace Briefing.',
    });
  return readGeoJson(json, layer, name) ?? unknownForm();
}

function unknownForm(): Result<never, ShapeFailure> {
  return fail({
    reason: 'shapes-unknown-form',
    message: 'The file is neither GeoJSON, TopoJSON, KML, KMZ nor a zipped Shapefile.',
    nextStep: 'Export it in one of these; of a Shapefile pack .shp, .dbf and .prj into one zip.',
  });
}

const PART = /\.(shp|dbf|prj|cpg)$/i;

/** A zipped Shapefile (one of several by `wanted`), a KMZ, or a zipped GeoJSON. */
async function readArchive(
  bytes: Uint8Array,
  wanted: string | null,
  context: ImportContext,
): Promise<Result<RawLayer, ShapeFailure | ZipProblem>> {
  const listed = listZipPaths(bytes);
  if (!listed.ok) return listed;
  const paths = listed.value.filter((path) => !/(^|\/)(__MACOSX\/|\.)/.test(path));
  const layers = paths.filter((path) => /\.shp$/i.test(path)).map((path) => path.slice(0, -4));
  const layer = layers.find((path) => shownPath(path) === wanted) ?? layers[0];
  const single = paths.find((path) => /\.(kml|geojson|topojson|json)$/i.test(path));
  const needed =
    layer === undefined
      ? paths.filter((path) => path === single)
      : paths.filter(
          (path) => PART.test(path) && path.replace(PART, '').toLowerCase() === layer.toLowerCase(),
        );
  if (needed.length === 0)
    return fail({
      reason: 'shapes-no-layer',
      message: 'The archive holds no Shapefile (.shp), KML or GeoJSON.',
      nextStep: 'Pack .shp, .dbf and .prj into one zip.',
    });
  const files = await readZipFiles(bytes, new Set(needed), SHAPE_LIMITS.unpackedBytes, context);
  if (!files.ok) return files;
  if (layer === undefined) {
    const content = files.value.get(needed[0] ?? '');
    const decoded = content === undefined ? null : decodeText(content, 'auto', SHAPE_LIMITS.unpackedBytes);
    return decoded?.ok === true
      ? readText(decoded.value.text, wanted, plainName(shownPath(needed[0] ?? '')))
      : unknownForm();
  }
  const parts = new Map(
    [...files.value].map(([path, content]) => {
      const ending = PART.exec(path)?.[1]?.toLowerCase() as 'shp' | 'dbf' | 'prj' | 'cpg';
      return [ending, content] as const;
    }),
  );
  return readShapefile(parts, { layer: shownPath(layer), layers: layers.map(shownPath) });
}

/** Names in a zip without the mark for UTF-8 are read byte by byte; of Chinese programs they are GBK or UTF-8. */
function shownPath(path: string): string {
  // oxlint-disable-next-line no-control-regex -- the bytes that such a reading gives
  if (!/[\u0080-\u00FF]/.test(path) || /[^\u0000-\u00FF]/.test(path)) return path;
  const bytes = Uint8Array.from(path, (letter) => letter.charCodeAt(0));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder('gb18030').decode(bytes);
    return text.includes('\uFFFD') ? strFromU8(bytes, true) : text;
  }
}
