import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { FeatureCollection, Polygon } from 'geojson';
import { areaKm2 } from '../../../geodata/pipeline/geometry/area.ts';
import { prefectureOf } from '../../../geodata/pipeline/geometry/codes.ts';
import { assignCoastGaps } from '../../../geodata/pipeline/geometry/coast-gaps.ts';
import { paintCounties } from '../../../geodata/pipeline/geometry/county-raster.ts';
import type { CountyCollection } from '../../../geodata/pipeline/geometry/geometry-types.ts';
import { romanised, searchPinyin } from '../../../geodata/pipeline/geometry/pinyin-names.ts';
import { PointLookup } from '../../../geodata/pipeline/geometry/point-lookup.ts';
import { countyNameEn, prefectureNameEn, shortName } from '../../../geodata/pipeline/geometry/unit-names.ts';

function box(west: number, south: number, east: number, north: number): Polygon {
  return { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] }; // prettier-ignore
}

function counties(boxes: Readonly<Record<string, Polygon>>): CountyCollection {
  const features = Object.entries(boxes).map(([adcode, geometry]) => ({
    type: 'Feature' as const,
    properties: { adcode, nameZh: '' },
    geometry,
  }));
  return { type: 'FeatureCollection', features };
}

describe('area on the ellipsoid', () => {
  it('gives the whole earth its known surface', () => {
    // WGS-84: 510,065,621.7 km².
    expect(areaKm2(box(-180, -90, 180, 90))).toBeCloseTo(510_065_621.7, -1);
  });

  it('agrees with the published size of a degree cell', () => {
    // 1° × 1° at the equator, WGS-84: 12,308.8 km².
    expect(areaKm2(box(110, 0, 111, 1))).toBeCloseTo(12_308.8, 0);
  });

  test.prop([fc.double({ min: -60, max: 60, noNaN: true }), fc.double({ min: 0.1, max: 5, noNaN: true })])(
    'of a box is the sum of its halves',
    (south, size) => {
      const whole = areaKm2(box(100, south, 100 + size, south + size));
      const halves =
        areaKm2(box(100, south, 100 + size, south + size / 2)) +
        areaKm2(box(100, south + size / 2, 100 + size, south + size));
      expect(halves).toBeCloseTo(whole, 3);
    },
  );

  it('leaves holes out', () => {
    const outer = box(100, 30, 102, 32);
    const hole = box(100.5, 30.5, 101, 31);
    const holed: Polygon = { type: 'Polygon', coordinates: [...outer.coordinates, ...hole.coordinates] };
    expect(areaKm2(holed)).toBeCloseTo(areaKm2(outer) - areaKm2(hole), 6);
  });
});

describe('point look-up', () => {
  const boxes: Readonly<Record<string, readonly [number, number, number, number]>> = {
    a: [100, 30, 101, 31],
    b: [101, 30, 103, 32],
    c: [104, 33, 104.2, 33.3],
  };
  const lookup = new PointLookup(Object.entries(boxes).map(([id, [w, s, e, n]]) => [id, box(w, s, e, n)]));

  test.prop([fc.double({ min: 99, max: 105, noNaN: true }), fc.double({ min: 29, max: 34, noNaN: true })])(
    'agrees with trying every box',
    (lng, lat) => {
      const naive = Object.entries(boxes).find(
        ([, [w, s, e, n]]) => lng > w && lng < e && lat > s && lat < n,
      );
      const onBorder = Object.values(boxes).some(
        ([w, s, e, n]) => [w, e].includes(lng) || [s, n].includes(lat),
      );
      if (!onBorder) expect(lookup.at([lng, lat])).toBe(naive?.[0] ?? null);
    },
  );

  it('finds the nearest border within a limit', () => {
    expect(lookup.nearest([100.5, 29.99], 2)?.adcode).toBe('a');
    expect(lookup.nearest([100.5, 29.99], 2)?.distanceKm).toBeCloseTo(1.112, 2);
    expect(lookup.nearest([100.5, 29.9], 2)).toBeNull();
    expect(lookup.nearest([102, 31], 2)).toEqual({ adcode: 'b', distanceKm: 0 });
  });
});

function gap(geometry: Polygon): FeatureCollection<Polygon> {
  return { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry }] };
}

