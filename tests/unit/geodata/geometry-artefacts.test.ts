import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Result } from '#core/units/result.ts';
import { localDistanceKm } from '#core/surface/grid-geometry.ts';
import { decodeContainer } from '#data/container.ts';
import { decodeCountyRaster } from '#data/decode-county-raster.ts';
import { decodeTimetable } from '#data/decode-timetable.ts';
import { decodeRegions } from '#data/decode-regions.ts';
import { decodeTopology, topologyFeatures } from '#data/decode-topology.ts';
import { decodeUnits } from '#data/decode-units.ts';
import { decodeManifest } from '#data/manifest.ts';
import { landRings } from '#core/geography/coast-lines.ts';
import { areaKm2, ringAreaKm2 } from '../../../geodata/pipeline/geometry/area.ts';
import { prefectureOf } from '../../../geodata/pipeline/geometry/codes.ts';
import { polygonsOf } from '../../../geodata/pipeline/geometry/geometry-types.ts';
import { PointLookup } from '../../../geodata/pipeline/geometry/point-lookup.ts';

function bytes(name: string): Buffer {
  return readFileSync(new URL(`../../../public/data/${name}`, import.meta.url));
}

function json(name: string): unknown {
  return JSON.parse(bytes(name).toString('utf8'));
}

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

const prefectures = valueOf(decodeUnits(json('units.json'), 'units'));
const counties = valueOf(decodeUnits(json('units-county.json'), 'units-county'));
const regions = valueOf(decodeRegions(json('regions.json')));
const national = valueOf(decodeTopology(json('admin-national.topo.json'), 'admin-national')).topology;
const fine = valueOf(decodeTopology(json('admin-county.topo.json'), 'admin-county')).topology;
const raster = valueOf(decodeCountyRaster(bytes('county-raster.bin')));
const manifest = valueOf(decodeManifest(json('manifest.json')));
const variants = regions.flatMap((region) => region.variants);

type Shape = readonly [id: string, geometry: Polygon | MultiPolygon];

function shapes(topology: typeof national | typeof fine, name: string): Shape[] {
  return topologyFeatures(topology, name).map(({ id, geometry }): Shape => {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')
      throw new Error(`${name}: no polygon`);
    return [String(id), geometry];
  });
}

function totalArea(list: readonly Shape[]): number {
  return list.reduce((sum, [, geometry]) => sum + areaKm2(geometry), 0);
}

function holes(geometry: Polygon | MultiPolygon): Position[][] {
  return polygonsOf(geometry).flatMap((rings) => rings.slice(1).map((ring) => [...ring]));
}

/** Seats of a unit on both levels. */
const seatOf = (adcode: string) =>
  [...prefectures.units, ...counties.units].filter((unit) => unit.adcode === adcode).map(({ seat }) => seat);

describe('seats of prefectures', () => {
  /** Cities whose station of their name lies far from the town: 乐东's on the coast, its town in the hills. */
  const STATION_FAR_AWAY = ['469027'];

  it('lie within 40 km of a railway station that bears the city’s name', () => {
    const { arrays, meta } = valueOf(decodeContainer(bytes('rail-timetable.bin')));
    const { stations } = valueOf(decodeTimetable({ header: null, meta, arrays }));
    const far = prefectures.units.flatMap(({ adcode, nameZh, shortNameZh, seat }) => {
      const own = stations.filter(({ name, prefecture }) => name === shortNameZh && prefecture === adcode);
      const km = Math.min(...own.map(({ at }) => localDistanceKm(at, seat)));
      return own.length === 0 || km <= 40 || STATION_FAR_AWAY.includes(adcode)
        ? []
        : [`${nameZh} ${km.toFixed(0)} km`];
    });
    expect(far).toEqual([]);
  });

  it('are where the fact table places them, of the prefecture as of the city that is its seat', () => {
    expect(seatOf('532300')).toEqual([[101.545, 25.045]]);
    expect(seatOf('532301')).toEqual([[101.545, 25.045]]);
    expect(seatOf('659004')).toEqual([
      [87.524, 44.166],
      [87.524, 44.166],
    ]);
    expect(seatOf('410600')).toEqual([[114.29, 35.748]]);
    // The county keeps its own.
    expect(seatOf('632200')).not.toEqual(seatOf('632223'));
  });
});

