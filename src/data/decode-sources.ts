import * as z from 'zod/mini';
import type { Source } from '#core/indicators/indicator.ts';
import { succeed, type Result } from '#core/units/result.ts';
import { parseJsonArtefact, type ArtefactProblem } from './decode-json.ts';

const artefactSchema = z.object({
  sources: z.array(
    z.object({
      id: z.string(),
      titleZh: z.string(),
      titleEn: z.string(),
      licence: z.string(),
      note: z.string(),
    }),
  ),
});

/** Decodes `sources.json`: sources by id. */
export function decodeSources(json: unknown): Result<ReadonlyMap<string, Source>, ArtefactProblem> {
  const parsed = parseJsonArtefact(json, { artefact: 'sources', formatVersion: 1 }, artefactSchema);
  if (!parsed.ok) return parsed;
  return succeed(new Map(parsed.value.sources.map((source) => [source.id, source])));
}
