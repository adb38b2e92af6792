import { readFileSync } from 'node:fs';
import type { Position } from 'geojson';
import type { Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { coastLines, landRings } from '#core/geography/coast-lines.ts';

//  (59,4) ── (60,3)┊(60,3) ── (61,4)
//    │             ┊             │      an island cut along 60° E
//  (59,0.2) ─ (60,0)┊(60,0) ─ (61,0.4)
const island: Topology = {
  type: 'Topology',
  objects: {
    land: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', arcs: [[0]] },
        { type: 'Polygon', arcs: [[1]] },
      ],
    },
  },
  arcs: [
    [
      [60, 0],
      [60, 3],
      [59, 4],
      [59.1, 0.2],
      [60, 0],
    ],
    [
      [60, 3],
      [60, 0],
      [61, 0.4],
      [61.1, 4],
      [60, 3],
    ],
  ],
};

const segmentsOf = (lines: readonly (readonly Position[])[]) =>
  lines.flatMap((line) => line.slice(1).map((end, index) => [line[index], end] as const));

describe('coast lines', () => {
  it('leave out the cut through a land and keep its coast', () => {
    expect(coastLines(island).features[0]?.geometry.coordinates).toEqual([
      [
        [60, 3],
        [59, 4],
        [59.1, 0.2],
        [60, 0],
      ],
      [
        [60, 0],
        [61, 0.4],
        [61.1, 4],
        [60, 3],
      ],
    ]);
    expect(coastLines(null).features).toEqual([]);
  });

  it.each(['basemap', 'basemap-detail'])('of %s are the coasts of its land but for the cuts', (id) => {
    const topology = JSON.parse(readFileSync(`public/data/${id}.topo.json`, 'utf8')) as Topology;
    const kept = segmentsOf(coastLines(topology).features[0]?.geometry.coordinates ?? []);
    const keys = new Set(kept.map((ends) => ends.join()));
    const lost = segmentsOf(landRings(topology)).filter((ends) => !keys.has(ends.join()));
    // Every cut is straight; some are as long as no coast is.
    const lengths = lost.map(([[lng = 0, lat = 0] = [], [toLng = 0, toLat = 0]]) => [
      Math.abs(toLng - lng),
      Math.abs(toLat - lat),
    ]);
    expect(lengths.filter((sides) => Math.min(...sides) > 0.01)).toEqual([]);
    expect(Math.max(...lengths.flat())).toBeGreaterThan(5);
    expect(lost.length).toBeLessThan(kept.length / 20);
  });
});
