import type { DeckAspect } from './deck.ts';

/** A rectangle of a slide, inches. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Inches of a slide: PowerPoint's own wide and standard sizes. */
export const slideSizes: Readonly<Record<DeckAspect, { readonly w: number; readonly h: number }>> = {
  '16:9': { w: 40 / 3, h: 7.5 },
  '4:3': { w: 10, h: 7.5 },
};

/** Where things stand that every slide has. */
export interface SlideFrames {
  readonly bar: Box;
  readonly title: Box;
  readonly note: Box;
  readonly map: Box;
  readonly legend: Box;
  /** `null` where the slide has neither chart nor table. */
  readonly figures: Box | null;
  readonly sources: Box;
  readonly rule: Box;
  readonly foot: Box;
  readonly number: Box;
}

const gap = 0.18;
const bodyBottom = 6.62;

/** The frames of a slide; the map gives way to figures, and everything moves up where there is no note. */
export function slideFrames(
  aspect: DeckAspect,
  { hasNote, hasFigures }: { readonly hasNote: boolean; readonly hasFigures: boolean },
): SlideFrames {
  const { w: width } = slideSizes[aspect];
  const margin = aspect === '16:9' ? 0.5 : 0.4;
  const inner = width - 2 * margin;
  const top = hasNote ? 1.58 : 1.16;
  const height = bodyBottom - top;
  const common = {
    bar: { x: margin, y: 0.4, w: 0.07, h: 0.6 },
    title: { x: margin + 0.2, y: 0.34, w: inner - 0.2, h: 0.72 },
    note: { x: margin, y: 1.1, w: inner, h: 0.42 },
    sources: { x: margin, y: 6.67, w: inner, h: 0.36 },
    rule: { x: margin, y: 7.08, w: inner, h: 0 },
    foot: { x: margin, y: 7.12, w: inner - 0.7, h: 0.22 },
    number: { x: width - margin - 0.6, y: 7.12, w: 0.6, h: 0.22 },
  };
  const column = (x: number, w: number, y = top, h = height): Box => ({ x, y, w, h });
  if (!hasFigures) {
    const legendWidth = aspect === '16:9' ? 2.75 : 2.2;
    const mapWidth = inner - legendWidth - gap;
    return {
      ...common,
      map: column(margin, mapWidth),
      legend: column(margin + mapWidth + gap, legendWidth),
      figures: null,
    };
  }
  const figuresWidth = aspect === '16:9' ? 4.1 : 3.4;
  const figures = column(width - margin - figuresWidth, figuresWidth);
  const left = inner - figuresWidth - gap;
  if (aspect === '16:9') {
    const legendWidth = 1.85;
    const mapWidth = left - legendWidth - gap;
    return {
      ...common,
      map: column(margin, mapWidth),
      legend: column(margin + mapWidth + gap, legendWidth),
      figures,
    };
  }
  const legendHeight = 1.75;
  return {
    ...common,
    map: column(margin, left, top, height - legendHeight - gap),
    legend: column(margin, left, bodyBottom - legendHeight, legendHeight),
    figures,
  };
}

/** CSS pixels of the map in an inch of a slide: its words are then as large as the slide's small print. */
const pixelsPerInch = 110;

/** The frame of a map's picture, CSS pixels. */
export function scenePicturePixels({ w, h }: Box): {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
} {
  return { x: 0, y: 0, width: Math.round(w * pixelsPerInch), height: Math.round(h * pixelsPerInch) };
}
