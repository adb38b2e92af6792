import { useArtefacts, useHasFailed } from '../atlas-data.ts';
import type { ProjectDocument } from '../project-document.ts';
import { useProject } from '../store.ts';
import { keepLast } from './keep-last.ts';
import { scoreOf, type ScoreQuestion, type ScoreState } from './score-of.ts';
import { useModelledTravel } from './use-modelled-travel.ts';

export type { ScoreSource, ScoreState } from './score-of.ts';

const WAITING: ScoreState = { kind: 'waiting' };
const UNAVAILABLE: ScoreState = { kind: 'unavailable' };
type Choices = ScoreQuestion['integration'];

/** What the score is computed from. */
export const SCORE_DATA = ['indicators', 'employment', 'rail-lines', 'units', 'regions'] as const;

const ask = keepLast(
  (
    set: Choices['set'],
    agglomerationIds: Choices['agglomerationIds'],
    preset: Choices['preset'],
    options: Choices['options'],
    regionVariants: ScoreQuestion['regionVariants'],
    ownIndex: ScoreQuestion['ownIndex'],
    ownTables: ScoreQuestion['ownTables'],
  ): ScoreQuestion => ({
    integration: { set, agglomerationIds, preset, options },
    regionVariants,
    ownIndex,
    ownTables,
  }),
);

/** What the score hangs on, the same object as long as it is the same: a page or a shown measure changes nothing of it. */
function questionOf({ integration, view, ownIndex, ownTables }: ProjectDocument): ScoreQuestion {
  const { set, agglomerationIds, preset, options } = integration;
  return ask(set, agglomerationIds, preset, options, view.regionVariants, ownIndex, ownTables);
}

/** The score of the present choices; computed once for the panel and the map together. */
export function useScore(): ScoreState {
  const [figures, employment, lines, units, regions] = useArtefacts(SCORE_DATA);
  const hasFailed = useHasFailed(SCORE_DATA);
  const question = useProject(questionOf);
  const modelled = useModelledTravel().series;
  if (figures === null || employment === null || lines === null || units === null || regions === null)
    return hasFailed ? UNAVAILABLE : WAITING;
  return scoreOf({ figures, employment, lines, units: units.units, regions, modelled }, question);
}
