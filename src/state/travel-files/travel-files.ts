import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type AddedTravelData, NO_ADDED_DATA } from '#core/surface/added-travel-data.ts';
import { MOST_RAIL_SOURCES, type RailSource } from '#core/network/rail-source.ts';
import type { TravelDataState, TravelFile } from '../document/circles-state.ts';
import { projectStore, useProject } from '../store.ts';
import { keepPayload, readPayload } from './travel-file-database.ts';
import { isPayloadOf, type TravelPayload } from './travel-payload.ts';

/** Contents of the files that the project names. */
export interface TravelFiles {
  readonly payloads: ReadonlyMap<string, TravelPayload>;
  /** Files whose content this browser does not have: they must be chosen again. */
  readonly missing: ReadonlySet<string>;
}

/** Contents of the files of the open project, as far as this browser has them. */
export const travelFiles = createStore<TravelFiles>(() => ({ payloads: new Map(), missing: new Set() }));

/** What of a person's own data the engine uses: the files that are switched on and there. Results are made anew when it changes. */
export const addedTravelData = createStore<AddedTravelData>(() => NO_ADDED_DATA);

/** Files with rides that are switched on and there, in the project's order: only the first {@link MOST_RAIL_SOURCES} count. */
export function railFilesInUse(
  files: readonly TravelFile[],
  payloads: TravelFiles['payloads'],
): readonly { readonly file: TravelFile; readonly source: RailSource }[] {
  return files.flatMap((file) => {
    const payload = file.on ? payloads.get(file.id) : undefined;
    return payload?.kind === 'gtfs' || payload?.kind === 'pairs' ? [{ file, source: payload.source }] : [];
  });
}

function addedFrom(
  { files, replacesEmbedded }: TravelDataState,
  payloads: TravelFiles['payloads'],
): AddedTravelData {
  const rides = railFilesInUse(files, payloads).slice(0, MOST_RAIL_SOURCES);
  const grid = files
    .filter(({ on }) => on)
    .map(({ id }) => payloads.get(id))
    .findLast((payload) => payload?.kind === 'people');
  return {
    rail: { sources: rides.map(({ file: { ride }, source }) => ({ source, ride })), replacesEmbedded },
    people: grid?.kind === 'people' ? grid.grid : null,
  };
}

function isSame(a: AddedTravelData, b: AddedTravelData): boolean {
  return (
    a.people === b.people &&
    // Without sources nothing is replaced.
    (a.rail.sources.length === 0 || a.rail.replacesEmbedded === b.rail.replacesEmbedded) &&
    a.rail.sources.length === b.rail.sources.length &&
    a.rail.sources.every(
      ({ source, ride }, index) =>
        b.rail.sources[index]?.source === source && b.rail.sources[index]?.ride === ride,
    )
  );
}

function apply(): void {
  const added = addedFrom(projectStore.getState().document.travelData, travelFiles.getState().payloads);
  if (!isSame(added, addedTravelData.getState())) addedTravelData.setState(added, true);
}

const asked = new Set<string>();

async function load({ id, kind }: TravelFile): Promise<void> {
  if (asked.has(id) || travelFiles.getState().payloads.has(id)) return;
  asked.add(id);
  const stored = await readPayload(id);
  const { payloads, missing } = travelFiles.getState();
  // The person may have chosen the file again meanwhile.
  if (payloads.has(id)) return;
  if (isPayloadOf(kind, stored)) travelFiles.setState({ payloads: new Map(payloads).set(id, stored) });
  else travelFiles.setState({ missing: new Set(missing).add(id) });
}

function follow({ files }: TravelDataState): void {
  for (const file of files) void load(file);
  apply();
}

projectStore.subscribe(({ document: { travelData } }, { document: before }) => {
  if (travelData !== before.travelData) follow(travelData);
});
travelFiles.subscribe(apply);
// This module comes with the first workspace that computes circles, often after the project was read back.
follow(projectStore.getState().document.travelData);

/** Whether a file that the engine would use is still being read from the browser's storage. */
function isBeingRead(
  { files }: TravelDataState = projectStore.getState().document.travelData,
  { payloads, missing }: TravelFiles = travelFiles.getState(),
): boolean {
  return files.some(({ id, kind, on }) => on && kind !== 'flows' && !payloads.has(id) && !missing.has(id));
}

/** {@link isBeingRead} of the open project, told again when it changes. */
export function useTravelFilesBeingRead(): boolean {
  const travelData = useProject((document) => document.travelData);
  return useStore(travelFiles, (files) => isBeingRead(travelData, files));
}

/** Resolves once nothing is being read any more that the engine would use; `null` where nothing is. */
export function travelFilesRead(): Promise<void> | null {
  if (!isBeingRead()) return null;
  return new Promise((resolve) => {
    const tell = () => {
      if (isBeingRead()) return;
      for (const stop of stops) stop();
      resolve();
    };
    const stops = [travelFiles.subscribe(tell), projectStore.subscribe(tell)];
  });
}

/** Holds the content of a file and keeps it in the browser. False when it lives only until the page closes. */
export async function holdPayload(id: string, payload: TravelPayload): Promise<boolean> {
  const { payloads, missing } = travelFiles.getState();
  const left = new Set(missing);
  left.delete(id);
  travelFiles.setState({ payloads: new Map(payloads).set(id, payload), missing: left });
  return keepPayload(id, payload);
}
