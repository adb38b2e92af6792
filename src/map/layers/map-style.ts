import type { FeatureCollection } from 'geojson';
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { Topology } from 'topojson-specification';
import { adminFeatures, type AdminDrawing } from '#core/geography/admin-map.ts';
import { basemapFeatures, type BasemapDrawing } from '#core/geography/basemap-map.ts';
import {
  MAP_TILES,
  SHAPE_CUTS,
  type ShapeCut,
  TILED_TOPOLOGIES,
  type TiledTopology,
} from '#core/geography/map-tiles.ts';
import { adminHitLayers, adminLineLayers, choroplethLayers, noDataClass } from './admin-layers.ts';
import { mapTilesUrl } from './map-tile-url.ts';
import { annotationFeatures, annotationShapeLayers, annotationWordLayers } from './annotation-layers.ts';
import { groundLayers, inlandWaterLayers, nationalBorderLayers, waterLabelLayers } from './basemap-layers.ts';
import { circleFillLayers, circleLineLayers, contourAreas, originPoints } from './circle-layers.ts';
import { keptPoints, keptRoomLayer } from './kept-room.ts';
import { highlightFeatures } from './highlight-features.ts';
import { nationalShapes } from './national-shapes.ts';
import { nameLayers, placePoints, stationPoints } from './label-layers.ts';
import { deckAnchors, sourceIds, type SourceId } from './layer-ids.ts';
import type {
  ChoroplethDrawing,
  ChoroplethLevel,
  ChoroplethLook,
  LayerModel,
  MapModel,
} from './map-model.ts';
import { highlightLayers, roadLinkLabelLayers, roadLinkLayers, roadLinkLines } from './network-layers.ts';
import {
  ownShapeLineLayers,
  ownShapeNameLayers,
  ownShapeNames,
  ownShapePolygons,
} from './own-shape-layers.ts';
import type { OverlaySpec } from './overlay-specs.ts';
import { pointSpecs } from './point-specs.ts';
import { railFeatures, railLayers } from './rail-layers.ts';
import {
  colouredRegions,
  isOverColours,
  regionHitLayer,
  regionLineLayers,
  regionNamePoints,
  regionPolygons,
  regionTintLayers,
} from './region-layers.ts';
import { differencePicture, minutesPicture } from './surface-picture.ts';
import { seaLabelPoints } from './sea-names.ts';
import {
  structureRoomLayers,
  structureLayers,
  structureMarks,
  structureSymbols,
} from './structure-layers.ts';
import { themeTokens, type ThemeTokens } from './theme-tokens.ts';

/** Polygons that take classes, as MapLibre names them. */
export type ClassedShapes =
  | { readonly source: typeof sourceIds.regions; readonly sourceLayer?: never }
  | { readonly source: typeof sourceIds.admin; readonly sourceLayer: AdminDrawing };

/** Classes of polygons, for MapLibre's feature state. */
export interface ClassStates {
  readonly shapes: ClassedShapes;
  /** Polygon id → class index, `noDataClass` where there is no data. */
  readonly classes: ReadonlyMap<string, number>;
}

/** Remembers what was derived last from some inputs, so that unchanged inputs give the identical result. */
type Memo = <Value>(key: string, inputs: readonly unknown[], compute: () => Value) => Value;

/** A memory with one entry a key. */
function createMemo(): Memo {
  const entries = new Map<string, { inputs: readonly unknown[]; value: unknown }>();
  return (key, inputs, compute) => {
    const entry = entries.get(key);
    if (
      entry &&
      entry.inputs.length === inputs.length &&
      entry.inputs.every((input, i) => input === inputs[i])
    ) {
      return entry.value as ReturnType<typeof compute>;
    }
    const value = compute();
    entries.set(key, { inputs, value });
    return value;
  };
}

/** What each source of tiles draws, by the names of their layers. */
export interface TiledDrawings {
  readonly basemap: BasemapDrawing;
  readonly admin: AdminDrawing;
}

/** Sources whose shapes come as tiles: the page hands over none of them. */
export type TiledSourceId = keyof TiledDrawings;

/** Sources whose shapes are handed to the map. */
export type DataSourceId = Exclude<SourceId, TiledSourceId>;

/** Where the page's map gets a source's tiles, and the same shapes whole for drawings that need no map. */
export interface TiledSource<Drawing extends string> {
  readonly tiles: string;
  readonly features: (drawing: Drawing) => FeatureCollection;
}

/** What one model becomes: everything the adapter needs, nothing of MapLibre or deck.gl themselves. */
export interface MapPicture {
  /** GeoJSON by source; identical (`===`) to the last picture's where nothing changed. */
  readonly data: Readonly<Record<DataSourceId, FeatureCollection>>;
  readonly tiled: { readonly [Id in TiledSourceId]: TiledSource<TiledDrawings[Id]> };
  /** Always the same layers in the same order: only paint, layout and filters differ between models. */
  readonly layers: readonly LayerSpecification[];
  readonly classStates: ClassStates | null;
  readonly overlays: readonly OverlaySpec[];
}

