import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { MultiPolygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { buildLandModel } from '#core/surface/land-model.ts';
import { maskOfShape } from '#core/surface/shape-mask.ts';
import { readShape } from '#core/surface/shape-readings.ts';
import { loadRealTravelData } from '../../fixtures/real-travel-data.ts';

// Counties all over the country, each laid over the raster as a shape of one's own would be.
const { raster, populationByCounty } = await loadRealTravelData();
const land = buildLandModel(raster, populationByCounty);
const topology = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../../public/data/admin-county.topo.json'), 'utf8'),
) as Topology;
const counties = feature(topology, topology.objects['counties'] as GeometryCollection).features;

/** Of so many counties one is read. */
const EVERY = 4;

describe('the outline of a county', () => {
  it('holds the county’s own people as near as cells of a kilometre can say', () => {
    const off: number[] = [];
    for (const { id, geometry } of counties.filter((_, index) => index % EVERY === 0)) {
      const adcode = String(id);
      const number = raster.counties.indexOf(adcode) + 1;
      const people = land.population[number] ?? Number.NaN;
      const km2 = land.landAreaKm2[number] ?? 0;
      if (number === 0 || Number.isNaN(people) || km2 === 0) continue;
      const shape: MultiPolygon | null =
        geometry.type === 'Polygon'
          ? { type: 'MultiPolygon', coordinates: [geometry.coordinates] }
          : geometry.type === 'MultiPolygon'
            ? geometry
            : null;
      const mask = shape === null ? null : maskOfShape(land, shape);
      // Islets of 三沙 are too small for the file of outlines.
      if (mask === null) continue;
      const { population } = readShape(land, raster.counties, undefined, mask);
      off.push(Math.abs(population / people - 1));
    }
    expect(off.length).toBeGreaterThan(700);
    // In doubt is where the outline, simplified, and the cells of a kilometre part along the border.
    const at = (share: number) => off.toSorted((a, b) => a - b)[Math.floor(share * off.length)] ?? 1;
    expect(at(0.5)).toBeLessThan(0.004);
    expect(at(0.95)).toBeLessThan(0.03);
  });
});
