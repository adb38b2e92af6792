import { encodeSurface } from '#map/export/encode-surface.ts';
import { fitIntoFrame, type Frame, type MapSheet } from '#map/export/map-sheet.ts';
import { modelUnderFurniture } from '#map/export/sheet-furniture.ts';
import { furniturePng } from '#map/export/sheet-png.ts';
import { vectorMap } from '#map/export/vector-map.tsx';
import { themeTokens } from '#map/layers/theme-tokens.ts';
import type { DeckMap } from './deck.ts';
import { countPoints, drawnLayers } from './drawn-map.ts';
import { MOST_SHAPE_POINTS } from './shape-limit.ts';

/** The map as shapes, and what floats on it as a clear picture; `null` when it has too many points. */
export async function drawnMap(
  sheet: MapSheet,
  frame: Frame,
  ratio: number,
): Promise<Omit<DeckMap, 'altText'> | null> {
  const { model } = sheet;
  const fitted = fitIntoFrame({ size: sheet.screen, camera: sheet.camera }, frame);
  const { size, camera } = fitted;
  // A slide cannot cut shapes at a frame: they end there.
  const layers = drawnLayers(
    vectorMap(modelUnderFurniture(model, frame, fitted), camera, size, encodeSurface, 0),
  );
  if (countPoints(layers) > MOST_SHAPE_POINTS) return null;
  const furniture = await furniturePng(sheet, frame, ratio);
  if (furniture === null) return null;
  const { language } = model;
  const named = [
    ...model.regions.map(({ variantKey, nameZh, nameEn }) => [variantKey, nameZh, nameEn] as const),
    ...model.places.map(({ adcode, nameZh, nameEn }) => [adcode, nameZh, nameEn] as const),
  ];
  return {
    png: new Uint8Array(await furniture.arrayBuffer()),
    shapes: {
      layers,
      width: size.width,
      height: size.height,
      language,
      names: new Map(named.map(([id, zh, en]) => [id, language === 'en' && en !== '' ? en : zh])),
      hatch: themeTokens(model.theme).noDataHatch,
    },
  };
}
