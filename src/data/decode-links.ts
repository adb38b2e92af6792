import * as z from 'zod/mini';
import type { RoadLink } from '#core/network/rail-line.ts';
import type { Result } from '#core/units/result.ts';
import { succeed } from '#core/units/result.ts';
import type { ArtefactProblem } from './decode-json.ts';
import { parseJsonArtefact } from './decode-json.ts';

const text = z.nullable(z.string());
const number = z.nullable(z.number());
const position = z.tuple([
  z.number().check(z.gte(-180), z.lte(180)),
  z.number().check(z.gte(-90), z.lte(90)),
]);
const end = z.object({
  name: z.string(),
  nameEn: z.string(),
  nameEnFrom: z.enum(['established', 'romanised']),
  at: position,
});

const artefactSchema = z.object({
  links: z.array(
    z.object({
      id: z.string(),
      nameZh: z.string(),
      nameEn: z.string(),
      openedText: text,
      openedYear: number,
      status: z.enum(['open', 'under-construction', 'planned']),
      designSpeedKmh: number,
      lengthKm: number,
      minutes: z.number().check(z.gt(0)),
      minutesProvenance: z.enum(['observed', 'assumed']),
      from: end,
      to: end,
      path: z.array(position).check(z.minLength(2)),
      crossesBorder: z.boolean(),
      source: z.string(),
      placement: z.string(),
    }),
  ),
});

/** Decodes `road-links.json`. */
export function decodeRoadLinks(json: unknown): Result<readonly RoadLink[], ArtefactProblem> {
  const parsed = parseJsonArtefact(json, { artefact: 'road-links', formatVersion: 2 }, artefactSchema);
  return parsed.ok ? succeed(parsed.value.links) : parsed;
}
