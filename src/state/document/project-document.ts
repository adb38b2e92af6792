import type { Adcode } from '#core/geography/admin-unit.ts';
import type { OwnRegion } from '#core/geography/own-region.ts';
import type { Maturity } from '#core/geography/region.ts';
import type { DimensionId } from '#core/indicators/indicator.ts';
import type { OwnTable } from '#core/indicators/own-table.ts';
import type { ClusterQuestion } from '#core/structure/cluster-question.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import type { OwnIndex } from '#core/scoring/composite/own-index.ts';
import type { RideChoice } from '#core/network/rail-source.ts';
import type { RailCategory } from '#core/network/rail-line.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import type { Annotation } from '#core/geography/annotations.ts';

/** The five workspaces over one map, in their order on screen. */
export const WORKSPACES = ['structure', 'integration', 'circles', 'scenario', 'briefing'] as const;
export type Workspace = (typeof WORKSPACES)[number];

/** Languages of the interface. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

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
  /** Id of the scene that was opened or saved last: the briefing draws its annotations. `null` = none. */
  readonly openScene: string | null;
}

export const AGGLOMERATION_SETS = ['yangtze5', 'all19', 'custom'] as const;
export type AgglomerationSet = (typeof AGGLOMERATION_SETS)[number];

export const SCORE_PRESETS = ['paper', 'embedded', 'own'] as const;
export type ScorePreset = (typeof SCORE_PRESETS)[number];

/** Choices of the scoring method (method.md §1). */
export interface ScoreChoices {
  /** Range over which the coefficients of variation are normalised. */
  readonly scope: 'panel' | 'indicator';
  /** Delta degrees of freedom of the standard deviation. */
  readonly ddof: 0 | 1;
  /** `common`: an indicator counts only where every compared agglomeration has it. */
  readonly missing: 'common' | 'available';
  /** Smallest share of members with a value, 0…1. */
  readonly coverageThreshold: number;
  /** A figure at most so many years away may stand in; 0 = exact. */
  readonly yearWindow: number;
  readonly useR: boolean;
  readonly useLevel: boolean;
  /** `value`: each city's figure of its nearest year; `indicator`: all cities take an indicator from one and the same year. */
  readonly yearMatching: 'value' | 'indicator';
  /** Indicators left out of the comparison as if there were none: their coefficients of variation set no extremes either. */
  readonly without: readonly string[];
  /** Indicator or dimension id → weight; empty = equal weights. */
  readonly weights: Readonly<Record<string, number>>;
}

/** What the choropleth shows. */
export type ShownMeasure =
  | { readonly kind: 'composite' }
  | { readonly kind: 'dimension'; readonly id: DimensionId }
  /** An indicator's K, by agglomeration. */
  | { readonly kind: 'indicator'; readonly id: string }
  /** An indicator's own figures, by prefecture or county. */
  | { readonly kind: 'value'; readonly id: string; readonly level: 'prefecture' | 'county' }
  /** A node of the person's own index (`ownIndex`), by agglomeration. */
  | { readonly kind: 'index'; readonly id: string }
  /** Each member's share of the spread of an indicator, a dimension or all (`id` = `composite`). */
  | { readonly kind: 'contribution'; readonly id: string }
  /**
   * Difference to `fromYear`: on the level `agglomeration` of the score of the composite (`id` = `composite`), a dimension
   * or an indicator; on the others of an indicator's own figures.
   */
  | {
      readonly kind: 'change';
      readonly id: string;
      readonly fromYear: number;
      readonly level: 'agglomeration' | 'prefecture' | 'county';
    };

export const CLASSIFICATION_METHODS = [
  'quantile',
  'equal-interval',
  'natural-breaks',
  'standard-deviation',
  'head-tail',
  'manual',
] as const;
export type ClassificationMethod = (typeof CLASSIFICATION_METHODS)[number];

export interface ClassificationChoice {
  readonly method: ClassificationMethod;
  /** Number of classes, 2…9. */
  readonly count: number;
  /** Inner class limits, ascending; used by `manual`. */
  readonly manualBreaks: readonly number[];
  /** Same classes across years and scenarios (comparability lock). */
  readonly lock: boolean;
}

/** Pages of the integration panel. */
export const INTEGRATION_PAGES = ['ranking', 'charts', 'classes', 'explain', 'robustness', 'method'] as const;
export type IntegrationPage = (typeof INTEGRATION_PAGES)[number];

/** The open step of the explanation of the selected region. */
export interface ExplainedStep {
  /** `composite`, a dimension or an indicator. */
  readonly node: string;
  /** The member whose source rows are shown; only under an indicator. */
  readonly member: Adcode | null;
}

/** Ids of two indicators of cities held against each other. */
export interface ScatterAxes {
  readonly x: string;
  readonly y: string;
}

export const CROSS_PALETTES = ['red-teal', 'gold-blue', 'orange-purple'] as const;

/** What of the active scenario the map of scores shows: the present, the scenario, or the change between them. */
export const SCENARIO_SIDES = ['before', 'after', 'difference'] as const;
export type ScenarioSide = (typeof SCENARIO_SIDES)[number];

/** Colours of two measures crossed; each axis may be reversed, where less is better. */
export interface CrossColoursChoice {
  readonly palette: (typeof CROSS_PALETTES)[number];
  readonly reverseFirst: boolean;
  readonly reverseSecond: boolean;
}

