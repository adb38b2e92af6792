import { createStore } from 'zustand/vanilla';

/** Which of the dialogs for figures or an index of one's own is open; passing, not part of the document. */
export const ownTools = createStore<{ readonly open: 'data' | 'index' | null }>(() => ({ open: null }));
