import { describe, expect, it } from 'vitest';
import { type OwnRegion, ownVariantKey } from '#core/geography/own-region.ts';
import type { ArtefactValues } from '#data/artefact-values.ts';
import { REGION_NEEDS, withOwnData } from '#state/own-additions.ts';
import { adminUnit } from '../../fixtures/admin-unit.ts';

const people = (...values: readonly (readonly [string, number])[]) => ({
  table: { series: [{ indicator: 'population', year: 2020, values: new Map(values) }] },
});
/** One prefecture and, of another, one county. */
const own: OwnRegion = {
  id: 'custom:one',
  kind: 'agglomeration',
  name: '一',
  wholeUnits: ['510100'],
  partCounties: ['500101'],
  cores: [],
  copiedFrom: null,
};
const values = {
  regions: [{ id: 'chengyu' }],
  units: { units: [adminUnit('510100', { areaKm2: 10 }), adminUnit('500000', { areaKm2: 20 })] },
  'units-county': { units: [adminUnit('500101', { prefecture: '500000', areaKm2: 3 })] },
  // The region's people are its counties', here one that is a prefecture as well.
  'indicators-county': people(['510100', 100], ['500101', 7]),
} as unknown as Partial<ArtefactValues>;
const regionsOf = (there: Partial<ArtefactValues>) =>
  withOwnData('regions', there, { tables: [], regions: [own] });

const square = (arc: number, id: string) => ({ type: 'Polygon', id, arcs: [[arc]] });
const ring = (lng: number) => [
  [lng, 30],
  [lng + 1, 30],
  [lng + 1, 31],
  [lng, 30],
];
const topology = (objects: Readonly<Record<string, unknown>>) => ({
  type: 'Topology',
  arcs: [ring(104), ring(106)],
  objects: {
    ...objects,
    prefectures: { type: 'GeometryCollection', geometries: [square(0, '510100'), square(1, '500000')] },
    agglomerations: { type: 'GeometryCollection', geometries: [] },
    metros: { type: 'GeometryCollection', geometries: [] },
  },
});
const counties = { counties: { type: 'GeometryCollection', geometries: [square(1, '500101')] } };
const maps = {
  ...values,
  'admin-national': topology({}),
  'admin-county': topology(counties),
} as unknown as Partial<ArtefactValues>;
const outlinesOf = (id: 'admin-national' | 'admin-county', region: OwnRegion) => {
  const object = withOwnData(id, maps, { tables: [], regions: [region] })?.objects['agglomerations'];
  return object?.type === 'GeometryCollection' ? object.geometries : [];
};

describe('outlines of own regions', () => {
  it('are whole or not there: a map without counties has none of a region that takes single ones', () => {
    expect(outlinesOf('admin-national', own)).toEqual([]);
    expect(outlinesOf('admin-county', own)).toMatchObject([{ id: ownVariantKey(own), arcs: [[[0]], [[1]]] }]);
  });

  it('are on every map where a region takes whole cities only', () => {
    expect(outlinesOf('admin-national', { ...own, partCounties: [] })).toHaveLength(1);
  });
});

describe('own regions in the region list', () => {
  it.each(REGION_NEEDS)('are not there, rather than smaller than they are, without %s', (id) => {
    const { [id]: _gone, ...others } = values;
    expect(regionsOf(others)?.map((region) => region.id)).toEqual(['chengyu']);
  });

  it('are there with all of their members once everything is', () => {
    const region = regionsOf(values)?.[1];
    expect(region?.id).toBe('custom:one');
    expect(region?.variants[0]).toMatchObject({
      statisticalMembers: ['510100', '500000'],
      areaKm2: 13,
      population2020: 107,
      populationMissing: [],
    });
  });
});
