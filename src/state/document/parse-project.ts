import type { OwnRegion } from '#core/geography/own-region.ts';
import type { OwnTable } from '#core/indicators/own-table.ts';
import { fail, succeed, type Failure, type Result } from '#core/units/result.ts';
import { DEFAULT_DOCUMENT } from './default-document.ts';
import {
  OWN_DATA_LIMITS,
  ownIndexSchema,
  ownRegionSchema,
  ownRegionsSchema,
  ownTableSchema,
  ownTablesSchema,
} from '#data/own-data-schema.ts';
import { MOST_SHAPE_FILES, type ShapeFile } from './own-shapes-state.ts';
import type { ProjectDocument, Scenario, Scene } from './project-document.ts';
import {
  type DroppedPart,
  type ListReading,
  readList,
  readSection,
  wholeItem,
  wordsOfIssue,
} from './project-parts.ts';
import {
  activeScenarioSchema,
  circlesSchema,
  comparisonSchema,
  integrationSchema,
  PROJECT_LIMITS,
  projectNameSchema,
  scenarioSchema,
  shapeFileSchema,
  travelDataSchema,
  viewSchema,
} from './project-schema.ts';
import { inNewestVersion, PROJECT_VERSIONS } from './project-versions.ts';
import { readScene } from './scene-parts.ts';

/** A project as far as it could be read. */
export interface ParsedProject {
  readonly document: ProjectDocument;
  readonly dropped: readonly DroppedPart[];
}

/** Why a file is no project that can be opened. */
export type ProjectFailure =
  | 'unreadable-file'
  | 'too-large'
  | 'too-deep'
  | 'not-json'
  | 'not-a-project'
  | 'older-version'
  | 'newer-version';

/** Own tables that were read before: reading a link checks the document part by part, and tables can be large. */
const tablesRead = new WeakMap<object, OwnTable>();

const TABLES: ListReading<OwnTable> = {
  most: OWN_DATA_LIMITS.tables,
  readItem: wholeItem(ownTableSchema),
  whole: ownTablesSchema,
};
const REGIONS: ListReading<OwnRegion> = {
  most: OWN_DATA_LIMITS.regions,
  readItem: wholeItem(ownRegionSchema),
  whole: ownRegionsSchema,
};
const SCENARIOS: ListReading<Scenario> = {
  most: PROJECT_LIMITS.scenarios,
  readItem: wholeItem(scenarioSchema),
};
const SHAPES: ListReading<ShapeFile> = { most: MOST_SHAPE_FILES, readItem: wholeItem(shapeFileSchema) };
const SCENES: ListReading<Scene> = { most: PROJECT_LIMITS.scenes, readItem: readScene };

function readOwnTables(value: unknown, dropped: DroppedPart[]): readonly OwnTable[] {
  if (Array.isArray(value)) {
    const known = value.flatMap((entry: unknown) =>
      typeof entry === 'object' && entry !== null ? (tablesRead.get(entry) ?? []) : [],
    );
    if (known.length === value.length) return known;
  }
  const tables = readList('ownTables', value, TABLES, dropped);
  for (const table of tables) tablesRead.set(table, table);
  return tables;
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
  const newest = inNewestVersion(data, PROJECT_VERSIONS);
  if (!newest.ok) return newest;
  const current = newest.value;

  const dropped: DroppedPart[] = [];
  const { view, integration, circles, travelData, comparison } = DEFAULT_DOCUMENT;
  const scenarios = readList('scenarios', current['scenarios'], SCENARIOS, dropped);
  const active = activeScenarioSchema.safeParse(current['activeScenario'] ?? null);
  const activeKnown =
    active.success && (active.data === null || scenarios.some(({ id }) => id === active.data));
  const ownIndex = ownIndexSchema.safeParse(current['ownIndex'] ?? null);
  if (!ownIndex.success) dropped.push({ part: 'ownIndex', why: wordsOfIssue(ownIndex.error) });
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
      scenes: readList('scenes', current['scenes'], SCENES, dropped),
      ownTables: readOwnTables(current['ownTables'], dropped),
      ownRegions: readList('ownRegions', current['ownRegions'], REGIONS, dropped),
      ownShapes: readList('ownShapes', current['ownShapes'], SHAPES, dropped),
      ownIndex: ownIndex.success ? ownIndex.data : null,
    },
    dropped,
  });
}

const TOO_LARGE: Failure<ProjectFailure> = {
  reason: 'too-large',
  message: `The file is larger than ${PROJECT_LIMITS.fileLength / 1e6} million characters.`,
  nextStep: 'Check that it is a project file; a project of the atlas is far smaller.',
};

/** Whether lists and objects stand inside each other deeper than `most`; brackets in texts don't count. */
function isDeeperThan(text: string, most: number): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inText) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) inText = false;
    } else if (code === 0x22) inText = true;
    else if (code === 0x5b || code === 0x7b) depth += 1;
    else if (code === 0x5d || code === 0x7d) depth -= 1;
    if (depth > most) return true;
  }
  return false;
}

/** Reads the text of a project file. */
export function parseProject(text: string): Result<ParsedProject, ProjectFailure> {
  if (text.length > PROJECT_LIMITS.fileLength) return fail(TOO_LARGE);
  if (isDeeperThan(text, PROJECT_LIMITS.depth))
    return fail({
      reason: 'too-deep',
      message: `The file has lists inside lists more than ${PROJECT_LIMITS.depth} deep.`,
      nextStep: 'No project of the atlas has: choose a file that the atlas saved.',
    });
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return fail({
      reason: 'not-json',
      message: 'The file is not readable JSON.',
      nextStep: 'It may be cut off or of another kind: save the project again, or choose another file.',
    });
  }
  return parseProjectData(data);
}

/** Reads a project file that a person chose; one that is far too large is not read at all. */
export async function readProjectFile(file: Blob): Promise<Result<ParsedProject, ProjectFailure>> {
  // A character takes at most three bytes in UTF-8 (four for two).
  if (file.size > 3 * PROJECT_LIMITS.fileLength) return fail(TOO_LARGE);
  let text: string;
  try {
    text = await file.text();
  } catch {
    return fail({
      reason: 'unreadable-file',
      message: 'The file can no longer be read.',
      nextStep: 'It may have been moved or changed meanwhile: choose it again.',
    });
  }
  return parseProject(text);
}

/** Writes a project file. */
export function serializeProject(document: ProjectDocument): string {
  return JSON.stringify(document);
}
