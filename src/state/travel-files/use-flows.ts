import { useStore } from 'zustand';
import type { CommutingFlows } from '#core/structure/commuting-rings.ts';
import { useProject } from '../store.ts';
import { travelFiles } from './travel-files.ts';

/** The person's own table of commuters that is switched on; of several the last. `null` = none. */
export function useFlowsInUse(): CommutingFlows | null {
  const files = useProject(({ travelData }) => travelData.files);
  const payloads = useStore(travelFiles, (state) => state.payloads);
  const payload = files
    .filter(({ kind, on }) => kind === 'flows' && on)
    .map(({ id }) => payloads.get(id))
    .at(-1);
  return payload?.kind === 'flows' ? payload.flows : null;
}
