import * as z from 'zod/mini';
import type { Failure, Result } from '#core/units/result.ts';
import { fail, succeed } from '#core/units/result.ts';

/** Why an artefact cannot be used. */
export type ArtefactProblem = 'malformed-artefact' | 'unsupported-artefact-version';

/** Failure of an artefact whose content is not what its format says. `detail` names the first place that is wrong. */
export function malformedArtefact(artefact: string, detail: string): Failure<ArtefactProblem> {
  return {
    reason: 'malformed-artefact',
    message: `The data file "${artefact}" is not as its format says: ${detail}.`,
    nextStep:
      'Reload the page; if that does not help, rebuild the data with "npm run geodata" or restore public/data from the repository.',
    values: { artefact, detail },
  };
}

/** The JSON in the bytes of an artefact (UTF-8). */
export function readJson(bytes: Uint8Array, artefact: string): Result<unknown, ArtefactProblem> {
  try {
    return succeed(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return fail(malformedArtefact(artefact, 'it is not complete JSON'));
  }
}

const headerSchema = z.object({
  header: z.object({
    artefact: z.string(),
    formatVersion: z.number(),
    vintage: z.string(),
    sources: z.array(z.string()),
  }),
});

function firstIssue(error: z.core.$ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return 'unknown place';
  const path = issue.path.map(String).join('.');
  return path === '' ? issue.message : `${path}: ${issue.message}`;
}

/**
 * Validates a parsed JSON artefact at the edge: its header names `artefact` in a format version up to
 * `formatVersion`, its content matches `schema`. Expected failures are values with a next step.
 */
export function parseJsonArtefact<Schema extends z.ZodMiniType>(
  json: unknown,
  expected: { readonly artefact: string; readonly formatVersion: number },
  schema: Schema,
): Result<z.output<Schema>, ArtefactProblem> {
  const head = headerSchema.safeParse(json);
  if (!head.success) return fail(malformedArtefact(expected.artefact, firstIssue(head.error)));
  const { artefact, formatVersion } = head.data.header;
  if (artefact !== expected.artefact) {
    return fail(malformedArtefact(expected.artefact, `its header says "${artefact}"`));
  }
  if (formatVersion !== expected.formatVersion) {
    return fail({
      reason: 'unsupported-artefact-version',
      message: `The data file "${artefact}" has format version ${formatVersion}; this program reads version ${expected.formatVersion}.`,
      nextStep: 'Reload the page without the cache, so that program and data are of the same release.',
      values: { artefact, formatVersion, supported: expected.formatVersion },
    });
  }
  const body = schema.safeParse(json);
  return body.success ? succeed(body.data) : fail(malformedArtefact(artefact, firstIssue(body.error)));
}
