import { createStore } from 'zustand/vanilla';

/** What printing needs of a page. */
export interface PrintingPage {
  readonly root: { readonly dataset: Record<string, string | undefined> };
  readonly events: Pick<EventTarget, 'addEventListener'>;
  /** Carries a change out and draws what follows from it before it returns. */
  readonly atOnce: (change: () => void) => void;
}

/** Whether a dark page is on its way to paper, in the light look. */
export const paperLook = createStore<{ readonly isOnPaper: boolean }>(() => ({ isOnPaper: false }));

/** What a part draws can make another draw: parts of the map, the map of them, its legend and what exporters see. */
const ROUNDS = 4;

/**
 * A dark page goes to paper in the light look. The browser takes its picture as soon as `beforeprint` has been told, so that
 * all is drawn anew within it; the map, whose drawing can't be waited for, is drawn for paper by itself (paper-map.tsx).
 */
export function startPaperLook({ root, events, atOnce }: PrintingPage): void {
  events.addEventListener('beforeprint', () => {
    if (root.dataset['mantineColorScheme'] !== 'dark') return;
    for (let round = 0; round < ROUNDS; round += 1)
      atOnce(() => paperLook.setState({ isOnPaper: true }, true));
  });
  events.addEventListener('afterprint', () => paperLook.setState({ isOnPaper: false }, true));
}
