import type { AdminUnit } from '#core/geography/admin-unit.ts';
import type { Region, RegionVariant } from '#core/geography/region.ts';
import type { PublishedFigure } from '#core/structure/published-figure.ts';
import { literatureTypesOf } from '#core/structure/published-figure.ts';
import { structureOf, type RegionStructure } from '#core/structure/region-structure.ts';
import { structureFrameOf, type StructureFrame } from '#core/structure/structure-frame.ts';
import type { AtlasData } from '../atlas-data.ts';
import { type Checked, noAnswer, refuse, unreadableData } from '../command.ts';
import { findRegion } from '../plan-region.ts';

/** A region in one delimitation with all that its metrics rest on. */
export interface StructureDesk {
  readonly region: Region;
  readonly variant: RegionVariant;
  readonly frame: StructureFrame;
  readonly published: readonly PublishedFigure[];
  readonly names: ReadonlyMap<string, AdminUnit>;
}

/** Loads figures, seats and published labels, and finds the region by id, variant key or name. */
export async function openStructureDesk(
  data: AtlasData,
  query: string | undefined,
  option: string,
  kinds: readonly Region['kind'][],
): Promise<Checked<StructureDesk>> {
  if (query === undefined)
    return refuse('missing-option', `The option --${option} is missing.`, `Give --${option} chengyu.`);
  const regions = await data.regions();
  if (!regions.ok) return unreadableData(regions.failure);
  const found = findRegion(
    query,
    regions.value.filter(({ kind }) => kinds.includes(kind)),
  );
  if (!found.ok) return found;
  const { region } = found.value;
  const variant = region.variants.find(({ key }) => key === query) ?? region.variants[0];
  if (variant === undefined)
    return noAnswer('no-extent', `${region.id} has no extent.`, 'Ask for another region.');
  const figures = await data.figures();
  if (!figures.ok) return unreadableData(figures.failure);
  const units = await data.prefectures();
  if (!units.ok) return unreadableData(units.failure);
  const context = await data.context();
  if (!context.ok) return unreadableData(context.failure);
  return {
    ok: true,
    value: {
      region,
      variant,
      frame: structureFrameOf(figures.value.table, units.value),
      published: context.value.publishedFigures,
      names: new Map(units.value.map((unit) => [unit.adcode, unit])),
    },
  };
}

/** All metrics of the desk's region, with the literature's label where there is one. */
export function structureOfDesk({ region, variant, frame, published }: StructureDesk): RegionStructure {
  return structureOf(variant.statisticalMembers, frame, literatureTypesOf(published).get(region.id) ?? null);
}

/** The region and its delimitation at the head of a document. */
export function regionHead({ region, variant }: Pick<StructureDesk, 'region' | 'variant'>) {
  return {
    id: region.id,
    kind: region.kind,
    nameZh: region.nameZh,
    nameEn: region.nameEn,
    variant: variant.key,
  };
}

/** A city's short name for tables. */
export function cityName({ names }: Pick<StructureDesk, 'names'>, adcode: string): string {
  return names.get(adcode)?.shortNameZh ?? adcode;
}
