import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { Selection } from './document/view-state.ts';

/** A region or unit under the pointer. */
export type Hovered = Extract<Selection, { kind: 'region' | 'unit' }> | null;

/**
 * What the pointer is on, in the map and in the panels apart, so that each can light up what the other points at.
 * Passing, so not part of the document.
 */
export interface HoveredStore {
  readonly map: Hovered;
  readonly panel: Hovered;
}

const store = createStore<HoveredStore>(() => ({ map: null, panel: null }));

/** Says what the pointer is on in the map or in a panel; `null` when it left. */
export function setHovered(where: keyof HoveredStore, hovered: Hovered): void {
  const before = store.getState()[where];
  if (JSON.stringify(before) !== JSON.stringify(hovered)) store.setState({ [where]: hovered });
}

/** What the pointer is on in the map or in a panel. */
export function useHovered(where: keyof HoveredStore): Hovered {
  return useStore(store, (state) => state[where]);
}
