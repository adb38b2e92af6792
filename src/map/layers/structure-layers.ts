import type { Feature, FeatureCollection } from 'geojson';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { labelPaint } from './basemap-layers.ts';
import { dotImageId, sourceIds } from './layer-ids.ts';
import type { MapModel } from './map-model.ts';
import { regionGeometry } from './region-layers.ts';
import {
  symbolRadius,
  type CentreDrawing,
  type StructureLine,
  type SymbolTone,
} from './structure-drawing.ts';
import { fontStacks, type ThemeTokens } from './theme-tokens.ts';

/** Opacity of circles inside their line: the map is read through them. */
export const symbolOpacity = 0.22;

/** Colours of circles by tone; growth and shrinkage as warm and cool of equal weight. */
export function symbolColours(tokens: ThemeTokens): Readonly<Record<SymbolTone, string>> {
  return {
    size: tokens.ink,
    growing: tokens.accent,
    stable: tokens.muted,
    shrinking: tokens.maturity.mature,
  };
}

/** Colour and dash of a delimitation by its position among the variants (repeats after four). */
export const variantDashes: readonly (readonly number[] | null)[] = [
  null,
  [3, 1.6],
  [1, 1.4],
  [5, 1.4, 1, 1.4],
];

/** Colours of delimitations by position; none is the accent, which outlines what is selected. */
export function variantColours(tokens: ThemeTokens): readonly string[] {
  return [tokens.ink, tokens.maturity.mature, tokens.flow, tokens.maturity.nurturing];
}

/** Colours of lines; the accent only where no region's outline runs close by. */
export function structureLineColours(tokens: ThemeTokens): Readonly<Record<StructureLine['role'], string>> {
  return {
    'ellipse-before': tokens.flow,
    'ellipse-now': tokens.flow,
    shift: tokens.ink,
    'hu-line': tokens.accent,
    pair: tokens.accent,
  };
}

/** Radius of a mean centre, pixels. */
export const centreRadius = 5;

/** Dashes of lines in line widths, `null` = solid. */
export const structureLineDashes: Readonly<Record<StructureLine['role'], readonly number[] | null>> = {
  'ellipse-before': [2.5, 2],
  'ellipse-now': null,
  shift: null,
  'hu-line': [6, 2.5],
  pair: null,
};

/** Circles, largest first so that small ones stay on top. */
export function structureSymbols(model: MapModel): FeatureCollection {
  const drawing = model.structure ?? null;
  const features = (drawing?.symbols ?? [])
    .toSorted((a, b) => b.value - a.value)
    .map(({ adcode, at, value, tone }): Feature => ({
      type: 'Feature',
      properties: { id: adcode, tone, radius: symbolRadius(value, drawing?.largestValue ?? value) },
      geometry: { type: 'Point', coordinates: [...at] },
    }));
  return { type: 'FeatureCollection', features };
}

/** Ellipses, shift, Hu line, mean centres and outlines of variants. */
export function structureMarks(model: MapModel): FeatureCollection {
  const drawing = model.structure ?? null;
  if (drawing === null) return { type: 'FeatureCollection', features: [] };
  const lines = drawing.lines.map(({ id, path, role }): Feature => ({
    type: 'Feature',
    properties: { id, role },
    geometry: { type: 'LineString', coordinates: path.map((at) => [...at]) },
  }));
  const centres = drawing.centres.map(({ at, role }): Feature => ({
    type: 'Feature',
    properties: { id: `centre-${role}`, role: `centre-${role}` },
    geometry: { type: 'Point', coordinates: [...at] },
  }));
  const outlines = drawing.outlines.flatMap((outline): Feature[] => {
    const geometry = regionGeometry(model.topologies, outline);
    if (geometry === null) return [];
    const step = outline.step % variantDashes.length;
    return [{ type: 'Feature', properties: { id: outline.variantKey, role: `variant-${step}` }, geometry }];
  });
  const yardsticks = drawing.yardsticks.flatMap(({ id, outline, at, label }): Feature[] => [
    { type: 'Feature', properties: { id, role: 'yardstick' }, geometry: outline },
    {
      type: 'Feature',
      properties: { id: `${id}-handle`, role: 'yardstick-handle', label },
      geometry: { type: 'Point', coordinates: [...at] },
    },
  ]);
  return { type: 'FeatureCollection', features: [...outlines, ...yardsticks, ...lines, ...centres] };
}

const byRole = (role: string): ExpressionSpecification => ['==', ['get', 'role'], role];

function lineLayer(role: StructureLine['role'], colour: string, width: number): LayerSpecification {
  const dash = structureLineDashes[role];
  return {
    id: `structure-${role}`,
    type: 'line',
    source: sourceIds.structureMarks,
    filter: byRole(role),
    layout: { 'line-join': 'round', 'line-cap': dash === null ? 'round' : 'butt' },
    paint: {
      'line-color': colour,
      'line-width': width,
      ...(dash === null ? {} : { 'line-dasharray': [...dash] }),
    },
  };
}

