import type { Adcode } from '#core/geography/admin-unit.ts';
import type { Maturity } from '#core/geography/region.ts';
import type { RailCategory } from '#core/network/rail-line.ts';
import type { ClusterQuestion } from '#core/structure/cluster-question.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import type { CircleMode } from './circles-state.ts';

/** The five workspaces over one map, in their order on screen. */
export const WORKSPACES = ['structure', 'integration', 'circles', 'scenario', 'briefing'] as const;
export type Workspace = (typeof WORKSPACES)[number];

/** Languages of the interface. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Looks of the page; `system` follows the device. */
export const THEMES = ['light', 'dark', 'system'] as const;
export type Theme = (typeof THEMES)[number];

/** Everything on the map that a person can switch. The national outline and the dash line are not among them: they always stand. */
export const LAYER_TOGGLES = [
  'agglomerations',
  'metros',
  'provinces',
  'prefectures',
  'counties',
  'choropleth',
  'circles',
  'flows',
  'rail',
  'plannedRail',
  'stations',
  'roadLinks',
  'labels',
] as const;
export type LayerToggle = (typeof LAYER_TOGGLES)[number];

/** Where the map looks; `zoom` as in MapLibre. North is always up and the map flat. */
export interface Camera {
  readonly center: LngLat;
  readonly zoom: number;
}

/** What the inspector shows. A region is drawn in the variant of `view.regionVariants`. */
export type Selection =
  | { readonly kind: 'none' }
  | { readonly kind: 'region'; readonly regionId: string }
  | { readonly kind: 'unit'; readonly adcode: Adcode }
  | { readonly kind: 'line'; readonly lineId: string }
  | { readonly kind: 'link'; readonly linkId: string }
  | { readonly kind: 'station'; readonly name: string }
  | { readonly kind: 'point'; readonly at: LngLat };

/** Which layers are switched on. */
export type LayerVisibility = Readonly<Record<LayerToggle, boolean>>;

/** A yardstick of the artefact `yardsticks` and where its centre was put. */
export interface PlacedYardstick {
  readonly id: string;
  readonly at: LngLat;
}

/** Pages of a region's detail in the structure workspace. */
export const STRUCTURE_PAGES = ['cities', 'hierarchy', 'movement', 'ties', 'industry', 'plans'] as const;
export type StructurePage = (typeof STRUCTURE_PAGES)[number];

/** Which region's structure is open, and what of it is on the map. */
export interface StructureLook {
  /** `null`: the list of regions. */
  readonly regionId: string | null;
  readonly page: StructurePage;
  readonly symbols: 'size' | 'growth';
  /** What the travel times of the ties are made of. */
  readonly mode: CircleMode;
  /** Strongest ties shown; 0 = all. */
  readonly ties: number;
  /** Ties weaker than this share of the strongest are left out, 0–1. */
  readonly tieThreshold: number;
  /** Variant keys laid over one another. */
  readonly compared: readonly string[];
  readonly huLine: boolean;
  /** Local clusters that stand in the national view; `null` = none. */
  readonly clusters: ClusterQuestion | null;
}

/** How the map and the page look. Camera, workspace, selection, language, theme, the structure's look and the open scene don't enter the undo history. */
export interface ViewState {
  readonly workspace: Workspace;
  readonly language: Language;
  readonly theme: Theme;
  readonly camera: Camera;
  /** Each workspace keeps its own switches. */
  readonly layers: Readonly<Record<Workspace, LayerVisibility>>;
  readonly selection: Selection;
  /** Lines opened up to this year are drawn; `null` = all that are open. */
  readonly railYear: number | null;
  readonly railCategories: readonly RailCategory[];
  /** Agglomerations of these types are drawn. */
  readonly maturities: readonly Maturity[];
  /** Region id → variant key, where a person chose another than the current one. */
  readonly regionVariants: Readonly<Record<string, string>>;
  /** Outlines from abroad laid over the country at true size, each at most once. */
  readonly yardsticks: readonly PlacedYardstick[];
  readonly structure: StructureLook;
  /** Ids of the files of one's own boundaries that are drawn. */
  readonly shownShapes: readonly string[];
  /** Id of the scene that was opened or saved last: the briefing draws its annotations. `null` = none. */
  readonly openScene: string | null;
}
