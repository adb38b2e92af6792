import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MultiPolygon, Polygon } from 'geojson';
import type { Result } from '#core/units/result.ts';
import { decodeRegions } from '#data/decode-regions.ts';
import { decodeTopology, topologyFeatures } from '#data/decode-topology.ts';
import { decodeUnits } from '#data/decode-units.ts';
import { cell, readFacts } from '../fact-tables.ts';
import { artefactFolder } from '../paths.ts';
import type { BuiltGeometry } from './build-geometry.ts';
import type { CountyCollection, CountyFeature } from './geometry-types.ts';
import { PointLookup } from './point-lookup.ts';
import { mergedPolygons } from './unit-polygons.ts';

/** Units, regions and (simplified) polygons from the committed artefacts, for a build of the tables half alone. */
export function readCommittedGeometry(): BuiltGeometry {
  const prefectures = value(decodeUnits(read('units.json'), 'units'));
  const counties = value(decodeUnits(read('units-county.json'), 'units-county'));
  const regions = value(decodeRegions(read('regions.json')));
  const { topology } = value(decodeTopology(read('admin-county.topo.json'), 'admin-county'));
  const features = topologyFeatures(topology, 'counties').map((feature): CountyFeature => {
    const properties = { adcode: String(feature.id), nameZh: '' };
    return { type: 'Feature', properties, geometry: feature.geometry as Polygon | MultiPolygon };
  });
  const collection: CountyCollection = { type: 'FeatureCollection', features };
  const lookup = new PointLookup(features.map((feature) => [feature.properties.adcode, feature.geometry]));
  const known = new Map(counties.units.map((unit) => [unit.adcode, unit]));
  const unitOfCensus = new Map(
    readFacts('census_county').flatMap((row): [string, string][] => {
      const code = cell(row, 'adcode');
      return cell(row, 'year') === '2020' && known.has(code) ? [[code, code]] : [];
    }),
  );
  for (const [code, unit] of counties.joined) unitOfCensus.set(code, unit);
  return {
    units: {
      prefectures: new Map(prefectures.units.map((unit) => [unit.adcode, unit])),
      counties: known,
      regions,
      unitOfCensus,
    },
    polygons: mergedPolygons(collection, lookup, true),
    checks: [],
  };
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(join(artefactFolder, path), 'utf8'));
}

function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.failure.message} ${result.failure.nextStep}`);
  return result.value;
}
