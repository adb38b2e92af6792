import { regionIdOf } from '#core/geography/variant-key.ts';
import { artefactNow, atlasData, hasFailed } from '../atlas-data.ts';
import { REGION_NEEDS } from '../own-additions.ts';
import { type Derived, derive, useDerived } from '../derived.ts';
import { keepLast } from '../keep-last.ts';
import type { ProjectDocument } from '../document/project-document.ts';
import { projectStore } from '../store.ts';
import { scoreOf, type ScoreQuestion, type ScoreState, type ScoreValues } from './score-of.ts';
import { modelledTravel } from './use-modelled-travel.ts';

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

/** {@link SCORE_DATA} as the open project sees them; `null` while one is missing. */
export function scoreDataNow(): Omit<ScoreValues, 'modelled'> | null {
  const [figures, employment, lines, units, regions] = [
    artefactNow('indicators'),
    artefactNow('employment'),
    artefactNow('rail-lines'),
    artefactNow('units'),
    artefactNow('regions'),
  ];
  if (figures === null || employment === null || lines === null || units === null || regions === null)
    return null;
  return { figures, employment, lines, units: units.units, regions };
}

/** Whether a compared region is a person's own and not put together yet. */
function awaitsOwnRegion(regions: ScoreValues['regions']): boolean {
  const { integration, ownRegions } = projectStore.getState().document;
  if (integration.set !== 'custom') return false;
  const compared = new Set(integration.agglomerationIds.map(regionIdOf));
  return ownRegions.some(({ id }) => compared.has(id) && !regions.some((region) => region.id === id));
}

function scoreNow(): ScoreState {
  const data = scoreDataNow();
  if (data === null) return hasFailed(SCORE_DATA) ? UNAVAILABLE : WAITING;
  if (awaitsOwnRegion(data.regions)) return hasFailed(REGION_NEEDS) ? UNAVAILABLE : WAITING;
  const modelled = modelledTravel.getState().series;
  const question = questionOf(projectStore.getState().document);
  return scoreOf({ ...data, modelled }, question);
}

/** The score of the present choices; the same object as long as data and choices are the same. */
export const presentScore: Derived<ScoreState> = derive({
  from: [projectStore, atlasData, modelledTravel],
  read: scoreNow,
  want: () => atlasData.getState().request(SCORE_DATA),
});

/** The score of the present choices; computed once for the panel and the map together. */
export function useScore(): ScoreState {
  return useDerived(presentScore);
}