/** Colour of outlines from abroad: none of the region types, and not the accent. */
export function yardstickColour(tokens: ThemeTokens): string {
  return tokens.ink;
}

/** Dashes of outlines from abroad, in line widths: nothing of the country is drawn so. */
export const yardstickDash: readonly number[] = [4, 1.4];

/** Outlines from abroad with the handle by which they are dragged and their name. */
function yardstickLayers(tokens: ThemeTokens): readonly LayerSpecification[] {
  const colour = yardstickColour(tokens);
  return [
    {
      id: 'structure-yardstick-fill',
      type: 'fill',
      source: sourceIds.structureMarks,
      filter: byRole('yardstick'),
      paint: { 'fill-color': colour, 'fill-opacity': 0.14 },
    },
    {
      id: 'structure-yardstick-line',
      type: 'line',
      source: sourceIds.structureMarks,
      filter: byRole('yardstick'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colour, 'line-width': 1.8, 'line-dasharray': [...yardstickDash] },
    },
    {
      id: 'structure-yardstick-handle',
      type: 'circle',
      source: sourceIds.structureMarks,
      filter: byRole('yardstick-handle'),
      paint: {
        'circle-radius': 7,
        'circle-color': tokens.paper,
        'circle-stroke-color': colour,
        'circle-stroke-width': 2.4,
      },
    },
    {
      id: 'structure-yardstick-name',
      type: 'symbol',
      source: sourceIds.structureMarks,
      filter: byRole('yardstick-handle'),
      layout: {
        'text-field': ['get', 'label'],
        'text-font': [...fontStacks.bold],
        'text-size': 13,
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 1.1,
        'text-max-width': 12,
      },
      paint: labelPaint(colour, tokens.paper, 1.8),
    },
  ];
}

/** The structure workspace's layers: outlines and circles under lines and centres. Empty sources draw nothing. */
export function structureLayers(tokens: ThemeTokens): readonly LayerSpecification[] {
  const colours = symbolColours(tokens);
  const lineColours = structureLineColours(tokens);
  const toneColour: ExpressionSpecification = [
    'match',
    ['get', 'tone'],
    'growing',
    colours.growing,
    'shrinking',
    colours.shrinking,
    'stable',
    colours.stable,
    colours.size,
  ];
  const centre = (role: CentreDrawing['role']): LayerSpecification => ({
    id: `structure-centre-${role}`,
    type: 'circle',
    source: sourceIds.structureMarks,
    filter: byRole(`centre-${role}`),
    paint: {
      'circle-radius': centreRadius,
      'circle-color': role === 'now' ? tokens.flow : tokens.paper,
      'circle-stroke-color': role === 'now' ? tokens.paper : tokens.flow,
      'circle-stroke-width': 1.8,
    },
  });
  return [
    ...variantDashes.map((dash, step): LayerSpecification => ({
      id: `structure-variant-${step}`,
      type: 'line',
      source: sourceIds.structureMarks,
      filter: byRole(`variant-${step}`),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': variantColours(tokens)[step] ?? tokens.ink,
        'line-width': 2.4,
        ...(dash === null ? {} : { 'line-dasharray': [...dash] }),
      },
    })),
    ...yardstickLayers(tokens),
    lineLayer('hu-line', lineColours['hu-line'], 1.8),
    {
      id: 'structure-symbols',
      type: 'circle',
      source: sourceIds.structureSymbols,
      paint: {
        'circle-radius': ['get', 'radius'],
        'circle-color': toneColour,
        'circle-opacity': symbolOpacity,
        'circle-stroke-color': toneColour,
        'circle-stroke-width': 1.4,
        'circle-stroke-opacity': 0.9,
      },
    },
    lineLayer('ellipse-before', lineColours['ellipse-before'], 1.6),
    lineLayer('ellipse-now', lineColours['ellipse-now'], 2.2),
    lineLayer('pair', lineColours.pair, 3),
    lineLayer('shift', lineColours.shift, 2.4),
    centre('before'),
    centre('now'),
  ];
}

/** Unseen marks on mean centres and in the middle of circles, placed before all names: those give way, which they would not to circles. */
export const structureRoomLayers: readonly LayerSpecification[] = [
  {
    id: 'structure-symbol-room',
    type: 'symbol',
    source: sourceIds.structureSymbols,
    // No larger: where circles lie over one another their names would find no room.
    layout: { 'icon-image': dotImageId, 'icon-size': 0.4, 'icon-allow-overlap': true },
    paint: { 'icon-opacity': 0 },
  },
  {
    id: 'structure-centre-room',
    type: 'symbol',
    source: sourceIds.structureMarks,
    filter: ['in', ['get', 'role'], ['literal', ['centre-before', 'centre-now']]],
    layout: { 'icon-image': dotImageId, 'icon-size': 1.3, 'icon-allow-overlap': true },
    paint: { 'icon-opacity': 0 },
  },
];
