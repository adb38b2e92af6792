import type { IndicatorTable } from '#core/indicators/indicator.ts';
import type { RegionalSeries } from '#core/indicators/scoring-table.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import type { CircleEngine } from '#core/surface/circle-engine.ts';
import type { RegionalTravelJob } from '#core/surface/regional-travel.ts';
import { type Result, succeed } from '#core/units/result.ts';
import type { ArtefactId, ArtefactValues } from '#data/artefact-values.ts';
import { withOwnData } from '#state/own-additions.ts';
import { showsAccessibility } from '#state/circles/shows-accessibility.ts';
import { shownWorkspace } from '#state/open-scene.ts';
import { countyFigures } from '#state/score/county-figures.ts';
import type { ProjectDocument } from '#state/document/project-document.ts';
import { COUNTY_ZOOM } from '../map/shell-drawing.ts';

/** Where an unattended drawing gets data and answers from. */
export interface SceneSource {
  readonly load: <Id extends ArtefactId>(id: Id) => Promise<Result<ArtefactValues[Id]>>;
  readonly engine: () => Promise<Result<CircleEngine>>;
  /** The modelled indicators of what is compared, under a scenario's changes. */
  readonly modelled: (
    jobs: readonly RegionalTravelJob[],
    edits: readonly ScenarioEdit[],
  ) => Promise<Result<readonly RegionalSeries[]>>;
}

const ALWAYS = [
  'manifest',
  'admin-national',
  'basemap',
  'units',
  'regions',
  'rail-lines',
  'road-links',
  'indicators',
  'sources',
] as const;
type AlwaysId = (typeof ALWAYS)[number];

/** The data of a scene as its project sees them, own tables and regions included. */
export interface SceneData {
  readonly of: <Id extends AlwaysId>(id: Id) => ArtefactValues[Id];
  /** `null` where the scene does not need it. */
  readonly maybe: <Id extends ArtefactId>(id: Id) => ArtefactValues[Id] | null;
}

/** Whether the scene colours by county. */
function coloursCounties({ view, integration: { shown } }: ProjectDocument): boolean {
  const isCounty = (shown.kind === 'value' || shown.kind === 'change') && shown.level === 'county';
  return view.layers[view.workspace].choropleth && isCounty;
}

function neededBy(document: ProjectDocument): readonly ArtefactId[] {
  const { view, ownRegions } = document;
  const layers = view.layers[view.workspace];
  const isNear = view.camera.zoom >= COUNTY_ZOOM;
  const look = shownWorkspace(document) === 'structure' ? view.structure : null;
  const clusters = look?.clusters ?? null;
  const needsJobs = layers.choropleth || clusters !== null || look?.page === 'industry';
  const byCounty = showsAccessibility(document) || coloursCounties(document) || clusters?.level === 'county';
  const drawsCounties = (isNear && layers.counties) || byCounty;
  return [
    ...ALWAYS,
    ...(needsJobs ? (['employment'] as const) : []),
    ...(view.yardsticks.length > 0 ? (['yardsticks'] as const) : []),
    ...(isNear ? (['basemap-detail'] as const) : []),
    ...(view.language === 'en' && layers.stations ? (['station-names'] as const) : []),
    ...(drawsCounties || ownRegions.length > 0
      ? (['admin-county', 'units-county', 'indicators-county'] as const)
      : []),
  ];
}

/** The counties' figures with those that the app derives; `null` where the scene does not need them. */
export function countyTable(data: SceneData): IndicatorTable | null {
  const [figures, counties] = [data.maybe('indicators-county'), data.maybe('units-county')];
  return figures === null || counties === null ? null : countyFigures(figures.table, counties.units);
}

/** Loads what a scene is drawn from. */
export async function loadSceneData(
  document: ProjectDocument,
  source: SceneSource,
): Promise<Result<SceneData>> {
  const values: Partial<Record<ArtefactId, unknown>> = {};
  for (const id of new Set(neededBy(document))) {
    const loaded = await source.load(id);
    if (!loaded.ok) return loaded;
    values[id] = loaded.value;
  }
  const own = { tables: document.ownTables, regions: document.ownRegions };
  const maybe: SceneData['maybe'] = (id) => withOwnData(id, values as Partial<ArtefactValues>, own) ?? null;
  return succeed({
    maybe,
    of: (id) => {
      const value = maybe(id);
      if (value === null) throw new Error(`${id} was not loaded`);
      return value;
    },
  });
}
