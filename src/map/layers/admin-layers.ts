import type { LayerSpecification } from 'maplibre-gl';
import { ADMIN_TILES } from '#core/geography/admin-tiles.ts';
import { hasObject } from '#core/geography/topology-features.ts';
import { hatchImageId, hitLayerIds, sourceIds } from './layer-ids.ts';
import type { ChoroplethLook, ChoroplethLevel, LayerModel } from './map-model.ts';
import type { ThemeTokens } from './theme-tokens.ts';

/** Feature-state value of a polygon without data. */
export const noDataClass = -1;
/** Feature-state value of a polygon that takes no part. */
const absentClass = -2;

/** Opacity of choropleth fills: the ground and the water stay readable through it. */
export const choroplethOpacity = 0.92;

type FillColour = NonNullable<
  NonNullable<Extract<LayerSpecification, { type: 'fill' }>['paint']>['fill-color']
>;

const CLEAR = 'rgba(0,0,0,0)';

/**
 * Feature state `class` → colour, for recolouring without touching geometry (docs: platform measurements). Asks for the state
 * also where nothing is coloured: a tile that was made with such a colour throws when states change under a constant one
 * (mapbox-gl-js issue 12814).
 */
function classColour(choropleth: ChoroplethLook | null): FillColour {
  const cases = (choropleth?.colours ?? []).flatMap((colour, index) => [index, colour]);
  return [
    'match',
    ['coalesce', ['feature-state', 'class'], absentClass],
    ...(cases.length === 0 ? [absentClass, CLEAR] : cases),
    CLEAR,
  ] as unknown as FillColour;
}

/** Units come as vector tiles, whose shapes lie in a layer of theirs. */
const tiled = { 'source-layer': ADMIN_TILES.layer } as const;

/**
 * Values and hatch on one level's polygons. Units are drawn transparent when theirs is not the level in use, so that they still
 * answer to the pointer; what has nothing to show and nobody to answer is hidden, because MapLibre masks tiles for it all the same.
 */
function levelLayers(
  model: LayerModel,
  level: ChoroplethLevel,
  id: string,
  source: string,
): readonly LayerSpecification[] {
  const isTiled = level === 'prefecture' || level === 'county';
  const choropleth = model.visible.choropleth ? model.choropleth : null;
  const active = choropleth?.level === level;
  const isPointedAt =
    level === 'prefecture' || (level === 'county' && hasObject(model.topologies.county, 'counties'));
  const hasGaps = active && choropleth.hasGaps;
  return [
    {
      id,
      type: 'fill',
      source,
      ...(isTiled ? tiled : {}),
      ...(level === 'metro' ? { filter: ['==', ['get', 'kind'], level] } : {}),
      layout: { visibility: active || isPointedAt ? 'visible' : 'none' },
      paint: {
        'fill-color': classColour(active ? choropleth : null),
        'fill-opacity': active ? choroplethOpacity : 0,
      },
    },
    {
      id: `${id}-no-data`,
      type: 'fill',
      source,
      ...(isTiled ? tiled : {}),
      ...(level === 'metro' ? { filter: ['==', ['get', 'kind'], level] } : {}),
      layout: { visibility: hasGaps ? 'visible' : 'none' },
      paint: {
        'fill-pattern': hatchImageId,
        'fill-opacity': [
          'case',
          ['==', ['coalesce', ['feature-state', 'class'], absentClass], noDataClass],
          0.9,
          0,
        ],
      },
    },
  ];
}

/** Choropleth fills of all levels. */
export function choroplethLayers(model: LayerModel): readonly LayerSpecification[] {
  return [
    ...levelLayers(model, 'prefecture', hitLayerIds.prefectures, sourceIds.prefectures),
    ...levelLayers(model, 'county', hitLayerIds.counties, sourceIds.counties),
    ...levelLayers(model, 'agglomeration', 'choropleth-agglomeration', sourceIds.regions),
    ...levelLayers(model, 'metro', 'choropleth-metro', sourceIds.regions),
  ];
}

/** Province, prefecture and county lines, each level thinner than the one above. */
export function adminLineLayers(model: LayerModel, tokens: ThemeTokens): readonly LayerSpecification[] {
  const { visible, choropleth } = model;
  const coloured = visible.choropleth ? choropleth?.level : undefined;
  const overColour = coloured === 'prefecture' || coloured === 'county';
  const countyAlways = coloured === 'county';
  return [
    {
      id: 'county-lines',
      type: 'line',
      source: sourceIds.countyLines,
      ...tiled,
      minzoom: countyAlways ? 4 : 6.5,
      layout: { visibility: visible.counties || countyAlways ? 'visible' : 'none', 'line-join': 'round' },
      paint: {
        'line-color': overColour ? tokens.paper : tokens.countyLine,
        'line-width': countyAlways ? ['interpolate', ['linear'], ['zoom'], 4, 0.15, 7, 0.5] : 0.5,
        'line-opacity': countyAlways ? 0.7 : ['interpolate', ['linear'], ['zoom'], 6.6, 0, 7.6, 1],
      },
    },
    {
      id: 'prefecture-lines',
      type: 'line',
      source: sourceIds.prefectureLines,
      ...tiled,
      layout: { visibility: visible.prefectures ? 'visible' : 'none', 'line-join': 'round' },
      paint: {
        'line-color': overColour ? tokens.paper : tokens.prefectureLine,
        'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.4, 5, 0.75, 9, 1],
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 3, 0.6, 5, 1],
      },
    },
    {
      id: 'province-lines',
      type: 'line',
      source: sourceIds.provinceLines,
      ...tiled,
      layout: { visibility: visible.provinces ? 'visible' : 'none', 'line-join': 'round' },
      paint: {
        'line-color': tokens.provinceLine,
        'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.7, 6, 1.1],
        'line-opacity': 0.85,
      },
    },
  ];
}
