import { createStore } from 'zustand/vanilla';
import type { Receipt } from '#data/receipt.ts';

/** Questions behind the colours of the map, with the numbers that answer them; `null` where nothing of the kind is drawn. */
export type StatedResults = Pick<Receipt, 'score' | 'figures' | 'scenario' | 'ties' | 'clusters'>;

/** What the features that draw say of their numbers, for receipts. Circles speak for themselves (circle-results.ts). */
export const statedResults = createStore<StatedResults>(() => ({
  score: null,
  figures: null,
  scenario: null,
  ties: null,
  clusters: null,
}));
