import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

const store = createStore<{ readonly attempt: number }>(() => ({ attempt: 0 }));

/** Asks the circle worker again for what it could not give: for the panel, the map and the profile together. */
export function askAgain(): void {
  store.setState(({ attempt }) => ({ attempt: attempt + 1 }));
}

/** Counts how often {@link askAgain} was called: a question is asked once an attempt. */
export function useAttempt(): number {
  return useStore(store, ({ attempt }) => attempt);
}
