import { readdirSync, readFileSync } from 'node:fs';
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { parseTrainsPerDay } from '../../../geodata/pipeline/tables/build-context.ts';
import { crossingMinutes } from '../../../geodata/pipeline/tables/build-road-links.ts';
import { distanceKm, pathLengthKm } from '../../../geodata/pipeline/tables/distance.ts';
import { prefectureCatalogue } from '../../../geodata/pipeline/tables/indicator-catalogue.ts';
import { SeriesCollector } from '../../../geodata/pipeline/tables/series-collector.ts';
import { spreadZonePeople } from '../../../geodata/pipeline/tables/spread-zones.ts';

describe('spreadZonePeople', () => {
  it('gives zone people to districts only, by population, whole and complete', () => {
    const spread = spreadZonePeople(
      [
        { adcode: '220102', population: 300 },
        { adcode: '220103', population: 100 },
        { adcode: '220182', population: 900 },
      ],
      10,
    );
    expect([...spread]).toEqual([
      ['220102', 308],
      ['220103', 102],
      ['220182', 900],
    ]);
  });

  it('falls back to all counties where there is no district', () => {
    const spread = spreadZonePeople(
      [
        { adcode: '152522', population: 5 },
        { adcode: '152525', population: 15 },
      ],
      4,
    );
    expect([...spread.values()]).toEqual([6, 18]);
  });

  test.prop([
    fc.array(fc.integer({ min: 1, max: 2_000_000 }), { minLength: 1, maxLength: 20 }),
    fc.integer({ min: 0, max: 3_000_000 }),
  ])('sums exactly and takes from nobody', (populations, extra) => {
    const counties = populations.map((population, index) => ({
      adcode: `3201${String(index + 1).padStart(2, '0')}`,
      population,
    }));
    const spread = spreadZonePeople(counties, extra);
    const total = [...spread.values()].reduce((sum, value) => sum + value, 0);
    expect(total).toBe(populations.reduce((sum, value) => sum + value, 0) + extra);
    for (const { adcode, population } of counties)
      expect(spread.get(adcode)).toBeGreaterThanOrEqual(population);
  });
});

describe('SeriesCollector', () => {
  it('aligns values and flags with units, missing as null', () => {
    const collector = new SeriesCollector(prefectureCatalogue);
    collector.add({
      indicator: 'gdp',
      year: 2010,
      sourceId: 'yearbook-economy',
      adcode: '120000',
      value: 0,
      flag: 'differ',
    });
    collector.note('gdp', 2010, '120000', 'first');
    collector.note('gdp', 2010, '120000', 'second');
    collector.note('gdp', 2010, '110000', 'no figure, no note');
    expect(collector.records(['110000', '120000'])).toEqual([
      {
        indicator: 'gdp',
        year: 2010,
        sourceId: 'yearbook-economy',
        values: [null, 0],
        flags: '.d',
        notes: { '120000': 'first; second' },
      },
    ]);
  });

  it('refuses a second value, a second source and an unknown indicator', () => {
    const collector = new SeriesCollector(prefectureCatalogue);
    const figure = {
      indicator: 'gdp',
      year: 2010,
      sourceId: 'yearbook-economy',
      adcode: '120000',
      value: 1,
    } as const;
    collector.add(figure);
    expect(() => collector.add(figure)).toThrow('two values');
    expect(() => collector.add({ ...figure, adcode: '110000', sourceId: 'yearbook-extra' })).toThrow(
      'mix the sources',
    );
    expect(() => collector.add({ ...figure, indicator: 'gpd' })).toThrow('not in the catalogue');
  });
});

describe('crossingMinutes', () => {
  it('keeps published minutes and rounds assumed ones up', () => {
    expect(crossingMinutes(40, 55, 100)).toEqual({ minutes: 40, minutesProvenance: 'observed' });
    expect(crossingMinutes(null, 36, 100)).toEqual({ minutes: 21.6, minutesProvenance: 'assumed' });
    expect(crossingMinutes(null, 10, null)).toEqual({ minutes: 7.5, minutesProvenance: 'assumed' });
    expect(crossingMinutes(null, 10.01, null).minutes).toBe(7.6);
  });
});

describe('parseTrainsPerDay', () => {
  it.each([
    ['12', 12],
    ['38 (max)', 38],
    ['24 pairs (was 19)', 48],
    ['256 (128对); shortest gap 3 min', 256],
    ['about every 9 min', null],
    ['every 18 min', null],
  ])('%s → %s', (printed, trains) => {
    expect(parseTrainsPerDay(printed)).toBe(trains);
  });
});

describe('distanceKm', () => {
  it('knows a degree of latitude and a path there and back', () => {
    expect(distanceKm([104, 30], [104, 31])).toBeCloseTo(111.19, 1);
    expect(
      pathLengthKm([
        [104, 30],
        [104, 31],
        [104, 30],
      ]),
    ).toBeCloseTo(222.39, 1);
    expect(pathLengthKm([[104, 30]])).toBe(0);
  });
});

describe('facts', () => {
  const folder = new URL('../../../geodata/facts/', import.meta.url);

  it('have a source, a year and a licence for every table', () => {
    const readme = readFileSync(new URL('README.md', folder), 'utf8');
    const tables = readdirSync(folder).filter((name) => name.endsWith('.csv'));
    expect(tables.length).toBeGreaterThan(25);
    for (const table of tables) {
      const row = readme.split('\n').find((line) => line.startsWith('|') && line.includes(`\`${table}\``));
      const cells = row?.split('|').slice(1, -1) ?? [];
      expect(cells, table).toHaveLength(5);
      for (const cell of cells) expect(cell.trim(), table).not.toBe('');
    }
  });
});
