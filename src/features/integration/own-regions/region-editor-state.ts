import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** What a click on the map takes in or out while a region is edited. */
export type PickedLevel = 'none' | 'prefecture' | 'county';

/** What the editor of own regions shows and waits for; passing, not part of the document. */
interface RegionEditorState {
  readonly isOpen: boolean;
  /** Id of the region being edited; `null` = the list. */
  readonly regionId: string | null;
  readonly picks: PickedLevel;
}

/** State of the editor of own regions, shared by the panel and the map. */
export const regionEditor = createStore<RegionEditorState>(() => ({
  isOpen: false,
  regionId: null,
  picks: 'prefecture',
}));

/** Reads from the editor's state. */
export function useRegionEditor<Selected>(selector: (state: RegionEditorState) => Selected): Selected {
  return useStore(regionEditor, selector);
}
