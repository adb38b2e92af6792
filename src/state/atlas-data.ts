import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Adcode, AdminUnit } from '#core/geography/admin-unit.ts';
import type { ArtefactId, ArtefactValues } from '#data/artefact-values.ts';
import { loadArtefact } from '#data/load-artefact.ts';
import { createArtefactStore, type ArtefactStatus } from './artefact-store.ts';

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

/** All data of the page, from `data/` beside it. */
export const atlasData = createArtefactStore<ArtefactValues>((id, signal, onProgress) =>
  loadArtefact(id, {
    baseUrl: `${import.meta.env.BASE_URL}data/`,
    signal,
    onProgress,
    fetch: (url, init) => fetch(url, init),
  }),
);

const IDLE: ArtefactStatus = { kind: 'idle' };

/** An artefact, asked for when first wanted; `null` until it is there (see {@link useArtefactStatus}). */
export function useArtefact<Id extends ArtefactId>(id: Id, isWanted = true): ArtefactValues[Id] | null {
  const value = useStore(atlasData, (store) => store.values[id]);
  useEffect(() => {
    if (isWanted) atlasData.getState().request([id]);
  }, [id, isWanted]);
  return value ?? null;
}

/** How an artefact stands: idle, loading with progress, ready, or failed with what can be done. */
export function useArtefactStatus(id: ArtefactId): ArtefactStatus {
  return useStore(atlasData, (store) => store.status[id] ?? IDLE);
}

/** Prefecture-level units by adcode; empty until they are there. */
export function useUnits(): ReadonlyMap<Adcode, AdminUnit> {
  const tables = useArtefact('units');
  return useMemo(() => new Map((tables?.units ?? []).map((unit) => [unit.adcode, unit])), [tables]);
}
