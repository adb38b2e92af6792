import * as z from 'zod/mini';
import { fail, succeed, type Result } from '#core/units/result.ts';
import { malformedArtefact, type ArtefactProblem } from './decode-json.ts';

/** Version of the manifest's format that this program reads and writes. */
export const MANIFEST_FORMAT_VERSION = 1;

const artefactSchema = z.object({
  id: z.string(),
  path: z.string().check(z.regex(/^[\w./-]+$/u)),
  format: z.enum(['json', 'topojson', 'container']),
  bytes: z.int().check(z.positive()),
  gzipBytes: z.int().check(z.positive()),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/u)),
  vintage: z.string(),
  licence: z.string(),
  attribution: z.string(),
  early: z.boolean(),
  counts: z.record(z.string(), z.number()),
});

const manifestSchema = z.object({
  format: z.literal('chengqun-manifest'),
  formatVersion: z.literal(MANIFEST_FORMAT_VERSION),
  dataVersion: z.string().check(z.regex(/^[0-9a-f]{12}$/u)),
  vintage: z.string(),
  artefacts: z.array(artefactSchema),
});

/** One file of `public/data`: where it is, how big, its SHA-256, whose it is and whether it loads before the first picture. */
export type ManifestArtefact = Readonly<z.infer<typeof artefactSchema>>;

/** `manifest.json` (docs/data-formats.md). */
export interface Manifest {
  /** Changes with any artefact; part of exports and reports. */
  readonly dataVersion: string;
  readonly vintage: string;
  readonly artefacts: readonly ManifestArtefact[];
}

/** Validates a parsed `manifest.json`. */
export function decodeManifest(json: unknown): Result<Manifest, ArtefactProblem> {
  const parsed = manifestSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return fail(
      malformedArtefact('manifest', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not as expected'}`),
    );
  }
  const { dataVersion, vintage, artefacts } = parsed.data;
  return succeed({ dataVersion, vintage, artefacts });
}
