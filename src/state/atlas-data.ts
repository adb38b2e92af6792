import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Adcode, AdminUnit } from '#core/geography/admin-unit.ts';
import type { TiledTopology } from '#core/geography/map-tiles.ts';
import type { Result } from '#core/units/result.ts';
import type { ArtefactId, ArtefactValues } from '#data/artefact-values.ts';
import { browserFetch } from '#data/browser-fetch.ts';
import type { ArtefactPlace } from '#data/download.ts';
import { loadAndRead, loadArtefact } from '#data/load-artefact.ts';
import { createManifestReader } from '#data/manifest-reader.ts';
import { createArtefactStore, type ArtefactStatus } from './artefact-store.ts';
import { PART_REGION_NEEDS, REGION_NEEDS, withOwnData } from './own-additions.ts';
import { projectStore, useProject } from './store.ts';
import { READ_TILED } from './tile-worker.ts';

/** Needed for the first useful picture (`early` in docs/data-formats.md). */
export const EARLY_ARTEFACTS: readonly ArtefactId[] = [
  'basemap',
  'admin-national',
  'regions',
  'units',
  'rail-lines',
  'road-links',
  'indicators',
  'sources',
  'manifest',
];

const PLACE: ArtefactPlace = { baseUrl: `${import.meta.env.BASE_URL}data/`, fetch: browserFetch };
const readManifest = createManifestReader(PLACE);

function isTiled(id: ArtefactId): id is TiledTopology {
  return Object.hasOwn(READ_TILED, id);
}

/** All data of the page, from `data/` beside it. */
export const atlasData = createArtefactStore<ArtefactValues>(async (id, signal, onProgress) => {
  const options = { ...PLACE, manifest: readManifest, signal, onProgress };
  const wanted: ArtefactId = id;
  return isTiled(wanted)
    ? ((await loadAndRead(wanted, options, READ_TILED[wanted])) as Result<ArtefactValues[typeof id]>)
    : loadArtefact(id, options);
});

const IDLE: ArtefactStatus = { kind: 'idle' };

// What own regions are put together from is asked for as soon as the open project has some.
projectStore.subscribe(({ document: { ownRegions } }, { document: before }) => {
  if (ownRegions === before.ownRegions || ownRegions.length === 0) return;
  const takesCounties = ownRegions.some(({ partCounties }) => partCounties.length > 0);
  atlasData.getState().request([...REGION_NEEDS, ...(takesCounties ? PART_REGION_NEEDS : [])]);
});

/**
 * An artefact as the open project sees it (with its own indicators and regions, see {@link withOwnData}), asked for when
 * first wanted; `null` until it is there (see {@link useArtefactStatus}).
 */
export function useArtefact<Id extends ArtefactId>(id: Id, isWanted = true): ArtefactValues[Id] | null {
  const tables = useProject(({ ownTables }) => ownTables);
  const regions = useProject(({ ownRegions }) => ownRegions);
  const value = useStore(atlasData, (store) => withOwnData(id, store.values, { tables, regions }));
  useEffect(() => {
    if (isWanted) atlasData.getState().request([id]);
  }, [id, isWanted]);
  return value ?? null;
}

/** An artefact as the open project sees it, if it is there. Asks for nothing. */
export function artefactNow<Id extends ArtefactId>(id: Id): ArtefactValues[Id] | null {
  const { ownTables, ownRegions } = projectStore.getState().document;
  return withOwnData(id, atlasData.getState().values, { tables: ownTables, regions: ownRegions }) ?? null;
}

/** Resolves once all of these are there, asked for if need be; `false` where one cannot be had. */
export function artefactsThere(ids: readonly ArtefactId[]): Promise<boolean> {
  atlasData.getState().request(ids);
  return new Promise((resolve) => {
    const tell = () => {
      const { status } = atlasData.getState();
      const kinds = ids.map((id) => status[id]?.kind);
      if (kinds.some((kind) => kind !== 'ready' && kind !== 'failed')) return;
      stop();
      resolve(!kinds.includes('failed'));
    };
    const stop = atlasData.subscribe(tell);
    tell();
  });
}

/** How an artefact stands: idle, loading with progress, ready, or failed with what can be done. */
export function useArtefactStatus(id: ArtefactId): ArtefactStatus {
  return useStore(atlasData, (store) => store.status[id] ?? IDLE);
}

/** Whether any of these artefacts could not be had. */
export function hasFailed(ids: readonly ArtefactId[]): boolean {
  const { status } = atlasData.getState();
  return ids.some((id) => status[id]?.kind === 'failed');
}

/** {@link hasFailed}, told again when it changes. */
export function useHasFailed(ids: readonly ArtefactId[]): boolean {
  return useStore(atlasData, () => hasFailed(ids));
}

/** How artefacts stand together that are needed in one place, and the way to load those again that could not be had. */
export function useDataState(ids: readonly ArtefactId[]): {
  readonly hasFailed: boolean;
  readonly retry: () => void;
} {
  return {
    hasFailed: useHasFailed(ids),
    retry: () => {
      for (const id of ids) atlasData.getState().retry(id);
    },
  };
}

/** Prefecture-level units by adcode; empty until they are there. */
export function useUnits(): ReadonlyMap<Adcode, AdminUnit> {
  const tables = useArtefact('units');
  return useMemo(() => new Map((tables?.units ?? []).map((unit) => [unit.adcode, unit])), [tables]);
}
