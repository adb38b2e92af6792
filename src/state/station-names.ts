import { useCallback } from 'react';
import { useArtefact } from './atlas-data.ts';
import { useProject } from './store.ts';

/** English names of stations by their Chinese ones, asked for on an English page only; `null` in Chinese and until they are there. */
export function useStationNames(isWanted = true): ReadonlyMap<string, string> | null {
  const isNeeded = useProject(({ view }) => view.language === 'en') && isWanted;
  const names = useArtefact('station-names', isNeeded);
  return isNeeded ? names : null;
}

/** Names a station in the language of the page. Stations of a person's own files keep their name. */
export function useStationName(): (name: string) => string {
  const names = useStationNames();
  return useCallback((name: string) => names?.get(name) ?? name, [names]);
}
