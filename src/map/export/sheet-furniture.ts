import { keptRoom, type CoveredBox } from '../layers/kept-room.ts';
import type { MapLanguage, MapModel } from '../layers/map-model.ts';
import { needsSouthChinaSeaInset, scaleBarLength, scaleBarWords } from '../layers/map-view.ts';
import { insetHeight } from '../legend/south-china-sea-inset.tsx';
import { textWidth } from '../text-layout.ts';
import type { FittedMap, Frame } from './map-sheet.ts';

/** Width of the South China Sea's map, sheet pixels. */
export const insetWidth = 132;
/** Size of the letters of the scale bar. */
export const scaleTextSize = 12;

/** What floats on the map of a sheet, in pixels of the sheet from the upper left corner of the map. */
export interface SheetFurniture {
  readonly northArrow: CoveredBox;
  readonly scaleBar: CoveredBox & {
    readonly metres: number;
    readonly pixels: number;
    readonly words: string;
  };
  /** `null` where the view holds the country whole, or none of it. */
  readonly inset: CoveredBox | null;
}

/** Where north arrow, scale bar and the South China Sea's map stand. */
export function sheetFurniture(
  { topologies, language }: { readonly topologies: MapModel['topologies']; readonly language: MapLanguage },
  { width, height }: Pick<Frame, 'width' | 'height'>,
  { camera, size, scale }: FittedMap,
): SheetFurniture {
  const bar = scaleBarLength(camera, 150 / scale);
  const pixels = bar.pixels * scale;
  const words = scaleBarWords(bar.metres, language);
  const hasInset = topologies.national !== null && needsSouthChinaSeaInset(camera, size);
  return {
    northArrow: { left: width - 46, top: 10, right: width - 20, bottom: 48 },
    scaleBar: {
      left: 8,
      top: height - 30,
      right: 28 + pixels + textWidth(words, scaleTextSize),
      bottom: height - 8,
      metres: bar.metres,
      pixels,
      words,
    },
    inset: hasInset
      ? {
          left: width - insetWidth - 8,
          top: height - insetHeight(insetWidth) - 8,
          right: width - 8,
          bottom: height - 8,
        }
      : null,
  };
}

/** The model of a sheet's map: no name reaches under what floats on it. */
export function modelUnderFurniture(
  model: MapModel,
  frame: Pick<Frame, 'width' | 'height'>,
  fitted: FittedMap,
): MapModel {
  const { northArrow, scaleBar, inset } = sheetFurniture(model, frame, fitted);
  const boxes = [northArrow, scaleBar, ...(inset === null ? [] : [inset])].map(
    ({ left, top, right, bottom }): CoveredBox => ({
      left: left / fitted.scale,
      top: top / fitted.scale,
      right: right / fitted.scale,
      bottom: bottom / fitted.scale,
    }),
  );
  return { ...model, keptRoom: keptRoom(fitted.camera, fitted.size, boxes) };
}
