import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { BasemapDrawing } from '#core/geography/basemap-map.ts';
import { sourceIds } from './layer-ids.ts';
import { fontStacks, type ThemeTokens } from './theme-tokens.ts';
import type { MapLanguage } from './map-model.ts';
import type { NationalPart } from './national-shapes.ts';

/**
 * Joins of the national outline: round ones need three times the triangles, and are seen on islets alone, where the line is wider
 * than what it surrounds.
 */
const NATIONAL_JOIN: ExpressionSpecification = ['case', ['has', 'isIslet'], 'round', 'miter'];

function isPart(part: NationalPart): ExpressionSpecification {
  return ['==', ['get', 'part'], part];
}

/** Where a drawing of the basemap is. */
function ground<Drawing extends BasemapDrawing>(drawing: Drawing) {
  return { source: sourceIds.basemap, 'source-layer': drawing } as const;
}

/** Ground: sea, the world's land, China. Everything else is drawn over it. */
export function groundLayers(tokens: ThemeTokens): readonly LayerSpecification[] {
  return [
    { id: 'water', type: 'background', paint: { 'background-color': tokens.water } },
    {
      id: 'land-fill',
      type: 'fill',
      ...ground('land'),
      // The coast is drawn over the fill's edge, which needs no smoothing of its own; so is the national outline.
      paint: { 'fill-color': tokens.foreignLand, 'fill-antialias': false },
    },
    {
      id: 'land-coast',
      type: 'line',
      ...ground('coast'),
      paint: { 'line-color': tokens.coast, 'line-width': 0.5, 'line-opacity': 0.6 },
    },
    {
      id: 'foreign-borders',
      type: 'line',
      ...ground('neighbours'),
      paint: { 'line-color': tokens.foreignBorder, 'line-width': 0.75 },
    },
    {
      id: 'china-glow',
      type: 'line',
      source: sourceIds.national,
      filter: isPart('china'),
      layout: { 'line-join': NATIONAL_JOIN },
      paint: {
        'line-color': tokens.nationalGlow,
        'line-width': ['interpolate', ['linear'], ['zoom'], 3, 5, 8, 12],
        'line-blur': ['interpolate', ['linear'], ['zoom'], 3, 4, 8, 9],
        'line-opacity': 0.55,
      },
    },
    {
      id: 'china-fill',
      type: 'fill',
      source: sourceIds.national,
      filter: isPart('china'),
      paint: { 'fill-color': tokens.chinaLand, 'fill-antialias': false },
    },
  ];
}

/** Inland water, over choropleths and circles so that both stay land. */
export function inlandWaterLayers(tokens: ThemeTokens): readonly LayerSpecification[] {
  return [
    {
      id: 'lakes-fill',
      type: 'fill',
      ...ground('lakes'),
      paint: { 'fill-color': tokens.water, 'fill-outline-color': tokens.river },
    },
    {
      id: 'rivers-line',
      type: 'line',
      ...ground('rivers'),
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': tokens.river,
        'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.6, 6, 1.2, 9, 2.2],
      },
    },
  ];
}

/** The national outline and the South China Sea dash line: over the data, under regions. */
export function nationalBorderLayers(tokens: ThemeTokens): readonly LayerSpecification[] {
  return [
    {
      id: 'china-outline',
      type: 'line',
      source: sourceIds.national,
      filter: isPart('china'),
      layout: { 'line-join': NATIONAL_JOIN },
      paint: {
        'line-color': tokens.nationalBorder,
        'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.8, 7, 1.2],
        'line-opacity': 0.9,
      },
    },
    {
      id: 'dashline-fill',
      type: 'fill',
      source: sourceIds.national,
      filter: ['all', isPart('dashline'), ['==', ['geometry-type'], 'Polygon']],
      paint: { 'fill-color': tokens.nationalBorder },
    },
    {
      id: 'dashline-line',
      type: 'line',
      source: sourceIds.national,
      filter: isPart('dashline'),
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': tokens.nationalBorder,
        'line-width': ['interpolate', ['linear'], ['zoom'], 3, 1.7, 6, 3],
      },
    },
  ];
}

/** Names of seas, rivers (in italics) and of the islands the country's maps always name. */
export function waterLabelLayers(
  tokens: ThemeTokens,
  language: MapLanguage,
  visible: boolean,
): readonly LayerSpecification[] {
  const visibility = visible ? 'visible' : 'none';
  return [
    {
      id: 'river-labels',
      type: 'symbol',
      ...ground('rivers'),
      minzoom: 4.5,
      layout: {
        visibility,
        'symbol-placement': 'line',
        'symbol-spacing': 420,
        'text-field': ['coalesce', ['get', language === 'zh' ? 'nameZh' : 'nameEn'], ''],
        'text-font': [...fontStacks.italic],
        'text-size': ['interpolate', ['linear'], ['zoom'], 5, 10, 9, 13],
        'text-letter-spacing': 0.12,
        'text-padding': 12,
      },
      paint: labelPaint(tokens.waterLabel, tokens.paper, 1),
    },
    seaNameLayer(
      'island',
      {
        visibility,
        'text-font': [...fontStacks.regular],
        'text-size': ['interpolate', ['linear'], ['zoom'], 3, 9.5, 7, 12],
        'text-letter-spacing': 0.02,
        // Islands that every map of the country names step beside a long name rather than vanish under it.
        'text-variable-anchor': ['center', 'left', 'right', 'top', 'bottom'],
      },
      labelPaint(tokens.muted, tokens.water, 0.8),
    ),
    // Placed by hand in open water: moved aside, a name would lie on the coast.
    seaNameLayer(
      'water',
      {
        visibility,
        'text-font': [...fontStacks.italic],
        'text-size': ['interpolate', ['linear'], ['zoom'], 3, language === 'zh' ? 12 : 10.5, 7, 18],
        'text-letter-spacing': language === 'zh' ? 0.3 : 0.14,
      },
      labelPaint(tokens.waterLabel, tokens.water, 0.8),
    ),
  ];
}

type SymbolLayer = Extract<LayerSpecification, { type: 'symbol' }>;

/** Names of seas, or of islands. */
function seaNameLayer(
  kind: 'water' | 'island',
  layout: NonNullable<SymbolLayer['layout']>,
  paint: NonNullable<SymbolLayer['paint']>,
): SymbolLayer {
  return {
    id: kind === 'water' ? 'sea-labels' : 'island-labels',
    type: 'symbol',
    source: sourceIds.seaLabels,
    filter: [
      'all',
      ['==', ['get', 'kind'], kind],
      ['>=', ['zoom'], ['get', 'minZoom']],
      ['<', ['zoom'], ['get', 'maxZoom']],
    ],
    layout: {
      ...layout,
      'text-field': ['get', 'name'],
      'text-padding': 3,
      'symbol-sort-key': ['get', 'order'],
    },
    paint,
  };
}

/** Text colour with a halo of the ground it stands on, as wide as to bear the text alone where that ground is coloured. */
export function labelPaint(
  colour: string,
  halo: string,
  width: number,
): { 'text-color': string; 'text-halo-color': string; 'text-halo-width': number; 'text-halo-blur': number } {
  return {
    'text-color': colour,
    'text-halo-color': halo,
    'text-halo-width': width,
    'text-halo-blur': 0.3,
  };
}
