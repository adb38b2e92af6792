import type { Feature, FeatureCollection } from 'geojson';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { labelPaint } from './basemap-layers.ts';
import { sourceIds } from './layer-ids.ts';
import type { MapModel, LayerModel } from './map-model.ts';
import { fontStacks, type ThemeTokens } from './theme-tokens.ts';
import { drawnName } from './drawn-name.ts';

/** Lines of the road links. */
export function roadLinkLines(model: MapModel): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: model.roadLinks
      .filter(({ path }) => path.length >= 2)
      .map((link): Feature => ({
        type: 'Feature',
        properties: {
          id: link.id,
          name: drawnName(model.language === 'zh' ? link.nameZh : link.nameEn),
          state: model.closedRoadLinks.has(link.id) ? 'closed' : link.status === 'open' ? 'open' : 'future',
        },
        geometry: { type: 'LineString', coordinates: link.path.map((position) => [...position]) },
      })),
  };
}

/** A bridge's double line: a dark line with a paler one inside; future links dashed, closed ones in the accent. */
export function roadLinkLayers(model: LayerModel, tokens: ThemeTokens): readonly LayerSpecification[] {
  const visibility = model.visible.roadLinks ? 'visible' : 'none';
  return [
    {
      id: 'road-link-casing',
      type: 'line',
      source: sourceIds.roadLinks,
      minzoom: 5,
      filter: ['!=', ['get', 'state'], 'future'],
      layout: { visibility, 'line-cap': 'butt', 'line-join': 'round' },
      paint: {
        'line-color': ['match', ['get', 'state'], 'closed', tokens.accent, tokens.roadLink],
        'line-width': ['interpolate', ['linear'], ['zoom'], 5, 1.6, 8, 4, 11, 6],
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 5, 0.7, 6, 1],
      },
    },
    {
      id: 'road-link-inner',
      type: 'line',
      source: sourceIds.roadLinks,
      minzoom: 6,
      filter: ['!=', ['get', 'state'], 'future'],
      layout: { visibility, 'line-cap': 'butt', 'line-join': 'round' },
      paint: {
        'line-color': tokens.paper,
        'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.6, 8, 1.8, 11, 3],
      },
    },
    {
      id: 'road-link-future',
      type: 'line',
      source: sourceIds.roadLinks,
      minzoom: 6,
      filter: ['==', ['get', 'state'], 'future'],
      layout: { visibility, 'line-cap': 'butt', 'line-join': 'round' },
      paint: {
        'line-color': tokens.roadLink,
        'line-width': ['interpolate', ['linear'], ['zoom'], 6, 1.2, 11, 3],
        'line-dasharray': [2, 1.5],
      },
    },
    {
      id: 'road-link-closed',
      type: 'symbol',
      source: sourceIds.roadLinks,
      minzoom: 6,
      filter: ['==', ['get', 'state'], 'closed'],
      layout: {
        visibility,
        'symbol-placement': 'line-center',
        'text-field': '×',
        'text-font': [...fontStacks.bold],
        'text-size': 22,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: labelPaint(tokens.accent, tokens.paper, 2),
    },
  ];
}

/** Names along the road links. */
export function roadLinkLabelLayers(model: LayerModel, tokens: ThemeTokens): readonly LayerSpecification[] {
  return [
    {
      id: 'road-link-labels',
      type: 'symbol',
      source: sourceIds.roadLinks,
      minzoom: 7.5,
      layout: {
        visibility: model.visible.roadLinks && model.visible.labels ? 'visible' : 'none',
        'symbol-placement': 'line-center',
        'text-field': ['get', 'name'],
        'text-font': [...fontStacks.medium],
        'text-size': ['interpolate', ['linear'], ['zoom'], 7.5, 10, 10, 12.5],
        'text-offset': [0, -0.95],
        'text-max-angle': 60,
        'text-padding': 4,
      },
      paint: labelPaint(tokens.roadLink, tokens.paper, 1.6),
    },
  ];
}

/** Widths in pixels. */
interface StateWidths {
  readonly selected: number;
  readonly pointed: number;
}

const byState = ({ selected, pointed }: StateWidths): ExpressionSpecification => [
  'match',
  ['get', 'state'],
  'selected',
  selected,
  pointed,
];

/** Thinner on national views, where an outline is all bends. */
function widthByState(far: StateWidths, near: StateWidths): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], 4, byState(far), 6.5, byState(near)];
}

/** Outlines of what is selected (accent; ink beside a circle, whose 60-minute line is the accent) and hovered (ink). */
export function highlightLayers(isOverCircle: boolean, tokens: ThemeTokens): readonly LayerSpecification[] {
  const selected = isOverCircle ? tokens.ink : tokens.accent;
  return [
    {
      id: 'highlight-casing',
      type: 'line',
      source: sourceIds.highlight,
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': tokens.paper,
        'line-width': widthByState({ selected: 4.2, pointed: 3 }, { selected: 6, pointed: 4 }),
        'line-opacity': 0.85,
      },
    },
    {
      id: 'highlight-line',
      type: 'line',
      source: sourceIds.highlight,
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': ['match', ['get', 'state'], 'selected', selected, tokens.ink],
        'line-width': widthByState({ selected: 1.8, pointed: 1.1 }, { selected: 2.6, pointed: 1.4 }),
        'line-opacity': ['match', ['get', 'state'], 'selected', 1, 0.75],
      },
    },
    {
      id: 'highlight-point',
      type: 'circle',
      source: sourceIds.highlight,
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 7,
        'circle-color': 'rgba(0,0,0,0)',
        'circle-stroke-color': ['match', ['get', 'state'], 'selected', selected, tokens.ink],
        'circle-stroke-width': 2,
      },
    },
  ];
}
