import { beforeAll, describe, expect, it } from 'vitest';
import { indexSeries } from '#core/indicators/series-index.ts';
import { memberRatioOf } from '#core/structure/member-ratio.ts';
import { figureColumn, peopleOfMoney, readStructureFigures } from '#core/structure/structure-figures.ts';
import { structureOf } from '#core/structure/region-structure.ts';
import { loadEmbedded } from '../../bench/score.ts';

describe('GDP per person of the embedded cities', () => {
  let embedded: ReturnType<typeof loadEmbedded>;
  let figures: ReturnType<typeof readStructureFigures>;
  beforeAll(() => {
    embedded = loadEmbedded();
    figures = readStructureFigures(indexSeries(embedded.table.series));
  });

  it('is one figure in structure and integration, in every agglomeration', () => {
    const derived = figureColumn(indexSeries(embedded.table.series), 'gdp_per_capita', 2020).values;
    let compared = 0;
    for (const { members } of embedded.regions) {
      const { gdpPerCapita } = structureOf(members, { figures, positions: new Map(), areaKm2: new Map() });
      for (const { adcode, value } of gdpPerCapita.units) {
        expect([adcode, value]).toEqual([adcode, derived.get(adcode)]);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(200);
  });

  it('takes the people that the yearbook counts: 咸阳 without 西咸, 西安 with it', () => {
    const members = ['610100', '610400', '610300'];
    const people = peopleOfMoney(figures, members);
    // Worked by hand from the fact tables: 10,020 and 2,205 of 100 m CNY; communiqués 12,952,907 and 3,959,842 people.
    const ratio = memberRatioOf(members, figures.gdp.values, people.values, 1e8);
    expect(ratio.units[0]?.value).toBeCloseTo(77_357.15, 2);
    expect(ratio.units[1]?.value).toBeCloseTo(55_684.04, 2);
    expect(people.sourceIds.toSorted()).toEqual(['census-2020', 'census-2020-bulletin']);
  });

  it('names the communiqué only where it is used', () => {
    expect(peopleOfMoney(figures, ['610300', '990000'])).toMatchObject({
      values: new Map([['610300', figures.population.values.get('610300')]]),
      sourceIds: figures.population.sourceIds,
    });
    expect(peopleOfMoney(figures, ['610400']).sourceIds).toEqual(['census-2020-bulletin']);
  });
});
