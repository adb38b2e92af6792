import * as z from 'zod/mini';
import { scenarioEditSchema } from '#data/decode-scenario.ts';
import {
  ANNOTATION_TEXT_LENGTH,
  MOST_ANNOTATIONS,
  MOST_CORNERS,
  POSITIONS_OF,
  type Annotation,
} from '#core/geography/annotations.ts';
import { GREATEST_WEIGHT, WIDEST_YEAR_WINDOW } from '#core/scoring/choice-limits.ts';
import { OPPORTUNITIES } from '#core/accessibility/opportunity.ts';
import { MOST_UNCERTAINTY_DRAWS, UNCERTAINTY_DRAWS } from '#core/uncertainty/draws.ts';
import { CIRCLE_MODES, MOST_TRAVEL_FILES, TRAFFIC_PRESETS, TRAVEL_FILE_KINDS } from './circles-state.ts';
import {
  AGGLOMERATION_SETS,
  CLASSIFICATION_METHODS,
  CROSS_PALETTES,
  SCENARIO_SIDES,
  INTEGRATION_PAGES,
  SCORE_PRESETS,
} from './integration-state.ts';
import { COMPARISON_VIEWS, MOST_COMPARED, MOST_TABLE_CITIES } from './project-document.ts';
import { MOST_SHAPE_FILES, SHAPE_DATUMS, type ShapeFile } from './own-shapes-state.ts';
import { LANGUAGES, LAYER_TOGGLES, STRUCTURE_PAGES, THEMES, WORKSPACES } from './view-state.ts';
import type { CirclesState, TravelDataState } from './circles-state.ts';
import type { IntegrationState, ShownMeasure } from './integration-state.ts';
import type { ComparisonState, Scenario, Scene } from './project-document.ts';
import type { Camera, LayerVisibility, Selection, ViewState } from './view-state.ts';

/** Longest texts and lists that a project may carry, so that a hostile file can't exhaust the page. */
export const PROJECT_LIMITS = {
  idLength: 120,
  nameLength: 200,
  textLength: 5_000,
  listLength: 500,
  scenarios: 100,
  scenes: 300,
  /** Characters of a serialised project. */
  fileLength: 20_000_000,
  /** Lists and objects inside each other; a project of ours has less than twenty. */
  depth: 100,
} as const;

const idText = z.string().check(z.minLength(1), z.maxLength(PROJECT_LIMITS.idLength));
const nameText = z.string().check(z.maxLength(PROJECT_LIMITS.nameLength));
const longText = z.string().check(z.maxLength(PROJECT_LIMITS.textLength));
const number = (low: number, high: number) => z.number().check(z.gte(low), z.lte(high));
const integer = (low: number, high: number) => z.int().check(z.gte(low), z.lte(high));
const list = <T extends z.ZodMiniType>(item: T, most: number = PROJECT_LIMITS.listLength) =>
  z.array(item).check(z.maxLength(most));
const record = <T extends z.ZodMiniType>(item: T) =>
  z.record(idText, item).check(
    z.refine((value) => Object.keys(value).length <= PROJECT_LIMITS.listLength, 'too many entries'),
    z.refine(
      (value) => !Object.hasOwn(value, 'constructor') && !Object.hasOwn(value, 'prototype'),
      'key not allowed',
    ),
  );

const adcode = z.string().check(z.regex(/^\d{6}$/));
const position = z.tuple([number(-180, 180), number(-90, 90)]);
const fileHash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const year = integer(1900, 2100);
const minutes = number(1, 600);

export const cameraSchema = z.object({
  center: position,
  zoom: number(0, 22),
}) satisfies z.ZodMiniType<Camera>;

export const selectionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('region'), regionId: idText }),
  z.object({ kind: z.literal('unit'), adcode }),
  z.object({ kind: z.literal('line'), lineId: idText }),
  z.object({ kind: z.literal('link'), linkId: idText }),
  z.object({ kind: z.literal('station'), name: idText }),
  z.object({ kind: z.literal('point'), at: position }),
]) satisfies z.ZodMiniType<Selection>;

