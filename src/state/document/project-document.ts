import type { Adcode } from '#core/geography/admin-unit.ts';
import type { Annotation } from '#core/geography/annotations.ts';
import type { OwnRegion } from '#core/geography/own-region.ts';
import type { OwnTable } from '#core/indicators/own-table.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import type { OwnIndex } from '#core/scoring/composite/own-index.ts';
import type { CirclesState, TravelDataState } from './circles-state.ts';
import type { IntegrationState } from './integration-state.ts';
import type { ShapeFile } from './own-shapes-state.ts';
import type { ViewState } from './view-state.ts';

/** A named set of changes, held against the present. */
export interface Scenario {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly edits: readonly ScenarioEdit[];
}

/** What of a comparison is on the map: the change in minutes, one side, both divided by a line that can be moved, or the change in what every county reaches. */
export const COMPARISON_VIEWS = ['difference', 'before', 'after', 'swipe', 'accessibility'] as const;
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
  /** Files of boundaries that the person brought, for the map and to be counted in. */
  readonly ownShapes: readonly ShapeFile[];
  /** The index of the preset `own`; `null` = none declared. */
  readonly ownIndex: OwnIndex | null;
}
