import type * as z from 'zod/mini';
import type { OwnTable } from '#core/indicators/own-table.ts';
import { fail, succeed, type Result } from '#core/units/result.ts';
import { DEFAULT_DOCUMENT } from './default-document.ts';
import {
  ownIndexSchema,
  ownRegionSchema,
  ownRegionsSchema,
  ownTableSchema,
  ownTablesSchema,
} from './own-data-schema.ts';
import type { ProjectDocument } from './project-document.ts';
import {
  activeScenarioSchema,
  circlesSchema,
  comparisonSchema,
  integrationSchema,
  PROJECT_LIMITS,
  projectNameSchema,
  sceneSchema,
  scenariosSchema,
  scenarioSchema,
  scenesSchema,
  travelDataSchema,
  viewSchema,
} from './project-schema.ts';

/** A part of a file that could not be read and was replaced by the default or left out. */
export interface DroppedPart {
  /** Where: `integration.year`, `scenes[3]`. */
  readonly part: string;
  /** What was wrong with it, in English. */
  readonly why: string;
}

/** A project as far as it could be read. */
export interface ParsedProject {
  readonly document: ProjectDocument;
  readonly dropped: readonly DroppedPart[];
}

export type ProjectFailure = 'too-large' | 'not-json' | 'not-a-project' | 'newer-version';

/** Brings a document of version n to version n + 1; the entry for 1 comes when there is a version 2. */
const MIGRATIONS: ReadonlyMap<number, (old: PlainObject) => PlainObject> = new Map();

type PlainObject = Record<string, unknown>;

function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Fills what a file leaves out (written before the field existed) from the defaults; records and lists stay as they are. */
function withDefaults(value: unknown, defaults: unknown): unknown {
  if (!isPlainObject(value) || !isPlainObject(defaults)) return value === undefined ? defaults : value;
  const filled: PlainObject = { ...value };
  for (const [key, fallback] of Object.entries(defaults))
    filled[key] = Object.hasOwn(value, key) ? withDefaults(value[key], fallback) : fallback;
  return filled;
}

/** Keys whose value is a choice as a whole: filling them up from the defaults would mix two choices. */
const WHOLE: ReadonlySet<string> = new Set(['selection', 'shown']);

/** Reads a section property by property, so that one bad property costs only itself. */
function readSection<Section extends object>(
  name: string,
  value: unknown,
  schema: z.ZodMiniType<Section>,
  fallback: Section,
  dropped: DroppedPart[],
): Section {
  if (value === undefined) return fallback;
  if (!isPlainObject(value)) {
    dropped.push({ part: name, why: 'is not an object' });
    return fallback;
  }
  const section: PlainObject = { ...(fallback as PlainObject) };
  for (const [key, standard] of Object.entries(fallback)) {
    if (!Object.hasOwn(value, key)) continue;
    const candidate = WHOLE.has(key) ? value[key] : withDefaults(value[key], standard);
    const read = schema.safeParse({ ...fallback, [key]: candidate });
    if (read.success) section[key] = (read.data as PlainObject)[key];
    else dropped.push({ part: `${name}.${key}`, why: read.error.issues[0]?.message ?? 'cannot be read' });
  }
  return section as Section;
}

/** Fills what a section leaves out from the defaults, choices that count as a whole apart. */
function fillSection(value: unknown, fallback: object): unknown {
  if (value === undefined) return fallback;
  if (!isPlainObject(value)) return value;
  const filled: PlainObject = { ...value };
  for (const [key, standard] of Object.entries(fallback))
    if (!Object.hasOwn(value, key)) filled[key] = standard;
    else if (!WHOLE.has(key)) filled[key] = withDefaults(value[key], standard);
  return filled;
}

/** A scene whose state says only what differs from a new project's, or was saved before a choice existed. */
function fillScene(scene: unknown): unknown {
  if (!isPlainObject(scene) || !isPlainObject(scene['state'])) return scene;
  const { state } = scene;
  const { view, integration, circles } = DEFAULT_DOCUMENT;
  return {
    ...scene,
    state: {
      view: fillSection(state['view'], view),
      integration: fillSection(state['integration'], integration),
      circles: fillSection(state['circles'], circles),
      activeScenario: state['activeScenario'] ?? null,
    },
  };
}

/** Own tables that were read before: reading a link checks the document part by part, and tables can be large. */
const tablesRead = new WeakMap<object, OwnTable>();

function readOwnTables(value: unknown, dropped: DroppedPart[]): readonly OwnTable[] {
  if (Array.isArray(value)) {
    const known = value.flatMap((entry: unknown) =>
      typeof entry === 'object' && entry !== null ? (tablesRead.get(entry) ?? []) : [],
    );
    if (known.length === value.length) return known;
  }
  const tables = readList('ownTables', value, ownTableSchema, ownTablesSchema, dropped);
  for (const table of tables) tablesRead.set(table, table);
  return tables;
}

