import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, FeatureCollection, Polygon, Position } from 'geojson';
import { packageFolder } from '../package-cache.ts';
import { mapshaper, workFile, writeWork } from './mapshaper.ts';

/** Where China and its neighbours lie: west, south, east, north in degrees. */
export const chinaWindow = [72, 2, 136, 55] as const;

interface WaterFile {
  /** Rivers' areas, lakes, seas, in this order (found by looking: the file names none). */
  readonly geometries: readonly { readonly coordinates: readonly Position[][][] }[];
}

/** Work files written by {@link prepareWaters}. */
export const waterFiles = {
  seas: 'seas.json',
  land: 'land.json',
  rivers: 'rivers.json',
  lakes: 'lakes.json',
} as const;

/** Cuts the water bodies of the world to China's window: seas, the land they leave, river areas and lakes, as work files. */
export function prepareWaters(): void {
  const path = join(packageFolder('@geo-maps/earth-waterbodies-10m'), 'map.geo.json');
  const { geometries } = JSON.parse(readFileSync(path, 'utf8')) as WaterFile;
  const [rivers, lakes, seas] = geometries;
  if (!rivers || !lakes || !seas) throw new Error('the water bodies file has not three geometries');
  for (const [file, polygons] of [
    [waterFiles.rivers, rivers.coordinates],
    [waterFiles.lakes, lakes.coordinates],
  ] as const) {
    // The source cuts large waters into tiles: join them again.
    const tiles = writeWork(`tiles-${file}`, insideWindow(polygons));
    mapshaper(
      '-i',
      tiles,
      'snap',
      '-dissolve',
      '-explode',
      '-o',
      workFile(file),
      'geojson-type=FeatureCollection',
    );
  }
  const raw = writeWork('seas-raw.json', insideWindow(seas.coordinates));
  const clipped = workFile('seas-clipped.json');
  const [west, south, east, north] = chinaWindow;
  mapshaper('-i', raw, '-clip', `bbox=${chinaWindow.join(',')}`, '-o', clipped);
  closeCanals(clipped);
  const box = writeWork('window.json', {
    type: 'Polygon',
    coordinates: [[[west, south], [west, north], [east, north], [east, south], [west, south]]], // prettier-ignore
  });
  mapshaper(
    '-i',
    box,
    '-erase',
    workFile(waterFiles.seas),
    '-explode',
    '-o',
    workFile(waterFiles.land),
    'geojson-type=FeatureCollection',
  );
}

/** Reclaimed land cut by canals of the sea that simplification would leave as cracks: west, south, east, north. */
const canalWindow = '113.3,22.3,113.9,22.95'; // 万顷沙, 马鞍岛 in the mouth of the Pearl River

/** Takes sea narrower than about 180 m out of the canal window. */
function closeCanals(seas: string): void {
  const closed = workFile('seas-closed.json');
  mapshaper('-i', seas, '-clip', `bbox=${canalWindow}`, '-buffer', '-90m', '-buffer', '90m', '-o', closed);
  const rest = workFile('seas-rest.json');
  mapshaper('-i', seas, '-erase', `bbox=${canalWindow}`, '-o', rest);
  mapshaper(
    '-i',
    rest,
    closed,
    'combine-files',
    '-merge-layers',
    'force',
    '-dissolve',
    '-o',
    workFile(waterFiles.seas),
  );
}

function insideWindow(polygons: readonly Position[][][]): FeatureCollection<Polygon> {
  const features: Feature<Polygon>[] = [];
  for (const rings of polygons) {
    const [outer, ...holes] = rings;
    if (!outer || !touchesWindow(outer)) continue;
    features.push({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates: [outer, ...holes.filter(touchesWindow)] },
    });
  }
  return { type: 'FeatureCollection', features };
}

function touchesWindow(ring: readonly Position[]): boolean {
  const [west, south, east, north] = chinaWindow;
  let minLng = Infinity;
  let maxLng = -Infinity;
  let minLat = Infinity;
  let maxLat = -Infinity;
  for (const [lng = 0, lat = 0] of ring) {
    minLng = Math.min(minLng, lng);
    maxLng = Math.max(maxLng, lng);
    minLat = Math.min(minLat, lat);
    maxLat = Math.max(maxLat, lat);
  }
  return maxLng >= west && minLng <= east && maxLat >= south && minLat <= north;
}