describe('manifest', () => {
  it('tells the size and hash of every artefact', () => {
    for (const artefact of manifest.artefacts) {
      const content = bytes(artefact.path);
      expect([artefact.id, content.length]).toEqual([artefact.id, artefact.bytes]);
      expect(createHash('sha256').update(content).digest('hex')).toBe(artefact.sha256);
    }
  });

  it('keeps the weights agreed', () => {
    const weight = (id: string): number =>
      manifest.artefacts.find((artefact) => artefact.id === id)?.gzipBytes ?? Infinity;
    expect(weight('admin-national')).toBeLessThan(230_000);
    expect(weight('admin-county')).toBeLessThan(900_000);
    expect(weight('basemap')).toBeLessThan(120_000);
    expect(weight('county-raster')).toBeLessThan(250_000);
    const early = manifest.artefacts.filter((artefact) => artefact.early);
    expect(early.reduce((sum, artefact) => sum + artefact.gzipBytes, 0)).toBeLessThan(600_000);
  });
});

describe('units', () => {
  it('have one shape a unit on every level', () => {
    const codes = prefectures.units.map((unit) => unit.adcode);
    expect(shapes(national, 'prefectures').map(([id]) => id)).toEqual(codes);
    expect(shapes(fine, 'prefectures').map(([id]) => id)).toEqual(codes);
    expect(shapes(fine, 'counties').map(([id]) => id)).toEqual(counties.units.map((unit) => unit.adcode));
    expect(shapes(national, 'provinces').map(([id]) => id)).toEqual(
      prefectures.provinces.map(({ code }) => code),
    );
  });

  it('add up: counties to their prefecture', () => {
    const sums = new Map<string, number>();
    for (const { prefecture, areaKm2: area } of counties.units) {
      expect(prefecture).not.toBeNull();
      sums.set(prefecture ?? '', (sums.get(prefecture ?? '') ?? 0) + area);
    }
    for (const { adcode, areaKm2: area } of prefectures.units) expect(sums.get(adcode)).toBeCloseTo(area, 0);
  });

  it('cover China once: prefectures have the area of the outline', () => {
    const outline = shapes(national, 'china');
    expect(outline).toHaveLength(1);
    // Equal up to the cracks and enclaves' tiny rings that the merged shapes leave out.
    expect(totalArea(shapes(national, 'prefectures')) / totalArea(outline)).toBeCloseTo(1, 4);
    expect(totalArea(shapes(fine, 'prefectures')) / totalArea(shapes(fine, 'counties'))).toBeCloseTo(1, 4);
    const exact = prefectures.units.reduce((sum, unit) => sum + unit.areaKm2, 0);
    expect(totalArea(outline) / exact).toBeCloseTo(1, 3);
    expect(exact).toBeGreaterThan(9_480_000);
    expect(exact).toBeLessThan(9_610_000);
  });

  it('keep their area when simplified, except archipelagos', () => {
    const drawn = new Map(shapes(fine, 'counties'));
    const off = counties.units.filter(({ adcode, areaKm2: area }) => {
      const geometry = drawn.get(adcode);
      return area > 100 && geometry !== undefined && Math.abs(areaKm2(geometry) / area - 1) > 0.03;
    });
    // Units of many islands lose those below 0.4 km².
    const islands = ['三沙市', '岱山县', '普陀区', '洞头区', '离岛区', '西贡区', '长海县', '香洲区'];
    expect(islands).toEqual(expect.arrayContaining(off.map((unit) => unit.nameZh)));
  });

  it('hold their own seats', () => {
    const lookup = new PointLookup(shapes(fine, 'prefectures'));
    const astray = prefectures.units.filter(({ adcode, seat }) => lookup.nearest(seat, 3)?.adcode !== adcode);
    expect(astray.map((unit) => unit.nameZh)).toEqual([]);
  });

  it('contain known places and not the sea', () => {
    const lookup = new PointLookup(shapes(fine, 'counties'));
    expect(lookup.at([116.397, 39.916])).toBe('110101'); // 故宫
    expect(lookup.at([104.066, 30.657])).toMatch(/^5101/u); // 天府广场
    expect(lookup.at([114.158, 22.285])).toBe('810001'); // 中环
    expect(lookup.at([113.549, 22.199])).toBe('820000');
    expect(lookup.at([121.5, 25.04])).toBe('710000');
    expect(lookup.at([121.4, 31.63])).toBe('310151'); // 崇明
    expect(lookup.at([119.78, 25.5])).toBe('350128'); // 平潭
    expect(lookup.at([113.75, 22.3])).toBeNull(); // 伶仃洋
    expect(lookup.at([109.5, 18.1])).toBeNull(); // 三亚外海
    expect(lookup.at([122.5, 30.5])).toBeNull();
  });
});

