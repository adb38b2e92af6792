import type { Feature, FeatureCollection } from 'geojson';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { areaOf } from '#core/geography/topology-features.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import { mixHex } from './hex-colours.ts';
import { labelPaint } from './basemap-layers.ts';
import { dotImageId, ringImageId, sourceIds } from './layer-ids.ts';
import type { MapLanguage, MapModel, PlaceDrawing, LayerModel } from './map-model.ts';
import { drawnName } from './drawn-name.ts';
import { labelPoint } from './label-point.ts';
import { isOverColours } from './region-layers.ts';
import { symbolRadius } from './structure-drawing.ts';
import { fontStacks, type ThemeTokens } from './theme-tokens.ts';

/** Zoom from which a place with a circle of the structure is named: what is measured has a name as soon as there is room. */
const circledMinZoom = 4.5;

/** Distance of a name from the middle of its dot, ems. */
const markOffset = 0.5;
/** Distance of a name from the edge of a circle of the structure, and from the middle of the smallest ones, pixels. */
const circleGap = 2;
const leastCircleOffset = 8;

/** Sizes of letters of places, pixels by zoom and size class (`placeSize`). */
const placeTextSizes: Readonly<Record<number, readonly number[]>> = {
  4: [10, 10, 10.5, 11, 11.5],
  7: [10.5, 12, 12.5, 14, 16],
  10: [12, 14, 15, 17, 19],
};

/** Zoom from which a place may be named: big and core cities first, so that each view names about as much as it holds. */
export function placeMinZoom(place: Pick<PlaceDrawing, 'rank' | 'population'>): number {
  const population = place.population ?? 0;
  if (place.rank === 'county') return population >= 600_000 ? 8 : 9;
  if (place.rank === 'province' || place.rank === 'capital') return 4;
  if (population >= 12_000_000) return 4;
  if (place.rank === 'core' || population >= 7_000_000) return 5;
  return population >= 2_500_000 ? 5.5 : 6.4;
}

/** Size class for the text: 0 county … 4 above ten million (GB 51-style steps in persons, here only for lettering). */
function placeSize(place: PlaceDrawing): number {
  if (place.rank === 'county') return 0;
  const population = place.population ?? 0;
  if (population >= 10_000_000) return 4;
  if (population >= 5_000_000) return 3;
  return population >= 2_000_000 ? 2 : 1;
}

/** An origin shows its own name: the place of the same name steps aside. */
function placesBesideOrigins(
  model: Pick<MapModel, 'places' | 'circle' | 'visible'>,
): readonly PlaceDrawing[] {
  const origins = model.visible.circles ? (model.circle?.origins ?? []) : [];
  if (origins.length === 0) return model.places;
  const named = new Set(origins.map(({ label }) => label));
  return model.places.filter(({ nameZh, nameEn }) => !named.has(nameZh) && !named.has(nameEn));
}

/** A city is named at its seat; a province in the middle of its land. */
function namePoint({ topologies }: Pick<MapModel, 'topologies'>, place: PlaceDrawing): LngLat {
  if (place.rank !== 'province') return place.at;
  const area = areaOf(topologies.national, 'prefectures', place.adcode);
  return area === null ? place.at : labelPoint(area.geometry);
}

/** Name points of provinces, cities and counties. */
export function placePoints(model: MapModel): FeatureCollection {
  const largest = model.structure?.largestValue ?? 1;
  const circles = new Map(
    model.structure?.symbols.map(({ adcode, value }) => [adcode, symbolRadius(value, largest)]),
  );
  return {
    type: 'FeatureCollection',
    features: placesBesideOrigins(model).map((place): Feature => ({
      type: 'Feature',
      properties: {
        id: place.adcode,
        name: drawnName(model.language === 'zh' ? place.nameZh : place.nameEn),
        rank: place.rank,
        size: placeSize(place),
        minZoom: Math.min(placeMinZoom(place), circles.has(place.adcode) ? circledMinZoom : Infinity),
        circle: circles.get(place.adcode) ?? 0,
        // Core cities come before others of their size; unknown populations last.
        order: -(place.population ?? 0) * (place.rank === 'county' ? 0.1 : place.rank === 'city' ? 1 : 3),
      },
      geometry: { type: 'Point', coordinates: [...namePoint(model, place)] },
    })),
  };
}

/** Name points of stations. */
export function stationPoints({
  stations,
  stationNames,
}: Pick<MapModel, 'stations' | 'stationNames'>): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: stations.map((station): Feature => ({
      type: 'Feature',
      properties: {
        id: station.name,
        name: drawnName(stationNames?.get(station.name) ?? station.name),
        minZoom: station.rank === 'hub' ? 9 : 10,
      },
      geometry: { type: 'Point', coordinates: [...station.at] },
    })),
  };
}

