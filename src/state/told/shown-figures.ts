import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';

/** One figure behind the colour of a polygon, in words. */
export interface ShownFigure {
  readonly label: string;
  readonly value: string;
  /** Its class, source or reason. */
  readonly note: string;
}

/** Figures of a unit's adcode or a region's variant key; `null` where the map does not colour it. */
export type ShownFigures = (id: string) => readonly ShownFigure[] | null;

const store = createStore<{ readonly figures: ShownFigures | null }>(() => ({ figures: null }));

/** Says what numbers the colours on the map stand for; `null` when it is no longer coloured. */
export function setShownFigures(figures: ShownFigures | null): void {
  store.setState({ figures });
}

/** What numbers the colours on the map stand for, for whoever describes what is selected. */
export function useShownFigures(): ShownFigures | null {
  return useStore(store, ({ figures }) => figures);
}