describe('arcs', () => {
  it.each([
    ['admin-national', national, 'prefectures'],
    ['admin-county', fine, 'counties'],
  ] as const)('of %s serve at most two neighbours, in opposite directions', (_, topology, name) => {
    const uses = new Map<number, string[]>();
    for (const geometry of topology.objects[name as 'prefectures'].geometries) {
      if (geometry.type !== 'MultiPolygon') throw new Error('no multipolygon');
      for (const index of geometry.arcs.flat(2)) {
        const arc = index < 0 ? ~index : index;
        uses.set(arc, [...(uses.get(arc) ?? []), index < 0 ? 'back' : 'forth']);
      }
    }
    const odd = [...uses.values()].filter(
      (list) => list.length > 2 || (list.length === 2 && list[0] === list[1]),
    );
    expect(odd).toEqual([]);
    expect([...uses.values()].filter((list) => list.length === 2).length).toBeGreaterThan(800);
  });
});

function variantOf(key: string): (typeof variants)[number] | undefined {
  return variants.find((candidate) => candidate.key === key);
}

describe('regions', () => {
  it('have their shape on both topologies, with the area of their members', () => {
    for (const topology of [national, fine]) {
      const drawn = new Map([...shapes(topology, 'agglomerations'), ...shapes(topology, 'metros')]);
      expect([...drawn.keys()].toSorted()).toEqual(variants.map((variant) => variant.key).toSorted());
      for (const { key, areaKm2: area } of variants) {
        const geometry = drawn.get(key);
        if (!geometry) throw new Error(`no shape for ${key}`);
        expect([key, Math.abs(areaKm2(geometry) / area - 1) < 0.005]).toEqual([key, true]);
      }
    }
  });

  it('have no slivers and no holes but real ones', () => {
    for (const name of ['agglomerations', 'metros']) {
      for (const [id, geometry] of [...shapes(national, name), ...shapes(fine, name)]) {
        const small = holes(geometry).filter((ring) => ringAreaKm2(ring) < 15);
        expect([id, small.length]).toEqual([id, 0]);
        const slivers = polygonsOf(geometry).filter(([outer]) => ringAreaKm2(outer ?? []) < 0.02);
        expect([id, slivers.length]).toEqual([id, 0]);
      }
    }
    const china = shapes(national, 'china').flatMap(([, geometry]) => holes(geometry));
    expect(china).toEqual([]);
  });

  it('start with the current variant and sum their members’ areas', () => {
    expect(regions.find((region) => region.id === 'yrd')?.variants.map((variant) => variant.key)).toEqual([
      'yrd@2019-core',
      'yrd@2016-plan',
      'yrd@2010-plan-core',
    ]);
    const areas = new Map(counties.units.map((unit) => [unit.adcode, unit.areaKm2]));
    for (const variant of variants) {
      const sum = variant.counties.reduce((total, code) => total + (areas.get(code) ?? Number.NaN), 0);
      expect(sum).toBeCloseTo(variant.areaKm2, 0);
      expect(variant.statisticalMembers).toEqual([...new Set(variant.counties.map(prefectureOf))].toSorted());
    }
  });

  it('agree with the plans’ own figures where the plans say them', () => {
    // 成都都市圈发展规划: 2.64 万 km², 2,761 万; 长株潭: 1.89 万 km², 1,466 万.
    expect((variantOf('chengdu@planning-scope')?.areaKm2 ?? 0) / 26_400).toBeCloseTo(1, 2);
    expect((variantOf('chengdu@planning-scope')?.population2020 ?? 0) / 27_610_000).toBeCloseTo(1, 3);
    expect((variantOf('changzhutan@planning-scope')?.population2020 ?? 0) / 14_660_000).toBeCloseTo(1, 3);
    // 金门 has no figure: named as missing, not zero.
    expect(variantOf('ymz@2009-plan')?.populationMissing).toEqual(['350527']);
    for (const variant of variants)
      if (!variant.key.startsWith('ymz@') && !variant.key.startsWith('xiazhangquan@'))
        expect(variant.populationMissing).toEqual([]);
  });
});

describe('South China Sea', () => {
  it('has ten dashes and its islets', () => {
    const dashes = topologyFeatures(national, 'dashline');
    expect(dashes).toHaveLength(10);
    for (const { geometry } of dashes) expect(geometry.type).toBe('LineString');
    const [islets] = topologyFeatures(national, 'islets');
    expect(islets?.geometry.type === 'MultiPoint' && islets.geometry.coordinates.length).toBeGreaterThan(40);
  });
});

function countyOfCell(lng: number, lat: number): string | null {
  const column = Math.floor((lng - raster.west) / raster.cellDegrees);
  const row = Math.floor((raster.north - lat) / raster.cellDegrees);
  return raster.counties[(raster.cells[row * raster.columns + column] ?? 0) - 1] ?? null;
}

