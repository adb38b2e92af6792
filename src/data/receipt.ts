import * as z from 'zod/mini';
import type { OwnRegion } from '#core/geography/own-region.ts';
import { OPPORTUNITIES } from '#core/accessibility/opportunity.ts';
import type { AccessibilityQuestion } from '#core/reproduction/accessibility-numbers.ts';
import type { CertaintyQuestion } from '#core/reproduction/certainty-numbers.ts';
import type {
  AccessibilityRangesQuestion,
  ScenarioRangesQuestion,
} from '#core/reproduction/range-numbers.ts';
import type { KeyNumber } from '#core/reproduction/key-numbers.ts';
import type { FigureQuestion } from '#core/indicators/unit-figures.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import type { OwnIndex } from '#core/scoring/composite/own-index.ts';
import type { ScoreOptions } from '#core/scoring/score-options.ts';
import type { CircleRequest } from '#core/surface/circle-request.ts';
import type { StructureQuestion, TiesQuestion } from '#core/reproduction/structure-numbers.ts';
import type { ClusterQuestion } from '#core/structure/cluster-question.ts';
import { MOST_UNCERTAINTY_DRAWS } from '#core/uncertainty/draws.ts';
import { fail, succeed, type Result } from '#core/units/result.ts';
import { scenarioEditSchema } from './decode-scenario.ts';
import type { NamedFigures } from './own-data-hash.ts';
import { OWN_DATA_LIMITS, ownIndexSchema, ownRegionsSchema } from './own-data-schema.ts';

/** A scenario that colours stand under: its own values, or what they differ by from the present. */
export interface StatedSide {
  readonly edits: readonly ScenarioEdit[];
  readonly side: 'after' | 'difference';
}

/** A score as a receipt asks for it: everything resolved, so that no default can change it later. */
export interface StatedScore {
  /** Delimitations compared, by variant key. */
  readonly regions: readonly string[];
  /** Years whose numbers are stated. */
  readonly years: readonly number[];
  /** Indicator whose K is stated besides; `null` = none. */
  readonly indicator: string | null;
  readonly options: ScoreOptions;
  /** The declared index whose nodes are stated instead of the score's; `null` = the score itself. */
  readonly index: OwnIndex | null;
  /** Those of `regions` that are a person's own, with their members. */
  readonly ownRegions: readonly OwnRegion[];
  readonly ownFigures: readonly NamedFigures[];
  /** `null`: the present. */
  readonly under: StatedSide | null;
}

/** An indicator's own figures by unit, or their change. */
export interface StatedFigures extends FigureQuestion {
  /** Delimitations compared, by variant key: some indicators have figures for these alone. */
  readonly regions: readonly string[];
  /** Those of `regions` that are a person's own, with their members. */
  readonly ownRegions: readonly OwnRegion[];
  readonly ownFigures: readonly NamedFigures[];
  /** `null`: the present. */
  readonly under: StatedSide | null;
}

/** A circle and the cut-off it was read at. */
export interface StatedCircle {
  readonly request: CircleRequest;
  readonly minutes: number;
}

/** A circle held against a scenario. */
export interface StatedScenario {
  readonly base: CircleRequest;
  readonly edits: readonly ScenarioEdit[];
  readonly minutes: number;
}

/** A question with the numbers that were its answer. */
export interface Stated<Question> {
  readonly question: Question;
  /** What the answer stands on that a receipt neither carries nor can check: own regions or travel files, by name. */
  readonly notCarried: readonly string[];
  readonly numbers: readonly KeyNumber[];
}

/** What an export says about itself, so that its numbers can be computed again. */
export interface Receipt {
  readonly format: 'chengqun-receipt';
  readonly version: 1;
  readonly engineVersion: string;
  /** Hash of the manifest; `null` when the manifest was not there. */
  readonly dataVersion: string | null;
  /** The state as in a share link, without `#`. */
  readonly link: string;
  /** `null` where the picture shows nothing of the kind. */
  readonly score: Stated<StatedScore> | null;
  readonly figures: Stated<StatedFigures> | null;
  readonly circle: Stated<StatedCircle> | null;
  /** Stated where it was computed for the circle that is drawn. */
  readonly certainty: Stated<CertaintyQuestion> | null;
  readonly scenario: Stated<StatedScenario> | null;
  /** Stated where the project has the change's figures come with ranges. */
  readonly scenarioRanges: Stated<ScenarioRangesQuestion> | null;
  readonly accessibility: Stated<AccessibilityQuestion> | null;
  /** Stated where the project has them come with ranges. */
  readonly accessibilityRanges: Stated<AccessibilityRangesQuestion> | null;
  readonly structure: Stated<StructureQuestion> | null;
  readonly ties: Stated<TiesQuestion> | null;
  readonly clusters: Stated<ClusterQuestion> | null;
}

