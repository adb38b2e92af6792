import { createStore } from 'zustand/vanilla';

/** Pages of the circles panel. */
export const CIRCLES_PAGES = [
  'circle',
  'parameters',
  'robustness',
  'plans',
  'access',
  'matrix',
  'validation',
  'shapes',
  'data',
] as const;
/** A page of the circles panel. */
export type CirclesPage = (typeof CIRCLES_PAGES)[number];

/** What the panel shows and waits for; passing, not part of the document. */
export interface CirclesPanelState {
  readonly page: CirclesPage;
  /** The next click on the map becomes the origin, or one more. */
  readonly picking: 'replace' | 'add' | null;
  /** What the last pick was for: where a circle cannot start there, the next one is for the same. */
  readonly tried: 'replace' | 'add';
}

/** State of the circles panel, shared with its part of the map. */
export const circlesPanel = createStore<CirclesPanelState>(() => ({
  page: 'circle',
  picking: null,
  tried: 'replace',
}));
