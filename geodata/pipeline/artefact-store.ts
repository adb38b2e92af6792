import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'fflate';
import { MANIFEST_FORMAT_VERSION, type ManifestArtefact } from '#data/manifest.ts';
import type { ArtefactMeta } from './context.ts';
import { artefactFolder } from './paths.ts';

/** An artefact with its counts, as the report needs it. */
export interface StoredArtefact extends ManifestArtefact {
  readonly counts: Readonly<Record<string, number>>;
}

/** JSON bytes with a line end; keys stand in the order the program gives them, so the same content has the same bytes. */
export function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value)}\n`);
}

/** Writes artefacts to `public/data` and keeps account of them for manifest and report. */
export class ArtefactStore {
  private readonly stored = new Map<string, StoredArtefact>();

  /** Writes one artefact; the same id twice throws. */
  write(id: string, path: string, bytes: Uint8Array, meta: ArtefactMeta): void {
    if (this.stored.has(id)) throw new Error(`artefact ${id} is written twice`);
    const target = join(artefactFolder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
    this.stored.set(id, describe(id, path, bytes, meta));
  }

  /** Takes over an artefact of the half that does not run, from the committed manifest and its counts file. */
  keep(artefact: StoredArtefact): void {
    const bytes = new Uint8Array(readFileSync(join(artefactFolder, artefact.path)));
    this.stored.set(artefact.id, describe(artefact.id, artefact.path, bytes, artefact));
  }

  /** All artefacts by id. */
  all(): readonly StoredArtefact[] {
    return [...this.stored.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

/** Writes `manifest.json` and returns the data version. */
export function writeManifest(artefacts: readonly StoredArtefact[], vintage: string): string {
  const hash = createHash('sha256');
  for (const artefact of artefacts) hash.update(`${artefact.id} ${artefact.sha256}\n`);
  const dataVersion = hash.digest('hex').slice(0, 12);
  const manifest = {
    format: 'chengqun-manifest',
    formatVersion: MANIFEST_FORMAT_VERSION,
    dataVersion,
    vintage,
    artefacts,
  };
  writeFileSync(join(artefactFolder, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
  return dataVersion;
}

function describe(id: string, path: string, bytes: Uint8Array, meta: ArtefactMeta): StoredArtefact {
  const { format, early, vintage, licence, attribution, counts } = meta;
  return {
    id,
    path,
    format,
    bytes: bytes.length,
    gzipBytes: format === 'container' ? bytes.length : gzipSync(bytes, { level: 9, mtime: 0 }).length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    vintage,
    licence,
    attribution,
    early,
    counts,
  };
}
