import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { DeckAspect } from './deck.ts';
import type { FigureChoice } from './scene-figures.ts';

export const DECK_LANGUAGES = ['page', 'zh', 'en', 'bilingual'] as const;

/** A picture as on the screen, or shapes that can be edited. */
export const MAP_CHOICES = ['picture', 'shapes'] as const;

/** What a person chose for slides. Kept while the page is open: it belongs to the file, not to the project. */
export interface DeckChoices {
  /** `page`: the language of the page; `bilingual`: that one first, the other after it. */
  readonly language: (typeof DECK_LANGUAGES)[number];
  readonly aspect: DeckAspect;
  readonly figures: FigureChoice;
  readonly map: (typeof MAP_CHOICES)[number];
  /** Colours of one's own template, `#rrggbb`. */
  readonly accent: string;
  readonly titleColour: string;
}

export const deckChoices = createStore<DeckChoices>(() => ({
  language: 'page',
  aspect: '16:9',
  figures: 'charts',
  map: 'picture',
  accent: '#b8382b',
  titleColour: '#1e2328',
}));

export function useDeckChoices(): DeckChoices {
  return useStore(deckChoices);
}
