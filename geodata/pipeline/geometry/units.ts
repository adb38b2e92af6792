import polylabel from 'polylabel';
import type { Adcode, AdminLevel, AdminUnit, Province } from '#core/geography/admin-unit.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import { cell, readFacts } from '../fact-tables.ts';
import { areaKm2, ringAreaKm2 } from './area.ts';
import type { CountyPolygons } from './build-polygons.ts';
import { groupBy, prefectureOf, provinceOf } from './codes.ts';
import { polygonsOf, type CountyFeature } from './geometry-types.ts';
import { searchPinyin } from './pinyin-names.ts';
import { presentNames } from './present-names.ts';
import type { PointLookup } from './point-lookup.ts';
import { seatCounties } from './seat-counties.ts';
import { placedSeats, Seats } from './seats.ts';
import { countyNameEn, prefectureNameEn, provinceNames, shortName } from './unit-names.ts';

/** The units of both levels, sorted by code. */
export interface BuiltUnits {
  readonly provinces: readonly Province[];
  readonly prefectures: readonly AdminUnit[];
  readonly counties: readonly AdminUnit[];
  /** Units whose seat is only the largest place or a point inside, for the report. */
  readonly seatNotes: readonly string[];
}

const specialNames: Readonly<Record<Adcode, string>> = {
  '710000': '台湾省',
  '810000': '香港特别行政区',
  '820000': '澳门特别行政区',
  '442100': '东沙群岛',
};

/** Other names people and tables use for prefecture-level units. */
const specialAliases: Readonly<Record<Adcode, readonly string[]>> = {
  '710000': ['台湾', 'Taiwan'],
  '810000': ['香港', 'Hong Kong'],
  '820000': ['澳门', 'Macao', 'Macau'],
  '540200': ['日喀则', 'Xigazê'],
  '441900': ['Dongguan'],
  '150100': ['Huhehaote'],
};

/** Builds names, seats and areas of every unit. */
export function buildUnits(polygons: CountyPolygons, lookup: PointLookup): BuiltUnits {
  const seats = new Seats(lookup);
  const placed = placedSeats();
  const seatNotes: string[] = [];
  const byPrefecture = groupBy(polygons.collection.features, (feature) =>
    prefectureOf(feature.properties.adcode),
  );
  const prefectureNames = new Map(
    readFacts('census_prefecture').map((row) => [cell(row, 'adcode'), cell(row, 'name')]),
  );
  const hongKong = new Map(
    readFacts('census_hongkong_districts').map((row) => [cell(row, 'adcode'), cell(row, 'name_en')]),
  );

  const countyByCode = new Map(
    polygons.collection.features.map(({ properties }) => [properties.adcode, properties]),
  );
  const newNames = presentNames(
    new Map(polygons.collection.features.map(({ properties }) => [properties.adcode, properties.nameZh])),
  );
  const unit = (
    level: AdminLevel,
    adcode: Adcode,
    nameZh: string,
    members: readonly CountyFeature[],
  ): AdminUnit => {
    const codes = members.map((member) => member.properties.adcode);
    const seatCounty = level === 'prefecture' ? countyByCode.get(seatCounties[adcode] ?? '') : undefined;
    const seat =
      placed.get(adcode) ??
      placed.get(seatCounty?.adcode ?? '') ??
      (seatCounty ? seats.find(seatCounty.nameZh, [seatCounty.adcode]) : seats.find(nameZh, codes));
    if (seat?.byName !== true) {
      seatNotes.push(
        `${adcode} ${nameZh}: ${seat ? 'largest place inside' : 'no place inside, middle of the largest part'}`,
      );
    }
    const english = hongKong.get(adcode);
    return {
      adcode,
      level,
      nameZh,
      shortNameZh: shortName(nameZh),
      nameEn:
        level === 'prefecture'
          ? prefectureNameEn(adcode, nameZh)
          : english
            ? `${english} District`
            : countyNameEn(adcode, nameZh),
      pinyin: searchPinyin(nameZh),
      aliases: [
        ...new Set([
          ...(level === 'county'
            ? [...(polygons.aliases.get(adcode) ?? []), ...(newNames.get(adcode) ?? [])]
            : []),
          ...(specialAliases[adcode] ?? []),
        ]),
      ],
      provinceCode: provinceOf(adcode),
      prefecture: level === 'county' ? prefectureOf(adcode) : null,
      seat: roundPoint(seat?.at ?? middleOf(members)),
      areaKm2: round(
        members.reduce((sum, member) => sum + areaKm2(member.geometry), 0),
        2,
      ),
    };
  };
  const counties = polygons.collection.features.map((feature) =>
    unit(
      'county',
      feature.properties.adcode,
      specialNames[feature.properties.adcode] ?? feature.properties.nameZh,
      [feature],
    ),
  );
  const prefectures = [...byPrefecture]
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([adcode, members]) => {
      const name = specialNames[adcode] ?? prefectureNames.get(adcode) ?? members[0]?.properties.nameZh;
      if (name === undefined) throw new Error(`no name for prefecture ${adcode}`);
      return unit('prefecture', adcode, name, members);
    });
  const provinces = Object.entries(provinceNames).map(([code, [nameZh, nameEn]]) => ({
    code,
    nameZh,
    nameEn,
  }));
  return { provinces, prefectures, counties, seatNotes };
}

/** The point farthest from the border of the largest part, to 0.001°. */
function middleOf(members: readonly CountyFeature[]): LngLat {
  const parts = members.flatMap(({ geometry }) => polygonsOf(geometry));
  const [largest = []] = parts.toSorted((a, b) => ringAreaKm2(b[0] ?? []) - ringAreaKm2(a[0] ?? []));
  const [lng = 0, lat = 0] = polylabel(
    largest.map((ring) => ring.map(([x = 0, y = 0]) => [x, y])),
    0.001,
  );
  return [lng, lat];
}

function roundPoint([lng, lat]: LngLat): LngLat {
  return [round(lng, 4), round(lat, 4)];
}

/** Rounds to a number of decimals, so that bytes do not depend on the last bits. */
export function round(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor;
}
