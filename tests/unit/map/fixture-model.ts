import type { Topology } from 'topojson-specification';
import type { RailLine, RoadLink } from '#core/network/rail-line.ts';
import type { MapModel } from '#map/layers/map-model.ts';
import type { StructureDrawing } from '#map/layers/structure-drawing.ts';

/**
 * Four square prefectures of 1° in two provinces, 11 west and 22 east of 101° E:
 *
 *   31 ┌──────┬──────┐
 *      │110100│220100│
 *   30 ├──────┼──────┤
 *      │110200│220200│
 *   29 └──────┴──────┘
 *     100    101    102
 *
 * arcs 0–3: the outer sides of the four squares, 4: north half of the middle, 5: south half, 6: west half, 7: east half.
 * The agglomeration `ag@now` is 110100 + 220100, the metropolitan area `me@now` is 110100.
 */
export const fixtureTopology: Topology = {
  type: 'Topology',
  arcs: [
    [
      [101, 31],
      [100, 31],
      [100, 30],
    ],
    [
      [100, 30],
      [100, 29],
      [101, 29],
    ],
    [
      [101, 29],
      [102, 29],
      [102, 30],
    ],
    [
      [102, 30],
      [102, 31],
      [101, 31],
    ],
    [
      [101, 31],
      [101, 30],
    ],
    [
      [101, 30],
      [101, 29],
    ],
    [
      [100, 30],
      [101, 30],
    ],
    [
      [101, 30],
      [102, 30],
    ],
  ],
  objects: {
    prefectures: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', id: '110100', arcs: [[0, 6, ~4]] },
        { type: 'Polygon', id: '110200', arcs: [[1, ~5, ~6]] },
        { type: 'Polygon', id: '220200', arcs: [[2, ~7, 5]] },
        { type: 'Polygon', id: '220100', arcs: [[3, 4, 7]] },
      ],
    },
    provinces: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', id: '11', arcs: [[0, 1, ~5, ~4]] },
        { type: 'Polygon', id: '22', arcs: [[2, 3, 4, 5]] },
      ],
    },
    agglomerations: {
      type: 'GeometryCollection',
      geometries: [{ type: 'Polygon', id: 'ag@now', arcs: [[0, 6, 7, 3]] }],
    },
    metros: {
      type: 'GeometryCollection',
      geometries: [{ type: 'Polygon', id: 'me@now', arcs: [[0, 6, ~4]] }],
    },
    china: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', arcs: [[0, 1, 2, 3]] }] },
    dashline: { type: 'GeometryCollection', geometries: [] },
  },
};

/** A line along 30.5° N from 100.2° to 101.8° E. */
export function railLine(id: string, overrides: Partial<RailLine> = {}): RailLine {
  return {
    id,
    nameZh: '甲乙高铁',
    nameEn: 'A–B HSR',
    category: 'high-speed',
    status: 'open',
    openedText: '2015-12',
    openedYear: 2015,
    designSpeedKmh: 350,
    lengthKm: 150,
    from: '甲',
    to: '乙',
    fastestMinutes: 40,
    expectedMinutesText: null,
    source: 'fixture',
    stops: [],
    path: [
      [100.2, 30.5],
      [101.8, 30.5],
    ],
    ...overrides,
  };
}

/** A bridge along 29.5° N from 100.9° to 101.1° E. */
export const bridge: RoadLink = {
  id: 'bridge',
  nameZh: '大桥',
  nameEn: 'Bridge',
  openedText: '2018',
  openedYear: 2018,
  status: 'open',
  designSpeedKmh: 100,
  lengthKm: 20,
  minutes: 15,
  minutesProvenance: 'assumed',
  from: { name: '甲', nameEn: 'Jia', nameEnFrom: 'romanised', at: [100.9, 29.5] },
  to: { name: '乙', nameEn: 'Yi', nameEnFrom: 'romanised', at: [101.1, 29.5] },
  path: [
    [100.9, 29.5],
    [101.1, 29.5],
  ],
  crossesBorder: false,
  source: 'fixture',
  placement: 'drawn by hand',
};

