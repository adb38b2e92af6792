import type { FeatureCollection, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import {
  areaCollection,
  areasOf,
  bordersOf,
  bordersWithin,
  findArea,
} from '#core/geography/topology-features.ts';
import { fixtureTopology } from '../map/fixture-model.ts';

/** Length of all lines in degrees, each line counted as often as it is drawn. */
function totalLength(lines: FeatureCollection): number {
  let total = 0;
  for (const { geometry } of lines.features) {
    if (geometry.type !== 'MultiLineString') throw new Error('borders are lines');
    for (const line of geometry.coordinates) {
      for (let index = 1; index < line.length; index += 1) total += distance(line[index - 1], line[index]);
    }
  }
  return total;
}

function distance(a: Position | undefined, b: Position | undefined): number {
  return Math.hypot((a?.[0] ?? NaN) - (b?.[0] ?? NaN), (a?.[1] ?? NaN) - (b?.[1] ?? NaN));
}

const province = (adcode: string): string => adcode.slice(0, 2);

describe('borders', () => {
  it('draws each shared border once', () => {
    expect(totalLength(bordersOf(fixtureTopology, 'prefectures', 'inner'))).toBeCloseTo(4);
    expect(totalLength(bordersOf(fixtureTopology, 'prefectures', 'outer'))).toBeCloseTo(8);
    expect(totalLength(bordersOf(fixtureTopology, 'prefectures', 'all'))).toBeCloseTo(12);
  });

  it('leaves the lines that the coarser level draws to that level', () => {
    expect(totalLength(bordersOf(fixtureTopology, 'provinces', 'inner'))).toBeCloseTo(2);
    expect(totalLength(bordersWithin(fixtureTopology, 'prefectures', 'provinces', province))).toBeCloseTo(2);
  });

  it('is empty without the topology or the object', () => {
    expect(bordersOf(null, 'prefectures', 'all').features).toEqual([]);
    expect(bordersOf(fixtureTopology, 'counties', 'all').features).toEqual([]);
  });
});

describe('areas', () => {
  it('carry their id twice: as id and as the property that feature state is promoted from', () => {
    const area = areasOf(fixtureTopology, 'prefectures').get('220100');
    expect(area?.id).toBe('220100');
    expect(area?.properties).toEqual({ id: '220100' });
  });

  it('are derived once for a topology', () => {
    expect(areaCollection(fixtureTopology, 'prefectures')).toBe(
      areaCollection(fixtureTopology, 'prefectures'),
    );
  });

  it('are found in the first topology that has them', () => {
    expect(findArea([null, fixtureTopology], 'prefectures', '110100')?.type).toBe('Polygon');
    expect(findArea([null, fixtureTopology], 'prefectures', '999999')).toBeNull();
  });
});
