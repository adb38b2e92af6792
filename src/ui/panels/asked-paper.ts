import { createStore } from 'zustand/vanilla';

/** Papers on the method and the data (docs), by their file's name. */
export type MethodPaper = 'method' | 'method-structure' | 'method-travel' | 'data';

/** A section of a paper, by the number in its heading. */
export interface PaperSection {
  readonly page: MethodPaper;
  readonly section: number;
}

/** What a link of the page asks help to open; passing, taken away by whoever opens it. */
export const askedPaper = createStore<{ readonly asked: PaperSection | null }>(() => ({ asked: null }));
