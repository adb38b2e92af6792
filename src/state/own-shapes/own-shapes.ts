import { createStore } from 'zustand/vanilla';
import type { OwnShapeSet } from '#core/geography/own-shapes.ts';
import { projectStore } from '../store.ts';
import { keepPayload, readPayload } from '../travel-files/travel-file-database.ts';

/** Contents of the files of boundaries that the project names, as far as this browser has them. */
export interface OwnShapes {
  readonly sets: ReadonlyMap<string, OwnShapeSet>;
  /** Files whose content is not here: they must be chosen again. */
  readonly missing: ReadonlySet<string>;
}

/** Own boundaries of the open project. */
export const ownShapes = createStore<OwnShapes>(() => ({ sets: new Map(), missing: new Set() }));

/** Checks what the browser kept; it is our own data, but perhaps an older atlas's. */
function isShapeSet(value: unknown): value is OwnShapeSet {
  return (
    typeof value === 'object' &&
    value !== null &&
    'areas' in value &&
    Array.isArray(value.areas) &&
    'fields' in value &&
    Array.isArray(value.fields)
  );
}

const asked = new Set<string>();

async function load(id: string): Promise<void> {
  if (asked.has(id) || ownShapes.getState().sets.has(id)) return;
  asked.add(id);
  const stored = await readPayload(id);
  const { sets, missing } = ownShapes.getState();
  // The person may have chosen the file again meanwhile.
  if (sets.has(id)) return;
  if (isShapeSet(stored)) ownShapes.setState({ sets: new Map(sets).set(id, stored) });
  else ownShapes.setState({ missing: new Set(missing).add(id) });
}

projectStore.subscribe(({ document }, { document: before }) => {
  if (document.ownShapes !== before.ownShapes) for (const { id } of document.ownShapes) void load(id);
});
for (const { id } of projectStore.getState().document.ownShapes) void load(id);

/** Holds the content of a file and keeps it in the browser. False when it lives only until the page closes. */
export async function holdShapes(id: string, set: OwnShapeSet): Promise<boolean> {
  const { sets, missing } = ownShapes.getState();
  const left = new Set(missing);
  left.delete(id);
  ownShapes.setState({ sets: new Map(sets).set(id, set), missing: left });
  return keepPayload(id, set);
}
