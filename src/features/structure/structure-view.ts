import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Adcode } from '#core/geography/admin-unit.ts';
import type { IndustryMeasure } from '#core/structure/industry-similarity.ts';
import type { SpatialAutocorrelation } from '#core/structure/spatial-autocorrelation.ts';
import type { CircleMode, PlacedYardstick } from '#state/project-document.ts';

/** Pages of a region's detail. */
export const STRUCTURE_PAGES = ['cities', 'hierarchy', 'movement', 'ties', 'industry', 'plans'] as const;
export type StructurePage = (typeof STRUCTURE_PAGES)[number];

/** How many of the strongest ties are drawn and listed. */
export const TIE_COUNTS = [10, 20, 40, 0] as const;

/** What the panel and the map show of a region. Passing, like a scroll position: figures and data choices are in the document. */
export interface StructureView {
  /** `null`: the list of regions. */
  readonly regionId: string | null;
  readonly page: StructurePage;
  readonly symbols: 'size' | 'growth';
  /** Units of the people's figures: prefectures or counties. */
  readonly level: 'prefecture' | 'county';
  readonly mode: CircleMode;
  /** Strongest ties shown; 0 = all. */
  readonly ties: number;
  /** Ties weaker than this share of the strongest are left out, 0–1. */
  readonly tieThreshold: number;
  readonly measure: IndustryMeasure;
  readonly industryYear: number;
  /** The city whose quotients are shown; `null` = the largest. */
  readonly city: Adcode | null;
  /** A pair pointed at in the matrix. */
  readonly pair: readonly [Adcode, Adcode] | null;
  /** Variant keys laid over one another. */
  readonly compared: readonly string[];
  readonly huLine: boolean;
  /** Regions of the open profile, side by side; empty = closed. */
  readonly profiles: readonly string[];
  /** The cluster map that stands in the national view; `null` = none. */
  readonly clusters: ClusterMap | null;
  /** A yardstick under the pointer, before it is let go. */
  readonly draggedYardstick: PlacedYardstick | null;
}

/** Local association of an indicator, as it is drawn. */
export interface ClusterMap {
  readonly level: 'prefecture' | 'county';
  readonly indicatorZh: string;
  readonly indicatorEn: string;
  readonly year: number;
  readonly found: SpatialAutocorrelation;
}

const store = createStore<StructureView>(() => ({
  regionId: null,
  page: 'cities',
  symbols: 'size',
  level: 'prefecture',
  mode: 'door-to-door',
  ties: 20,
  tieThreshold: 0,
  measure: 'krugman',
  industryYear: 2020,
  city: null,
  pair: null,
  compared: [],
  huLine: false,
  profiles: [],
  clusters: null,
  draggedYardstick: null,
}));

/** What the panel and the map show of a region. */
export function useStructureView(): StructureView {
  return useStore(store);
}

/** Changes what is shown. */
export function showStructure(change: Partial<StructureView>): void {
  store.setState(change);
}

/** Opens a region's detail, or goes back to the list; what belonged to the former region is let go. */
export function openRegion(regionId: string | null): void {
  if (store.getState().regionId !== regionId)
    store.setState({ regionId, city: null, pair: null, compared: [] });
}
