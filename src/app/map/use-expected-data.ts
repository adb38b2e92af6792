import { useDeferredValue } from 'react';
import { useStore } from 'zustand';
import { atlasData } from '#state/atlas-data.ts';

/**
 * Whether data are on their way to the map: from the request until what follows from them is handed to it. Parts, model and
 * colours are rendered one from the other at ordinary priority; that the waiting is over is rendered after all of that.
 */
export function useExpectedData(): boolean {
  const isLoading = useStore(atlasData, ({ status }) =>
    Object.values(status).some((each) => each?.kind === 'loading'),
  );
  const wasLoading = useDeferredValue(isLoading);
  return isLoading || wasLoading;
}
