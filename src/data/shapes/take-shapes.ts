import type { MultiPolygon, Position } from 'geojson';
import type { OwnShapeSet, ShapeField } from '#core/geography/own-shapes.ts';
import { fail, type Result, succeed } from '#core/units/result.ts';
import type { ImportContext } from '../import-problem.ts';
import { checkRing, crossesItself, type CrossingBudget } from './check-rings.ts';
import { looksLike, type ToLngLat } from './coordinate-systems.ts';
import {
  type RawFeature,
  SHAPE_LIMITS,
  type ShapeFailure,
  type ShapeNote,
  type ShapeNoteReason,
} from './shape-import.ts';

/** Where the country lies with its sea, degrees; the nine-dash line ends north of 3°. */
const COUNTRY = { west: 73, east: 136, south: 3, north: 54 } as const;

/** Pairs of sides that are held against each other at most: some seconds. */
const MOST_PAIRS = 3e8;

/** Shapes between two pauses. */
const SHAPES_BETWEEN_PAUSES = 50;

const CANCELLED: Result<never, ShapeFailure> = fail({
  reason: 'cancelled',
  message: 'The import was stopped; nothing was changed.',
  nextStep: 'Start it again when you need it.',
});

/** What was taken of a layer. */
export interface TakenShapes {
  readonly shapes: OwnShapeSet;
  readonly notes: readonly ShapeNote[];
}

type Rings = readonly (readonly unknown[])[];

/** The rings of all polygons of a geometry as the file has them; nothing for lines and points. */
function polygonsOf(geometry: unknown): readonly Rings[] {
  if (typeof geometry !== 'object' || geometry === null || !('type' in geometry)) return [];
  if (geometry.type === 'GeometryCollection')
    return 'geometries' in geometry && Array.isArray(geometry.geometries)
      ? geometry.geometries.flatMap((part: unknown) =>
          // One inside another is allowed and never written; it is not followed.
          typeof part === 'object' && part !== null && 'type' in part && part.type !== 'GeometryCollection'
            ? polygonsOf(part)
            : [],
        )
      : [];
  if (!('coordinates' in geometry) || !Array.isArray(geometry.coordinates)) return [];
  const polygons: readonly unknown[] =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  return polygons.filter((rings): rings is Rings => Array.isArray(rings) && rings.every(Array.isArray));
}

/** Counts remarks by reason. */
function noteTaker() {
  const notes = new Map<ShapeNoteReason, { count: number; named: string[] }>();
  return {
    add(reason: ShapeNoteReason, named: string | null = null) {
      const note = notes.get(reason) ?? { count: 0, named: [] };
      note.count += 1;
      if (named !== null && note.named.length < SHAPE_LIMITS.named && !note.named.includes(named))
        note.named.push(named);
      notes.set(reason, note);
    },
    list: (): readonly ShapeNote[] => [...notes].map(([reason, note]) => ({ reason, ...note })),
  };
}

/** Why coordinates are refused, by the first that are no degrees. */
function notDegrees(x: number, y: number): Result<never, ShapeFailure> {
  const guess = looksLike(x, y);
  return fail({
    reason: 'shapes-projected',
    message: `The coordinates are no degrees (${Math.round(x)}, ${Math.round(y)})${guess === '' ? '' : `: they look like ${guess}`}.`,
    nextStep: 'Add the .prj to the zip, or export the file in degrees (CGCS2000 or WGS-84).',
    values: { detail: guess, x: Math.round(x), y: Math.round(y) },
  });
}

function outside(isSwapped: boolean): Result<never, ShapeFailure> {
  return isSwapped
    ? fail({
        reason: 'shapes-swapped',
        message: 'Longitude and latitude are exchanged: all places lie where latitude comes first.',
        nextStep: 'Export the file with longitude (x) before latitude (y).',
      })
    : fail({
        reason: 'shapes-outside',
        message: 'All areas lie outside the country.',
        nextStep: 'Check the coordinate system of the file and of its .prj.',
      });
}