/** Zoom from which cities are named before the regions they are in. */
const regionsStepBack = 6.8;

/**
 * Names of stations, places and regions. Later layers are placed first: what has a circle wins over regions, those over other
 * cities, cities over stations.
 */
export function nameLayers(model: LayerModel, tokens: ThemeTokens): readonly LayerSpecification[] {
  const { visible, language } = model;
  // Over colours the halo alone makes the ground of a name.
  const halo = isOverColours(model)
    ? { wider: 0.8, 'text-halo-blur': 0 }
    : { wider: 0, 'text-halo-blur': 0.3 };
  const namePaint = (colour: string, width: number) => ({
    ...labelPaint(colour, tokens.paper, width + halo.wider),
    'text-halo-blur': halo['text-halo-blur'],
  });
  const placePaint = {
    ...namePaint(tokens.ink, 1.5),
    'text-color': ['match', ['get', 'size'], 0, tokens.muted, tokens.ink],
  } satisfies Extract<LayerSpecification, { type: 'symbol' }>['paint'];
  const shown = (on: boolean): 'visible' | 'none' => (visible.labels && on ? 'visible' : 'none');
  const regionNames = {
    type: 'symbol',
    source: sourceIds.regionLabels,
    filter: ['==', ['get', 'kind'], 'agglomeration'],
    layout: {
      visibility: shown(visible.agglomerations),
      'text-field': ['get', 'name'],
      'text-font': [...fontStacks.bold],
      'text-size': [
        'interpolate',
        ['linear'],
        ['zoom'],
        3,
        language === 'zh' ? 12 : 10.5,
        4.2,
        language === 'zh' ? 14.5 : 12,
        6.5,
        language === 'zh' ? 21 : 17,
      ],
      'text-letter-spacing': language === 'zh' ? 0.12 : 0.02,
      'text-line-height': 1.1,
      'text-max-width': language === 'zh' ? 12 : 9.5,
      'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
      'text-radial-offset': 0.4,
      'text-padding': 3,
      'symbol-sort-key': ['get', 'order'],
    },
    paint: {
      ...namePaint(tokens.ink, 1.8),
      // Over values a name has no colour of its own: it would read as one more class.
      'text-color': unlessMuted(
        visible.choropleth && model.choropleth !== null ? tokens.ink : maturityInk(tokens),
        tokens,
      ),
    },
  } satisfies Omit<Extract<LayerSpecification, { type: 'symbol' }>, 'id'>;
  return [
    {
      id: 'station-labels',
      type: 'symbol',
      source: sourceIds.stationLabels,
      minzoom: 8.5,
      filter: ['>=', ['zoom'], ['get', 'minZoom']],
      layout: {
        visibility: shown(visible.stations),
        'text-field': ['get', 'name'],
        'text-font': [...fontStacks.regular],
        'text-size': 10.5,
        'text-variable-anchor': ['left', 'right', 'bottom', 'top'],
        'text-radial-offset': 0.6,
        'text-justify': 'auto',
        'text-padding': 3,
      },
      paint: namePaint(tokens.muted, 1.2),
    },
    {
      ...metroNameLayer(shown(visible.metros), language),
      paint: {
        ...namePaint(tokens.metro, 1.6),
        'text-color': unlessMuted(mixHex(tokens.metro, tokens.ink, 0.15), tokens),
        'text-opacity': fadingOut(8.9, 9),
      },
    },
    // Close by cities come first: the name of the whole has the room they leave, in letters set apart as on a printed map.
    {
      ...regionNames,
      id: 'region-labels-near',
      minzoom: regionsStepBack,
      maxzoom: 9.5,
      layout: {
        ...regionNames.layout,
        'text-font': [...fontStacks.medium],
        'text-size': language === 'zh' ? 18 : 15,
        'text-letter-spacing': language === 'zh' ? 0.5 : 0.12,
      },
      paint: regionNames.paint,
    },
    placeLayer('place-labels', shown(true), placePaint),
    {
      id: 'province-labels',
      type: 'symbol',
      source: sourceIds.placeLabels,
      minzoom: 4,
      filter: ['==', ['get', 'rank'], 'province'],
      layout: {
        visibility: shown(true),
        'text-field': ['get', 'name'],
        'text-font': [...fontStacks.medium],
        'text-size': ['interpolate', ['linear'], ['zoom'], 4, 12, 7, 18, 10, 22],
        'text-letter-spacing': language === 'zh' ? 0.3 : 0.08,
        'text-padding': 4,
      },
      paint: namePaint(tokens.muted, 1.5),
    },
    { ...regionNames, id: 'region-labels', maxzoom: regionsStepBack },
    placeLayer('circled-labels', shown((model.structure?.symbols.length ?? 0) > 0), placePaint),
  ];
}

