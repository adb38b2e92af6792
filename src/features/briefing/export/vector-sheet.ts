import { encodeSurface } from '#map/export/encode-surface.ts';
import { fitIntoFrame, mapFrame, type MapSheet } from '#map/export/map-sheet.ts';
import { sheetSvg } from '#map/export/sheet-svg.tsx';
import { vectorMap } from '#map/export/vector-map.tsx';

/** The sheet with the map as shapes and texts. */
export function vectorSheetSvg(sheet: MapSheet): string {
  const { size } = fitIntoFrame({ size: sheet.screen }, mapFrame);
  return sheetSvg(sheet, {
    kind: 'vector',
    map: vectorMap(sheet.model, sheet.camera, size, encodeSurface),
  });
}