/** Turns, checks and takes the areas of a layer, their attributes with them. */
export async function takeShapes(
  features: readonly RawFeature[],
  toLngLat: ToLngLat,
  isProjected: boolean,
  { signal, onProgress, pause }: ImportContext,
): Promise<Result<TakenShapes, ShapeFailure>> {
  const notes = noteTaker();
  const budget: CrossingBudget = { left: MOST_PAIRS };
  const areas: MultiPolygon[] = [];
  const taken: RawFeature[] = [];
  let vertices = 0;
  let isEachSwapped = true;
  let outsiders = 0;
  for (const [index, raw] of features.entries()) {
    if (index % SHAPES_BETWEEN_PAUSES === 0) {
      if (signal.aborted) return CANCELLED;
      onProgress(0.4 + (0.6 * index) / features.length);
      await pause();
    }
    const polygons = polygonsOf(raw.geometry);
    if (polygons.length === 0) {
      if (raw.geometry !== null && raw.geometry !== undefined) notes.add('lines-points');
      continue;
    }
    const number = String(taken.length + 1);
    const coordinates: Position[][][] = [];
    let isInCountry = false;
    for (const rings of polygons) {
      const kept: Position[][] = [];
      for (const [ringIndex, ring] of rings.entries()) {
        vertices += ring.length;
        if (vertices > SHAPE_LIMITS.vertices) return tooFine();
        const turned: [number, number][] = [];
        for (const position of ring) {
          const [x, y] = Array.isArray(position) ? (position as unknown[]) : [];
          if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y))
            continue;
          if (!isProjected && (Math.abs(x) > 180 || Math.abs(y) > 90))
            return Math.abs(x) <= 90 && Math.abs(y) <= 180 ? outside(true) : notDegrees(x, y);
          const [lng, lat] = toLngLat([x, y]);
          if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) return outside(false);
          turned.push([lng, lat]);
          if (lng > COUNTRY.west && lng < COUNTRY.east && lat > COUNTRY.south && lat < COUNTRY.north)
            isInCountry = true;
          if (lat < COUNTRY.west || lat > COUNTRY.east || lng < COUNTRY.south || lng > COUNTRY.north)
            isEachSwapped = false;
        }
        const { ring: closed, wasOpen } = checkRing(turned);
        if (closed === null) {
          notes.add('ring-dropped', number);
          // Holes of an outline that surrounds nothing are none.
          if (ringIndex === 0) break;
          continue;
        }
        if (wasOpen) notes.add('ring-closed', number);
        const crosses = crossesItself(closed, budget);
        if (crosses === null) notes.add('not-checked', number);
        else if (crosses) notes.add('self-crossing', number);
        kept.push(closed);
      }
      if (kept.length > 0) coordinates.push(kept);
    }
    if (coordinates.length === 0) continue;
    if (!isInCountry) {
      outsiders += 1;
      notes.add('outside-left-out');
      continue;
    }
    areas.push({ type: 'MultiPolygon', coordinates });
    taken.push(raw);
    if (areas.length > SHAPE_LIMITS.shapes) return tooMany();
  }
  if (areas.length === 0) return outsiders > 0 ? outside(isEachSwapped) : noAreas();
  const fields = fieldsOf(taken);
  if (fields.length > SHAPE_LIMITS.fields) notes.add('fields-left-out');
  return succeed({
    shapes: { areas, fields: fields.slice(0, SHAPE_LIMITS.fields) },
    notes: notes.list(),
  });
}

function tooFine(): Result<never, ShapeFailure> {
  return fail({
    reason: 'shapes-too-fine',
    message: `The outlines have more than ${SHAPE_LIMITS.vertices} corners.`,
    nextStep: 'Simplify them to some ten metres first, or cut the file to your region.',
    values: { most: SHAPE_LIMITS.vertices },
  });
}

function tooMany(): Result<never, ShapeFailure> {
  return fail({
    reason: 'shapes-too-many',
    message: `The file has more than ${SHAPE_LIMITS.shapes} areas.`,
    nextStep: 'Dissolve them by name first, or cut the file to your region.',
    values: { most: SHAPE_LIMITS.shapes },
  });
}

function noAreas(): Result<never, ShapeFailure> {
  return fail({
    reason: 'shapes-no-areas',
    message: 'The file holds no areas: lines and points surround nothing.',
    nextStep: 'Choose the layer of areas, or turn closed lines into areas first.',
  });
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim().slice(0, SHAPE_LIMITS.textLength);
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  return typeof value === 'boolean' ? String(value) : '';
}

/** Attributes that some shape has a value of, in the order in which they first stand. */
function fieldsOf(taken: readonly RawFeature[]): readonly ShapeField[] {
  const names = new Set(taken.flatMap(({ properties }) => Object.keys(properties ?? {})));
  return [...names]
    .map((name) => ({
      name: name.slice(0, SHAPE_LIMITS.textLength),
      values: taken.map(({ properties }) =>
        properties !== null && Object.hasOwn(properties, name) ? textOf(properties[name]) : '',
      ),
    }))
    .filter(({ values }) => values.some((value) => value !== ''));
}
