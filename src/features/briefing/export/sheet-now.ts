import type { MapSheet } from '#map/export/map-sheet.ts';
import { atlasData } from '#state/atlas-data.ts';
import { projectStore } from '#state/store.ts';
import { sheetOfShown, type BriefingWords } from './sheet-words.ts';

/** The shown map as a sheet with these words; `null` while there is no map. `today` is an ISO day. */
export function sheetNow(
  words: { readonly title: string; readonly note: string },
  today: string,
  t: BriefingWords,
): MapSheet | null {
  const { document } = projectStore.getState();
  return sheetOfShown(document, atlasData.getState().values.manifest ?? null, words, today, t);
}
