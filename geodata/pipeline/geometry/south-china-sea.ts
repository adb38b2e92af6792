import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MultiPolygon, Position } from 'geojson';
import { packageFolder } from '../package-cache.ts';

interface World {
  readonly features: readonly {
    readonly properties: { readonly iso_a3: string };
    readonly geometry: MultiPolygon;
  }[];
}

/** Dashes lie where these narrow polygons of the source have their middle: west, south, east, north. */
const dashWindows: readonly (readonly [number, number, number, number])[] = [
  [108.0, 3.0, 111.0, 16.5],
  [111.5, 3.0, 113.0, 4.0],
  [115.4, 6.9, 116.4, 8.1],
  [118.4, 10.8, 119.1, 12.1],
  [118.9, 14.9, 119.2, 16.2],
  [119.3, 17.9, 120.1, 19.1],
  [121.0, 20.7, 122.0, 21.8],
  [122.4, 23.3, 122.9, 24.7],
];

/**
 * The ten dashes as lines, each the middle line of the source's narrow polygon, from the one east of Taiwan onwards
 * in the order of the source.
 */
export function readDashes(): readonly Position[][] {
  const file = join(packageFolder('@surbowl/world-geo-json-zh'), 'world.zh.json');
  const { features } = JSON.parse(readFileSync(file, 'utf8')) as World;
  const china = features.find((feature) => feature.properties.iso_a3 === 'CHN');
  if (!china) throw new Error('the world file has no China');
  const dashes = china.geometry.coordinates
    .flatMap((rings) => rings.slice(0, 1))
    .filter(isDash)
    .map(middleLine);
  if (dashes.length !== 10) throw new Error(`expected ten dashes, found ${dashes.length}`);
  return dashes;
}

function isDash(ring: readonly Position[]): boolean {
  return (
    dashWindows.some(([west, south, east, north]) =>
      ring.every(([lng = 0, lat = 0]) => lng >= west && lng <= east && lat >= south && lat <= north),
    ) && !isNansha(ring)
  );
}

/** The source's blobs for 南沙's islands lie inside the dashes' windows in part. */
function isNansha(ring: readonly Position[]): boolean {
  return ring.every(([lng = 0, lat = 0]) => lng > 109.4 && lng < 110 && lat > 7.3 && lat < 7.6);
}

/** Middle line between the two long sides of a closed narrow ring: five points. */
function middleLine(ring: readonly Position[]): Position[] {
  const points = ring.slice(0, -1);
  let ends: [number, number] = [0, 0];
  let longest = -1;
  points.forEach((a, i) => {
    points.forEach((b, j) => {
      const distance = ((a[0] ?? 0) - (b[0] ?? 0)) ** 2 + ((a[1] ?? 0) - (b[1] ?? 0)) ** 2;
      if (j > i && distance > longest) [longest, ends] = [distance, [i, j]];
    });
  });
  const sideA = points.slice(ends[0], ends[1] + 1);
  const sideB = [...points.slice(ends[1]), ...points.slice(0, ends[0] + 1)].toReversed();
  return [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const [ax = 0, ay = 0] = along(sideA, share);
    const [bx = 0, by = 0] = along(sideB, share);
    return [(ax + bx) / 2, (ay + by) / 2];
  });
}

function along(line: readonly Position[], share: number): Position {
  const lengths = line
    .slice(1)
    .map((b, i) => Math.hypot((b[0] ?? 0) - (line[i]?.[0] ?? 0), (b[1] ?? 0) - (line[i]?.[1] ?? 0)));
  let left = share * lengths.reduce((sum, length) => sum + length, 0);
  for (let i = 0; i < lengths.length; i++) {
    const length = lengths[i] ?? 0;
    if (left <= length || i === lengths.length - 1) {
      const t = length === 0 ? 0 : Math.min(1, left / length);
      const [ax = 0, ay = 0] = line[i] ?? [];
      const [bx = 0, by = 0] = line[i + 1] ?? [];
      return [ax + (bx - ax) * t, ay + (by - ay) * t];
    }
    left -= length;
  }
  return line[0] ?? [];
}