/** How MapLibre cuts what it is handed, where that is more than a few shapes or points with names. */
const dataCuts: Partial<Readonly<Record<DataSourceId, ShapeCut>>> = {
  // No island may vanish.
  national: SHAPE_CUTS.areas,
  regions: SHAPE_CUTS.outlines,
  'own-shapes': SHAPE_CUTS.areas,
};

/** Makes pictures of models, one after the other; parts of the model that stay `===` are not computed again. */
export function createPictureMaker(): (model: MapModel) => MapPicture {
  const memo = createMemo();
  return (model) => {
    const data = pictureData(model, memo);
    return {
      data,
      tiled: tiledSources(model),
      layers: keptLayers(model, data, memo),
      classStates: memo('classes', [model.choropleth, model.visible.choropleth], () => classStates(model)),
      overlays: pictureOverlays(model, memo),
    };
  };
}

/** The finer topologies when they have come: they hold all that the others do. */
function tiledSources({ topologies }: MapModel): MapPicture['tiled'] {
  const { national, county, basemap, basemapDetail } = topologies;
  return {
    basemap: {
      tiles: mapTilesUrl(finestOf({ basemap, 'basemap-detail': basemapDetail })),
      features: (drawing) => basemapFeatures(basemapDetail ?? basemap, drawing),
    },
    admin: {
      tiles: mapTilesUrl(finestOf({ 'admin-national': national, 'admin-county': county })),
      features: (drawing) => adminFeatures(county ?? national, drawing),
    },
  };
}

/** The last of those that are there. */
function finestOf(
  topologies: Readonly<Partial<Record<TiledTopology, Topology | null>>>,
): TiledTopology | null {
  return TILED_TOPOLOGIES.findLast((id) => topologies[id] !== undefined && topologies[id] !== null) ?? null;
}

function pictureData(model: MapModel, memo: Memo): MapPicture['data'] {
  const { topologies, language, visible } = model;
  const { national, county } = topologies;
  const coloured = colouredRegions(model);
  return {
    national: nationalShapes(national),
    regions: memo(
      'regions',
      [model.regions, national, county, visible.agglomerations, visible.metros, coloured],
      () => regionPolygons(model),
    ),
    'region-labels': memo(
      'region-labels',
      [model.regions, national, county, visible.agglomerations, visible.metros, coloured, language],
      () => regionNamePoints(model),
    ),
    highlight: memo(
      'highlight',
      [
        model.hover,
        model.selection,
        model.regions,
        model.rail,
        model.roadLinks,
        model.stations,
        national,
        county,
      ],
      () => highlightFeatures(model),
    ),
    contours: memo('contours', [model.circle, model.theme], () => contourAreas(model.circle, model.theme)),
    origins: memo('origins', [model.circle?.origins, model.circle?.destination], () =>
      originPoints(model.circle),
    ),
    rail: memo('rail', [model.rail], () => railFeatures(model.rail)),
    'road-links': memo('road-links', [model.roadLinks, model.closedRoadLinks, language], () =>
      roadLinkLines(model),
    ),
    'place-labels': memo(
      'place-labels',
      [model.places, national, language, visible.circles, model.circle?.origins, model.structure?.symbols],
      () => placePoints(model),
    ),
    'station-labels': memo('station-labels', [model.stations, model.stationNames], () =>
      stationPoints(model),
    ),
    'sea-labels': seaLabelPoints(language),
    'structure-symbols': memo('structure-symbols', [model.structure], () => structureSymbols(model)),
    'structure-marks': memo('structure-marks', [model.structure, national, county], () =>
      structureMarks(model),
    ),
    'own-shapes': memo('own-shapes', [model.ownShapes], () => ownShapePolygons(model)),
    'own-shape-names': memo('own-shape-names', [model.ownShapes?.files], () => ownShapeNames(model)),
    annotations: memo('annotations', [model.annotations], () => annotationFeatures(model)),
    'kept-room': memo('kept-room', [model.keptRoom], () => keptPoints(model.keptRoom ?? [])),
  };
}

function lookOf({ level, colours, classes }: ChoroplethDrawing): ChoroplethLook {
  return { level, colours, hasGaps: [...classes.values()].includes(null) };
}

/** The last layers as long as only classes and words of a choropleth change: a slider moves them at every step. */
function keptLayers(model: MapModel, data: MapPicture['data'], memo: Memo): readonly LayerSpecification[] {
  const { choropleth, ...rest } = model;
  const look = choropleth === null ? null : lookOf(choropleth);
  return memo(
    'layers',
    [
      look?.level,
      look?.hasGaps,
      look?.colours.length,
      ...(look?.colours ?? []),
      ...Object.values(rest),
      ...Object.values(data),
    ],
    () => pictureLayers({ ...rest, choropleth: look }, data, memo),
  );
}

