import { useMemo } from 'react';
import { countyNamer } from '#core/geography/county-name.ts';
import { nameLanguage } from '#core/geography/name-language.ts';
import { useArtefact } from './atlas-data.ts';
import { useProject } from './store.ts';

/** Names county-level units in the language of the page ({@link countyNamer}); codes until the counties are there. */
export function useCountyNames(
  prefectureNamed: 'always' | 'where-repeated',
  isWanted = true,
): (adcode: string) => string {
  const language = useProject(({ view }) => nameLanguage(view.language));
  const counties = useArtefact('units-county', isWanted);
  const prefectures = useArtefact('units');
  return useMemo(
    () => countyNamer(counties?.units ?? [], prefectures?.units ?? [], language, prefectureNamed),
    [counties, prefectures, language, prefectureNamed],
  );
}
