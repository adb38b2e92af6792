import type { Region } from '#core/geography/region.ts';
import { useArtefact } from '../atlas-data.ts';
import type { ProjectDocument } from '../document/project-document.ts';
import { useProject } from '../store.ts';
import { chooseRegions } from './choose-regions.ts';

type Choice = Pick<ProjectDocument['integration'], 'set' | 'agglomerationIds'>;

/**
 * Ids of the regions that are compared, by the choice alone: a score that is on its way, or cannot be had, changes nothing of
 * it. `null` while the regions that a named set consists of are not there.
 */
export function comparedIds(
  { set, agglomerationIds }: Choice,
  regions: readonly Region[] | null,
  variants: ProjectDocument['view']['regionVariants'],
): readonly string[] | null {
  const named = set === 'custom' ? agglomerationIds : null;
  if (regions === null) return named;
  const chosen = chooseRegions(regions, set, agglomerationIds, variants);
  // Among a person's own choice may be a region of their own that is not put together yet.
  return chosen.ok ? chosen.value.map(({ id }) => id) : named;
}

/** {@link comparedIds} of the open project. */
export function useComparedIds(): readonly string[] | null {
  const set = useProject(({ integration }) => integration.set);
  const agglomerationIds = useProject(({ integration }) => integration.agglomerationIds);
  const variants = useProject(({ view }) => view.regionVariants);
  return comparedIds({ set, agglomerationIds }, useArtefact('regions'), variants);
}
