import type { Feature, FeatureCollection } from 'geojson';
import type { MapModel } from '../../layers/map-model.ts';
import { choroplethFeatures } from './choropleth-features.ts';
import { ownShapeFeatures, type ShapeProperties } from './own-shape-features.ts';
import { structureFeatures } from './structure-features.ts';
import {
  circleFeatures,
  flowFeatures,
  originFeatures,
  placeFeatures,
  railFeatures,
  regionFeatures,
  roadFeatures,
  stationFeatures,
} from './network-features.ts';

/** Layers that can leave the atlas as data, in the order of their tables. The base map is not among them. */
export const DATA_LAYERS = [
  'agglomeration',
  'metro',
  'choropleth',
  'circle',
  'circle-outline',
  'origin',
  'flow',
  'city-symbol',
  'structure-line',
  'mean-centre',
  'plan-variant',
  'yardstick',
  'own-boundary',
  'rail',
  'road-link',
  'station',
  'place',
] as const;
/** A layer that can be saved as data. */
export type DataLayer = (typeof DATA_LAYERS)[number];

/** One layer as it is shown, WGS-84. */
export interface ShownLayer {
  readonly layer: DataLayer;
  readonly features: readonly Feature[];
}

/**
 * Everything on the map that has values or names, layer by layer; layers without anything are left out.
 * @param told of boundaries of one's own by their id: their file, and what they hold
 */
export function shownLayers(
  model: MapModel,
  told: ReadonlyMap<string, ShapeProperties> = new Map(),
): readonly ShownLayer[] {
  const structure = structureFeatures(model);
  const features: Readonly<Record<DataLayer, () => readonly Feature[]>> = {
    agglomeration: () => regionFeatures(model, 'agglomeration'),
    metro: () => regionFeatures(model, 'metro'),
    choropleth: () => choroplethFeatures(model),
    circle: () => circleFeatures(model),
    'circle-outline': () => outlineFeatures(model),
    origin: () => originFeatures(model),
    flow: () => flowFeatures(model),
    'city-symbol': () => structure.symbols,
    'structure-line': () => structure.lines,
    'mean-centre': () => structure.centres,
    'plan-variant': () => structure.variants,
    yardstick: () => structure.yardsticks,
    'own-boundary': () => ownShapeFeatures(model, told),
    rail: () => railFeatures(model),
    'road-link': () => roadFeatures(model),
    station: () => stationFeatures(model),
    place: () => placeFeatures(model),
  };
  return DATA_LAYERS.map((layer) => ({ layer, features: features[layer]() })).filter(
    (shown) => shown.features.length > 0,
  );
}

function outlineFeatures({ circle, visible }: MapModel): readonly Feature[] {
  if (circle === null || !visible.circles) return [];
  return (circle.outlines ?? []).map(({ id, label, area }): Feature => ({
    type: 'Feature',
    properties: { id, label, provenance: 'modelled' },
    geometry: area,
  }));
}

/** The layers as one GeoJSON collection (RFC 7946: outer rings counter-clockwise); each feature says its `layer`. */
export function featureCollection(layers: readonly ShownLayer[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: layers.flatMap(({ layer, features }) =>
      features.map((feature) => ({
        ...feature,
        properties: { layer, ...feature.properties },
        geometry: windOuterLeft(feature.geometry),
      })),
    ),
  };
}

/** Outer rings counter-clockwise and holes clockwise, as RFC 7946 §3.1.6 asks; other geometries stay as they are. */
function windOuterLeft(geometry: Feature['geometry']): Feature['geometry'] {
  if (geometry.type === 'Polygon') return { ...geometry, coordinates: windRings(geometry.coordinates) };
  if (geometry.type === 'MultiPolygon')
    return { ...geometry, coordinates: geometry.coordinates.map(windRings) };
  return geometry;
}

function windRings(rings: readonly number[][][]): number[][][] {
  return rings.map((ring, index) => {
    const isCounterClockwise = doubleArea(ring) > 0;
    return isCounterClockwise === (index === 0) ? ring : ring.toReversed();
  });
}

/** Twice the signed area in square degrees; above zero when counter-clockwise. */
function doubleArea(ring: readonly number[][]): number {
  return ring.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
    return sum + x * nextY - nextX * y;
  }, 0);
}
