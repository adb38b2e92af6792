import * as z from 'zod/mini';
import type { Region } from '#core/geography/region.ts';
import { succeed, type Result } from '#core/units/result.ts';
import { parseJsonArtefact, type ArtefactProblem } from './decode-json.ts';

const adcodes = z.array(z.string().check(z.regex(/^\d{6}$/u)));
const text = z.nullable(z.string());
const number = z.nullable(z.number());

const artefactSchema = z.object({
  regions: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['agglomeration', 'metro']),
      nameZh: z.string(),
      nameEn: z.string(),
      maturity: z.nullable(z.enum(['mature', 'developing', 'nurturing'])),
      grade: z.string(),
      approved: text,
      cores: z.array(
        z.object({ adcode: z.string(), role: z.enum(['core', 'sub-core']), evidence: z.string() }),
      ),
      variants: z
        .array(
          z.object({
            key: z.string().check(z.regex(/^[a-z0-9]+@[a-z0-9-]+$/u)),
            regionId: z.string(),
            label: z.string(),
            labelZh: z.string(),
            plan: text,
            planYear: number,
            wholeUnits: adcodes,
            partCounties: adcodes,
            excludedCounties: adcodes,
            statisticalMembers: adcodes,
            counties: adcodes,
            areaKm2: z.number().check(z.gt(0)),
            population2020: number,
            populationMissing: adcodes,
            publishedAreaKm2: number,
            publishedPopulation: number,
            evidence: z.string(),
          }),
        )
        .check(z.minLength(1)),
    }),
  ),
});

/** Decodes `regions.json`: agglomerations, then metropolitan areas, each with its current variant first. */
export function decodeRegions(json: unknown): Result<readonly Region[], ArtefactProblem> {
  const parsed = parseJsonArtefact(json, { artefact: 'regions', formatVersion: 1 }, artefactSchema);
  return parsed.ok ? succeed(parsed.value.regions) : parsed;
}
