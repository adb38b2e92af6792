import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { MapModel, MapTarget } from './map-model.ts';
import { regionGeometry } from './region-layers.ts';
import { findArea } from './topology-features.ts';

/** Geometry of the selected and the hovered thing; what is not on the map is left out. */
export function highlightFeatures(model: MapModel): FeatureCollection {
  const features: Feature[] = [];
  if (model.hover) features.push(...highlightOf(model, model.hover, 'hover'));
  if (model.selection) features.push(...highlightOf(model, model.selection, 'selected'));
  return { type: 'FeatureCollection', features };
}

function highlightOf(model: MapModel, target: MapTarget, state: 'hover' | 'selected'): Feature[] {
  const geometry = targetGeometry(model, target);
  return geometry ? [{ type: 'Feature', properties: { state }, geometry }] : [];
}

/** Where a target is drawn, or `null`: for highlighting and for flying to it. */
export function targetGeometry(model: MapModel, target: MapTarget): Geometry | null {
  const { national, county } = model.topologies;
  switch (target.kind) {
    case 'region': {
      const region = model.regions.find(({ variantKey }) => variantKey === target.variantKey);
      return region ? regionGeometry(model.topologies, region) : null;
    }
    case 'prefecture':
      return findArea([county, national], 'prefectures', target.adcode);
    case 'county':
      return findArea([county], 'counties', target.adcode);
    case 'rail-line':
      return lineGeometry(model.rail?.lines.find(({ id }) => id === target.lineId)?.path);
    case 'road-link':
      return lineGeometry(model.roadLinks.find(({ id }) => id === target.linkId)?.path);
    case 'station':
      return pointGeometry(model.stations.find(({ name }) => name === target.name)?.at);
    case 'origin':
      return null; // The pin shows itself.
    case 'flow': {
      const flow = model.flows.find(({ id }) => id === target.flowId);
      return flow ? lineGeometry([flow.from, flow.to]) : null;
    }
  }
}

function lineGeometry(path: readonly (readonly [number, number])[] | undefined): Geometry | null {
  if (!path || path.length < 2) return null;
  return { type: 'LineString', coordinates: path.map((position) => [...position]) };
}

function pointGeometry(at: readonly [number, number] | undefined): Geometry | null {
  return at ? { type: 'Point', coordinates: [...at] } : null;
}
