import type { FeatureCollection, Polygon } from 'geojson';
import type { Adcode } from '#core/geography/admin-unit.ts';
import { assignCoastGaps } from './coast-gaps.ts';
import { readCountySource, type CountySource } from './county-source.ts';
import type { CountyCollection, CountyFeature } from './geometry-types.ts';
import { mapshaper, readWork, workFile, writeWork } from './mapshaper.ts';
import { readTaiwan } from './taiwan.ts';
import { prepareWaters, waterFiles } from './waters.ts';

/** Gaps and overlaps between neighbouring counties below this are drawing errors, not enclaves. */
const gapFill = 'gap-fill-area=2km2';
/** Six decimals, 0.1 m. */
const precision = 'precision=0.000001';

/** The county polygons (WGS-84, no overlaps or gaps, clipped to the coast, not simplified) and how their codes came about. */
export interface CountyPolygons extends Omit<CountySource, 'collection'> {
  readonly collection: CountyCollection;
}

/** Work file with the final county polygons. */
export const countyFile = 'counties.json';

/**
 * Reads, cleans and clips the counties; the result also stands in the work file {@link countyFile}.
 * @param census names of the 2020 census rows by code
 */
export function buildPolygons(census: ReadonlyMap<Adcode, string>): CountyPolygons {
  const source = readCountySource(census);
  const joined = source.collection.features.map(oneMacao);
  const raw = writeWork('counties-raw.json', featureCollection([...joined, ...readTaiwan()]));
  mapshaper(
    '-i',
    raw,
    '-clean',
    gapFill,
    '-dissolve',
    'adcode',
    'copy-fields=nameZh',
    '-o',
    workFile('counties-clean.json'),
    precision,
  );

  prepareWaters();
  mapshaper('-i', workFile('counties-clean.json'), '-dissolve', '-o', workFile('china-raw.json'));
  mapshaper(
    '-i',
    workFile(waterFiles.land),
    '-erase',
    workFile('china-raw.json'),
    '-explode',
    '-o',
    workFile('gaps.json'),
    'geojson-type=FeatureCollection',
    precision,
  );
  mapshaper(
    '-i',
    workFile('counties-clean.json'),
    '-erase',
    workFile(waterFiles.seas),
    '-o',
    workFile('counties-land.json'),
    precision,
  );

  const clean = readWork<CountyCollection>('counties-clean.json');
  const land = readWork<CountyCollection>('counties-land.json');
  const gaps = assignCoastGaps(readWork<FeatureCollection<Polygon | null>>('gaps.json'), clean);
  const names = new Map(
    source.collection.features.map(({ properties }) => [properties.adcode, properties.nameZh]),
  );
  names.set('710000', '台湾省').set('820000', '澳门特别行政区');
  const all = [...land.features.filter((feature) => feature.geometry !== null), ...gaps].map((feature) =>
    named(feature, names.get(feature.properties.adcode) ?? ''),
  );
  const merged = writeWork('counties-merged.json', featureCollection(all));
  mapshaper(
    '-i',
    merged,
    '-clean',
    gapFill,
    '-dissolve',
    'adcode',
    'copy-fields=nameZh',
    '-sort',
    'adcode',
    '-o',
    workFile(countyFile),
    precision,
  );
  return { ...source, collection: readWork<CountyCollection>(countyFile) };
}

/** Macao's parishes are drawn as one unit: no table has figures for them. */
function oneMacao(feature: CountyFeature): CountyFeature {
  if (!feature.properties.adcode.startsWith('82')) return feature;
  return { ...feature, properties: { adcode: '820000', nameZh: '澳门特别行政区' } };
}

function named(feature: CountyFeature, nameZh: string): CountyFeature {
  return { ...feature, properties: { adcode: feature.properties.adcode, nameZh } };
}

function featureCollection(features: readonly CountyFeature[]): CountyCollection {
  return { type: 'FeatureCollection', features: [...features] };
}
