import {
  Color,
  featureFilter,
  latest,
  normalizePropertyExpression,
  type Feature as StyleFeature,
  type StylePropertyExpression,
} from '@maplibre/maplibre-gl-style-spec';
import type { Feature } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';

/** The values of one style layer at one zoom, evaluated as MapLibre does, feature by feature. */
export interface LayerValues {
  /** Whether the layer is drawn at this zoom at all. */
  readonly visible: boolean;
  readonly accepts: (feature: Feature) => boolean;
  readonly number: (name: string, feature: Feature | null) => number;
  readonly text: (name: string, feature: Feature | null) => string;
  /** Numbers or words of a list property; `null` where it is not set. */
  readonly list: (name: string, feature: Feature | null) => readonly (string | number)[] | null;
  /** `#rrggbb` and opacity 0…1. */
  readonly colour: (name: string, feature: Feature | null) => SheetColour;
}

/** A colour as every SVG reader understands it. */
export interface SheetColour {
  readonly hex: string;
  readonly opacity: number;
}

type PropertySpec = Parameters<typeof normalizePropertyExpression>[2];
const specs = latest as unknown as Readonly<Record<string, Readonly<Record<string, PropertySpec>>>>;

const geometryTypes: Readonly<Record<string, 1 | 2 | 3>> = {
  Point: 1,
  MultiPoint: 1,
  LineString: 2,
  MultiLineString: 2,
  Polygon: 3,
  MultiPolygon: 3,
};

function styleFeature(feature: Feature): StyleFeature {
  return {
    type: geometryTypes[feature.geometry.type] ?? 0,
    id: feature.id,
    properties: feature.properties ?? {},
  };
}

/** `classOf` gives the feature state `class` of a polygon of the layer's source, or `null`. */
export function layerValues(
  layer: LayerSpecification,
  zoom: number,
  classOf: (feature: Feature) => number | null,
): LayerValues {
  const own: Readonly<Record<string, unknown>> = {
    ...('paint' in layer ? layer.paint : {}),
    ...('layout' in layer ? layer.layout : {}),
  };
  const filter =
    'filter' in layer && layer.filter !== undefined
      ? featureFilter(layer.filter, `${layer.id}.filter`)
      : null;
  const expressions = new Map<string, StylePropertyExpression>();
  const expressionOf = (name: string): StylePropertyExpression => {
    let expression = expressions.get(name);
    if (expression === undefined) {
      const spec = specs[`paint_${layer.type}`]?.[name] ?? specs[`layout_${layer.type}`]?.[name];
      if (spec === undefined) throw new Error(`${layer.type} layers have no property ${name}`);
      const value = own[name] ?? (spec as { readonly default?: unknown }).default ?? null;
      expression = normalizePropertyExpression(value as never, `${layer.id}.${name}`, spec);
      expressions.set(name, expression);
    }
    return expression;
  };
  const evaluate = (name: string, feature: Feature | null): unknown => {
    const state = feature === null ? null : classOf(feature);
    return expressionOf(name).evaluate(
      { zoom },
      feature === null ? undefined : styleFeature(feature),
      state === null ? {} : { class: state },
    );
  };
  return {
    visible: zoom >= (layer.minzoom ?? 0) && zoom < (layer.maxzoom ?? 25) && own['visibility'] !== 'none',
    accepts: (feature) => filter === null || filter.filter({ zoom }, styleFeature(feature)),
    number: (name, feature) => Number(evaluate(name, feature) ?? 0),
    text: (name, feature) => {
      const value = evaluate(name, feature);
      // `text-field` yields the style specification's own Formatted, which says its text.
      return value === null || value === undefined ? '' : (value as { toString: () => string }).toString();
    },
    list: (name, feature) => {
      const value = own[name] === undefined ? null : evaluate(name, feature);
      return Array.isArray(value) ? (value as readonly (string | number)[]) : null;
    },
    colour: (name, feature) => colourOf(evaluate(name, feature)),
  };
}

function colourOf(value: unknown): SheetColour {
  const colour = value instanceof Color ? value : Color.parse(String(value));
  if (colour === undefined) throw new Error(`Not a colour: ${String(value)}`);
  const [red, green, blue, alpha] = colour.rgb;
  const digits = [red, green, blue].map((channel) =>
    Math.round(channel * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return { hex: `#${digits.join('')}`, opacity: alpha };
}
