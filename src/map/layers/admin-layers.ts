import type { LayerSpecification } from 'maplibre-gl';
import type { AdminDrawing } from '#core/geography/admin-map.ts';
import { hatchImageId, hitLayerIds, sourceIds } from './layer-ids.ts';
import type { ChoroplethLook, ChoroplethLevel, LayerModel } from './map-model.ts';
import type { ThemeTokens } from './theme-tokens.ts';

/** Feature-state value of a polygon without data. */
export const noDataClass = -1;
/** Feature-state value of a polygon that takes no part. */
const absentClass = -2;

/** Opacity of choropleth fills: the ground and the water stay readable through it. */
export const choroplethOpacity = 0.92;

type FillLayer = Extract<LayerSpecification, { type: 'fill' }>;
type FillColour = NonNullable<NonNullable<FillLayer['paint']>['fill-color']>;
type ShapesOfFill = Pick<FillLayer, 'source' | 'source-layer' | 'filter'>;

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

/** Where a level's polygons are, and which of them. */
const shapesOfLevel: Readonly<Record<ChoroplethLevel, ShapesOfFill>> = {
  prefecture: { source: sourceIds.admin, 'source-layer': 'prefectures' },
  county: { source: sourceIds.admin, 'source-layer': 'counties' },
  agglomeration: { source: sourceIds.regions },
  metro: { source: sourceIds.regions, filter: ['==', ['get', 'kind'], 'metro'] },
};

/** Values and hatch on one level's polygons. What shows nothing is hidden, because MapLibre masks tiles for it all the same. */
function levelLayers(model: LayerModel, level: ChoroplethLevel): readonly LayerSpecification[] {
  const choropleth = model.visible.choropleth ? model.choropleth : null;
  const active = choropleth?.level === level;
  const shapes = shapesOfLevel[level];
  const id = `choropleth-${level}`;
  return [
    {
      id,
      type: 'fill',
      ...shapes,
      layout: { visibility: active ? 'visible' : 'none' },
      paint: {
        'fill-color': classColour(active ? choropleth : null),
        'fill-opacity': active ? choroplethOpacity : 0,
      },
    },
    {
      id: `${id}-no-data`,
      type: 'fill',
      ...shapes,
      layout: { visibility: active && choropleth.hasGaps ? 'visible' : 'none' },
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
  return (['prefecture', 'county', 'agglomeration', 'metro'] as const).flatMap((level) =>
    levelLayers(model, level),
  );
}

function hits(id: string, drawing: AdminDrawing, isThere: boolean): LayerSpecification {
  return {
    id,
    type: 'fill',
    source: sourceIds.admin,
    'source-layer': drawing,
    layout: { visibility: isThere ? 'visible' : 'none' },
    paint: { 'fill-opacity': 0 },
  };
}

/**
 * Polygons of units that answer to the pointer and draw nothing. They lie beside the units' lines because MapLibre masks tiles anew,
 * twice a frame, wherever the source changes from one visible layer to the next.
 */
export function adminHitLayers(model: LayerModel): readonly LayerSpecification[] {
  return [
    hits(hitLayerIds.prefectures, 'prefectures', true),
    hits(hitLayerIds.counties, 'counties', model.topologies.county !== null),
  ];
}

type LineLook = Pick<Extract<LayerSpecification, { type: 'line' }>, 'minzoom' | 'paint'>;

/**
 * Province, prefecture and county lines, each level thinner than the one above. A border has one line, of the coarsest level
 * it belongs to: where that level is not shown and a finer one is, it looks as the finer one does, so that every unit
 * shown is bordered all round.
 */
export function adminLineLayers(model: LayerModel, tokens: ThemeTokens): readonly LayerSpecification[] {
  const { visible, choropleth } = model;
  const coloured = visible.choropleth ? choropleth?.level : undefined;
  const overColour = coloured === 'prefecture' || coloured === 'county';
  const countyAlways = coloured === 'county';
  const county: LineLook = {
    minzoom: countyAlways ? 4 : 6.5,
    paint: {
      'line-color': overColour ? tokens.paper : tokens.countyLine,
      'line-width': countyAlways ? ['interpolate', ['linear'], ['zoom'], 4, 0.15, 7, 0.5] : 0.5,
      'line-opacity': countyAlways ? 0.7 : ['interpolate', ['linear'], ['zoom'], 6.6, 0, 7.6, 1],
    },
  };
  const prefecture: LineLook = {
    paint: {
      'line-color': overColour ? tokens.paper : tokens.prefectureLine,
      'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.4, 5, 0.75, 9, 1],
      'line-opacity': ['interpolate', ['linear'], ['zoom'], 3, 0.6, 5, 1],
    },
  };
  const province: LineLook = {
    paint: {
      'line-color': tokens.provinceLine,
      'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.7, 6, 1.1],
      'line-opacity': 0.85,
    },
  };
  const ofCounties = visible.counties || countyAlways ? county : null;
  // Where they are coloured, neighbours of one class stay two.
  const ofPrefectures = visible.prefectures || coloured === 'prefecture' ? prefecture : ofCounties;
  const ofProvinces = visible.provinces ? province : ofPrefectures;
  return [
    lines('county-lines', ofCounties ?? county, ofCounties !== null),
    lines('prefecture-lines', ofPrefectures ?? prefecture, ofPrefectures !== null),
    lines('province-lines', ofProvinces ?? province, ofProvinces !== null),
  ];
}

function lines(drawing: AdminDrawing, look: LineLook, isShown: boolean): LayerSpecification {
  return {
    id: drawing,
    type: 'line',
    source: sourceIds.admin,
    'source-layer': drawing,
    layout: { visibility: isShown ? 'visible' : 'none' },
    ...look,
  };
}
