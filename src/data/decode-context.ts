import * as z from 'zod/mini';
import type { Result } from '#core/units/result.ts';
import type { ArtefactProblem } from './decode-json.ts';
import { parseJsonArtefact } from './decode-json.ts';

const institutionSchema = z.object({
  agglomeration: z.string(),
  year: z.nullable(z.number()),
  level: z.string(),
  kind: z.string(),
  titleZh: z.string(),
  whatEn: z.string(),
  whatZh: z.string(),
  source: z.string(),
});

const publishedFigureSchema = z.object({
  subject: z.string(),
  indicator: z.string(),
  year: z.nullable(z.string()),
  value: z.nullable(z.union([z.number(), z.string()])),
  unit: z.string(),
  source: z.string(),
});

const headwaySchema = z.object({
  from: z.string(),
  to: z.string(),
  trainsPerDay: z.nullable(z.number()),
  printed: z.string(),
  date: z.string(),
  source: z.string(),
});

const validationTimeSchema = z.object({
  from: z.string(),
  to: z.string(),
  minutes: z.number().check(z.gt(0)),
  year: z.number(),
  source: z.string(),
});

const artefactSchema = z.object({
  institutions: z.array(institutionSchema),
  publishedFigures: z.array(publishedFigureSchema),
  headways: z.array(headwaySchema),
  validationTimes: z.array(validationTimeSchema),
});

/** A plan or cooperation body of an agglomeration (region id), with its year and level. */
export type Institution = z.infer<typeof institutionSchema>;
/** A published total or statement to show beside ours; `value` is a number or words. */
export type PublishedFigure = z.infer<typeof publishedFigureSchema>;
/** Trains a day on a corridor, both directions unless `printed` says otherwise; `null` where only a headway is known. */
export type Headway = z.infer<typeof headwaySchema>;
/** A published fastest time between two stations, to check answers against. */
export type ValidationTime = z.infer<typeof validationTimeSchema>;

/** Content of `context.json`. */
export interface ContextTables {
  readonly institutions: readonly Institution[];
  readonly publishedFigures: readonly PublishedFigure[];
  readonly headways: readonly Headway[];
  readonly validationTimes: readonly ValidationTime[];
}

/** Decodes `context.json`. */
export function decodeContext(json: unknown): Result<ContextTables, ArtefactProblem> {
  return parseJsonArtefact(json, { artefact: 'context', formatVersion: 1 }, artefactSchema);
}
