import type { FeatureCollection, MultiPolygon } from 'geojson';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { drawnName } from './drawn-name.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import { labelPoint } from './label-point.ts';
import { sourceIds } from './layer-ids.ts';
import type { MapModel, MapTheme } from './map-model.ts';
import { fontStacks, themeTokens } from './theme-tokens.ts';

/** Colours of files one after the other; none is that of a published boundary, a railway or what is selected. */
const COLOURS = {
  light: ['#00727A', '#7A2E6E', '#6B6500', '#37474F'],
  dark: ['#4FCBD3', '#E39BD3', '#CFC95E', '#B8C7D0'],
} as const;

/** Colour of a file's boundaries. @param look position among the files, from 0 */
export function ownShapeColour(theme: MapTheme, look: number): string {
  const colours = COLOURS[theme === 'dark' ? 'dark' : 'light'];
  return colours[look % colours.length] ?? colours[0];
}

/** Boundaries with what their style needs. */
export function ownShapePolygons({ ownShapes }: Pick<MapModel, 'ownShapes'>): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: (ownShapes?.files ?? []).flatMap(({ look, shapes }) =>
      shapes.map(({ id, area }) => ({
        type: 'Feature',
        properties: { id, look: look % COLOURS.light.length, chosen: id === ownShapes?.chosen },
        geometry: area,
      })),
    ),
  };
}

/** Corners of a ring that are enough to find the middle of what it surrounds. */
const ENOUGH_CORNERS = 600;

const namePoints = new WeakMap<MultiPolygon, LngLat>();

/** Where the name of a boundary stands: the outline of a survey has more corners than its middle needs. */
function namePoint(area: MultiPolygon): LngLat {
  const known = namePoints.get(area);
  if (known !== undefined) return known;
  const thinned: MultiPolygon = {
    type: 'MultiPolygon',
    coordinates: area.coordinates.map((rings) =>
      rings.map((ring) => {
        const step = Math.ceil(ring.length / ENOUGH_CORNERS);
        return ring.filter((_, at) => at % step === 0 || at === ring.length - 1);
      }),
    ),
  };
  const point = labelPoint(thinned);
  namePoints.set(area, point);
  return point;
}

/** Where the names of boundaries stand. */
export function ownShapeNames({ ownShapes }: Pick<MapModel, 'ownShapes'>): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: (ownShapes?.files ?? []).flatMap(({ look, shapes }) =>
      shapes.map(({ id, name, area }) => ({
        type: 'Feature',
        properties: { id, look: look % COLOURS.light.length, name: drawnName(name) },
        geometry: { type: 'Point', coordinates: [...namePoint(area)] },
      })),
    ),
  };
}

function colourOfLook(theme: MapTheme): ExpressionSpecification {
  const [first, second, third, last] = COLOURS[theme === 'dark' ? 'dark' : 'light'];
  return ['match', ['get', 'look'], 0, first, 1, second, 2, third, last];
}

/** Two thin lines side by side: no boundary of a plan or a unit is drawn so. */
export function ownShapeLineLayers(theme: MapTheme): readonly LayerSpecification[] {
  const colour = colourOfLook(theme);
  return [
    {
      id: 'own-shape-fill',
      type: 'fill',
      source: sourceIds.ownShapes,
      filter: ['get', 'chosen'],
      paint: { 'fill-color': colour, 'fill-opacity': 0.13 },
    },
    {
      id: 'own-shape-outer',
      type: 'line',
      source: sourceIds.ownShapes,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colour, 'line-width': ['interpolate', ['linear'], ['zoom'], 4, 2.6, 8, 4.6] },
    },
    {
      id: 'own-shape-inner',
      type: 'line',
      source: sourceIds.ownShapes,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': themeTokens(theme).paper,
        'line-width': ['interpolate', ['linear'], ['zoom'], 4, 1, 8, 2],
      },
    },
  ];
}

/** Names of boundaries, in the colour of their lines. */
export function ownShapeNameLayers(theme: MapTheme): readonly LayerSpecification[] {
  return [
    {
      id: 'own-shape-name',
      type: 'symbol',
      source: sourceIds.ownShapeNames,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [...fontStacks.bold],
        'text-size': ['interpolate', ['linear'], ['zoom'], 5, 11, 9, 13],
        'text-max-width': 9,
      },
      paint: {
        'text-color': colourOfLook(theme),
        'text-halo-color': themeTokens(theme).paper,
        'text-halo-width': 1.6,
        'text-halo-blur': 0.3,
      },
    },
  ];
}
