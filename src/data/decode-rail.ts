import * as z from 'zod/mini';
import type { LineStop, RailLine, StopPlacement } from '#core/network/rail-line.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import type { Result } from '#core/units/result.ts';
import { succeed } from '#core/units/result.ts';
import type { ArtefactProblem } from './decode-json.ts';
import { parseJsonArtefact } from './decode-json.ts';

const text = z.nullable(z.string());
const number = z.nullable(z.number());

/** `[name, prefecture, lng, lat, kmFromStart, marks]`, trailing nulls left out. */
const stopSchema = z.array(z.union([z.string(), z.number(), z.null()])).check(
  z.refine((tuple) => {
    const [name, prefecture = null, lng = null, lat = null, km = null, marks = null] = tuple;
    return (
      tuple.length <= 6 &&
      typeof name === 'string' &&
      name !== '' &&
      (prefecture === null || typeof prefecture === 'string') &&
      ((lng === null && lat === null) || isPosition(lng, lat)) &&
      (km === null || typeof km === 'number') &&
      (marks === null || /^(h|s)?x?$/.test(String(marks)))
    );
  }, 'not a stop [name, prefecture, lng, lat, km, marks]'),
);

const lineSchema = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  category: z.enum(['high-speed', 'intercity', 'conventional']),
  status: z.enum(['open', 'under-construction', 'planned']),
  openedText: text,
  openedYear: number,
  designSpeedKmh: number,
  lengthKm: number,
  from: z.string(),
  to: z.string(),
  fastestMinutes: number,
  expectedMinutesText: text,
  source: z.string(),
  stops: z.array(stopSchema),
});

const artefactSchema = z.object({ lines: z.array(lineSchema) });

function isPosition(lng: unknown, lat: unknown): boolean {
  return typeof lng === 'number' && typeof lat === 'number' && Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
}

function toStop(tuple: z.infer<typeof stopSchema>): LineStop {
  const [name, prefecture = null, lng = null, lat = null, km = null, marks = null] = tuple;
  const at: LngLat | null = typeof lng === 'number' && typeof lat === 'number' ? [lng, lat] : null;
  const marking = typeof marks === 'string' ? marks : '';
  const placed: StopPlacement = marking.startsWith('h')
    ? 'hand'
    : marking.startsWith('s')
      ? 'seat'
      : 'station';
  return {
    name: String(name),
    prefecture: typeof prefecture === 'string' ? prefecture : null,
    at,
    kmFromStart: typeof km === 'number' ? km : null,
    placement: at === null ? null : placed,
    extension: marking.endsWith('x'),
  };
}

/** Decodes `rail-lines.json`; `path` of each line runs through the stops that have a position. */
export function decodeRailLines(json: unknown): Result<readonly RailLine[], ArtefactProblem> {
  const parsed = parseJsonArtefact(json, { artefact: 'rail-lines', formatVersion: 1 }, artefactSchema);
  if (!parsed.ok) return parsed;
  return succeed(
    parsed.value.lines.map((line) => {
      const stops = line.stops.map(toStop);
      return { ...line, stops, path: stops.flatMap((stop) => (stop.at === null ? [] : [stop.at])) };
    }),
  );
}
