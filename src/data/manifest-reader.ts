import type { Result } from '#core/units/result.ts';
import { ARTEFACT_FILES } from './artefact-values.ts';
import { download, type ArtefactPlace, type LoadProblem } from './download.ts';
import type { Manifest } from './manifest.ts';

/** Gives the manifest of a place; `anew` = past every copy that was kept. */
export type ReadManifest = (anew: boolean) => Promise<Result<Manifest, LoadProblem>>;

/** Reads `manifest.json` when first asked and keeps it; a failure is not kept, so that one can try again. */
export function createManifestReader(place: ArtefactPlace): ReadManifest {
  const { path, decode } = ARTEFACT_FILES.manifest;
  let kept: Promise<Result<Manifest, LoadProblem>> | null = null;

  const read = async (anew: boolean): Promise<Result<Manifest, LoadProblem>> => {
    const { signal } = new AbortController();
    const bytes = await download(path, { ...place, signal, anew, onProgress: () => undefined });
    const manifest = bytes.ok ? await decode(bytes.value) : bytes;
    if (!manifest.ok) kept = null;
    return manifest;
  };
  return (anew) => {
    if (anew) kept = null;
    kept ??= read(anew);
    return kept;
  };
}
