import type { i18n } from 'i18next';
import { nameLanguage } from '#core/geography/name-language.ts';
import { NO_ADDED_DATA } from '#core/surface/added-travel-data.ts';
import { ENGINE_VERSION } from '#core/reproduction/engine-version.ts';
import { type Result, succeed } from '#core/units/result.ts';
import type { Receipt } from '#data/receipt.ts';
import { settingLines } from '#features/briefing/export/setting-lines.ts';
import { sourceLines } from '#features/briefing/export/sheet-lines.ts';
import { mapFrame, type MapSheet } from '#map/export/map-sheet.ts';
import { screenLayout } from '#map/export/sheet-layout.ts';
import { modelUnderFurniture } from '#map/export/sheet-furniture.ts';
import { fitSheet, sheetSvg } from '#map/export/sheet-svg.tsx';
import { vectorMap } from '#map/export/vector-map.tsx';
import type { LayerVisibility, MapModel, RailDrawing } from '#map/layers/map-model.ts';
import { newestPopulation } from '#state/newest-population.ts';
import type { ProjectDocument, Scene } from '#state/document/project-document.ts';
import { statedStructure, type StructureValues } from '#state/told/stated-structure.ts';
import { travelFilesInUse } from '#state/travel-files/travel-files-in-use.ts';
import { writeUrlState } from '#state/link/url-state.ts';
import { atScene } from './at-scene.ts';
import { drawPlaces, drawRegions, drawStations } from '../map/shell-drawing.ts';
import { NOTHING_STATED } from '#features/integration/measure/stated-colours.ts';
import { definitionWords } from '#features/circles/use-definition.ts';
import { accessibilityScene } from './scene-accessibility.ts';
import { circleScene } from './scene-circles.ts';
import { colourScene } from './scene-colours.ts';
import type { ShapeSets } from './own-shape-files.ts';
import { notGiven, shapesScene } from './scene-shapes.ts';
import { encodeSurfacePng } from './surface-png.ts';
import { structureScene } from './scene-structure.ts';
import { loadSceneData, type SceneData, type SceneSource } from './scene-data.ts';

/** A scene drawn without a page. */
export interface DrawnScene {
  readonly svg: string;
  /** What the drawing leaves out, in words. */
  readonly left: readonly string[];
}

/** Size of the map that scenes are drawn for, CSS pixels: that of the sheet's frame. */
const SCREEN = { width: mapFrame.width, height: mapFrame.height };

function shellModel({ view, ownRegions }: ProjectDocument, data: SceneData): MapModel {
  const { plannedRail, ...visible } = view.layers[view.workspace];
  const regions = data.of('regions');
  const lines = data.of('rail-lines');
  const units = [...data.of('units').units, ...(data.maybe('units-county')?.units ?? [])];
  const population = newestPopulation(
    data.of('indicators').table,
    data.maybe('indicators-county')?.table ?? null,
  );
  const rail: RailDrawing = {
    lines,
    year: view.railYear,
    showUnderConstruction: plannedRail,
    showPlanned: plannedRail,
    categories: new Set(view.railCategories),
  };
  return {
    theme: 'light',
    language: nameLanguage(view.language),
    topologies: {
      national: data.of('admin-national'),
      county: data.maybe('admin-county'),
      basemap: data.of('basemap'),
      basemapDetail: data.maybe('basemap-detail'),
    },
    visible: visible satisfies LayerVisibility,
    regions: drawRegions(regions, view, ownRegions),
    places: drawPlaces(units, regions, population),
    choropleth: null,
    rail,
    roadLinks: data.of('road-links'),
    closedRoadLinks: new Set(),
    stations: visible.stations ? drawStations(lines) : [],
    stationNames: data.maybe('station-names'),
    circle: null,
    flows: [],
    selection: null,
    hover: null,
  };
}

function structureValues(data: SceneData): StructureValues {
  return {
    regions: data.of('regions'),
    indicators: data.of('indicators'),
    units: data.of('units'),
    employment: data.maybe('employment'),
    yardsticks: data.maybe('yardsticks') ?? [],
  };
}

