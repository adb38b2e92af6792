import { create } from 'zustand';
import type { DroppedUrlPart } from '#state/link/url-state.ts';

/** Parts of the link followed last that could not be read; none once the person closed the slip on them. */
export const useDroppedLinkParts = create<{ readonly dropped: readonly DroppedUrlPart[] }>(() => ({
  dropped: [],
}));

/** Says which parts of a link could not be read, until the person closes the slip. */
export function reportDroppedLinkParts(dropped: readonly DroppedUrlPart[]): void {
  useDroppedLinkParts.setState({ dropped });
}
