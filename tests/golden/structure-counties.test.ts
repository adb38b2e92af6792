import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { indexSeries } from '#core/indicators/series-index.ts';
import { populationChangeOf } from '#core/structure/population-change.ts';
import { spatialAutocorrelationOf } from '#core/structure/spatial-autocorrelation.ts';
import { figureColumn } from '#core/structure/structure-figures.ts';
import { decodeIndicators } from '#data/decode-indicators.ts';
import { decodeUnits } from '#data/decode-units.ts';
import type { Result } from '#core/units/result.ts';

const json = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../public/data/${name}`, import.meta.url), 'utf8'));

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

const { table } = valueOf(decodeIndicators(json('indicators-county.json'), 'county'));
const { units } = valueOf(decodeUnits(json('units-county.json'), 'units-county'));
const index = indexSeries(table.series, 'county');
const counties = units.map(({ adcode }) => adcode);

describe('counties of the embedded tables', () => {
  it('grow and shrink as a plain count says, nobody dropped', () => {
    const before = figureColumn(index, 'population_2010_on_2020_boundary', 2010).values;
    const after = figureColumn(index, 'population_with_zones', 2020).values;
    const change = populationChangeOf(counties, before, after, 10);

    const counted = { growing: 0, stable: 0, shrinking: 0 };
    const people = { growing: 0, stable: 0, shrinking: 0 };
    let without = 0;
    for (const adcode of counties) {
      const [from, to] = [before.get(adcode), after.get(adcode)];
      if (from === undefined || to === undefined) {
        without += 1;
        continue;
      }
      const ratio = to / from;
      const direction = ratio > 1.005 ? 'growing' : ratio < 0.995 ? 'shrinking' : 'stable';
      counted[direction] += 1;
      people[direction] += to;
    }
    expect({ growing: change.growing, stable: change.stable, shrinking: change.shrinking }).toEqual(counted);
    expect(change.persons).toEqual(people);
    expect(change.coverage.excluded).toHaveLength(without);
    expect({ ...counted, without }).toEqual({ growing: 1205, stable: 75, shrinking: 1401, without: 185 });
  });

  it('age alike where they lie near one another, by a seeded index over county figures', () => {
    const values = figureColumn(index, 'share_age_65plus', 2020).values;
    const found = spatialAutocorrelationOf({
      members: counties,
      values,
      rule: {
        kind: 'nearest',
        positions: new Map(units.map(({ adcode, seat }) => [adcode, seat])),
        count: 6,
      },
      seed: 1,
      permutations: 99,
    });
    expect(found.global.coverage.used.length).toBe(values.size);
    expect(found.global.index).toBeGreaterThan(0.5);
    expect(found.global.pValue).toBe(0.01);
    const mean =
      found.local.units.reduce((sum, { index: local }) => sum + local, 0) / found.local.units.length;
    expect(mean).toBeCloseTo(found.global.index ?? 0, 9);
  });
});
