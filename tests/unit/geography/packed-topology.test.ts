import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { packTopology, unpackTopology } from '#core/geography/packed-topology.ts';
import { contiguityOf } from '#core/structure/contiguity.ts';
import { fixtureTopology } from '../map/fixture-model.ts';

/** Two squares with a common side, in steps of a tenth of a degree from 100° E 30° N. */
const quantised: Topology = {
  type: 'Topology',
  transform: { scale: [0.1, 0.1], translate: [100, 30] },
  arcs: [
    [
      [10, 0],
      [0, 10],
    ],
    [
      [10, 10],
      [-10, 0],
      [0, -10],
      [10, 0],
    ],
    [
      [10, 10],
      [10, 0],
      [0, -10],
      [-10, 0],
    ],
  ],
  objects: {
    counties: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', id: 'west', arcs: [[0, 1]] },
        { type: 'Polygon', id: 'east', arcs: [[2, 0]] },
      ],
    },
  },
};

/** What a receiver gets: the buffers are gone from the sender. */
const sent = (topology: Topology): Topology => {
  const packed = packTopology(topology);
  return unpackTopology(structuredClone(packed, { transfer: [packed.points.buffer, packed.ends.buffer] }));
};

const counties = ({ objects }: Topology) => objects['counties'] as GeometryCollection;
const inner = (a: unknown, b: unknown) => a !== b;

describe('a topology packed for another thread', () => {
  it.each([
    ['in degrees', fixtureTopology],
    ['quantised', quantised],
  ])('is the same afterwards, %s', (_, topology) => {
    const copy = sent(topology);
    expect(copy.arcs).toHaveLength(topology.arcs.length);
    expect(copy.arcs.map((arc) => arc)).toEqual(topology.arcs);
    expect({ ...copy, arcs: [] }).toEqual({ ...topology, arcs: [] });
  });

  it('gives the same shapes, borders and neighbours', () => {
    const copy = sent(quantised);
    expect(feature(copy, counties(copy))).toEqual(feature(quantised, counties(quantised)));
    expect(mesh(copy, counties(copy), inner)).toEqual(mesh(quantised, counties(quantised), inner));
    expect(contiguityOf(copy, counties(copy).geometries)).toEqual(
      new Map([
        ['west', ['east']],
        ['east', ['west']],
      ]),
    );
  });

  it('has each arc as one object, made when it is first looked at', () => {
    const packed = packTopology(quantised);
    const copy = unpackTopology(packed);
    // Read late: the numbers are taken from the buffers then.
    packed.points[0] = 7;
    expect(copy.arcs[0]?.[0]).toEqual([7, 0]);
    expect(copy.arcs[0]).toBe(copy.arcs[0]);
    expect(copy.arcs[3]).toBeUndefined();
  });
});
