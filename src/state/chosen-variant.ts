import { type Region, variantOf } from '#core/geography/region.ts';
import type { ProjectDocument } from './document/project-document.ts';

/** Key of the delimitation that a region is drawn in; `null` where it has none. */
export function chosenVariant(
  region: Region,
  view: Pick<ProjectDocument['view'], 'regionVariants'>,
): string | null {
  return variantOf(region, view.regionVariants[region.id])?.key ?? null;
}
