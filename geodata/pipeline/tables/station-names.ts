import type { Adcode, AdminUnit } from '#core/geography/admin-unit.ts';
import type { RailLine } from '#core/network/rail-line.ts';
import type { RailStation } from '#core/network/rail-timetable.ts';
import type { PipelineContext } from '../context.ts';
import { romanised } from '../geometry/pinyin-names.ts';
import { writeJsonArtefact } from './write-json-artefact.ts';

/** Stations whose signs don't write pinyin, or whose names are words more than a place. */
const ownNames: Readonly<Record<string, string>> = {
  香港西九龙: 'Hong Kong West Kowloon',
  浦东1号2号航站楼: 'Pudong Terminals 1 and 2',
  虹桥2号航站楼: 'Hongqiao Terminal 2',
};

/** English name of a place as one word: not `Hainan (Qinghai)`, not `Hinggan League`. */
const oneWord = /^[\p{L}’]+$/u;

/** Words joined in one, an apostrophe before a, e, o: Xi’an, Chang’anxi */
function joined(first: string, rest: string): string {
  const ending = romanised(rest).toLowerCase();
  return `${first}${/^[aeo]/u.test(ending) ? '’' : ''}${ending}`;
}

/**
 * A station's English name as signs of China Railway write it: pinyin in one word with the direction, `Chengdudong`. Where
 * the name begins with a city or county, that part is its English name on this map: `Harbinxi`, `Ürümqinan`. What stands in
 * brackets tells namesakes apart: `Dongshan (Wenzhou S2)`.
 * @param places English names of the cities and counties around, by their short Chinese names
 */
export function stationNameEn(nameZh: string, places: ReadonlyMap<string, string>): string {
  const own = ownNames[nameZh];
  if (own !== undefined) return own;
  const bracketed = /^(.+?)\s*\((.+)\)$/u.exec(nameZh);
  if (bracketed !== null) {
    const [, base = '', mark = ''] = bracketed;
    const words = mark.replaceAll(/\p{Script=Han}+/gu, (han) => `${stationNameEn(han, places)} `);
    return `${stationNameEn(base, places)} (${words.trim()})`;
  }
  for (let length = nameZh.length; length >= 2; length -= 1) {
    const place = places.get(nameZh.slice(0, length));
    if (place === undefined) continue;
    return length === nameZh.length ? place : joined(place, nameZh.slice(length));
  }
  return romanised(nameZh);
}

/** English names by short Chinese name of the units of each prefecture: 230100 → 哈尔滨 Harbin, 阿城 Acheng … */
function placesByPrefecture(units: readonly AdminUnit[]): ReadonlyMap<Adcode, ReadonlyMap<string, string>> {
  const byPrefecture = new Map<Adcode, Map<string, string>>();
  for (const { adcode, prefecture, shortNameZh, nameEn } of units) {
    const word = nameEn.replace(/ (?:District|County|City|SAR)$/u, '');
    // 歙县 keeps its 县 on signs: Shexian.
    if (shortNameZh.length < 2 || /[县旗]$/u.test(shortNameZh) || !oneWord.test(word)) continue;
    const key = prefecture ?? adcode;
    const words = byPrefecture.get(key) ?? new Map<string, string>();
    byPrefecture.set(key, words);
    if (!words.has(shortNameZh)) words.set(shortNameZh, word);
  }
  return byPrefecture;
}

const NO_PLACES: ReadonlyMap<string, string> = new Map();

/** Builds `station-names.json`: English names of all stations, stops and ends of lines. No source has any: all are derived. */
export function buildStationNames(
  context: PipelineContext,
  stations: readonly RailStation[],
  lines: readonly RailLine[],
): void {
  const { prefectures, counties } = context.units;
  const places = placesByPrefecture([...prefectures.values(), ...counties.values()]);
  const prefectureOf = new Map<string, Adcode | null>();
  const add = (name: string, prefecture: Adcode | null) => {
    if (name !== '' && (prefectureOf.get(name) ?? null) === null) prefectureOf.set(name, prefecture);
  };
  for (const { name, aliases, prefecture } of stations)
    for (const each of [name, ...aliases]) add(each, prefecture);
  for (const { from, to, stops } of lines) {
    for (const stop of stops) add(stop.name, stop.prefecture);
    for (const end of [from, to]) add(end, null);
  }
  const names = [...prefectureOf]
    .map(
      ([name, prefecture]) => [name, stationNameEn(name, places.get(prefecture ?? '') ?? NO_PLACES)] as const,
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
  writeJsonArtefact(context, {
    id: 'station-names',
    path: 'station-names.json',
    formatVersion: 1,
    vintage: 'derived from the Chinese names of the station tables',
    sources: ['rail-lines'],
    licence: 'facts',
    attribution: '',
    early: false,
    counts: { names: names.length },
    body: { names: Object.fromEntries(names) },
  });
}
