import type { AdminUnit, Province } from '#core/geography/admin-unit.ts';
import { formerNamesOf } from '#core/geography/former-units.ts';
import type { Region } from '#core/geography/region.ts';
import { REGION_ALIASES } from '#core/geography/region-aliases.ts';
import type { RailLine, RoadLink } from '#core/network/rail-line.ts';
import type { RailStation } from '#core/network/rail-timetable.ts';
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
  /** English names of stations; `null` = not loaded. */
  readonly stationNames: ReadonlyMap<string, string> | null;
  /** Adcode → persons, to rank namesakes. */
  readonly population: ReadonlyMap<string, number>;
}

function named(kind: SearchKind): Pick<SearchSubject, 'kind' | 'rank'> {
  return { kind, rank: SEARCH_KINDS.indexOf(kind) };
}

function fromLine(line: RailLine, stationNames: SearchableData['stationNames']): SearchSubject {
  const english = (name: string) => stationNames?.get(name) ?? name;
  return {
    ...named('line'),
    selection: { kind: 'line', lineId: line.id },
    nameZh: line.nameZh,
    nameEn: line.nameEn,
    pinyin: null,
    aliases: [],
    code: null,
    contextZh: line.from === '' ? '' : `${line.from}—${line.to}`,
    contextEn: line.from === '' ? '' : `${english(line.from)} – ${english(line.to)}`,
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
    contextEn: `${link.from.nameEn} – ${link.to.nameEn}`,
    weight: link.lengthKm ?? 0,
  };
}

function fromRegion(region: Region): SearchSubject {
  return {
    ...named(region.kind),
    selection: { kind: 'region', regionId: region.id },
    nameZh: `${region.nameZh}${region.kind === 'metro' ? '都市圈' : '城市群'}`,
    nameEn: region.nameEn,
    pinyin: null,
    aliases: [region.nameZh, ...(REGION_ALIASES[region.id] ?? [])],
    code: null,
    contextZh: '',
    contextEn: '',
    weight: region.variants[0]?.population2020 ?? 0,
  };
}

/** Names of all that is loaded, ready for the index. */
export function listSearchSubjects(data: SearchableData): readonly SearchSubject[] {
  const provinces = new Map(data.provinces.map((province) => [province.code, province]));
  const units = new Map(data.units.map((unit) => [unit.adcode, unit]));
  const fromUnit = (unit: AdminUnit): SearchSubject => {
    const inProvince = provinces.get(unit.provinceCode);
    const inPrefecture = unit.prefecture === null ? undefined : units.get(unit.prefecture);
    // A municipality is both its province and its prefecture: it is named once, and not beside itself.
    const province = inProvince?.nameZh === unit.nameZh ? undefined : inProvince;
    const prefecture = inPrefecture?.nameZh === inProvince?.nameZh ? undefined : inPrefecture;
    return {
      ...named(unit.level),
      selection: { kind: 'unit', adcode: unit.adcode },
      nameZh: unit.nameZh,
      nameEn: unit.nameEn,
      pinyin: unit.pinyin,
      aliases: [unit.shortNameZh, ...unit.aliases, ...formerNamesOf(unit.adcode)].filter(
        (name) => name !== unit.nameZh,
      ),
      code: unit.adcode,
      contextZh: [province?.nameZh, prefecture?.shortNameZh].filter(Boolean).join(' '),
      contextEn: [prefecture?.nameEn, province?.nameEn].filter(Boolean).join(', '),
      weight: data.population.get(unit.adcode) ?? 0,
    };
  };
  const fromStation = (station: RailStation): SearchSubject => {
    const prefecture = station.prefecture === null ? undefined : units.get(station.prefecture);
    return {
      ...named('station'),
      selection: { kind: 'station', name: station.name },
      nameZh: `${station.name}站`,
      nameEn: data.stationNames?.get(station.name) ?? '',
      pinyin: null,
      aliases: [station.name, ...station.aliases],
      code: null,
      contextZh: prefecture?.nameZh ?? '',
      contextEn: prefecture?.nameEn ?? '',
      weight: 0,
    };
  };
  return [
    ...data.units.map(fromUnit),
    ...data.regions.map(fromRegion),
    ...data.lines.map((line) => fromLine(line, data.stationNames)),
    ...data.links.map(fromLink),
    ...data.counties.map(fromUnit),
    ...data.stations.map(fromStation),
  ];
}
