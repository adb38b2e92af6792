import type { AdminUnit, Province } from '#core/geography/admin-unit.ts';
import type { Region } from '#core/geography/region.ts';
import type { RailLine, RoadLink } from '#core/network/rail-line.ts';
import type { RailStation } from '#core/network/rail-timetable.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import { boundsOf, type Destination } from './camera-motion.ts';
import { SEARCH_KINDS, type SearchKind, type SearchSubject } from './search-index.ts';

/** What is loaded so far; each part may still be missing. */
export interface SearchableData {
  readonly provinces: readonly Province[];
  readonly units: readonly AdminUnit[];
  readonly counties: readonly AdminUnit[];
  readonly regions: readonly Region[];
  readonly lines: readonly RailLine[];
  readonly links: readonly RoadLink[];
  readonly stations: readonly RailStation[];
  /** Adcode → persons, to rank namesakes. */
  readonly population: ReadonlyMap<string, number>;
}

/** Room around the seats of a region's members or the ends of a link, degrees. */
const REGION_MARGIN = 0.8;
const PATH_MARGIN = 0.15;

function around(positions: readonly LngLat[], marginDegrees: number): Destination | null {
  const bounds = boundsOf(positions, marginDegrees);
  return bounds === null ? null : { kind: 'bounds', bounds };
}

function named(kind: SearchKind): Pick<SearchSubject, 'kind' | 'rank'> {
  return { kind, rank: SEARCH_KINDS.indexOf(kind) };
}

function fromLine(line: RailLine): SearchSubject {
  return {
    ...named('line'),
    selection: { kind: 'line', lineId: line.id },
    nameZh: line.nameZh,
    nameEn: line.nameEn,
    pinyin: null,
    aliases: [],
    code: null,
    contextZh: line.from === '' ? '' : `${line.from}—${line.to}`,
    contextEn: line.from === '' ? '' : `${line.from}—${line.to}`,
    destination: around(line.path, PATH_MARGIN),
    weight: line.lengthKm ?? 0,
  };
}

function fromLink(link: RoadLink): SearchSubject {
  return {
    ...named('link'),
    selection: { kind: 'link', linkId: link.id },
    nameZh: link.nameZh,
    nameEn: link.nameEn,
    pinyin: null,
    aliases: [],
    code: null,
    contextZh: `${link.from.name}—${link.to.name}`,
    contextEn: `${link.from.name}—${link.to.name}`,
    destination: around(link.path, PATH_MARGIN),
    weight: link.lengthKm ?? 0,
  };
}

/** The view of a region in its current variant, from the seats of its members. */
export function destinationOfRegion(
  region: Region,
  units: ReadonlyMap<string, AdminUnit>,
): Destination | null {
  const members = region.variants[0]?.statisticalMembers ?? [];
  const seats = members.map((adcode) => units.get(adcode)?.seat).filter((seat) => seat !== undefined);
  return around(seats, REGION_MARGIN);
}

/** Names of all that is loaded, ready for the index. */
export function listSearchSubjects(data: SearchableData): readonly SearchSubject[] {
  const provinces = new Map(data.provinces.map((province) => [province.code, province]));
  const units = new Map(data.units.map((unit) => [unit.adcode, unit]));
  const fromUnit = (unit: AdminUnit): SearchSubject => {
    const province = provinces.get(unit.provinceCode);
    const prefecture = unit.prefecture === null ? undefined : units.get(unit.prefecture);
    return {
      ...named(unit.level),
      selection: { kind: 'unit', adcode: unit.adcode },
      nameZh: unit.nameZh,
      nameEn: unit.nameEn,
      pinyin: unit.pinyin,
      aliases: [unit.shortNameZh, ...unit.aliases].filter((name) => name !== unit.nameZh),
      code: unit.adcode,
      contextZh: [province?.nameZh, prefecture?.shortNameZh].filter(Boolean).join(' '),
      contextEn: [prefecture?.nameEn, province?.nameEn].filter(Boolean).join(', '),
      destination: { kind: 'point', at: unit.seat, zoom: unit.level === 'county' ? 9 : 7.5 },
      weight: data.population.get(unit.adcode) ?? 0,
    };
  };
  const fromRegion = (region: Region): SearchSubject => {
    return {
      ...named(region.kind),
      selection: { kind: 'region', regionId: region.id },
      nameZh: `${region.nameZh}${region.kind === 'metro' ? '都市圈' : '城市群'}`,
      nameEn: region.nameEn,
      pinyin: null,
      aliases: [region.nameZh],
      code: null,
      contextZh: '',
      contextEn: '',
      destination: destinationOfRegion(region, units),
      weight: region.variants[0]?.population2020 ?? 0,
    };
  };
  const fromStation = (station: RailStation): SearchSubject => {
    const prefecture = station.prefecture === null ? undefined : units.get(station.prefecture);
    return {
      ...named('station'),
      selection: { kind: 'station', name: station.name },
      nameZh: `${station.name}站`,
      nameEn: '',
      pinyin: null,
      aliases: [station.name, ...station.aliases],
      code: null,
      contextZh: prefecture?.nameZh ?? '',
      contextEn: prefecture?.nameEn ?? '',
      destination: { kind: 'point', at: station.at, zoom: 10 },
      weight: 0,
    };
  };
  return [
    ...data.units.map(fromUnit),
    ...data.regions.map(fromRegion),
    ...data.lines.map(fromLine),
    ...data.links.map(fromLink),
    ...data.counties.map(fromUnit),
    ...data.stations.map(fromStation),
  ];
}
