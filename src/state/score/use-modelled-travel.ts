import type { Region } from '#core/geography/region.ts';
import { type RegionalTravelJob, regionalTravelJobs } from '#core/surface/regional-travel.ts';
import type { selectRegions } from '#core/scoring/agglomeration-set.ts';
import { artefactNow, atlasData } from '../atlas-data.ts';
import { type Derived, derive, useDerived } from '../derived.ts';
import { keepLast, onceFor } from '../keep-last.ts';
import { presentTravel, type RegionalTravel, travelOf } from './regional-travel.ts';
import { projectStore } from '../store.ts';
import { chooseRegions } from './choose-regions.ts';

const NO_JOBS: readonly RegionalTravelJob[] = [];

const jobsOf = keepLast((regions: readonly Region[], chosen: ReturnType<typeof selectRegions>) =>
  chosen.ok ? regionalTravelJobs(regions, chosen.value) : NO_JOBS,
);

/** What the present choices need of the travel-time engine: wanted by every preset but the paper's. */
function questionNow(): { readonly jobs: readonly RegionalTravelJob[]; readonly isWanted: boolean } {
  const { integration, view } = projectStore.getState().document;
  const regions = artefactNow('regions');
  const { set, agglomerationIds, preset } = integration;
  return {
    jobs:
      regions === null
        ? NO_JOBS
        : jobsOf(regions, chooseRegions(regions, set, agglomerationIds, view.regionVariants)),
    isWanted: preset !== 'paper',
  };
}

/** Only another question is asked anew: one that failed or was given up is not, by whatever else changes. */
const ask = onceFor((jobs: readonly RegionalTravelJob[], isWanted: boolean): void => {
  if (isWanted) presentTravel.getState().request(jobs);
  else presentTravel.getState().cancel();
});

/** The modelled indicators of the present choices as far as they are there; computed while somebody looks. */
export const modelledTravel: Derived<RegionalTravel> = derive({
  from: [projectStore, atlasData, presentTravel],
  read: () => {
    const { jobs, isWanted } = questionNow();
    return travelOf(presentTravel, jobs, isWanted);
  },
  want: () => {
    atlasData.getState().request(['regions']);
    const { jobs, isWanted } = questionNow();
    ask(jobs, isWanted);
  },
});

/** The modelled indicators of what is compared. */
export function useModelledTravel(): RegionalTravel {
  return useDerived(modelledTravel);
}
