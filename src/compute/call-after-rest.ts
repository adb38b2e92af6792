import { beginCall } from './calls-under-way.ts';

/**
 * Asks after a rest, so that what a slider passes is not asked. The question counts as under way from now on, or an export
 * that waits until all is computed would pass it by.
 * @param isAside its answer is not drawn on the map
 * @returns forgets it where it was not asked yet
 */
export function callAfterRest(ms: number, ask: () => void, isAside = false): () => void {
  let end: (() => void) | null = beginCall(isAside);
  const over = (): void => {
    end?.();
    end = null;
  };
  const timer = setTimeout(() => {
    ask();
    over();
  }, ms);
  return () => {
    clearTimeout(timer);
    over();
  };
}
