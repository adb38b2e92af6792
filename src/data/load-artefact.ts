import { fail, type Failure, type Result } from '#core/units/result.ts';
import { ARTEFACT_FILES, type ArtefactId, type ArtefactValues } from './artefact-values.ts';
import { malformedArtefact } from './decode-json.ts';
import { download, type ArtefactPlace, type LoadProblem, type LoadProgress } from './download.ts';
import type { ReadManifest } from './manifest-reader.ts';
import { sha256Hex } from './sha256.ts';

/** How to get at artefacts. */
export interface LoadOptions extends ArtefactPlace {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: LoadProgress) => void;
  /** Tells the SHA-256 that every file must have. */
  readonly manifest: ReadManifest;
}

function altered(path: string): Failure<LoadProblem> {
  return {
    reason: 'artefact-altered',
    message: `The data file "${path}" is not the one its manifest names (SHA-256): it was damaged or changed on the way, or is of another release.`,
    nextStep:
      'Reload the page; if it stays, clear the data this browser keeps of the site, or publish public/data again as one piece.',
    values: { file: path },
  };
}

/**
 * Downloads, checks against the manifest's SHA-256 and decodes one artefact. A file that does not match is asked for once
 * more past all caches, with the manifest. Whatever goes wrong on the way is a failure with a next step.
 */
export async function loadArtefact<Id extends ArtefactId>(
  id: Id,
  options: LoadOptions,
): Promise<Result<ArtefactValues[Id], LoadProblem>> {
  // The list of checksums has none of its own.
  if (id === 'manifest') return options.manifest(false) as Promise<Result<ArtefactValues[Id], LoadProblem>>;
  const kept = await loadOnce(id, options, false);
  return kept.ok || kept.failure.reason !== 'artefact-altered' ? kept : loadOnce(id, options, true);
}

async function loadOnce<Id extends ArtefactId>(
  id: Id,
  options: LoadOptions,
  anew: boolean,
): Promise<Result<ArtefactValues[Id], LoadProblem>> {
  const { path, decode } = ARTEFACT_FILES[id];
  const [bytes, manifest] = await Promise.all([download(path, { ...options, anew }), options.manifest(anew)]);
  if (!bytes.ok) return bytes;
  if (!manifest.ok) return manifest;
  const expected = manifest.value.artefacts.find((artefact) => artefact.path === path)?.sha256;
  if (expected === undefined) return fail(malformedArtefact('manifest', `it does not list ${path}`));
  return (await sha256Hex(bytes.value)) === expected ? decode(bytes.value) : fail(altered(path));
}
