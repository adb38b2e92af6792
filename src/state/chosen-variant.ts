import type { Region } from '#core/geography/region.ts';
import type { ProjectDocument } from './document/project-document.ts';

/** Key of the delimitation that a region is drawn in; `null` where it has none. */
export function chosenVariant(
  region: Region,
  view: Pick<ProjectDocument['view'], 'regionVariants'>,
): string | null {
  const chosen = view.regionVariants[region.id];
  const known = region.variants.find(({ key }) => key === chosen) ?? region.variants[0];
  return known?.key ?? null;
}
