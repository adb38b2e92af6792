import { useMemo } from 'react';
import { variantOf, type Region, type RegionVariant } from '#core/geography/region.ts';
import type { ContextTables } from '#data/decode-context.ts';
import { literatureTypesOf } from '#core/structure/published-figure.ts';
import { structureOf, type RegionStructure } from '#core/structure/region-structure.ts';
import { useArtefact } from '#state/atlas-data.ts';
import { useProject } from '#state/store.ts';
import { useStructureBase, type StructureBase } from './use-structure-frame.ts';

/** A region in its chosen delimitation with all its metrics. */
export interface RegionStudy extends StructureBase {
  readonly region: Region;
  readonly variant: RegionVariant;
  /** What the literature calls its type is known only with {@link RegionStudy.context}. */
  readonly structure: RegionStructure;
  /** What is published and printed elsewhere; `null` until it is there. */
  readonly context: ContextTables | null;
}

/** What a region is studied from. */
export const STUDY_DATA = ['regions', 'units', 'indicators'] as const;

/** The metrics of a region; some milliseconds, computed again only for another region, delimitation or table. */
export function useRegionStudy(regionId: string | null): RegionStudy | null {
  const base = useStructureBase();
  const regions = useArtefact('regions');
  const context = useArtefact('context', regionId !== null);
  const variantKey = useProject(({ view }) =>
    regionId === null ? undefined : view.regionVariants[regionId],
  );
  return useMemo(() => {
    const region = regions?.find(({ id }) => id === regionId);
    const variant = region === undefined ? undefined : variantOf(region, variantKey);
    if (base === null || region === undefined || variant === undefined) return null;
    const literature =
      context === null ? null : (literatureTypesOf(context.publishedFigures).get(region.id) ?? null);
    return {
      ...base,
      region,
      variant,
      structure: structureOf(variant.statisticalMembers, base.frame, literature),
      context,
    };
  }, [base, regions, regionId, variantKey, context]);
}
