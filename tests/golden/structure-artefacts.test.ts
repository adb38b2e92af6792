import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contiguityOf } from '#core/structure/contiguity.ts';
import { huLineSharesOf } from '#core/structure/hu-line.ts';
import { localMoranOf } from '#core/structure/local-moran.ts';
import { globalMoranOf, prepareMoran } from '#core/structure/moran.ts';
import { seededRandom } from '#core/units/seeded-random.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import { decodeIndicators } from '#data/decode-indicators.ts';
import { decodeTopology, topologyFeatures } from '#data/decode-topology.ts';
import { decodeUnits } from '#data/decode-units.ts';
import type { Result } from '#core/units/result.ts';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, '../../public/data', path), 'utf8'));

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

const { topology } = must(decodeTopology(read('admin-county.topo.json'), 'admin-county'));
const { table } = must(decodeIndicators(read('indicators-county.json'), 'county'));
const { units } = must(decodeUnits(read('units-county.json'), 'units-county'));
const positions = new Map<string, LngLat>([...units].map((unit) => [unit.adcode, unit.seat]));

function countyFigures(indicator: string): ReadonlyMap<string, number> {
  const series = table.series.find((entry) => entry.indicator === indicator && entry.year === 2020);
  if (series === undefined) throw new Error(`no ${indicator}`);
  return series.values;
}

describe.each(['counties', 'prefectures'] as const)('contiguity of %s', (name) => {
  const { geometries } = topology.objects[name];
  const queen = contiguityOf(topology, geometries, 'queen');

  it('is that of units that share a vertex (naive, all vertices of all outlines)', () => {
    const usersOf = new Map<string, Set<string>>();
    const walk = (part: unknown, adcode: string): void => {
      if (!Array.isArray(part)) return;
      if (typeof part[0] !== 'number') for (const inner of part) walk(inner, adcode);
      else usersOf.set(part.join(), (usersOf.get(part.join()) ?? new Set()).add(adcode));
    };
    for (const { id, geometry } of topologyFeatures(topology, name)) {
      if ('coordinates' in geometry) walk(geometry.coordinates, String(id));
    }
    const naive = new Map([...queen.keys()].map((adcode) => [adcode, new Set<string>()]));
    for (const users of usersOf.values()) {
      for (const a of users) for (const b of users) if (a !== b) naive.get(a)?.add(b);
    }
    expect([...queen].map(([adcode, others]) => [adcode, others.join(' ')])).toEqual(
      [...naive].map(([adcode, others]) => [adcode, [...others].sort().join(' ')]),
    );
  });

  it('holds every border of shared arcs', () => {
    for (const [adcode, others] of contiguityOf(topology, geometries, 'rook')) {
      for (const other of others) expect(queen.get(adcode)).toContain(other);
    }
  });
});

describe('Hu line by county', () => {
  it('has about 94 % of the people and 44 % of the land south-east of it, as published since 1935', () => {
    const people = huLineSharesOf([...positions.keys()], positions, countyFigures('population_with_zones'));
    expect(people.southeastShare).toBeGreaterThan(0.93);
    expect(people.southeastShare).toBeLessThan(0.95);
    const areas = new Map([...units].map((unit) => [unit.adcode, unit.areaKm2]));
    const land = huLineSharesOf([...positions.keys()], positions, areas);
    expect(land.southeastShare).toBeGreaterThan(0.42);
    expect(land.southeastShare).toBeLessThan(0.46);
  });
});

describe('ageing by county', () => {
  const members = topology.objects.counties.geometries.map((geometry) => String(geometry.id));
  const neighbourhood = contiguityOf(topology, topology.objects.counties.geometries, 'queen');
  const input = prepareMoran(members, countyFigures('share_age_65plus'), {
    kind: 'contiguity',
    neighbourhood,
  });

  it('clusters strongly, old in 川渝 and young in the far west, with nobody lost', () => {
    const { used, excluded } = input.coverage;
    expect(used.length + excluded.length).toBe(members.length);
    const global = globalMoranOf(input, seededRandom(1));
    expect(global.index).toBeGreaterThan(0.7);
    expect(global.index).toBeLessThan(0.76);
    expect(global.pValue).toBe(0.001);
    const local = localMoranOf(input, seededRandom(1), { correction: 'fdr' });
    const clusterOf = (adcode: string) => local.units.find((unit) => unit.adcode === adcode)?.cluster;
    // 乐至县 (资阳) and 墨竹工卡县 (拉萨).
    expect(clusterOf('512022')).toBe('high-high');
    expect(clusterOf('540127')).toBe('low-low');
  });
});
