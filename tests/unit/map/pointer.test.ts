import { describe, expect, it } from 'vitest';
import { orderTargets, sameTarget, type AreaHits } from '#map/layers/map-hit.ts';
import type { MapModel } from '#map/layers/map-model.ts';
import { pickNetwork } from '#map/layers/pick-network.ts';
import { fullModel } from './fixture-model.ts';

const zoom = 9;
/** Degrees of longitude for one pixel at the zoom. */
const pixel = 360 / (512 * 2 ** zoom);

function kinds(model: MapModel, lng: number, lat: number, atZoom = zoom): readonly string[] {
  return pickNetwork(model, [lng, lat], atZoom).map(({ kind }) => kind);
}

/** Without origin and flow, which lie on the fixture's railway. */
const plain: MapModel = { ...fullModel, circle: null, flows: [] };

describe('pickNetwork', () => {
  it('hits a railway within six pixels and misses it beyond', () => {
    // North–south pixels are the same size as east–west ones on a Mercator map, in shrunken degrees.
    const shrink = Math.cos((30.5 * Math.PI) / 180);
    expect(kinds(plain, 101.2, 30.5 + 5.5 * pixel * shrink)).toEqual(['rail-line']);
    expect(kinds(plain, 101.2, 30.5 + 6.5 * pixel * shrink)).toEqual([]);
  });

  it('does not hit past the end of a line', () => {
    expect(kinds(plain, 101.8 + 5 * pixel, 30.5)).toEqual(['rail-line']);
    expect(kinds(plain, 101.8 + 7 * pixel, 30.5)).toEqual([]);
  });

  it('hits the bridge only where it is drawn', () => {
    expect(kinds(plain, 101, 29.5)).toEqual(['road-link']);
    expect(kinds(plain, 101, 29.5, 4.5)).toEqual([]);
  });

  it('puts the particular before the general', () => {
    expect(kinds(fullModel, 100.5, 30.5)).toEqual(['origin', 'rail-line', 'flow']);
    expect(kinds(plain, 100.3, 30.3)).toEqual(['station']);
  });

  it('hits nothing that is switched off, filtered out or too small to be drawn', () => {
    const hidden = { ...plain, visible: { ...plain.visible, rail: false } };
    expect(kinds(hidden, 101.2, 30.5)).toEqual([]);
    const { rail } = plain;
    if (!rail) throw new Error('the fixture has rail');
    const before = { ...plain, rail: { ...rail, year: 2010, showUnderConstruction: false } };
    expect(kinds(before, 101.2, 30.5)).toEqual([]);
    expect(kinds({ ...plain, rail: null }, 101.7, 30.2, 6)).toEqual([]);
    expect(kinds({ ...plain, rail: null }, 100.3, 30.3, 6)).toEqual(['station']);
  });

  it('takes the nearer of two stations', () => {
    const stations = [100, 100.001].map((lng, index) => ({
      name: `${index}`,
      at: [lng, 28] as const,
      prefecture: null,
      rank: 'station' as const,
    }));
    expect(pickNetwork({ ...plain, stations }, [100.0008, 28], 10)).toEqual([{ kind: 'station', name: '1' }]);
  });
});

describe('orderTargets', () => {
  const areas: AreaHits = {
    agglomerations: ['ag@now'],
    metros: ['me@now'],
    prefecture: '110100',
    county: '110101',
  };
  const order = (model: MapModel, atZoom: number): readonly string[] =>
    orderTargets(model, [], areas, atZoom).map((target) =>
      'variantKey' in target ? target.variantKey : target.kind,
    );

  it('puts the level in colour first', () => {
    expect(order(fullModel, 5)[0]).toBe('prefecture');
    const { choropleth } = fullModel;
    if (!choropleth) throw new Error('the fixture has one');
    expect(order({ ...fullModel, choropleth: { ...choropleth, level: 'agglomeration' } }, 5)[0]).toBe(
      'ag@now',
    );
  });

  it('otherwise goes from the smaller region to the larger, then to units by zoom', () => {
    const model = { ...fullModel, choropleth: null };
    expect(order(model, 5)).toEqual(['me@now', 'ag@now', 'prefecture', 'county']);
    expect(order(model, 9)).toEqual(['me@now', 'ag@now', 'county', 'prefecture']);
  });

  it('knows nothing over the sea', () => {
    const sea: AreaHits = { agglomerations: [], metros: [], prefecture: null, county: null };
    expect(orderTargets(fullModel, [], sea, 5)).toEqual([]);
  });
});

describe('sameTarget', () => {
  it('compares by what is meant', () => {
    const a = { kind: 'county', adcode: '1' } as const;
    expect(sameTarget(a, { ...a })).toBe(true);
    expect(sameTarget(a, { kind: 'county', adcode: '2' })).toBe(false);
    expect(sameTarget(a, { kind: 'prefecture', adcode: '1' })).toBe(false);
    expect(sameTarget(a, null)).toBe(false);
    expect(sameTarget(null, null)).toBe(true);
  });
});
