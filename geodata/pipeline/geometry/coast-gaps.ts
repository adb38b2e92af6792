import type { FeatureCollection, Polygon, Position } from 'geojson';
import { areaKm2 } from './area.ts';
import { polygonsOf, type CountyCollection, type CountyFeature } from './geometry-types.ts';

/** Land outside every county polygon larger than this is another country's. */
const largestGapKm2 = 200;
/** A gap belongs to a county whose border is this near to one of its vertices, degrees (about 600 m). */
const reachDegrees = 0.006;
const cellDegrees = 0.01;
/** 三沙市: its reefs are drawn as the source has them and take in no further land. */
const sansha = '460300';

/** Foreign coasts so near the border that distance alone would take their islands for China's: west, south, east, north. */
const foreignCoasts = [
  [107.0, 20.5, 108.05, 21.55], // Vietnam, at the mouth of the 北仑河
  [123.9, 39, 125, 40.4], // Korea, at the mouth of the 鸭绿江
] as const;

/** Islands the source's polygons may lack, with the unit they belong to: west, south, east, north. */
const ownIslands = [
  { adcode: '710000', window: [123.3, 25.5, 124.8, 26.1] }, // 钓鱼岛, 黄尾屿, 赤尾屿
  { adcode: sansha, window: [110.9, 15.6, 113.1, 17.4] }, // 西沙
  { adcode: sansha, window: [117.6, 14.9, 118.0, 15.4] }, // 黄岩岛
  { adcode: sansha, window: [109.4, 6.8, 116.6, 12.1] }, // 南沙
] as const;

/**
 * Pieces of land between the real coast and the county polygons (reclaimed land, islets, the source's coarse coast),
 * given to the county whose border most of their vertices are nearest to. Land abroad stays out.
 * @param gaps what is left of the land after taking China's polygons away, one feature a piece
 */
export function assignCoastGaps(
  gaps: FeatureCollection<Polygon | null>,
  counties: CountyCollection,
): readonly CountyFeature[] {
  const index = borderIndex(counties);
  const names = new Map(counties.features.map(({ properties }) => [properties.adcode, properties.nameZh]));
  const assigned: CountyFeature[] = [];
  for (const gap of gaps.features) {
    if (gap.geometry === null) continue; // collapsed on rounding
    const [ring] = gap.geometry.coordinates;
    if (!ring || ring.length > 20_000 || areaKm2(gap.geometry) > largestGapKm2 || isForeign(ring)) continue;
    const adcode = islandOwner(ring) ?? majority(ring, index);
    if (adcode !== null) {
      const properties = { adcode, nameZh: names.get(adcode) ?? '' };
      assigned.push({ type: 'Feature', properties, geometry: gap.geometry });
    }
  }
  return assigned;
}

function isForeign(ring: readonly Position[]): boolean {
  const [lng = 0, lat = 0] = ring[0] ?? [];
  return foreignCoasts.some(
    ([west, south, east, north]) => lng > west && lng < east && lat > south && lat < north,
  );
}

function islandOwner(ring: readonly Position[]): string | null {
  const [lng = 0, lat = 0] = ring[0] ?? [];
  const found = ownIslands.find(
    ({ window: [west, south, east, north] }) => lng > west && lng < east && lat > south && lat < north,
  );
  return found?.adcode ?? null;
}

type BorderIndex = ReadonlyMap<number, readonly (readonly [lng: number, lat: number, adcode: string])[]>;

function borderIndex(counties: CountyCollection): BorderIndex {
  const index = new Map<number, [number, number, string][]>();
  for (const { geometry, properties } of counties.features) {
    if (properties.adcode === sansha) continue;
    for (const rings of polygonsOf(geometry)) {
      for (const ring of rings) {
        for (const [lng = 0, lat = 0] of ring) {
          const key = cellKey(lng, lat);
          const cell = index.get(key);
          if (cell) cell.push([lng, lat, properties.adcode]);
          else index.set(key, [[lng, lat, properties.adcode]]);
        }
      }
    }
  }
  return index;
}

function cellKey(lng: number, lat: number): number {
  return Math.floor(lat / cellDegrees) * 40_000 + Math.floor(lng / cellDegrees);
}

function majority(ring: readonly Position[], index: BorderIndex): string | null {
  const votes = new Map<string, number>();
  for (const [lng = 0, lat = 0] of ring) {
    const adcode = nearest(lng, lat, index);
    if (adcode !== null) votes.set(adcode, (votes.get(adcode) ?? 0) + 1);
  }
  const [winner] = [...votes].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'en'));
  return winner ? winner[0] : null;
}

function nearest(lng: number, lat: number, index: BorderIndex): string | null {
  let best = reachDegrees * reachDegrees;
  let adcode: string | null = null;
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      for (const [x, y, code] of index.get(cellKey(lng + dx * cellDegrees, lat + dy * cellDegrees)) ?? []) {
        const distance = (x - lng) ** 2 + (y - lat) ** 2;
        if (distance < best) [best, adcode] = [distance, code];
      }
    }
  }
  return adcode;
}
