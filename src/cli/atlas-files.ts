import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CircleEngine, createCircleEngine } from '#core/surface/circle-engine.ts';
import { type Result, succeed } from '#core/units/result.ts';
import type { ArtefactId, ArtefactValues } from '#data/artefact-values.ts';
import type { ArtefactPlace } from '#data/download.ts';
import { loadArtefact, type LoadOptions } from '#data/load-artefact.ts';
import { loadEngineData } from '#data/load-engine-data.ts';
import { createManifestReader } from '#data/manifest-reader.ts';
import type { AtlasData } from './atlas-data.ts';

/** Reads the artefacts from a folder, each once, when a command first asks for it. */
export function openAtlasFiles(folder: string): AtlasData {
  const place: ArtefactPlace = {
    baseUrl: '',
    fetch: async (path) => {
      try {
        return new Response(new Uint8Array(await readFile(join(folder, path))));
      } catch {
        return new Response(null, { status: 404 });
      }
    },
  };
  const options: LoadOptions = {
    ...place,
    signal: new AbortController().signal,
    onProgress: () => {},
    manifest: createManifestReader(place),
  };
  const kept = new Map<ArtefactId, unknown>();
  const load = <Id extends ArtefactId>(id: Id): Promise<Result<ArtefactValues[Id]>> => {
    const known = kept.get(id);
    if (known !== undefined) return known as Promise<Result<ArtefactValues[Id]>>;
    const loading = loadArtefact(id, options);
    kept.set(id, loading);
    return loading;
  };
  let engine: Promise<Result<CircleEngine>> | null = null;
  return {
    artefact: load,
    dataVersion: () => load('manifest').then((read) => (read.ok ? succeed(read.value.dataVersion) : read)),
    prefectures: () => load('units').then((units) => (units.ok ? succeed(units.value.units) : units)),
    regions: () => load('regions'),
    lines: () => load('rail-lines'),
    links: () => load('road-links'),
    figures: () => load('indicators'),
    employment: () => load('employment'),
    context: () => load('context'),
    engine: () => {
      engine ??= loadEngineData(options).then((loaded) =>
        loaded.ok ? succeed(createCircleEngine(loaded.value)) : loaded,
      );
      return engine;
    },
  };
}
