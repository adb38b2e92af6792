import { topology } from 'topojson-server';
import type { Topology } from 'topojson-specification';
import type { ShownLayer } from './shown-layers.ts';

/** Steps of the grid that coordinates are put on, along each axis: 1 : 1,000,000 of the extent, a few metres for all of China. */
const QUANTIZATION = 1e6;

/** The layers as a TopoJSON topology, an object a layer; borders that neighbours share are there once. */
export function layersTopology(layers: readonly ShownLayer[]): Topology {
  return topology(
    Object.fromEntries(
      layers.map(({ layer, features }) => [
        layer,
        { type: 'FeatureCollection' as const, features: [...features] },
      ]),
    ),
    QUANTIZATION,
  );
}
