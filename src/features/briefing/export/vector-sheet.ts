import { encodeSurface } from '#map/export/encode-surface.ts';
import type { MapSheet } from '#map/export/map-sheet.ts';
import { screenLayout, type SheetLayout } from '#map/export/sheet-layout.ts';
import { fitSheet, sheetSvg } from '#map/export/sheet-svg.tsx';
import { vectorMap } from '#map/export/vector-map.tsx';

/** The sheet with the map as shapes and texts. */
export function vectorSheetSvg(sheet: MapSheet, layout: SheetLayout = screenLayout): string {
  const { size, camera } = fitSheet(sheet, layout);
  const map = vectorMap(sheet.model, camera, size, encodeSurface);
  return sheetSvg(sheet, { kind: 'vector', map }, layout);
}
