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

/** How the bytes of a file become a value. */
type ReadFile<Value, Problem extends string> = (
  bytes: Uint8Array<ArrayBuffer>,
) => Result<Value, Problem> | Promise<Result<Value, Problem>>;

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
  return loadAndRead(id, options, ARTEFACT_FILES[id].decode as ReadFile<ArtefactValues[Id], LoadProblem>);
}

/** As {@link loadArtefact}, but the checked file is read by the caller, e.g. beside the page. */
export async function loadAndRead<Value, Problem extends string>(
  id: Exclude<ArtefactId, 'manifest'>,
  options: LoadOptions,
  read: ReadFile<Value, Problem>,
): Promise<Result<Value, LoadProblem | Problem>> {
  const kept = await loadChecked(id, options, false);
  const file =
    kept.ok || kept.failure.reason !== 'artefact-altered' ? kept : await loadChecked(id, options, true);
  return file.ok ? read(file.value) : file;
}

async function loadChecked(
  id: ArtefactId,
  options: LoadOptions,
  anew: boolean,
): Promise<Result<Uint8Array<ArrayBuffer>, LoadProblem>> {
  const { path } = ARTEFACT_FILES[id];
  const [bytes, manifest] = await Promise.all([download(path, { ...options, anew }), options.manifest(anew)]);
  if (!bytes.ok) return bytes;
  if (!manifest.ok) return manifest;
  const expected = manifest.value.artefacts.find((artefact) => artefact.path === path)?.sha256;
  if (expected === undefined) return fail(malformedArtefact('manifest', `it does not list ${path}`));
  return (await sha256Hex(bytes.value)) === expected ? bytes : fail(altered(path));
}
