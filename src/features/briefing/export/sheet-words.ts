import type { MapSheet } from '#map/export/map-sheet.ts';
import type { MapModel } from '#map/layers/map-model.ts';
import { shownMap } from '#map/shown-map.ts';
import type { Manifest } from '#data/manifest.ts';
import type { ProjectDocument } from '#state/document/project-document.ts';
import { receiptOf } from '#state/told/receipt-of.ts';
import { addedTravelData, travelFiles } from '#state/travel-files/travel-files.ts';
import { travelFilesInUse } from '#state/travel-files/travel-files-in-use.ts';
import { settingLines } from './setting-lines.ts';
import { sourceLines, type BriefingWords } from './sheet-lines.ts';
import type { OwnTravel } from './travel-setting-lines.ts';

export type { BriefingWords } from './sheet-lines.ts';

/** The model on light paper, whatever the page's theme, without what is pointed at. */
function onPaper(model: MapModel): MapModel {
  const { choropleth } = model;
  return {
    ...model,
    theme: 'light',
    selection: null,
    hover: null,
    choropleth:
      choropleth?.paperColours === undefined
        ? choropleth
        : { ...choropleth, colours: choropleth.paperColours },
  };
}

function missingTravel(document: ProjectDocument): OwnTravel['missing'] {
  const { payloads } = travelFiles.getState();
  return travelFilesInUse(document).filter(({ id }) => !payloads.has(id));
}

/** The shown map as a sheet; `null` while there is no map. Exports are light: paper is. */
export function sheetOfShown(
  document: ProjectDocument,
  manifest: Manifest | null,
  words: { readonly title: string; readonly note: string },
  today: string,
  t: BriefingWords,
): MapSheet | null {
  const shown = shownMap();
  if (shown === null) return null;
  const model = onPaper(shown.model);
  const approval = document.mapApprovalNumber.trim();
  return {
    ...words,
    model,
    camera: shown.camera,
    screen: shown.size,
    approvalNumber: approval === '' ? null : approval,
    dataVersion: manifest?.dataVersion ?? null,
    settings: {
      title: t('setting.title'),
      lines: settingLines(
        document,
        model,
        { added: addedTravelData.getState(), missing: missingTravel(document) },
        t,
      ),
    },
    sources: { title: t('sources'), lines: sourceLines(model, manifest, t) },
    receipt: JSON.stringify(receiptOf(document, manifest)),
    imprint: `${t('atlas')} · ${today}`,
  };
}