/** Names of places with their dots: of those with a circle of the structure (`circled-labels`), or of all others. */
function placeLayer(
  id: 'place-labels' | 'circled-labels',
  visibility: 'visible' | 'none',
  paint: NonNullable<Extract<LayerSpecification, { type: 'symbol' }>['paint']>,
): Extract<LayerSpecification, { type: 'symbol' }> {
  const isCircled = id === 'circled-labels';
  return {
    id,
    type: 'symbol',
    source: sourceIds.placeLabels,
    minzoom: 4,
    filter: [
      'all',
      ['!=', ['get', 'rank'], 'province'],
      [isCircled ? '>' : '==', ['get', 'circle'], 0],
      ['>=', ['zoom'], ['get', 'minZoom']],
    ],
    layout: {
      visibility,
      'icon-image': ['match', ['get', 'rank'], ['core', 'capital'], ringImageId, dotImageId],
      'icon-size': [
        'interpolate',
        ['linear'],
        ['zoom'],
        4,
        ['match', ['get', 'size'], 4, 0.75, 3, 0.65, 0, 0.4, 0.55],
        8,
        ['match', ['get', 'size'], 4, 1.05, 3, 0.95, 0, 0.5, 0.8],
      ],
      // A circle has its room already (`structureRoomLayers`).
      'icon-allow-overlap': isCircled,
      'icon-optional': false,
      'icon-padding': 0,
      'text-field': ['get', 'name'],
      'text-font': [
        'step',
        ['get', 'size'],
        ['literal', [...fontStacks.regular]],
        3,
        ['literal', [...fontStacks.medium]],
      ],
      'text-size': byZoomAndSize((pixels) => pixels),
      'text-variable-anchor': [
        'left',
        'right',
        'top',
        'bottom',
        'top-left',
        'bottom-left',
        'top-right',
        'bottom-right',
      ],
      'text-radial-offset': isCircled
        ? byZoomAndSize((pixels) => [
            '/',
            ['max', leastCircleOffset, ['+', ['get', 'circle'], circleGap]],
            pixels,
          ])
        : markOffset,
      'text-justify': 'auto',
      'text-max-width': 9,
      'text-padding': 2,
      'symbol-sort-key': ['get', 'order'],
    },
    paint,
  };
}

/** A figure for each size of letters of places, between zooms in proportion. */
function byZoomAndSize(
  figureOf: (pixels: number) => ExpressionSpecification | number,
): ExpressionSpecification {
  const stops = Object.entries(placeTextSizes).flatMap(([zoom, sizes]) => {
    const [county = 0, ...others] = sizes.map(figureOf);
    const cases = others.flatMap((figure, at) => [at + 1, figure]);
    return [Number(zoom), ['match', ['get', 'size'], ...cases, county]];
  });
  return ['interpolate', ['linear'], ['zoom'], ...stops] as ExpressionSpecification;
}

/** Colours of maturity mixed towards the ink: those of outlines are too light to read as text. */
function maturityInk(tokens: ThemeTokens): ExpressionSpecification {
  return [
    'match',
    ['get', 'maturity'],
    'mature',
    mixHex(tokens.maturity.mature, tokens.ink, 0.35),
    'developing',
    mixHex(tokens.maturity.developing, tokens.ink, 0.5),
    'nurturing',
    mixHex(tokens.maturity.nurturing, tokens.ink, 0.4),
    tokens.ink,
  ];
}

/** Names that step back are gone within a tenth of a zoom: one half gone at rest reads as dirt. */
function fadingOut(from: number, to: number): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], from, 1, to, 0];
}

/** A region that stepped back is named in grey, which still reads; paled, its name would not. */
function unlessMuted(colour: string | ExpressionSpecification, tokens: ThemeTokens): ExpressionSpecification {
  return ['match', ['get', 'role'], 'muted', tokens.muted, colour];
}

/** Names of metropolitan areas: below the cities', which they contain. */
function metroNameLayer(
  visibility: 'visible' | 'none',
  language: MapLanguage,
): Extract<LayerSpecification, { type: 'symbol' }> {
  return {
    id: 'metro-labels',
    type: 'symbol',
    source: sourceIds.regionLabels,
    minzoom: 4.8,
    maxzoom: 9,
    filter: ['==', ['get', 'kind'], 'metro'],
    layout: {
      visibility,
      'text-field': ['get', 'name'],
      'text-font': [...fontStacks.medium],
      'text-size': ['interpolate', ['linear'], ['zoom'], 5, 10.5, 8, 14],
      'text-letter-spacing': language === 'zh' ? 0.1 : 0.02,
      'text-max-width': language === 'zh' ? 12 : 8,
      'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
      'text-radial-offset': 1.2,
      'text-padding': 4,
      'symbol-sort-key': ['get', 'order'],
    },
  };
}