/** Reads a list entry by entry, so that one bad entry costs only itself. */
function readList<Item>(
  name: string,
  value: unknown,
  item: z.ZodMiniType<Item>,
  whole: z.ZodMiniType<Item[]>,
  dropped: DroppedPart[],
): readonly Item[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    dropped.push({ part: name, why: 'is not a list' });
    return [];
  }
  const kept: Item[] = [];
  for (const [index, entry] of value.entries()) {
    const read = item.safeParse(entry);
    if (read.success && whole.safeParse([...kept, read.data]).success) kept.push(read.data);
    else
      dropped.push({
        part: `${name}[${index}]`,
        why: read.success ? 'is one too many' : (read.error.issues[0]?.message ?? 'cannot be read'),
      });
  }
  return kept;
}

function readText(name: string, value: unknown, dropped: DroppedPart[]): string {
  if (value === undefined) return '';
  const read = projectNameSchema.safeParse(value);
  if (read.success) return read.data;
  dropped.push({ part: name, why: 'is not a short text' });
  return '';
}

/** Reads a project from plain data, keeping every part that is good and naming those that are not. */
export function parseProjectData(data: unknown): Result<ParsedProject, ProjectFailure> {
  if (!isPlainObject(data) || data['format'] !== 'chengqun-project' || typeof data['version'] !== 'number')
    return fail({
      reason: 'not-a-project',
      message: 'This is not a project of the atlas.',
      nextStep: 'Choose a file that the atlas saved (it begins with "format": "chengqun-project").',
    });
  if (data['version'] > DEFAULT_DOCUMENT.version)
    return fail({
      reason: 'newer-version',
      message: `The project is of version ${data['version']}, this atlas reads up to ${DEFAULT_DOCUMENT.version}.`,
      nextStep: 'Reload the page to get the newest atlas, or save the project there in the older format.',
      values: { version: data['version'], readable: DEFAULT_DOCUMENT.version },
    });
  let current = data;
  for (let version = data['version']; version < DEFAULT_DOCUMENT.version; version += 1)
    current = MIGRATIONS.get(version)?.(current) ?? current;

  const dropped: DroppedPart[] = [];
  const { view, integration, circles, travelData, comparison } = DEFAULT_DOCUMENT;
  const scenarios = readList('scenarios', current['scenarios'], scenarioSchema, scenariosSchema, dropped);
  const active = activeScenarioSchema.safeParse(current['activeScenario'] ?? null);
  const activeKnown =
    active.success && (active.data === null || scenarios.some(({ id }) => id === active.data));
  const scenes = Array.isArray(current['scenes']) ? current['scenes'].map(fillScene) : current['scenes'];
  const ownIndex = ownIndexSchema.safeParse(current['ownIndex'] ?? null);
  if (!ownIndex.success)
    dropped.push({ part: 'ownIndex', why: ownIndex.error.issues[0]?.message ?? 'cannot be read' });
  if (!activeKnown) dropped.push({ part: 'activeScenario', why: 'names no scenario of the project' });
  return succeed({
    document: {
      format: 'chengqun-project',
      version: 1,
      name: readText('name', current['name'], dropped),
      mapApprovalNumber: readText('mapApprovalNumber', current['mapApprovalNumber'], dropped),
      view: readSection('view', current['view'], viewSchema, view, dropped),
      integration: readSection(
        'integration',
        current['integration'],
        integrationSchema,
        integration,
        dropped,
      ),
      circles: readSection('circles', current['circles'], circlesSchema, circles, dropped),
      travelData: readSection('travelData', current['travelData'], travelDataSchema, travelData, dropped),
      scenarios,
      activeScenario: activeKnown ? active.data : null,
      comparison: readSection('comparison', current['comparison'], comparisonSchema, comparison, dropped),
      scenes: readList('scenes', scenes, sceneSchema, scenesSchema, dropped),
      ownTables: readOwnTables(current['ownTables'], dropped),
      ownRegions: readList('ownRegions', current['ownRegions'], ownRegionSchema, ownRegionsSchema, dropped),
      ownIndex: ownIndex.success ? ownIndex.data : null,
    },
    dropped,
  });
}

/** Reads a project file. */
export function parseProject(text: string): Result<ParsedProject, ProjectFailure> {
  if (text.length > PROJECT_LIMITS.fileLength)
    return fail({
      reason: 'too-large',
      message: `The file is larger than ${PROJECT_LIMITS.fileLength / 1e6} million characters.`,
      nextStep: 'Check that it is a project file; a project of the atlas is far smaller.',
    });
  try {
    return parseProjectData(JSON.parse(text));
  } catch {
    return fail({
      reason: 'not-json',
      message: 'The file is not readable JSON.',
      nextStep: 'It may be cut off or of another kind: save the project again, or choose another file.',
    });
  }
}

/** Writes a project file. */
export function serializeProject(document: ProjectDocument): string {
  return JSON.stringify(document);
}
