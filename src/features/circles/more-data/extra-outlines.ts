import { createStore } from 'zustand/vanilla';
import type { CircleOutline } from '#map/layers/map-model.ts';

/** Lines that the page of more data lays over the circle: commuting rings, a server's isochrones. */
export const extraOutlines = createStore<{
  readonly rings: readonly CircleOutline[];
  readonly server: readonly CircleOutline[];
}>(() => ({ rings: [], server: [] }));
