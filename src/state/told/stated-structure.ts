import type { Region } from '#core/geography/region.ts';
import { isOwnRegion } from '#core/geography/own-region.ts';
import { structureNumbers, type StructureQuestion } from '#core/reproduction/structure-numbers.ts';
import type { ArtefactValues } from '#data/artefact-values.ts';
import type { Receipt } from '#data/receipt.ts';
import { chosenVariant } from '../chosen-variant.ts';
import { shownWorkspace } from '../open-scene.ts';
import type { ProjectDocument } from '../document/project-document.ts';
import { structureBaseOf } from '../structure-base.ts';

/** What a statement of structure is made from, as the project sees it. */
export interface StructureValues extends Pick<ArtefactValues, 'regions' | 'indicators' | 'units'> {
  readonly yardsticks?: ArtefactValues['yardsticks'];
  /** `null` while not loaded. */
  readonly employment?: ArtefactValues['employment'] | null;
}

/** The year of the industries that scenes show. */
export const INDUSTRY_YEAR = 2020;

/** Delimitations of the kinds and types that the map draws. */
function drawnVariants({ view }: ProjectDocument, regions: readonly Region[]): readonly string[] {
  const { agglomerations, metros } = view.layers[view.workspace];
  return regions.flatMap((region) => {
    const isDrawn = region.kind === 'agglomeration' ? agglomerations : metros;
    const key = chosenVariant(region, view);
    if (!isDrawn || key === null) return [];
    return region.maturity === null || view.maturities.includes(region.maturity) ? [key] : [];
  });
}

/**
 * The structure behind a map as a question with its numbers: the open region's metrics, or the nation's parts; of a map
 * that says nothing else (`isAlone`) the regions it draws. `null` where it draws none.
 */
export function statedStructure(
  document: ProjectDocument,
  { regions, indicators, units, yardsticks = [], employment = null }: StructureValues,
  isAlone: boolean,
): Receipt['structure'] {
  const { view } = document;
  const look = view.structure;
  const isHere = shownWorkspace(document) === 'structure';
  const opened = isHere ? regions.find(({ id }) => id === look.regionId) : undefined;
  const open = opened === undefined ? null : chosenVariant(opened, view);
  const question: StructureQuestion = {
    regions:
      open !== null
        ? [...new Set([open, ...(look.page === 'plans' ? look.compared : [])])]
        : isHere || isAlone
          ? drawnVariants(document, regions)
          : [],
    open,
    nation: isHere && open === null,
    industryYear: open !== null && look.page === 'industry' && employment !== null ? INDUSTRY_YEAR : null,
    yardsticks: isHere ? view.yardsticks.map(({ id }) => id) : [],
  };
  if (question.regions.length === 0 && !question.nation) return null;
  const { frame } = structureBaseOf(indicators.table, units.units);
  return {
    question,
    notCarried: question.regions.filter((key) => isOwnRegion(key)),
    numbers: structureNumbers(question, { regions, frame, yardsticks, employment }),
  };
}
