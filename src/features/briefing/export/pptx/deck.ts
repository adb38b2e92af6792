import type { LegendSwatch } from '#map/legend/legend-spec.ts';
import type { MapLanguage } from '#map/layers/map-model.ts';
import type { ShownChart, ShownScatter, ShownSeries, ShownTable } from '#state/told/shown-data.ts';
import type { MapShapes } from './map-shapes-xml.ts';

/** A text in one language. */
export interface Said {
  readonly language: MapLanguage;
  readonly text: string;
}

/** A text of a slide: one language, or two with the leading one first. Empty = nothing is written. */
export type Words = readonly Said[];

/** One row of the key beside a map. Colours are `#rrggbb`. */
export type LegendRow =
  | { readonly kind: 'heading'; readonly words: Words }
  | { readonly kind: 'sample'; readonly swatch: LegendSwatch; readonly words: Words }
  | {
      readonly kind: 'ramp';
      readonly colours: readonly string[];
      readonly ticks: readonly { readonly at: number; readonly words: Words }[];
    }
  | { readonly kind: 'matrix'; readonly rows: readonly (readonly string[])[]; readonly words: Words }
  | { readonly kind: 'remark'; readonly words: Words };

/** A table that can be edited. */
export interface DeckTable extends ShownTable<Words> {
  readonly kind: 'table';
}

/** Bars or lines that can be edited, with their numbers in a workbook inside the file. */
export type DeckSeries = ShownSeries<Words>;

/** Dots (the first series) and lines (further ones) over numbers that can be edited. */
export type DeckScatter = ShownScatter<Words>;

export type DeckChart = ShownChart<Words>;

export type DeckFigure = DeckTable | DeckChart;

/**
 * The map of a slide with the words for those who cannot see it: a picture, or shapes with what floats on them (scale bar,
 * north arrow, inset) as a clear picture above.
 */
export interface DeckMap {
  readonly png: Uint8Array;
  readonly altText: string;
  /** `null` = the picture is the map. */
  readonly shapes: MapShapes | null;
}

/** What goes onto one slide. */
export interface DeckSlide {
  readonly title: Words;
  readonly note: Words;
  readonly map: DeckMap;
  readonly legend: readonly LegendRow[];
  /** At most two find room. */
  readonly figures: readonly DeckFigure[];
  /** Sources with years, in short. */
  readonly sources: Words;
  /** Approval number or draft mark. */
  readonly mark: Words;
  readonly isDraft: boolean;
  /** Coordinate system, data version, day. */
  readonly foot: Words;
  /** Paragraphs of the speaker's notes: note, settings, sources, receipt. */
  readonly notes: readonly Said[];
}

export const DECK_ASPECTS = ['16:9', '4:3'] as const;
export type DeckAspect = (typeof DECK_ASPECTS)[number];

/** What of a file is the same on every slide. */
export interface DeckFormat {
  readonly aspect: DeckAspect;
  /** Colours of the theme, `#rrggbb`: lines and charts, titles. */
  readonly accent: string;
  readonly titleColour: string;
  readonly title: string;
  /** Leading language, for what has no text of its own. */
  readonly language: MapLanguage;
  /** Names of the groups and parts in the selection pane. */
  readonly names: { readonly legend: string; readonly map: string; readonly furniture: string };
  /** ISO day. */
  readonly today: string;
}

/** The same text once if both languages have the same. */
export function say(first: Said, second: Said | null): Words {
  const said = second === null || second.text === first.text ? [first] : [first, second];
  return said.filter(({ text }) => text.trim() !== '');
}

/** Words on one line. */
export function joined(words: Words, between = ' '): string {
  return words.map(({ text }) => text).join(between);
}
