import type { Feature, FeatureCollection, Position } from 'geojson';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { LngLat } from '#core/units/coordinates.ts';
import { type Annotation, positionsOf } from '#core/geography/annotations.ts';
import type { AnnotationsDrawing } from './annotations-drawing.ts';
import { arrowOutline } from './arrow-outline.ts';
import { labelPaint } from './basemap-layers.ts';
import { labelPoint } from './label-point.ts';
import { sourceIds } from './layer-ids.ts';
import type { MapModel } from './map-model.ts';
import { mercatorFraction } from './map-view.ts';
import { fontStacks, type ThemeTokens } from './theme-tokens.ts';

/** Where the words stand, seen from their point. */
const SIDES = ['right', 'left', 'above', 'below', 'middle'] as const;
type Side = (typeof SIDES)[number];

/** The same model without what only helps to edit: for pictures that leave the page. */
export function withoutHandles(model: MapModel): MapModel {
  const drawing = model.annotations ?? null;
  if (drawing === null || (drawing.edited === null && drawing.draft.length === 0)) return model;
  return { ...model, annotations: { ...drawing, edited: null, draft: [] } };
}

/** The words of an arrow stand behind its tail, so that it never runs through them. */
function sideOfTail(from: LngLat, to: LngLat): Side {
  const [fromX, fromY] = mercatorFraction(from);
  const [toX, toY] = mercatorFraction(to);
  if (Math.abs(toX - fromX) > Math.abs(toY - fromY)) return toX > fromX ? 'left' : 'right';
  return toY > fromY ? 'above' : 'below';
}

const point = (at: LngLat, properties: Readonly<Record<string, unknown>>): Feature => ({
  type: 'Feature',
  properties: { ...properties },
  geometry: { type: 'Point', coordinates: [...at] },
});

const closed = (ring: readonly LngLat[]): Position[] =>
  [...ring, ...ring.slice(0, 1)].map((position) => [...position]);

function featuresOf(shape: Annotation): readonly Feature[] {
  const { id, text } = shape;
  if (shape.kind === 'label')
    return [
      point(shape.at, { id, role: 'label' }),
      point(shape.at, { id, role: 'words', text, side: 'right' }),
    ];
  if (shape.kind === 'arrow')
    return [
      {
        type: 'Feature',
        properties: { id, role: 'arrow' },
        geometry: { type: 'Polygon', coordinates: [closed(arrowOutline(shape.from, shape.to))] },
      },
      point(shape.from, { id, role: 'words', text, side: sideOfTail(shape.from, shape.to) }),
    ];
  const geometry = { type: 'Polygon' as const, coordinates: [closed(shape.ring)] };
  return [
    { type: 'Feature', properties: { id, role: 'area' }, geometry },
    point(labelPoint(geometry), { id, role: 'words', text, side: 'middle' }),
  ];
}

function handlesOf({ shapes, edited, draft }: AnnotationsDrawing): readonly Feature[] {
  const shape = shapes.find(({ id }) => id === edited);
  const positions = shape === undefined ? [] : positionsOf(shape);
  const line: readonly Feature[] =
    draft.length < 2
      ? []
      : [
          {
            type: 'Feature',
            properties: { id: 'draft', role: 'draft' },
            geometry: { type: 'LineString', coordinates: draft.map((position) => [...position]) },
          },
        ];
  return [...line, ...[...positions, ...draft].map((at) => point(at, { id: 'handle', role: 'handle' }))];
}

/** Annotations as shapes and words, and the handles of the one that is edited. */
export function annotationFeatures(model: MapModel): FeatureCollection {
  const drawing = model.annotations ?? null;
  return {
    type: 'FeatureCollection',
    features: drawing === null ? [] : [...drawing.shapes.flatMap(featuresOf), ...handlesOf(drawing)],
  };
}

const byRole = (role: string): ExpressionSpecification => ['==', ['get', 'role'], role];

const anchors: Readonly<Record<Side, 'left' | 'right' | 'bottom' | 'top' | 'center'>> = {
  right: 'left',
  left: 'right',
  above: 'bottom',
  below: 'top',
  middle: 'center',
};

/** Shapes over everything but names, which stay readable across an arrow. */
export function annotationShapeLayers(tokens: ThemeTokens): readonly LayerSpecification[] {
  const source = sourceIds.annotations;
  return [
    {
      id: 'annotation-area',
      type: 'fill',
      source,
      filter: byRole('area'),
      paint: { 'fill-color': tokens.accent, 'fill-opacity': 0.1 },
    },
    {
      id: 'annotation-area-line',
      type: 'line',
      source,
      filter: byRole('area'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': tokens.accent, 'line-width': 2.2 },
    },
    {
      id: 'annotation-arrow-casing',
      type: 'line',
      source,
      filter: byRole('arrow'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': tokens.paper, 'line-width': 2.4 },
    },
    {
      id: 'annotation-arrow',
      type: 'fill',
      source,
      filter: byRole('arrow'),
      paint: { 'fill-color': tokens.accent },
    },
    {
      id: 'annotation-label',
      type: 'circle',
      source,
      filter: byRole('label'),
      paint: {
        'circle-radius': 4.5,
        'circle-color': tokens.accent,
        'circle-stroke-color': tokens.paper,
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'annotation-draft',
      type: 'line',
      source,
      filter: byRole('draft'),
      paint: { 'line-color': tokens.accent, 'line-width': 1.6, 'line-dasharray': [2, 1.5] },
    },
    {
      id: 'annotation-handle',
      type: 'circle',
      source,
      filter: byRole('handle'),
      paint: {
        'circle-radius': 6,
        'circle-color': tokens.paper,
        'circle-stroke-color': tokens.accent,
        'circle-stroke-width': 2.4,
      },
    },
  ];
}

/** Words on top of everything: they are placed first and never give way. */
export function annotationWordLayers(tokens: ThemeTokens): readonly LayerSpecification[] {
  return SIDES.map((side): LayerSpecification => ({
    id: `annotation-words-${side}`,
    type: 'symbol',
    source: sourceIds.annotations,
    filter: ['all', byRole('words'), ['==', ['get', 'side'], side]],
    layout: {
      'text-field': ['get', 'text'],
      'text-font': [...fontStacks.bold],
      'text-size': 14.5,
      'text-variable-anchor': [anchors[side]],
      'text-radial-offset': side === 'middle' ? 0 : 0.75,
      'text-justify': 'auto',
      'text-max-width': 12,
      'text-allow-overlap': true,
      'text-padding': 4,
    },
    paint: labelPaint(tokens.accent, tokens.paper, 2.2),
  }));
}
