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

/** Squared chord of the unit sphere that a great-circle distance spans; a band of half the globe or more takes all. */
function squaredChord(km: number): number {
  const half = km / (2 * EARTH_RADIUS_KM);
  return half >= Math.PI / 2 ? 4 : (2 * Math.sin(half)) ** 2;
}

function distanceRows(units: readonly Adcode[], rule: Exclude<WeightsRule, { kind: 'contiguity' }>): Row[] {
  const n = units.length;
  // Without a position: not a number, and so in no comparison near anybody.
  const vectors = new Float64Array(3 * n).fill(Number.NaN);
  units.forEach((adcode, i) => {
    const at = rule.positions.get(adcode);
    if (at) vectors.set(toUnitVector(at), 3 * i);
  });
  const squares = new Float64Array(n);
  return units.map((_, i) => {
    // Chords order places as arcs do and cost no trigonometry: n² of them are taken.
    const x = vectors[3 * i] as number;
    const y = vectors[3 * i + 1] as number;
    const z = vectors[3 * i + 2] as number;
    for (let j = 0; j < n; j++) {
      const dx = x - (vectors[3 * j] as number);
      const dy = y - (vectors[3 * j + 1] as number);
      const dz = z - (vectors[3 * j + 2] as number);
      squares[j] = dx * dx + dy * dy + dz * dz;
    }
    squares[i] = Number.NaN;
    if (rule.kind === 'nearest') return nearestOf(squares, rule.count).map((j) => [j, 1] as const);
    const limit = squaredChord(rule.withinKm);
    const row: (readonly [number, number])[] = [];
    for (let j = 0; j < n; j++) {
      const square = squares[j] as number;
      if (!(square <= limit)) continue;
      const km = 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(square) / 2));
      row.push([j, rule.decay === 'equal' ? 1 : 1 / Math.max(km, 0.001)]);
    }
    return row;
  });
}

/** Positions of the smallest entries, smallest first, equal ones by position; entries that are not numbers are nobody's. */
function nearestOf(squares: Float64Array, count: number): number[] {
  const nearest: number[] = [];
  for (let j = 0; j < squares.length; j++) {
    const square = squares[j] as number;
    if (Number.isNaN(square)) continue;
    let place = nearest.length;
    while (place > 0 && square < (squares[nearest[place - 1] as number] as number)) place -= 1;
    if (place >= count) continue;
    nearest.splice(place, 0, j);
    if (nearest.length > count) nearest.pop();
  }
  return nearest;
}
