import type { Maturity, Region } from '#core/geography/region.ts';
import type { RegionDrawing } from '#map/layers/map-model.ts';
import type { RegionStudy } from '../study/use-region-study.ts';

/** The open region as it is, all others stepped back; an open metropolitan area stands in its muted agglomeration. */
export function focusRegions(
  regions: readonly Region[],
  study: RegionStudy,
  variants: Readonly<Record<string, string>>,
  maturities: readonly Maturity[],
): readonly RegionDrawing[] {
  return regions.flatMap((region): RegionDrawing[] => {
    const isOpen = region.id === study.region.id;
    if (!isOpen && region.maturity !== null && !maturities.includes(region.maturity)) return [];
    const variant = isOpen
      ? study.variant
      : (region.variants.find(({ key }) => key === variants[region.id]) ?? region.variants[0]);
    if (variant === undefined) return [];
    return [
      {
        variantKey: variant.key,
        kind: region.kind,
        nameZh: region.nameZh,
        nameEn: region.nameEn,
        maturity: region.maturity,
        role: isOpen ? 'current' : 'muted',
      },
    ];
  });
}