const layerVisibilitySchema: z.ZodMiniType<LayerVisibility> = z.record(z.enum(LAYER_TOGGLES), z.boolean());

const viewFields = {
  workspace: z.enum(WORKSPACES),
  camera: cameraSchema,
  layers: z.record(z.enum(WORKSPACES), layerVisibilitySchema),
  selection: selectionSchema,
  railYear: z.nullable(year),
  railCategories: list(z.enum(['high-speed', 'intercity', 'conventional']), 3),
  maturities: list(z.enum(['mature', 'developing', 'nurturing']), 3),
  regionVariants: record(idText),
  yardsticks: list(z.object({ id: idText, at: position }), 12),
  structure: z.object({
    regionId: z.nullable(idText),
    page: z.enum(STRUCTURE_PAGES),
    symbols: z.enum(['size', 'growth']),
    mode: z.enum(CIRCLE_MODES),
    ties: integer(0, 1_000),
    tieThreshold: number(0, 1),
    compared: list(idText, 12),
    huLine: z.boolean(),
    // Projects of the first atlases have none.
    clusters: z._default(
      z.nullable(
        z.object({
          level: z.enum(['prefecture', 'county']),
          indicator: idText,
          year,
          neighbours: z.enum(['borders', 'nearest']),
        }),
      ),
      null,
    ),
  }),
  // Projects saved before there were own boundaries show none.
  shownShapes: z._default(list(fileHash, MOST_SHAPE_FILES), []),
};

/** The view of a scene: without language and theme. */
export const sceneViewSchema = z.object(viewFields);

export const viewSchema = z.object({
  ...viewFields,
  language: z.enum(LANGUAGES),
  theme: z.enum(THEMES),
  openScene: z.nullable(idText),
}) satisfies z.ZodMiniType<ViewState>;

const dimension = z.enum(['regional', 'innovation', 'infrastructure', 'environment', 'services']);

const shownSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('composite') }),
  z.object({ kind: z.literal('dimension'), id: dimension }),
  z.object({ kind: z.literal('indicator'), id: idText }),
  z.object({ kind: z.literal('index'), id: idText }),
  z.object({ kind: z.literal('contribution'), id: idText }),
  z.object({ kind: z.literal('value'), id: idText, level: z.enum(['prefecture', 'county']) }),
  z.object({
    kind: z.literal('change'),
    id: idText,
    fromYear: year,
    level: z.enum(['agglomeration', 'prefecture', 'county']),
  }),
]) satisfies z.ZodMiniType<ShownMeasure>;

export const integrationSchema = z.object({
  set: z.enum(AGGLOMERATION_SETS),
  agglomerationIds: list(idText, 100),
  year,
  preset: z.enum(SCORE_PRESETS),
  options: z.object({
    scope: z.enum(['panel', 'indicator']),
    ddof: z.union([z.literal(0), z.literal(1)]),
    missing: z.enum(['common', 'available']),
    coverageThreshold: number(0, 1),
    yearWindow: integer(0, WIDEST_YEAR_WINDOW),
    useR: z.boolean(),
    useLevel: z.boolean(),
    yearMatching: z.enum(['value', 'indicator']),
    without: list(idText),
    weights: record(number(0, GREATEST_WEIGHT)),
  }),
  shown: shownSchema,
  second: z.nullable(shownSchema),
  side: z.enum(SCENARIO_SIDES),
  crossColours: z.object({
    palette: z.enum(CROSS_PALETTES),
    reverseFirst: z.boolean(),
    reverseSecond: z.boolean(),
  }),
  scatter: z.object({ x: idText, y: idText }),
  classification: z.object({
    method: z.enum(CLASSIFICATION_METHODS),
    count: integer(2, 9),
    manualBreaks: list(z.number(), 8),
    lock: z.boolean(),
  }),
  palette: idText,
  reversed: z.boolean(),
  page: z.enum(INTEGRATION_PAGES),
  explained: z.nullable(z.object({ node: idText, member: z.nullable(adcode) })),
}) satisfies z.ZodMiniType<IntegrationState>;

