import { structureOf } from '#core/structure/region-structure.ts';
import { type Result, succeed } from '#core/units/result.ts';
import { drawStructure } from '#features/structure/map/draw-structure.ts';
import { focusRegions } from '#features/structure/map/focus-regions.ts';
import { drawYardsticks } from '#features/structure/study/place-yardsticks.ts';
import type { RegionStudy } from '#features/structure/study/use-region-study.ts';
import { structureBaseOf } from '#features/structure/study/structure-base.ts';
import type { MapModel } from '#map/layers/map-model.ts';
import { shownWorkspace } from '#state/commands/scene-commands.ts';
import type { ProjectDocument } from '#state/project-document.ts';
import type { NumberLanguage } from '#ui/format/number-format.ts';
import type { SceneData, SceneSource } from './scene-data.ts';

/** What the structure workspace puts on the map of a scene that was made there. */
export interface SceneStructure {
  readonly model: Partial<MapModel>;
  /** Whether ties belong to the picture, whose times are not asked for here. */
  readonly lacksTies: boolean;
}

/** Draws the open region, its sizes, ellipse and editions, the line of Hu Huanyong and yardsticks as the workspace does. */
export async function structureScene(
  document: ProjectDocument,
  data: SceneData,
  source: SceneSource,
  t: Parameters<typeof drawStructure>[3],
  language: NumberLanguage,
): Promise<Result<SceneStructure>> {
  const { view } = document;
  const look = view.structure;
  const isHere = shownWorkspace(document) === 'structure';
  if (!isHere || (look.regionId === null && !look.huLine && view.yardsticks.length === 0))
    return succeed({ model: {}, lacksTies: false });
  const yardsticks = view.yardsticks.length === 0 ? succeed([]) : await source.load('yardsticks');
  if (!yardsticks.ok) return yardsticks;
  const study = studyOf(document, data);
  const drawing = drawStructure(study, { ...look, pair: null }, language, t);
  return succeed({
    model: {
      structure: {
        ...drawing,
        yardsticks: drawYardsticks(yardsticks.value, view.yardsticks, null, language),
      },
      ...(study !== null && {
        regions: focusRegions(data.of('regions'), study, view.regionVariants, view.maturities),
      }),
    },
    lacksTies: study !== null && look.page === 'ties',
  });
}

/** The open region with its metrics; what the literature calls its type is no part of the map. */
function studyOf({ view }: ProjectDocument, data: SceneData): RegionStudy | null {
  const { regionId } = view.structure;
  const region = data.of('regions').find(({ id }) => id === regionId);
  const variant =
    region?.variants.find(({ key }) => key === view.regionVariants[region.id]) ?? region?.variants[0];
  if (region === undefined || variant === undefined) return null;
  const base = structureBaseOf(data.of('indicators').table, data.of('units').units);
  return { ...base, region, variant, structure: structureOf(variant.statisticalMembers, base.frame, null) };
}
