import * as z from 'zod/mini';
import type { Result } from '#core/units/result.ts';
import { succeed } from '#core/units/result.ts';
import type { ArtefactProblem } from './decode-json.ts';
import { parseJsonArtefact } from './decode-json.ts';

const artefactSchema = z.object({ names: z.record(z.string(), z.string().check(z.minLength(1))) });

/** Decodes `station-names.json`: English names of stations by their Chinese ones, all derived (romanised). */
export function decodeStationNames(json: unknown): Result<ReadonlyMap<string, string>, ArtefactProblem> {
  const parsed = parseJsonArtefact(json, { artefact: 'station-names', formatVersion: 1 }, artefactSchema);
  return parsed.ok ? succeed(new Map(Object.entries(parsed.value.names))) : parsed;
}
