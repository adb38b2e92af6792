import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

const store = createStore<{ readonly count: number }>(() => ({ count: 0 }));

/**
 * An export wants all that is told of the picture. What takes minutes and is not on the map, as ranges, is asked for from now
 * on where the briefing shows a scene that has it. @returns ends it
 */
export function wantAllTold(): () => void {
  store.setState(({ count }) => ({ count: count + 1 }));
  let isOver = false;
  return () => {
    if (isOver) return;
    isOver = true;
    store.setState(({ count }) => ({ count: count - 1 }));
  };
}

/** Whether an export waits for all that is told of the picture. */
export function useIsAllTold(): boolean {
  return useStore(store, ({ count }) => count > 0);
}
