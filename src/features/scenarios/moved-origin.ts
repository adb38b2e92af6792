import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { LngLat } from '#core/units/coordinates.ts';
import type { Failure } from '#core/units/result.ts';
import { moveOriginTo } from '#state/circles/circle-origins.ts';
import type { CircleOrigin } from '#state/document/circles-state.ts';
import { projectStore, useProject } from '#state/store.ts';

interface Refusal {
  readonly failure: Failure;
  /** The origins that stayed: others end it. */
  readonly origins: readonly CircleOrigin[];
}

const refusalStore = createStore<{ readonly refusal: Refusal | null }>(() => ({ refusal: null }));

const forget = () => refusalStore.setState({ refusal: null });

/** An origin was let go on the map: it stays there if a circle can start there, else goes back, which is said. */
export async function letGoOfOrigin(index: number, at: LngLat): Promise<void> {
  forget();
  const { origins } = projectStore.getState().document.circles;
  const failure = await moveOriginTo(index, at);
  if (failure !== null) refusalStore.setState({ refusal: { failure, origins } });
}

/** Why the origin that was let go last went back; `null` once the origins are others, or none was refused. */
export function useRefusedOrigin(): Failure | null {
  const refusal = useStore(refusalStore, (state) => state.refusal);
  const origins = useProject(({ circles }) => circles.origins);
  useEffect(() => forget, []);
  return refusal?.origins === origins ? refusal.failure : null;
}