const text = z.string().check(z.maxLength(20_000));
const id = z.string().check(z.minLength(1), z.maxLength(200));
// A delimitation and a node of an own index stand in one.
const numberId = z.string().check(z.minLength(1), z.maxLength(1_000));
const list = <T extends z.ZodMiniType>(item: T, most: number) => z.array(item).check(z.maxLength(most));
const weight = z.number().check(z.gte(0));
const year = z.int().check(z.gte(1900), z.lte(2100));
const dimension = z.enum(['regional', 'innovation', 'infrastructure', 'environment', 'services']);

const edits = list(scenarioEditSchema, 500);
// Receipts of the first atlases state the present alone, and nothing of one's own.
const under = z._default(z.nullable(z.object({ edits, side: z.enum(['after', 'difference']) })), null);

const ownFigures = z._default(
  list(
    z.object({ id, name: id, table: text, sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/u)) }),
    OWN_DATA_LIMITS.tables * OWN_DATA_LIMITS.indicators,
  ),
  [],
);
const ownRegions = z._default(ownRegionsSchema, []);

const scoreSchema = z.object({
  regions: list(id, 200),
  years: list(year, 100),
  indicator: z.nullable(id),
  options: z.object({
    preset: z.enum(['paper', 'embedded', 'own']),
    indicators: list(
      z.object({
        id,
        dimension,
        direction: z.union([z.literal(1), z.literal(-1)]),
        weight,
        inPaper: z.boolean(),
      }),
      500,
    ),
    dimensionWeights: z.record(dimension, weight),
    years: list(year, 100),
    scope: z.enum(['panel', 'indicator']),
    ddof: z.union([z.literal(0), z.literal(1)]),
    useSize: z.boolean(),
    useLevel: z.boolean(),
    coverageThreshold: z.number().check(z.gte(0), z.lte(1)),
    missing: z.enum(['common', 'available']),
    yearWindow: z.int().check(z.gte(0), z.lte(50)),
    yearMatching: z.enum(['value', 'indicator']),
  }),
  index: z._default(ownIndexSchema, null),
  ownRegions,
  ownFigures,
  under,
}) satisfies z.ZodMiniType<StatedScore>;

const figuresSchema = z.object({
  regions: list(id, 200),
  indicator: id,
  level: z.enum(['prefecture', 'county']),
  year,
  fromYear: z.nullable(year),
  yearWindow: z.int().check(z.gte(0), z.lte(50)),
  ownRegions,
  ownFigures,
  under,
}) satisfies z.ZodMiniType<StatedFigures>;

/** Parameters by name: whether each exists and lies in its range is checked by the engine. */
const parametersSchema = z.custom<NonNullable<CircleRequest['parameters']>>(
  (value) => typeof value === 'object' && value !== null && Object.keys(value).length <= 200,
);

const mode = z.enum(['door-to-door', 'in-vehicle', 'road', 'commutable']);
const preset = z.enum(['peak', 'off-peak']);

const requestSchema = z.object({
  origins: list(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('city'), adcode: z.string().check(z.regex(/^\d{6}$/u)) }),
      z.object({ kind: z.literal('station'), name: id }),
      z.object({ kind: z.literal('point'), at: z.readonly(z.tuple([z.number(), z.number()])) }),
    ]),
    100,
  ),
  mode,
  maxMinutes: z.number(),
  preset: z.exactOptional(preset),
  parameters: z.exactOptional(parametersSchema),
  edits: z.exactOptional(edits),
}) satisfies z.ZodMiniType<CircleRequest>;

const tried = {
  method: z.literal('latin-hypercube'),
  draws: z.int().check(z.gte(1), z.lte(MOST_UNCERTAINTY_DRAWS)),
  seed: z.int(),
  bounds: z.record(id, z.readonly(z.tuple([z.number(), z.number()]))),
};

