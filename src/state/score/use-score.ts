import { useArtefact, useArtefactStatus } from '../atlas-data.ts';
import { useProject } from '../store.ts';
import { scoreOf, type ScoreState } from './score-of.ts';
import { useModelledTravel } from './use-modelled-travel.ts';

export type { ScoreSource, ScoreState } from './score-of.ts';

const WAITING: ScoreState = { kind: 'waiting' };
const UNAVAILABLE: ScoreState = { kind: 'unavailable' };
const NEEDED = ['indicators', 'employment', 'rail-lines', 'units', 'regions'] as const;

/** The score of the present choices; computed once for the panel and the map together. */
export function useScore(): ScoreState {
  const figures = useArtefact('indicators');
  const employment = useArtefact('employment');
  const lines = useArtefact('rail-lines');
  const units = useArtefact('units');
  const regions = useArtefact('regions');
  const hasFailed = [
    useArtefactStatus(NEEDED[0]),
    useArtefactStatus(NEEDED[1]),
    useArtefactStatus(NEEDED[2]),
    useArtefactStatus(NEEDED[3]),
    useArtefactStatus(NEEDED[4]),
  ].some(({ kind }) => kind === 'failed');
  const set = useProject(({ integration }) => integration.set);
  const ids = useProject(({ integration }) => integration.agglomerationIds);
  const preset = useProject(({ integration }) => integration.preset);
  const choices = useProject(({ integration }) => integration.options);
  const variants = useProject(({ view }) => view.regionVariants);
  const ownIndex = useProject((document) => document.ownIndex);
  const ownTables = useProject((document) => document.ownTables);
  const modelled = useModelledTravel().series;
  if (figures === null || employment === null || lines === null || units === null || regions === null)
    return hasFailed ? UNAVAILABLE : WAITING;
  return scoreOf(
    { figures, employment, lines, units: units.units, regions, modelled },
    {
      integration: { set, agglomerationIds: ids, preset, options: choices },
      regionVariants: variants,
      ownIndex,
      ownTables,
    },
  );
}
