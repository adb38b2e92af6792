import type { Adcode } from '#core/geography/admin-unit.ts';
import type { DimensionId } from '#core/indicators/indicator.ts';

/** Who is compared: the five of the Yangtze Economic Belt, all 19, or one's own choice. */
export const AGGLOMERATION_SETS = ['yangtze5', 'all19', 'custom'] as const;
export type AgglomerationSet = (typeof AGGLOMERATION_SETS)[number];

/** Which indicators make the score: the paper's, these and our extras, or one's own. */
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

/** How values are put into classes (docs/method.md, section 5). */
export const CLASSIFICATION_METHODS = [
  'quantile',
  'equal-interval',
  'natural-breaks',
  'standard-deviation',
  'head-tail',
  'manual',
] as const;
export type ClassificationMethod = (typeof CLASSIFICATION_METHODS)[number];

/** The classes of the colour scale. */
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

/** Colours of two measures crossed, the first measure's before the second's. */
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
