import { encodeSurface } from '#map/export/encode-surface.ts';
import type { MapSheet } from '#map/export/map-sheet.ts';
import { modelUnderFurniture } from '#map/export/sheet-furniture.ts';
import { screenLayout, type SheetLayout } from '#map/export/sheet-layout.ts';
import { fitSheet, sheetSvg } from '#map/export/sheet-svg.tsx';
import { vectorMap } from '#map/export/vector-map.tsx';

/** The sheet with the map as shapes and texts. */
export function vectorSheetSvg(sheet: MapSheet, layout: SheetLayout = screenLayout): string {
  const fitted = fitSheet(sheet, layout);
  const model = modelUnderFurniture(sheet.model, layout.map, fitted);
  const map = vectorMap(model, fitted.camera, fitted.size, encodeSurface);
  return sheetSvg(sheet, { kind: 'vector', map }, layout);
}