/**
 * A scene as vector sheet, by the functions that the page itself draws and exports with.
 * @param words knows the namespaces of the app
 * @param today ISO day, for the imprint
 * @param shapes contents of the person's own boundaries that were given
 */
export async function drawScene(
  project: ProjectDocument,
  scene: Scene,
  source: SceneSource,
  words: i18n,
  today: string,
  shapes: ShapeSets,
): Promise<Result<DrawnScene>> {
  const document = atScene(project, scene);
  const language = document.view.language === 'en' ? 'en' : 'zh-CN';
  const t = words.getFixedT(language, 'briefing');
  const loaded = await loadSceneData(document, source);
  if (!loaded.ok) return loaded;
  const data = loaded.value;
  const shell = shellModel(document, data);
  const colours = await colourScene(
    document,
    data,
    source,
    words.getFixedT(language, ['integration', 'terms']),
    language,
  );
  if (!colours.ok) return colours;
  const accessibility = await accessibilityScene(
    document,
    data,
    source,
    definitionWords(document.circles, words.getFixedT(language, ['circles', 'terms'])),
    words.getFixedT(language, 'circles'),
    language,
  );
  if (!accessibility.ok) return accessibility;
  const isAccessibility = accessibility.value !== null;
  const circles = await circleScene(
    document,
    data,
    source,
    shell,
    (mode) => t(`mode.${mode}`),
    language,
    isAccessibility,
  );
  if (!circles.ok) return circles;
  const { model: circleModel, ...statedOfCircles } = circles.value;
  const structure = await structureScene(
    document,
    data,
    source,
    words.getFixedT(language, ['structure']),
    language,
  );
  if (!structure.ok) return structure;
  const circleWords = words.getFixedT(language, 'circles');
  const shapeWords = {
    title: circleWords('shapes.legend'),
    ownFile: (name: string) => circleWords('shapes.ownFile', { name }),
  };
  const model: MapModel = {
    ...shell,
    choropleth: colours.value.drawing,
    ...structure.value.model,
    ...circleModel,
    ...accessibility.value?.model,
    ownShapes: shapesScene(document, shapes, shapeWords),
    annotations: { shapes: scene.annotations, edited: null, isEditable: false, draft: [] },
  };

  const manifest = data.of('manifest');
  const approval = document.mapApprovalNumber.trim();
  const stated = {
    ...(isAccessibility ? NOTHING_STATED : colours.value.stated),
    ...statedOfCircles,
    accessibility: accessibility.value?.stated ?? null,
    accessibilityRanges: accessibility.value?.statedRanges ?? null,
    ...structure.value.stated,
  };
  const isAlone = Object.values(stated).every((part) => part === null);
  const receipt: Receipt = {
    format: 'chengqun-receipt',
    version: 1,
    engineVersion: ENGINE_VERSION,
    dataVersion: manifest.dataVersion,
    link: writeUrlState(document),
    ...stated,
    structure: statedStructure(document, structureValues(data), isAlone),
  };
  const sheet: MapSheet = {
    title: scene.title,
    note: scene.note,
    model,
    camera: document.view.camera,
    screen: SCREEN,
    approvalNumber: approval === '' ? null : approval,
    dataVersion: manifest.dataVersion,
    settings: {
      title: t('setting.title'),
      lines: settingLines(document, model, { added: NO_ADDED_DATA, missing: travelFilesInUse(document) }, t),
    },
    sources: { title: t('sources'), lines: sourceLines(model, manifest, t) },
    receipt: JSON.stringify(receipt),
    imprint: `${t('atlas')} · ${today}`,
  };
  const fitted = fitSheet(sheet, screenLayout);
  const drawn = modelUnderFurniture(model, screenLayout.map, fitted);
  const svg = sheetSvg(
    sheet,
    { kind: 'vector', map: vectorMap(drawn, fitted.camera, fitted.size, encodeSurfacePng) },
    screenLayout,
  );
  return succeed({ svg, left: notGiven(document, shapes) });
}