describe('coast gaps', () => {
  const coast = counties({ '310115': box(121, 31, 121.5, 31.5), '310120': box(121, 30.5, 121.5, 31) });

  it('go to the county they touch', () => {
    const [reclaimed] = assignCoastGaps(gap(box(121.5, 31.49, 121.52, 31.5)), coast);
    expect(reclaimed?.properties.adcode).toBe('310115');
  });

  it('stay out when far, large or on a foreign coast', () => {
    expect(assignCoastGaps(gap(box(122, 31.1, 122.1, 31.2)), coast)).toEqual([]);
    expect(assignCoastGaps(gap(box(121.5, 31, 123, 32)), coast)).toEqual([]);
    const border = counties({ '210624': box(123.5, 39.8, 124, 40) });
    expect(assignCoastGaps(gap(box(124, 39.99, 124.02, 40)), border)).toEqual([]);
  });
});

const smallGrid = { west: 109, north: 31, cellDegrees: 0.01, columns: 500, rows: 200 };

describe('painting the raster', () => {
  it('gives a cell to the county that holds its middle, and none to large lakes', () => {
    // a: ten by ten cells, b to its east; a lake of about 50 km² and more over b's middle.
    const two = counties({ '110101': box(110, 30, 110.1, 30.1), '110102': box(110.1, 30, 110.5, 30.4) });
    const lake = { type: 'Feature' as const, properties: {}, geometry: box(110.2, 30.1, 110.3, 30.2) };
    const raster = paintCounties(two, { type: 'FeatureCollection', features: [lake] }, smallGrid);
    const at = (lng: number, lat: number): number =>
      raster.cells[Math.floor((31 - lat) / 0.01) * raster.columns + Math.floor((lng - 109) / 0.01)] ?? -1;
    expect(raster.cells.filter((cell) => cell === 1)).toHaveLength(100);
    expect(raster.cells.filter((cell) => cell === 2)).toHaveLength(40 * 40 - 100);
    expect(at(110.055, 30.055)).toBe(1);
    expect(at(110.155, 30.055)).toBe(2);
    expect(at(110.255, 30.155)).toBe(0);
    expect(at(109.995, 30.055)).toBe(0);
  });

  it('leaves a county smaller than a cell its one cell', () => {
    const tiny = counties({ '820000': box(113.541, 30.191, 113.542, 30.192) });
    const raster = paintCounties(tiny, { type: 'FeatureCollection', features: [] }, smallGrid);
    expect(raster.cells.filter((cell) => cell === 1)).toHaveLength(1);
  });
});

describe('names', () => {
  it.each([
    ['重庆市', 'chong qing shi'],
    ['厦门市', 'xia men shi'],
    ['六安市', 'lu an shi'],
    ['亳州市', 'bo zhou shi'],
    ['台州市', 'tai zhou shi'],
    ['蚌埠市', 'beng bu shi'],
    ['长沙市', 'chang sha shi'],
    ['长子县', 'zhang zi xian'],
    ['乐清市', 'yue qing shi'],
    ['吕梁市', 'lv liang shi'],
    ['宝安区·光明区', 'bao an qu guang ming qu'],
  ])('%s is searched as %s', (name, pinyin) => {
    expect(searchPinyin(name)).toBe(pinyin);
  });

  it('are written as usual in English', () => {
    expect(romanised('西安')).toBe('Xi’an');
    expect(romanised('吕梁')).toBe('Lüliang');
    expect(prefectureNameEn('150100', '呼和浩特市')).toBe('Hohhot');
    expect(prefectureNameEn('510100', '成都市')).toBe('Chengdu');
    expect(countyNameEn('510107', '武侯区')).toBe('Wuhou District');
    expect(countyNameEn('130930', '孟村回族自治县')).toBe('Mengcun Hui Autonomous County');
    expect(countyNameEn('469029', '保亭黎族苗族自治县')).toBe('Baoting Li Miao Autonomous County');
    expect(countyNameEn('130627', '唐县')).toBe('Tang County');
  });

  it('are short where that stays clear', () => {
    expect(['成都市', '甘孜藏族自治州', '兴安盟', '唐县', '武侯区', '香港特别行政区'].map(shortName)).toEqual([
      '成都', '甘孜', '兴安', '唐县', '武侯', '香港',
    ]); // prettier-ignore
  });
});

describe('codes', () => {
  it.each([
    ['510107', '510100'],
    ['500103', '500000'],
    ['429004', '429004'],
    ['810001', '810000'],
    ['441900', '441900'],
    ['110101', '110000'],
  ])('%s belongs to %s', (county, prefecture) => {
    expect(prefectureOf(county)).toBe(prefecture);
  });
});
