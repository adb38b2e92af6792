import { createStore } from 'zustand/vanilla';
import type { Receipt } from '#data/receipt.ts';
import type { ProjectDocument } from '../document/project-document.ts';

/** What stands behind the colours of a map: the question of a score, or an indicator's own figures. */
export type StatedColours = Pick<Receipt, 'score' | 'figures'>;

/** Questions behind the map, with the numbers that answer them; `null` where nothing of the kind is drawn. */
export interface StatedResults extends Pick<
  Receipt,
  'scenario' | 'scenarioRanges' | 'accessibility' | 'accessibilityRanges' | 'ties' | 'clusters'
> {
  /** Put together for those who ask, not at every step of a slider. */
  readonly colours: (() => StatedColours) | null;
  /** How sure the circle of a project's present choices is, once something has computed it. */
  readonly certainty: ((document: ProjectDocument) => Receipt['certainty']) | null;
}

/** What the features that draw say of their numbers, for receipts. Circles speak for themselves (circle-results.ts). */
export const statedResults = createStore<StatedResults>(() => ({
  colours: null,
  certainty: null,
  scenario: null,
  scenarioRanges: null,
  accessibility: null,
  accessibilityRanges: null,
  ties: null,
  clusters: null,
}));
