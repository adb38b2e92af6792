import * as z from 'zod/mini';
import type { Adcode } from '#core/geography/admin-unit.ts';
import type { EmploymentTable } from '#core/indicators/employment-table.ts';
import type { Result } from '#core/units/result.ts';
import { fail, succeed } from '#core/units/result.ts';
import type { ArtefactProblem } from './decode-json.ts';
import { malformedArtefact, parseJsonArtefact } from './decode-json.ts';

const artefactSchema = z.object({
  sections: z.array(z.object({ id: z.string(), nameZh: z.string(), nameEn: z.string() })),
  years: z.record(
    z.string(),
    z.object({
      adcodes: z.array(z.string()),
      counts: z.array(z.array(z.nullable(z.number().check(z.gte(0))))),
    }),
  ),
});

/** Decodes `employment.json`. */
export function decodeEmployment(json: unknown): Result<EmploymentTable, ArtefactProblem> {
  const parsed = parseJsonArtefact(json, { artefact: 'employment', formatVersion: 1 }, artefactSchema);
  if (!parsed.ok) return parsed;
  const { sections } = parsed.value;
  const years = new Map<number, ReadonlyMap<Adcode, readonly (number | null)[]>>();
  for (const [year, table] of Object.entries(parsed.value.years)) {
    if (table.counts.length !== table.adcodes.length) {
      return fail(
        malformedArtefact(
          'employment',
          `years.${year} has ${table.adcodes.length} units and ${table.counts.length} rows`,
        ),
      );
    }
    const short = table.counts.findIndex((counts) => counts.length !== sections.length);
    if (short >= 0) {
      return fail(
        malformedArtefact('employment', `years.${year}.counts.${short} has not ${sections.length} sections`),
      );
    }
    years.set(
      Number(year),
      new Map(table.adcodes.map((adcode, index) => [adcode, table.counts[index] ?? []])),
    );
  }
  return succeed({ sections, years });
}
