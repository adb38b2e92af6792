import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { MapModel, MapTarget } from './map-model.ts';
import { flowCurve } from './point-specs.ts';
import { partsBySize } from './parts-by-size.ts';
import { regionGeometry } from './region-layers.ts';
import { findArea } from '#core/geography/topology-features.ts';

/** Geometry of the selected and the hovered thing; what is not on the map is left out. */
export function highlightFeatures(model: MapModel): FeatureCollection {
  const features: Feature[] = [];
  if (model.hover) features.push(...highlightOf(model, model.hover, 'hover'));
  if (model.selection) features.push(...highlightOf(model, model.selection, 'selected'));
  return { type: 'FeatureCollection', features };
}

function highlightOf(model: MapModel, target: MapTarget, state: 'hover' | 'selected'): Feature[] {
  const whole = targetGeometry(model, target);
  const geometry = whole?.type === 'MultiPolygon' ? partsBySize(whole)[0] : whole;
  return geometry ? [{ type: 'Feature', properties: { state }, geometry }] : [];
}

/** Where a target is drawn, or `null`: for highlighting and for flying to it. */
export function targetGeometry(model: MapModel, target: MapTarget): Geometry | null {
  return geometryFinders[target.kind](model, target as never);
}

type GeometryFinders = {
  readonly [Kind in MapTarget['kind']]: (
    model: MapModel,
    target: Extract<MapTarget, { kind: Kind }>,
  ) => Geometry | null;
};

const geometryFinders: GeometryFinders = {
  region: (model, { variantKey }) => {
    const region = model.regions.find((candidate) => candidate.variantKey === variantKey);
    return region ? regionGeometry(model.topologies, region) : null;
  },
  prefecture: ({ topologies }, { adcode }) =>
    findArea([topologies.county, topologies.national], 'prefectures', adcode),
  county: ({ topologies }, { adcode }) => findArea([topologies.county], 'counties', adcode),
  'rail-line': ({ rail }, { lineId }) => lineGeometry(rail?.lines.find(({ id }) => id === lineId)?.path),
  'road-link': ({ roadLinks }, { linkId }) => lineGeometry(roadLinks.find(({ id }) => id === linkId)?.path),
  station: ({ stations }, { name }) =>
    pointGeometry(stations.find((candidate) => candidate.name === name)?.at),
  // The pin shows itself.
  origin: () => null,
  flow: ({ flows }, { flowId }) => {
    const flow = flows.find(({ id }) => id === flowId);
    return flow ? lineGeometry(flowCurve(flow.from, flow.to)) : null;
  },
};

function lineGeometry(path: readonly (readonly [number, number])[] | undefined): Geometry | null {
  if (!path || path.length < 2) return null;
  return { type: 'LineString', coordinates: path.map((position) => [...position]) };
}

function pointGeometry(at: readonly [number, number] | undefined): Geometry | null {
  return at ? { type: 'Point', coordinates: [...at] } : null;
}