export const circlesSchema = z.object({
  origins: list(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('unit'), adcode }),
      z.object({ kind: z.literal('point'), at: position, label: nameText }),
    ]),
    50,
  ),
  minutes,
  cutoffs: list(minutes, 12),
  mode: z.enum(CIRCLE_MODES),
  preset: z.enum(TRAFFIC_PRESETS),
  parameters: record(z.union([z.number(), list(z.number(), 20)])),
  closedLinks: list(idText),
  merge: z.boolean(),
  // Scenes saved before there was a choice have none.
  overlays: z._default(list(z.enum(CIRCLE_MODES), CIRCLE_MODES.length), []),
  certainty: z._default(z.boolean(), false),
  draws: z._default(integer(1, MOST_UNCERTAINTY_DRAWS), UNCERTAINTY_DRAWS),
  ranges: z._default(record(z.tuple([z.number(), z.number()])), {}),
  accessibility: z._default(z.boolean(), false),
  opportunity: z._default(z.enum(OPPORTUNITIES), 'people'),
  accessibilityRegion: z._default(z.nullable(idText), null),
  accessibilityRanges: z._default(z.boolean(), false),
  changeRanges: z._default(z.boolean(), false),
}) satisfies z.ZodMiniType<CirclesState>;

export const travelDataSchema = z.object({
  files: list(
    z.object({
      id: fileHash,
      kind: z.enum(TRAVEL_FILE_KINDS),
      name: nameText,
      vintage: nameText,
      on: z.boolean(),
      ride: z.enum(['fastest', 'median']),
    }),
    MOST_TRAVEL_FILES,
  ),
  replacesEmbedded: z.boolean(),
}) satisfies z.ZodMiniType<TravelDataState>;

export const shapeFileSchema = z.object({
  id: fileHash,
  name: nameText,
  datum: z.enum(SHAPE_DATUMS),
  layer: nameText,
  nameField: z.nullable(nameText),
  isDissolved: z.boolean(),
}) satisfies z.ZodMiniType<ShapeFile>;

export const comparisonSchema = z.object({
  shown: z.enum(COMPARISON_VIEWS),
  compared: list(idText, MOST_COMPARED),
  cities: list(adcode, MOST_TABLE_CITIES),
}) satisfies z.ZodMiniType<ComparisonState>;

export const scenarioSchema = z.object({
  id: idText,
  name: nameText,
  note: longText,
  edits: list(scenarioEditSchema),
}) satisfies z.ZodMiniType<Scenario>;

const annotationText = z.string().check(z.maxLength(ANNOTATION_TEXT_LENGTH));
export const annotationSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('label'), id: idText, text: annotationText, at: position }),
  z.object({ kind: z.literal('arrow'), id: idText, text: annotationText, from: position, to: position }),
  z.object({
    kind: z.literal('area'),
    id: idText,
    text: annotationText,
    ring: z.array(position).check(z.minLength(POSITIONS_OF.area.least), z.maxLength(MOST_CORNERS)),
  }),
]) satisfies z.ZodMiniType<Annotation>;

export const sceneSchema = z.object({
  id: idText,
  title: nameText,
  note: longText,
  // Scenes saved before there were sections and annotations have none.
  section: z._default(nameText, ''),
  annotations: z._default(list(annotationSchema, MOST_ANNOTATIONS), []),
  state: z.object({
    view: sceneViewSchema,
    integration: integrationSchema,
    circles: circlesSchema,
    activeScenario: z.nullable(idText),
    comparisonShown: z.enum(COMPARISON_VIEWS),
  }),
}) satisfies z.ZodMiniType<Scene>;

export const projectNameSchema = nameText;
export const activeScenarioSchema = z.nullable(idText);
