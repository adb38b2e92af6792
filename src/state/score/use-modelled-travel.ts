import type { Region } from '#core/geography/region.ts';
import { type RegionalTravelJob, regionalTravelJobs } from '#core/surface/regional-travel.ts';
import type { selectRegions } from '#core/scoring/agglomeration-set.ts';
import { useArtefact } from '../atlas-data.ts';
import { useProject } from '../store.ts';
import { useRegionalTravel } from '../use-regional-travel.ts';
import { chooseRegions } from './choose-regions.ts';
import { keepLast } from './keep-last.ts';

const NO_JOBS: readonly RegionalTravelJob[] = [];

const jobsOf = keepLast((regions: readonly Region[], chosen: ReturnType<typeof selectRegions>) => {
  return chosen.ok ? regionalTravelJobs(regions, chosen.value) : NO_JOBS;
});

/** The modelled indicators of what is compared: wanted by every preset but the paper's. */
export function useModelledTravel(): ReturnType<typeof useRegionalTravel> {
  const regions = useArtefact('regions');
  const set = useProject(({ integration }) => integration.set);
  const ids = useProject(({ integration }) => integration.agglomerationIds);
  const variants = useProject(({ view }) => view.regionVariants);
  const isWanted = useProject(({ integration }) => integration.preset !== 'paper');
  const jobs = regions === null ? NO_JOBS : jobsOf(regions, chooseRegions(regions, set, ids, variants));
  return useRegionalTravel(jobs, isWanted);
}
