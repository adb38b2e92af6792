import { nameLanguage } from '#core/geography/name-language.ts';
import { countyNamer } from '#core/geography/county-name.ts';
import type { OwnShapesDrawing } from '#map/layers/own-shapes-drawing.ts';
import { artefactNow, artefactsThere } from '#state/atlas-data.ts';
import { shapeHoldings } from '#state/own-shapes/shape-holdings.ts';
import { originsOf } from '#state/table-origin.ts';
import { projectStore } from '#state/store.ts';
import type { NumberLanguage } from '#ui/format/number-format.ts';
import { originWords } from '#ui/i18n/origin-words.ts';
import type { OwnShapeData } from './no-own-shapes.ts';
import { ownShapeData } from './own-shape-data.ts';
import type { BriefingWords } from './sheet-words.ts';

/** The boundaries that are drawn with what they hold, counted by the circle worker for the file. */
export async function ownShapesWithFigures(
  drawing: OwnShapesDrawing,
  language: NumberLanguage,
  signal: AbortSignal,
  t: BriefingWords,
): Promise<OwnShapeData> {
  const areas = drawing.files.flatMap(({ shapes }) => shapes.map(({ area }) => area));
  const [holdings] = await Promise.all([
    shapeHoldings(areas, signal),
    artefactsThere(['units', 'units-county']),
  ]);
  const nameOf = countyNamer(
    artefactNow('units-county')?.units ?? [],
    artefactNow('units')?.units ?? [],
    nameLanguage(language),
    'where-repeated',
  );
  const { ownShapes } = projectStore.getState().document;
  const data = ownShapeData(drawing, ownShapes, holdings, nameOf, language, t);
  const origins = originsOf(['county-raster', 'indicators']).map(({ attribution, vintage }) =>
    [attribution, vintage]
      .filter((part) => part !== '')
      .map((part) => originWords(part, nameLanguage(language)).replace(/^(?:Boundaries|Places): /u, ''))
      .join(t('semicolon')),
  );
  return {
    ...data,
    sources: [
      ...data.sources,
      ...origins.map((origin) => `${t('shapes.countedFrom')}${t('colon')}${origin}`),
    ],
    isPartial: areas.some((area) => !holdings.has(area)),
  };
}
