import { describe, expect, it } from 'vitest';
import type { AdminUnit } from '#core/geography/admin-unit.ts';
import type { ArtefactValues } from '#data/artefact-values.ts';
import { registerTraveller } from '#state/camera-motion.ts';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';
import { placeOf, placeOfOrigins, viewOfSelection, type PlaceData } from '#state/selection-in-view.ts';
import { adminUnit } from '../../fixtures/admin-unit.ts';

function unit(adcode: string, level: AdminUnit['level'], seat: AdminUnit['seat']): AdminUnit {
  return adminUnit(adcode, { prefecture: level === 'county' ? `${adcode.slice(0, 4)}00` : null, seat });
}

const units = {
  provinces: [],
  units: [unit('510100', 'prefecture', [104, 30.6]), unit('500000', 'prefecture', [106.5, 29.5])],
} as unknown as ArtefactValues['units'];
const counties = {
  provinces: [],
  units: [unit('510108', 'county', [104.1, 30.7])],
} as unknown as ArtefactValues['units-county'];
const regions = [
  {
    id: 'chengyu',
    kind: 'agglomeration',
    variants: [
      { key: 'chengyu@current', statisticalMembers: [] },
      { key: 'chengyu@2016', statisticalMembers: [] },
    ],
  },
  {
    id: 'own',
    kind: 'agglomeration',
    variants: [{ key: 'own@own', statisticalMembers: ['510100', '500000', '999999'] }],
  },
] as unknown as ArtefactValues['regions'];
/** Two squares, the second a degree east of the first. */
const outlines: PlaceData['admin-national'] = {
  type: 'Topology',
  arcs: [
    [
      [103, 28],
      [108, 28],
      [108, 32],
      [103, 28],
    ],
    [
      [104, 28],
      [109, 28],
      [109, 32],
      [104, 28],
    ],
  ],
  objects: {
    agglomerations: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', id: 'chengyu@current', arcs: [[0]], properties: {} },
        { type: 'Polygon', id: 'chengyu@2016', arcs: [[1]], properties: {} },
      ],
    },
  },
};
const lines = [
  {
    id: 'line',
    path: [
      [104, 30],
      [106, 29],
    ],
    stops: [{ name: '资阳北', at: [104.6, 30.1] }],
  },
] as unknown as ArtefactValues['rail-lines'];
const timetable = { stations: [{ name: '成都东', at: [104.1, 30.6] }] } as unknown as NonNullable<
  PlaceData['rail-timetable']
>;
const all: PlaceData = {
  units,
  'units-county': counties,
  regions,
  'admin-national': outlines,
  'rail-lines': lines,
  'rail-timetable': timetable,
};

function zoomAt(selection: Parameters<typeof placeOf>[0]) {
  const place = placeOf(selection, {}, all);
  return place.kind === 'found' ? place.destination : place;
}

const box = (bounds: readonly number[]) => ({ kind: 'found', destination: { kind: 'bounds', bounds } });

describe('placeOf', () => {
  it('is the box around a region’s outline, in the variant that is drawn', () => {
    const region = { kind: 'region', regionId: 'chengyu' } as const;
    expect(placeOf(region, {}, all)).toEqual(box([103, 28, 108, 32]));
    expect(placeOf(region, { chengyu: 'chengyu@2016' }, all)).toEqual(box([104, 28, 109, 32]));
    expect(placeOf(region, { chengyu: 'chengyu@lost' }, all)).toEqual(box([103, 28, 108, 32]));
  });

  it('is the box around the members’ seats, with room, where a region has no outline', () => {
    expect(placeOf({ kind: 'region', regionId: 'own' }, {}, all)).toEqual({
      kind: 'found',
      destination: { kind: 'bounds', bounds: [103.2, 28.7, 107.3, 31.400000000000002] },
    });
  });

  it('is a city’s or county’s seat, a station of timetable or line, a line, a picked point', () => {
    expect(zoomAt({ kind: 'unit', adcode: '510100' })).toEqual({ kind: 'point', at: [104, 30.6], zoom: 7.5 });
    expect(zoomAt({ kind: 'unit', adcode: '510108' })).toEqual({ kind: 'point', at: [104.1, 30.7], zoom: 9 });
    expect(zoomAt({ kind: 'station', name: '成都东' })).toMatchObject({ at: [104.1, 30.6] });
    expect(zoomAt({ kind: 'station', name: '资阳北' })).toMatchObject({ at: [104.6, 30.1] });
    expect(zoomAt({ kind: 'point', at: [100, 40] })).toMatchObject({ kind: 'point', at: [100, 40] });
    expect(zoomAt({ kind: 'line', lineId: 'line' })).toEqual({
      kind: 'bounds',
      bounds: [103.85, 28.85, 106.15, 30.15],
    });
  });

  it('is nowhere for what does not exist', () => {
    expect(placeOf({ kind: 'unit', adcode: '123456' }, {}, all)).toEqual({
      kind: 'found',
      destination: null,
    });
    expect(placeOf({ kind: 'region', regionId: 'atlantis' }, {}, all)).toEqual({
      kind: 'found',
      destination: null,
    });
  });

  it('asks for what it lacks, counties only where no city has the code', () => {
    expect(placeOf({ kind: 'unit', adcode: '510100' }, {}, { units })).toMatchObject({ kind: 'found' });
    expect(placeOf({ kind: 'unit', adcode: '510108' }, {}, { units })).toEqual({
      kind: 'needs',
      artefact: 'units-county',
    });
    expect(placeOf({ kind: 'station', name: '成都东' }, {}, {})).toEqual({
      kind: 'needs',
      artefact: 'rail-timetable',
    });
  });
});

describe('placeOfOrigins', () => {
  const city = { kind: 'unit', adcode: '510100' } as const;
  const point = { kind: 'point', at: [106, 29], label: '' } as const;

  it('is around one origin with its hour, and the box of several', () => {
    expect(placeOfOrigins([city], all)).toEqual({
      kind: 'found',
      destination: { kind: 'point', at: [104, 30.6], zoom: 7 },
    });
    expect(placeOfOrigins([city, point], all)).toMatchObject({
      destination: { kind: 'bounds', bounds: [103.2, 28.2, 106.8, 31.400000000000002] },
    });
  });

  it('leaves out what is nowhere, and asks for what it lacks', () => {
    const lost = { kind: 'unit', adcode: '123456' } as const;
    expect(placeOfOrigins([lost, point], all)).toMatchObject({ destination: { at: [106, 29] } });
    expect(placeOfOrigins([city], {})).toEqual({ kind: 'needs', artefact: 'units' });
  });
});

describe('viewOfSelection', () => {
  it('keeps clear of the inspector that a link will open, and of none where it opens none', () => {
    const asked: (boolean | undefined)[] = [];
    const stop = registerTraveller({
      cameraShowing: (_destination, isInspecting) => {
        asked.push(isInspecting);
        return { center: [0, 0], zoom: 5 };
      },
      fly: () => undefined,
    });
    const { view, circles } = DEFAULT_DOCUMENT;
    const at = [106, 29] as const;
    void viewOfSelection({ ...DEFAULT_DOCUMENT, view: { ...view, selection: { kind: 'point', at } } });
    const origins = [{ kind: 'point', at, label: '' }] as const;
    void viewOfSelection({ ...DEFAULT_DOCUMENT, circles: { ...circles, origins } });
    stop();
    expect(asked).toEqual([true, false]);
  });
});