/** Choices of the integration workspace. */
export interface IntegrationState {
  readonly set: AgglomerationSet;
  /** Members of the set `custom`. */
  readonly agglomerationIds: readonly string[];
  readonly year: number;
  readonly preset: ScorePreset;
  readonly options: ScoreChoices;
  readonly shown: ShownMeasure;
  /** A second measure crossed with `shown` in one map of 3 × 3 colours; `null` = one measure. Of the same level, else not drawn. */
  readonly second: ShownMeasure | null;
  readonly crossColours: CrossColoursChoice;
  /** Counts while a scenario is active. */
  readonly side: ScenarioSide;
  /** Indicators on the axes of the scatter plot of cities. */
  readonly scatter: ScatterAxes;
  readonly classification: ClassificationChoice;
  /** Name of a colour ramp; `auto` = sequential for levels, diverging for change. */
  readonly palette: string;
  readonly reversed: boolean;
  /** The open page of the panel; like the open step it is shown, not decided: no step of the history. */
  readonly page: IntegrationPage;
  /** `null` = the step of the measure that the map shows. */
  readonly explained: ExplainedStep | null;
}

/** Start of a circle: a city or county at its seat, or any point. `label` is the person's or the unit's name. */
export type CircleOrigin =
  | { readonly kind: 'unit'; readonly adcode: Adcode }
  | { readonly kind: 'point'; readonly at: LngLat; readonly label: string };

export const CIRCLE_MODES = ['door-to-door', 'in-vehicle', 'road', 'commutable'] as const;
export type CircleMode = (typeof CIRCLE_MODES)[number];

export const TRAFFIC_PRESETS = ['peak', 'off-peak'] as const;
export type TrafficPreset = (typeof TRAFFIC_PRESETS)[number];

/** Choices of the circles workspace. */
export interface CirclesState {
  readonly origins: readonly CircleOrigin[];
  /** The cut-off read out in figures, minutes. */
  readonly minutes: number;
  /** The cut-offs drawn, minutes ascending. */
  readonly cutoffs: readonly number[];
  readonly mode: CircleMode;
  readonly preset: TrafficPreset;
  /** Parameter name → value, where it differs from the preset. Names are those of the circle engine. */
  readonly parameters: Readonly<Record<string, number | readonly number[]>>;
  readonly closedLinks: readonly string[];
  /** One surface for all origins (the nearest counts) or one circle each. */
  readonly merge: boolean;
  /** Other definitions of the hour laid over it as outlines. */
  readonly overlays: readonly CircleMode[];
}

export const TRAVEL_FILE_KINDS = ['gtfs', 'pairs', 'flows', 'people'] as const;
export type TravelFileKind = (typeof TRAVEL_FILE_KINDS)[number];

/** A file that a person brought for the circles. The project names it; its content is kept by the browser, by hash. */
export interface TravelFile {
  /** SHA-256 of what was taken from the file, as hexadecimal text. */
  readonly id: string;
  readonly kind: TravelFileKind;
  readonly name: string;
  /** Service day, feed version or year, as shown; may be empty. */
  readonly vintage: string;
  readonly on: boolean;
  readonly ride: RideChoice;
}

/** Most files of one's own that a project names. */
export const MOST_TRAVEL_FILES = 20;

/** What a person brought for the circles, and how it is used. */
export interface TravelDataState {
  readonly files: readonly TravelFile[];
  /** Own rides stand in place of the embedded ones, not beside them. */
  readonly replacesEmbedded: boolean;
}

/** A named set of changes, held against the present. */
export interface Scenario {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly edits: readonly ScenarioEdit[];
}

/** What of a comparison is on the map: the change in minutes, one side, or both divided by a line that can be moved. */
export const COMPARISON_VIEWS = ['difference', 'before', 'after', 'swipe'] as const;
export type ComparisonView = (typeof COMPARISON_VIEWS)[number];

/** Most scenarios that stand side by side in the table. */
export const MOST_COMPARED = 4;

/** Most cities a person may choose for the tables of travel times. */
export const MOST_TABLE_CITIES = 40;

/** Choices of the scenario workspace; origins, minutes and mode are those of the circles. */
export interface ComparisonState {
  readonly shown: ComparisonView;
  /** Ids of the scenarios side by side, up to {@link MOST_COMPARED}. */
  readonly compared: readonly string[];
  /** Cities chosen for the tables of travel times: now, and before and after. */
  readonly cities: readonly Adcode[];
}

/** What a scene brings back: the view without language and theme, and the choices of the workspaces. */
export interface SceneState {
  readonly view: Omit<ViewState, 'language' | 'theme' | 'openScene'>;
  readonly integration: IntegrationState;
  readonly circles: CirclesState;
  readonly activeScenario: string | null;
  /** What of the comparison with the active scenario is on the map. */
  readonly comparisonShown: ComparisonView;
}

/** A saved state with its words for the briefing and what is drawn over its map. */
export interface Scene {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  /** Name of the section; scenes that follow each other under one name are one section. Empty = none. */
  readonly section: string;
  /** Bottom to top. */
  readonly annotations: readonly Annotation[];
  readonly state: SceneState;
}

/** All that a person decided; everything else is derived from it and the data. */
export interface ProjectDocument {
  readonly format: 'chengqun-project';
  readonly version: 1;
  readonly name: string;
  /** Map approval number 审图号; empty marks exports as internal draft. */
  readonly mapApprovalNumber: string;
  readonly view: ViewState;
  readonly integration: IntegrationState;
  readonly circles: CirclesState;
  readonly travelData: TravelDataState;
  readonly scenarios: readonly Scenario[];
  /** Id of the scenario held against the present; `null` = the present. */
  readonly activeScenario: string | null;
  readonly comparison: ComparisonState;
  readonly scenes: readonly Scene[];
  /** Tables that the person brought; their indicators stand beside the embedded ones everywhere. */
  readonly ownTables: readonly OwnTable[];
  /** Agglomerations and metropolitan areas that the person made; they stand in the region list. */
  readonly ownRegions: readonly OwnRegion[];
  /** The index of the preset `own`; `null` = none declared. */
  readonly ownIndex: OwnIndex | null;
}