/** Bottom to top; each group says in its own file why it stands where it does. What hangs on the theme alone stays `===`. */
function pictureLayers(
  model: LayerModel,
  data: MapPicture['data'],
  memo: Memo,
): readonly LayerSpecification[] {
  const tokens = themeTokens(model.theme);
  const themed = (key: string, make: (colours: ThemeTokens) => readonly LayerSpecification[]) =>
    memo(`layers of ${key}`, [tokens], () => make(tokens));
  /** MapLibre masks the tiles of every visible layer at every frame, of one without a shape too. */
  const hasShapes = (source: DataSourceId): boolean => data[source].features.length > 0;
  const marks = (key: string, layers: readonly LayerSpecification[]) => {
    const isShown = layers.map((layer) => 'source' in layer && hasShapes(layer.source as DataSourceId));
    return memo(`marks of ${key}`, [layers, ...isShown], () =>
      layers.map((layer, at) => (isShown[at] === true ? layer : hidden(layer))),
    );
  };
  const isOverCircle = model.visible.circles && model.circle !== null;
  const overColours = isOverColours(model);
  const circle = circleLineLayers(model, tokens);
  return [
    ...themed('ground', groundLayers),
    ...choroplethLayers(model),
    ...regionTintLayers(model, tokens),
    ...circleFillLayers(model),
    ...themed('inland water', inlandWaterLayers),
    ...adminHitLayers(model),
    ...adminLineLayers(model, tokens),
    ...themed('national border', nationalBorderLayers),
    regionHitLayer,
    ...memo('layers of region lines', [overColours, tokens], () => regionLineLayers(overColours, tokens)),
    ...marks(
      'own shapes',
      memo('layers of own shapes', [model.theme], () => ownShapeLineLayers(model.theme)),
    ),
    ...marks(
      'rail',
      memo('layers of rail', [model.visible.rail, tokens], () => railLayers(model.visible.rail, tokens)),
    ),
    ...roadLinkLayers(model, tokens),
    ...circle.lines,
    ...marks(
      'highlight',
      memo('layers of highlight', [isOverCircle, tokens], () => highlightLayers(isOverCircle, tokens)),
    ),
    ...marks('structure', themed('structure', structureLayers)),
    ...marks('annotation shapes', themed('annotation shapes', annotationShapeLayers)),
    ...waterLabelLayers(tokens, model.language, model.visible.labels),
    ...roadLinkLabelLayers(model, tokens),
    ...circle.labels,
    ...nameLayers(model, tokens),
    ...marks(
      'own shape names',
      memo('layers of own shape names', [model.theme], () => ownShapeNameLayers(model.theme)),
    ),
    ...marks('structure room', structureRoomLayers),
    ...circle.origins,
    ...marks('annotation words', themed('annotation words', annotationWordLayers)),
    keptRoomLayer,
  ];
}

function hidden(layer: LayerSpecification): LayerSpecification {
  return Object.assign({ ...layer }, { layout: { ...layer.layout, visibility: 'none' as const } });
}

const shapesOfLevel: Readonly<Record<ChoroplethLevel, ClassedShapes>> = {
  agglomeration: { source: sourceIds.regions },
  metro: { source: sourceIds.regions },
  prefecture: { source: sourceIds.admin, sourceLayer: 'prefectures' },
  county: { source: sourceIds.admin, sourceLayer: 'counties' },
};

function classStates(model: MapModel): ClassStates | null {
  if (!model.choropleth || !model.visible.choropleth) return null;
  const classes = new Map<string, number>();
  for (const [id, index] of model.choropleth.classes) classes.set(id, index ?? noDataClass);
  return { shapes: shapesOfLevel[model.choropleth.level], classes };
}

function pictureOverlays(model: MapModel, memo: Memo): readonly OverlaySpec[] {
  const tokens = themeTokens(model.theme);
  const { circle, theme } = model;
  const image = memo('surface', [circle?.surface, circle?.difference, circle?.maxMinutes, theme], () => {
    if (!circle) return null;
    return circle.difference ? differencePicture(circle.difference, theme) : minutesPicture(circle, theme);
  });
  return [
    {
      kind: 'image',
      id: 'surface',
      beforeId: deckAnchors.surface,
      visible: model.visible.circles && image !== null,
      image,
      opacity: 1,
    },
    ...pointSpecs(model, tokens),
  ];
}

/** The picture as a complete MapLibre style: for the first load, exports and validation. No glyph or sprite server. */
export function pictureStyle(picture: MapPicture): StyleSpecification {
  const sources: StyleSpecification['sources'] = {};
  for (const [id, data] of Object.entries(picture.data) as [DataSourceId, FeatureCollection][]) {
    const { tolerancePixels, bufferPixels } = dataCuts[id] ?? SHAPE_CUTS.fewShapes;
    sources[id] = {
      type: 'geojson',
      data,
      tolerance: tolerancePixels,
      buffer: bufferPixels,
      // Polygons that are coloured by feature state carry their id as a property.
      ...(id === sourceIds.regions ? { promoteId: 'id' } : {}),
    };
  }
  for (const [id, { tiles }] of Object.entries(picture.tiled))
    sources[id] = { type: 'vector', tiles: [tiles], maxzoom: MAP_TILES.maxZoom, promoteId: 'id' };
  return { version: 8, sources, layers: [...picture.layers] };
}
