import { useCallback, useEffect, useRef } from 'react';
import { projectStore } from '#state/store.ts';
import { setTalking } from './talk-state.ts';

/** How long a lost full screen may follow from opening a second window, milliseconds. */
const WINDOW_OPENING_MS = 2_000;

/** Fills the screen or leaves it. Without permission (an embedded page) the talk fills the window only. */
export function toggleFullscreen(): void {
  if (document.fullscreenElement === null)
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
  else void document.exitFullscreen().catch(() => undefined);
}

/**
 * Clears the page for a talk: full screen, nothing but the map, the screen kept awake. Leaving the full screen (Esc) ends
 * the talk, and what was before it comes back, its history too.
 */
export function useStage(onExit: () => void): { readonly keepThroughFullscreenLoss: () => void } {
  const exit = useRef(onExit);
  const keepUntilMs = useRef(0);
  useEffect(() => {
    exit.current = onExit;
  });
  useEffect(() => {
    const { document: kept, history } = projectStore.getState();
    const root = document.documentElement;
    root.dataset['presenting'] = 'true';
    setTalking(true);
    if (document.fullscreenElement === null) toggleFullscreen();
    const awake = (navigator as Partial<Navigator>).wakeLock?.request('screen').catch(() => null);
    const onFullscreen = () => {
      const isLost = document.fullscreenElement === null;
      if (isLost && performance.now() > keepUntilMs.current) exit.current();
    };
    document.addEventListener('fullscreenchange', onFullscreen);
    return () => {
      document.removeEventListener('fullscreenchange', onFullscreen);
      delete root.dataset['presenting'];
      setTalking(false);
      if (document.fullscreenElement !== null) toggleFullscreen();
      void awake?.then((lock) => lock?.release());
      projectStore.getState().restore({ document: kept, history });
    };
  }, []);
  return {
    /** A browser leaves the full screen when a second window opens: that is no end of the talk. */
    keepThroughFullscreenLoss: useCallback(() => {
      keepUntilMs.current = performance.now() + WINDOW_OPENING_MS;
    }, []),
  };
}