/** Everything on: regions, choropleth with a hole in the data, a circle, rail, a bridge, stations and a flow. */
export const fullModel: MapModel = {
  theme: 'light',
  language: 'zh',
  topologies: { national: fixtureTopology, county: null, basemap: null, basemapDetail: null },
  visible: {
    agglomerations: true,
    metros: true,
    provinces: true,
    prefectures: true,
    counties: true,
    choropleth: true,
    rail: true,
    stations: true,
    roadLinks: true,
    circles: true,
    flows: true,
    labels: true,
  },
  regions: [
    {
      variantKey: 'ag@now',
      kind: 'agglomeration',
      nameZh: '甲乙',
      nameEn: 'A–B',
      maturity: 'mature',
      role: 'current',
    },
    { variantKey: 'me@now', kind: 'metro', nameZh: '甲', nameEn: 'A', maturity: null, role: 'current' },
  ],
  places: [
    { adcode: '110100', nameZh: '甲', nameEn: 'A', at: [100.5, 30.5], population: 12_000_000, rank: 'core' },
    { adcode: '220100', nameZh: '乙', nameEn: 'B', at: [101.5, 30.5], population: null, rank: 'city' },
  ],
  choropleth: {
    level: 'prefecture',
    classes: new Map([
      ['110100', 1],
      ['110200', 0],
      ['220100', null],
    ]),
    colours: ['#ccddee', '#334455'],
    limits: [0, 10, 1234.5],
    title: '试验',
    unit: '元',
    note: '年鉴，2020',
    provenance: 'observed',
    decimals: 1,
  },
  rail: {
    lines: [railLine('ab'), railLine('future', { status: 'under-construction', designSpeedKmh: null })],
    year: null,
    showUnderConstruction: true,
    showPlanned: true,
    categories: new Set(['high-speed', 'intercity', 'conventional']),
  },
  roadLinks: [bridge],
  closedRoadLinks: new Set(),
  stations: [
    { name: '甲南', at: [100.3, 30.3], prefecture: '110100', rank: 'hub', minutes: 20 },
    { name: '乙东', at: [101.7, 30.2], prefecture: '220100', rank: 'station' },
  ],
  circle: {
    origins: [{ id: 'o1', at: [100.5, 30.5], label: '甲' }],
    contours: [30, 60].map((minutes) => ({
      minutes,
      area: {
        type: 'MultiPolygon',
        coordinates: [[square(100.5, 30.5, minutes / 200)]],
      },
    })),
    surface: null,
    maxMinutes: 60,
    emphasisMinutes: 60,
    difference: null,
  },
  flows: [{ id: 'ab', from: [100.5, 30.5], to: [101.5, 30.5], weight: 1 }],
  selection: null,
  annotations: {
    shapes: [
      { kind: 'label', id: 'l', text: 'a point', at: [100.5, 30.5] },
      { kind: 'arrow', id: 'w', text: 'from here', from: [100.2, 29.2], to: [101.2, 29.4] },
      {
        kind: 'area',
        id: 'z',
        text: 'an area',
        ring: [
          [101.2, 30.2],
          [101.8, 30.2],
          [101.8, 30.8],
        ],
      },
    ],
    edited: 'z',
    isEditable: true,
    draft: [],
  },
  hover: null,
};

function square(lng: number, lat: number, half: number): [number, number][] {
  return [
    [lng - half, lat - half],
    [lng + half, lat - half],
    [lng + half, lat + half],
    [lng - half, lat + half],
    [lng - half, lat - half],
  ];
}

/** The structure workspace with nothing drawn. */
export const emptyStructure: StructureDrawing = {
  symbols: [],
  largestValue: 1,
  symbolTitle: '',
  symbolNote: '',
  symbolKeys: [],
  toneLabels: {},
  lines: [],
  lineLabels: {},
  lineTitle: '',
  centres: [],
  outlines: [],
  outlineTitle: '',
  yardsticks: [],
  yardstickTitle: '',
};
