import { createStore } from 'zustand/vanilla';

/** Which shape's figures are open; passing, not part of the document. */
export const shapesPanel = createStore<{
  /** Id of its file; `null` = none was chosen. */
  readonly fileId: string | null;
  /** Position in the file. */
  readonly index: number;
}>(() => ({ fileId: null, index: 0 }));