const certaintySchema = z.object({
  circle: requestSchema,
  ...tried,
}) satisfies z.ZodMiniType<CertaintyQuestion>;

const scenarioRangesSchema = z.object({
  base: requestSchema,
  edits,
  ...tried,
}) satisfies z.ZodMiniType<ScenarioRangesQuestion>;

const accessibility = {
  request: z.object({
    counties: z.nullable(list(z.string().check(z.regex(/^\d{6}$/u)), 5_000)),
    minutes: z.number(),
    mode,
    preset: z.exactOptional(preset),
    parameters: z.exactOptional(parametersSchema),
    edits: z.exactOptional(edits),
  }),
  edits: z.nullable(edits),
  opportunity: z.enum(OPPORTUNITIES),
};

const accessibilitySchema = z.object(accessibility) satisfies z.ZodMiniType<AccessibilityQuestion>;

const accessibilityRangesSchema = z.object({
  ...accessibility,
  ...tried,
}) satisfies z.ZodMiniType<AccessibilityRangesQuestion>;

const structureSchema = z.object({
  regions: list(id, 500),
  open: z.nullable(id),
  nation: z.boolean(),
  industryYear: z.nullable(year),
  yardsticks: list(id, 20),
}) satisfies z.ZodMiniType<StructureQuestion>;

const tiesSchema = z.object({
  region: id,
  mode,
  preset,
  count: z.int().check(z.gte(0), z.lte(10_000)),
  threshold: z.number().check(z.gte(0), z.lte(1)),
}) satisfies z.ZodMiniType<TiesQuestion>;

const clusterSchema = z.object({
  level: z.enum(['prefecture', 'county']),
  indicator: id,
  year,
  neighbours: z.enum(['borders', 'nearest']),
}) satisfies z.ZodMiniType<ClusterQuestion>;

function stated<Question extends z.ZodMiniType>(question: Question) {
  return z.nullable(
    z.object({
      question,
      notCarried: list(text, 500),
      numbers: list(z.object({ id: numberId, value: z.nullable(z.number()) }), 20_000),
    }),
  );
}

const receiptSchema = z.object({
  format: z.literal('chengqun-receipt'),
  version: z.literal(1),
  engineVersion: z.string().check(z.maxLength(40)),
  dataVersion: z.nullable(z.string().check(z.maxLength(80))),
  link: text,
  score: stated(scoreSchema),
  // Receipts of the first atlases have none of these eight.
  figures: z._default(stated(figuresSchema), null),
  circle: stated(z.object({ request: requestSchema, minutes: z.number() })),
  certainty: z._default(stated(certaintySchema), null),
  scenario: stated(z.object({ base: requestSchema, edits, minutes: z.number() })),
  scenarioRanges: z._default(stated(scenarioRangesSchema), null),
  accessibility: z._default(stated(accessibilitySchema), null),
  accessibilityRanges: z._default(stated(accessibilityRangesSchema), null),
  structure: z._default(stated(structureSchema), null),
  ties: z._default(stated(tiesSchema), null),
  clusters: z._default(stated(clusterSchema), null),
}) satisfies z.ZodMiniType<Receipt>;

/** Why a receipt cannot be read. */
export type ReceiptProblem = 'not-a-receipt' | 'newer-receipt' | 'malformed-receipt';

/** Reads a parsed receipt. */
export function decodeReceipt(json: unknown): Result<Receipt, ReceiptProblem> {
  const head = z.object({ format: z.literal('chengqun-receipt'), version: z.number() }).safeParse(json);
  if (!head.success)
    return fail({
      reason: 'not-a-receipt',
      message: 'This is not a receipt of the atlas.',
      nextStep: 'Give an export of the atlas, or a receipt (it begins with "format": "chengqun-receipt").',
    });
  if (head.data.version > 1)
    return fail({
      reason: 'newer-receipt',
      message: `The receipt is of version ${head.data.version}, this atlas reads up to 1.`,
      nextStep: 'Use the newest atlas.',
      values: { version: head.data.version },
    });
  const parsed = receiptSchema.safeParse(json);
  if (parsed.success) return succeed(parsed.data);
  const place = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
  return fail({
    reason: 'malformed-receipt',
    message: `The receipt cannot be read at ${place === '' ? 'its top' : place}.`,
    nextStep: 'It may have been changed or cut off: take it from the export again.',
    values: { place },
  });
}
