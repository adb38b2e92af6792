import { useEffect, useMemo, useState } from 'react';
import { useArtefact, useDataState } from '#state/atlas-data.ts';
import { usePopulation } from '#state/use-population.ts';
import {
  buildSearchIndex,
  type Romaniser,
  type SearchIndex,
  type SearchSubject,
} from '#state/search/search-index.ts';
import { listSearchSubjects } from '#state/search/search-subjects.ts';
import { useStationNames } from '#state/station-names.ts';

/** What is searched. */
const SEARCHED = ['units', 'regions', 'rail-lines', 'road-links', 'units-county', 'rail-timetable'] as const;

/** The romaniser is large and only needed once somebody searches. */
async function loadRomaniser(): Promise<Romaniser> {
  const { pinyin } = await import('pinyin-pro');
  return (text) => pinyin(text, { toneType: 'none', nonZh: 'consecutive' });
}

/** The index over all that is loaded; counties, stations and pinyin join it after the first use. */
export function useSearch(isWanted: boolean): {
  readonly index: SearchIndex<SearchSubject> | null;
  readonly isComplete: boolean;
  /** A part of it could not be had, with the way to ask again. */
  readonly hasFailed: boolean;
  readonly retry: () => void;
  /** `null` until it is loaded. */
  readonly romanise: Romaniser | null;
} {
  const units = useArtefact('units');
  const regions = useArtefact('regions');
  const lines = useArtefact('rail-lines');
  const links = useArtefact('road-links');
  const counties = useArtefact('units-county', isWanted);
  const timetable = useArtefact('rail-timetable', isWanted);
  const stationNames = useStationNames(isWanted);
  const population = usePopulation();
  const [romanise, setRomanise] = useState<{ readonly run: Romaniser } | 'failed' | null>(null);
  const run = romanise === null || romanise === 'failed' ? null : romanise.run;
  const data = useDataState(SEARCHED);

  useEffect(() => {
    if (!isWanted || romanise !== null) return undefined;
    let isCurrent = true;
    const load = async () => {
      const loaded = await loadRomaniser().catch(() => null);
      if (isCurrent) setRomanise(loaded === null ? 'failed' : { run: loaded });
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [isWanted, romanise]);

  const index = useMemo(() => {
    if (!isWanted || (units === null && regions === null && lines === null)) return null;
    const subjects = listSearchSubjects({
      provinces: units?.provinces ?? [],
      units: units?.units ?? [],
      counties: counties?.units ?? [],
      regions: regions ?? [],
      lines: lines ?? [],
      links: links ?? [],
      stations: timetable?.stations ?? [],
      stationNames,
      population,
    });
    return buildSearchIndex(subjects, run);
  }, [isWanted, units, counties, regions, lines, links, timetable, stationNames, population, run]);

  return {
    index,
    isComplete:
      run !== null && [units, regions, lines, links, counties, timetable].every((part) => part !== null),
    hasFailed: romanise === 'failed' || data.hasFailed,
    retry: () => {
      if (romanise === 'failed') setRomanise(null);
      data.retry();
    },
    romanise: run,
  };
}
