import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Adcode, AdminUnit } from '../geography/admin-unit.ts';
import { indexSeries } from '../indicators/series-index.ts';
import type { IndicatorSeries } from '../indicators/indicator.ts';
import { contiguityOf } from './contiguity.ts';
import type { AutocorrelationRequest, NeighbourRule } from './spatial-autocorrelation.ts';
import { figureColumn } from './structure-figures.ts';

/** Which local clusters are asked for: everything that the answer depends on besides the data. */
export interface ClusterQuestion {
  readonly level: 'prefecture' | 'county';
  readonly indicator: string;
  readonly year: number;
  /** `borders`: a common border or point. `nearest`: the {@link NEAREST_NEIGHBOURS} nearest seats. */
  readonly neighbours: 'borders' | 'nearest';
}

/** Neighbours by distance; as many as a unit has by borders on average. */
export const NEAREST_NEIGHBOURS = 6;
/** Seed of the permutations: the same question gives the same p-values on every machine. */
export const CLUSTER_SEED = 1;

/** What a question about clusters is answered from; all of its level. */
export interface ClusterData {
  readonly topology: Topology;
  readonly units: readonly AdminUnit[];
  readonly series: readonly IndicatorSeries[];
}

/** The request of a question: units that are drawn, their figures of exactly that year, and who is whose neighbour. */
export function clusterRequestOf(
  { level, indicator, year, neighbours }: ClusterQuestion,
  { topology, units, series }: ClusterData,
): AutocorrelationRequest {
  const object = topology.objects[level === 'county' ? 'counties' : 'prefectures'] as GeometryCollection;
  const drawn = new Set(object.geometries.map(({ id }) => String(id)));
  const rule: NeighbourRule =
    neighbours === 'borders'
      ? { kind: 'contiguity', neighbours: contiguityOf(topology, object.geometries, 'queen') }
      : {
          kind: 'nearest',
          positions: new Map(units.map(({ adcode, seat }) => [adcode, seat])),
          count: NEAREST_NEIGHBOURS,
        };
  return {
    members: units.map(({ adcode }): Adcode => adcode).filter((adcode) => drawn.has(adcode)),
    values: figureColumn(indexSeries(series, level), indicator, year).values,
    rule,
    seed: CLUSTER_SEED,
  };
}
