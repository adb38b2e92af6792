import { useProject } from './store.ts';

/** Id of the selected region; `null` where none, or something else, is selected. */
export function useSelectedRegion(): string | null {
  return useProject(({ view }) => (view.selection.kind === 'region' ? view.selection.regionId : null));
}
