import { useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Adcode } from '#core/geography/admin-unit.ts';
import type { IndustryMeasure } from '#core/structure/industry-similarity.ts';
import { lookAtStructure } from '#state/commands/view-commands.ts';
import type { PlacedYardstick, StructureLook } from '#state/document/view-state.ts';
import { dispatch, projectStore, useProject } from '#state/store.ts';

/** How many of the strongest ties are drawn and listed. */
export const TIE_COUNTS = [10, 20, 40, 0] as const;

/** What the panel shows besides; passing, like a scroll position, while scenes keep the {@link StructureLook}. */
interface PassingView {
  /** Units of the people's figures: prefectures or counties. */
  readonly level: 'prefecture' | 'county';
  readonly measure: IndustryMeasure;
  readonly industryYear: number;
  /** The city whose quotients are shown; `null` = the largest. */
  readonly city: Adcode | null;
  /** A pair pointed at in the matrix. */
  readonly pair: readonly [Adcode, Adcode] | null;
  /** Regions of the open profile, side by side; empty = closed. */
  readonly profiles: readonly string[];
  /** A yardstick under the pointer, before it is let go. */
  readonly draggedYardstick: PlacedYardstick | null;
}

/** What the panel and the map show of a region. */
export type StructureView = StructureLook & PassingView;

const passing = createStore<PassingView>(() => ({
  level: 'prefecture',
  measure: 'krugman',
  industryYear: 2020,
  city: null,
  pair: null,
  profiles: [],
  draggedYardstick: null,
}));

/** What the panel and the map show of a region. */
export function useStructureView(): StructureView {
  const look = useProject(({ view }) => view.structure);
  const rest = useStore(passing);
  return useMemo(() => ({ ...look, ...rest }), [look, rest]);
}

/** Changes what is shown. */
export function showStructure(change: Partial<StructureView>): void {
  const { structure } = projectStore.getState().document.view;
  const entries = Object.entries(change);
  const look = entries.filter(([key]) => Object.hasOwn(structure, key));
  if (look.length > 0) dispatch(lookAtStructure(structure, Object.fromEntries(look)));
  if (look.length < entries.length)
    passing.setState(Object.fromEntries(entries.filter(([key]) => !Object.hasOwn(structure, key))));
}

/** Opens a region's detail, or goes back to the list; what belonged to the former region is let go. */
export function openRegion(regionId: string | null): void {
  if (projectStore.getState().document.view.structure.regionId !== regionId)
    showStructure({ regionId, city: null, pair: null, compared: [] });
}
