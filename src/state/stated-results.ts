import { createStore } from 'zustand/vanilla';
import type { Stated, StatedFigures, StatedScenario, StatedScore } from '#data/receipt.ts';

/** Questions behind the colours of the map, with the numbers that answer them; `null` where nothing of the kind is drawn. */
export interface StatedResults {
  readonly score: Stated<StatedScore> | null;
  readonly figures: Stated<StatedFigures> | null;
  readonly scenario: Stated<StatedScenario> | null;
}

/** What the features that draw say of their numbers, for receipts. Circles speak for themselves (circle-results.ts). */
export const statedResults = createStore<StatedResults>(() => ({
  score: null,
  figures: null,
  scenario: null,
}));