describe('county raster', () => {
  it('lists the counties of the units and gives each about its land', () => {
    expect(raster.counties).toEqual(counties.units.map((unit) => unit.adcode));
    const cells = new Float64Array(raster.counties.length + 1);
    for (let row = 0; row < raster.rows; row++) {
      const lat = raster.north - (row + 0.5) * raster.cellDegrees;
      // 1/100° of a meridian is 1.1132 km at the equator, 1.1057 to 1.1169 from there to the poles.
      const cellKm2 = 1.11 * 1.1132 * Math.cos((lat * Math.PI) / 180);
      for (let column = 0; column < raster.columns; column++) {
        const cell = raster.cells[row * raster.columns + column] ?? 0;
        if (cell !== 0) cells[cell] = (cells[cell] ?? 0) + cellKm2;
      }
    }
    const wrong = counties.units.filter(({ areaKm2: area }, index) => {
      const painted = cells[index + 1] ?? 0;
      return painted === 0 || (area > 500 && (painted / area > 1.03 || painted / area < 0.97));
    });
    // Below 97 %: the counties around large lakes.
    expect(wrong.every((unit) => (cells[counties.units.indexOf(unit) + 1] ?? 0) < unit.areaKm2)).toBe(true);
    expect(wrong.length).toBeLessThan(110);
    expect(wrong.map((unit) => unit.nameZh)).toEqual(expect.arrayContaining(['吴中区', '刚察县', '都昌县']));
  });

  it('has land and water where they are', () => {
    expect(countyOfCell(116.397, 39.916)).toBe('110101');
    expect(countyOfCell(120.15, 31.2)).toBeNull(); // 太湖
    expect(countyOfCell(100.2, 36.9)).toBeNull(); // 青海湖
    expect(countyOfCell(116.3, 29.1)).toBeNull(); // 鄱阳湖
    expect(countyOfCell(117.5, 31.55)).toBeNull(); // 巢湖
    expect(countyOfCell(105.85, 21.03)).toBeNull(); // Hanoi
  });
});

describe('basemap', () => {
  it('has the world’s land where rings cross 180°, and no band about the world', () => {
    const { topology } = valueOf(decodeTopology(json('basemap.topo.json'), 'basemap'));
    const rings = landRings(topology).map((ring): Polygon => ({ type: 'Polygon', coordinates: [[...ring]] }));
    const isLand = (lng: number, lat: number): boolean =>
      rings.filter((ring) => booleanPointInPolygon([lng, lat], ring)).length % 2 === 1;
    // Chukotka on both sides of 180°, Yakutia, Lapland, Alaska, Greenland, Antarctica; then seas at the same latitudes.
    for (const [lng, lat] of [
      [178, 67],
      [-175, 66.5],
      [120, 67],
      [26, 67],
      [-150, 66],
      [-45, 70],
      [0, -80],
    ] as const)
      // prettier-ignore
      expect([lng, lat, isLand(lng, lat)]).toEqual([lng, lat, true]);
    for (const [lng, lat] of [
      [0, 66],
      [-10, 69.8],
      [-170, 71.2],
      [0, -16.3],
    ] as const)
      // prettier-ignore
      expect([lng, lat, isLand(lng, lat)]).toEqual([lng, lat, false]);
  });

  it('draws no foreign border inside China', () => {
    const china = new PointLookup(shapes(fine, 'prefectures'));
    for (const id of ['basemap', 'basemap-detail'] as const) {
      const { topology } = valueOf(decodeTopology(json(`${id}.topo.json`), id));
      const points = topologyFeatures(topology, 'neighbours').flatMap(({ geometry }) =>
        geometry.type === 'MultiLineString'
          ? geometry.coordinates.flat()
          : geometry.type === 'LineString'
            ? geometry.coordinates
            : [],
      );
      expect(points.length).toBeGreaterThan(500);
      const deep = points.filter(([lng = 0, lat = 0]) => {
        // Inside, and further than simplification moves things (about 3 km) from the border.
        const around = [[0, 0], [0.04, 0], [-0.04, 0], [0, 0.04], [0, -0.04]] as const; // prettier-ignore
        return around.every(([dx, dy]) => china.at([lng + dx, lat + dy]) !== null);
      });
      expect(deep).toEqual([]);
    }
  });

  it('names the great rivers and lakes', () => {
    const { topology } = valueOf(decodeTopology(json('basemap.topo.json'), 'basemap'));
    const named = (object: string): unknown[] =>
      topologyFeatures(topology, object).map((feature) => feature.properties?.['nameZh']);
    expect(named('rivers')).toEqual(expect.arrayContaining(['长江', '黄河', '西江', '黑龙江', '汉江']));
    expect(named('lakes')).toEqual(expect.arrayContaining(['太湖', '鄱阳湖', '洞庭湖', '青海湖']));
  });
});
