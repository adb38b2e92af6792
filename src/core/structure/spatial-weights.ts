import type { Adcode } from '../geography/admin-unit.ts';
import type { LngLat } from '../units/coordinates.ts';
import type { Neighbourhood } from './contiguity.ts';
import { EARTH_RADIUS_KM, toUnitVector } from './sphere.ts';

/**
 * Row-standardised weights in compressed rows: unit `i`'s neighbours are
 * `neighbours[offsets[i]] … neighbours[offsets[i + 1] − 1]`, each with weight `1/number` or, for inverse distances, its share.
 */
export interface SpatialWeights {
  readonly units: readonly Adcode[];
  readonly offsets: Uint32Array;
  readonly neighbours: Uint32Array;
  readonly weights: Float64Array;
}

/** Who is whose neighbour: contiguity, a fixed number of nearest places, or all within a distance. */
export type WeightsRule =
  | { readonly kind: 'contiguity'; readonly neighbourhood: Neighbourhood }
  | { readonly kind: 'nearest'; readonly positions: ReadonlyMap<Adcode, LngLat>; readonly count: number }
  | {
      readonly kind: 'distance';
      readonly positions: ReadonlyMap<Adcode, LngLat>;
      readonly withinKm: number;
      /** `equal` for all within the band, or by `1/d` (places at the same spot count as 1 m apart). */
      readonly decay: 'equal' | 'inverse';
    };

/**
 * Weights among the given units only: leave out those without a figure *before*, so that the nearest places are the
 * nearest with a figure. Units without a position get no neighbours.
 */
export function spatialWeightsOf(units: readonly Adcode[], rule: WeightsRule): SpatialWeights {
  const distinct = [...new Set(units)];
  const rows =
    rule.kind === 'contiguity' ? contiguityRows(distinct, rule.neighbourhood) : distanceRows(distinct, rule);
  const offsets = new Uint32Array(distinct.length + 1);
  rows.forEach((row, i) => (offsets[i + 1] = (offsets[i] ?? 0) + row.length));
  const size = offsets[distinct.length] ?? 0;
  const neighbours = new Uint32Array(size);
  const weights = new Float64Array(size);
  rows.forEach((row, i) => {
    const start = offsets[i] ?? 0;
    const total = row.reduce((sum, [, weight]) => sum + weight, 0);
    row.forEach(([other, weight], k) => {
      neighbours[start + k] = other;
      weights[start + k] = weight / total;
    });
  });
  return { units: distinct, offsets, neighbours, weights };
}

type Row = readonly (readonly [other: number, weight: number])[];

function contiguityRows(units: readonly Adcode[], neighbourhood: Neighbourhood): Row[] {
  const position = new Map(units.map((adcode, index) => [adcode, index]));
  return units.map((adcode) => {
    const row: [number, number][] = [];
    for (const other of neighbourhood.get(adcode) ?? []) {
      const index = position.get(other);
      if (index !== undefined) row.push([index, 1]);
    }
    return row;
  });
}

function distanceRows(units: readonly Adcode[], rule: Exclude<WeightsRule, { kind: 'contiguity' }>): Row[] {
  const n = units.length;
  const vectors = new Float64Array(3 * n).fill(Number.NaN);
  units.forEach((adcode, i) => {
    const at = rule.positions.get(adcode);
    if (at) vectors.set(toUnitVector(at), 3 * i);
  });
  const distances = new Float64Array(n);
  return units.map((_, i) => {
    const x = vectors[3 * i] ?? 0;
    const y = vectors[3 * i + 1] ?? 0;
    const z = vectors[3 * i + 2] ?? 0;
    const candidates: number[] = [];
    for (let j = 0; j < n; j++) {
      // Chord to arc: exact for close places too, where the arc cosine is not.
      const chord = Math.hypot(
        x - (vectors[3 * j] ?? 0),
        y - (vectors[3 * j + 1] ?? 0),
        z - (vectors[3 * j + 2] ?? 0),
      );
      const km = 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, chord / 2));
      distances[j] = km;
      if (j !== i && (rule.kind === 'distance' ? km <= rule.withinKm : !Number.isNaN(km))) candidates.push(j);
    }
    if (rule.kind === 'nearest') {
      candidates.sort((a, b) => (distances[a] ?? 0) - (distances[b] ?? 0) || a - b);
      return candidates.slice(0, rule.count).map((j) => [j, 1] as const);
    }
    return candidates.map(
      (j) => [j, rule.decay === 'equal' ? 1 : 1 / Math.max(distances[j] ?? 0, 0.001)] as const,
    );
  });
}
