import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  GOVERNED_BY_COMMUNIQUE,
  onTabulatedTerritory,
  TERRITORY_MISMATCHES,
} from '#core/indicators/census-territory.ts';
import type { IndicatorSeries } from '#core/indicators/indicator.ts';
import { decodeIndicators } from '#data/decode-indicators.ts';

const series = (indicator: string, year: number, values: Record<string, number>): IndicatorSeries => ({
  indicator,
  level: 'prefecture',
  year,
  sourceId: 'census',
  values: new Map(Object.entries(values)),
  flags: new Map(),
  notes: new Map(),
});

const apart = (a: number, b: number): number => Math.abs(a / b - 1);

const ON_2020 = 'population_2010_on_2020_boundary';

describe('figures of 2010 on the territory that is counted in 2020', () => {
  const given = [
    series('population', 2010, { '130600': 11_194_382, '652800': 1_278_486, '340100': 5_702_466 }),
    series(ON_2020, 2010, { '130600': 8_946_843, '652800': 1_278_486, '340100': 7_457_027 }),
  ];
  const [asCounted, before] = onTabulatedTerritory(given);

  it('are the census as it stands where 2020 still counts what was given away, and say so', () => {
    expect(before?.values.get('130600')).toBe(11_194_382);
    expect(before?.notes.get('130600')).toContain('Xiong’an');
  });

  it('are missing where no figure is of one territory', () => {
    expect(before?.values.has('652800')).toBe(false);
  });

  it('stay where the census converted them to what 2020 counts', () => {
    expect(before?.values.get('340100')).toBe(7_457_027);
    expect(asCounted).toBe(given[0]);
  });
});

describe('the embedded censuses', () => {
  const read = decodeIndicators(
    JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../public/data/indicators.json'), 'utf8')),
    'prefecture',
  );
  if (!read.ok) throw new Error(read.failure.message);
  const { table } = read.value;
  const of = (indicator: string, year: number) =>
    table.series.find((one) => one.indicator === indicator && one.year === year)?.values ??
    new Map<string, number>();
  const now = of('population', 2020);
  const asCounted = of('population', 2010);
  const onNew = of(ON_2020, 2010);
  const governed = of('population_bulletin', 2020);
  const percent = (adcode: string) => 100 * ((now.get(adcode) ?? 0) / (onNew.get(adcode) ?? 0) - 1);

  it('give 保定 and 咸阳 the change of one territory, not +29% and +16%', () => {
    expect(percent('130600')).toBeCloseTo(3.12, 2);
    expect(percent('610400')).toBeCloseTo(-2.21, 2);
  });

  it('compare nobody whose 2010 was converted while the tabulation of 2020 counts otherwise than who governs', () => {
    // 2010 was moved by a transfer of more than 0.5%, yet 2020 by county and by communiqué differ by more than 0.3%.
    const mixed = [...now].flatMap(([adcode, people]) => {
      const [old, converted, told] = [asCounted.get(adcode), onNew.get(adcode), governed.get(adcode)];
      if (old === undefined || converted === undefined || told === undefined) return [];
      return Math.abs(converted / old - 1) > 0.005 && Math.abs(people / told - 1) > 0.003 ? [adcode] : [];
    });
    expect(mixed).toEqual([]);
  });

  it('are divided by the people that the yearbook counts, wherever it tells', () => {
    const yearbook = of('resident_population', 2020);
    const byCommunique = [...now].flatMap(([adcode, people]) => {
      const [told, resident] = [governed.get(adcode), yearbook.get(adcode)];
      if (told === undefined || resident === undefined || apart(people, told) < 0.003) return [];
      return apart(resident * 1e4, told) < apart(resident * 1e4, people) ? [adcode] : [];
    });
    expect(new Set(byCommunique)).toEqual(GOVERNED_BY_COMMUNIQUE);
  });

  it('lack in 2020 exactly the people of the cities that the tabulation has apart', () => {
    const apart = new Map([
      ['652700', '659007'],
      ['652800', '659006'],
      ['653200', '659009'],
      ['654000', '659008'],
      ['654300', '659005'],
    ]);
    for (const [prefecture, city] of apart)
      expect((governed.get(prefecture) ?? 0) - (now.get(prefecture) ?? 0)).toBe(now.get(city));
    const none = TERRITORY_MISMATCHES.filter(({ before }) => before === 'none').flatMap(
      ({ adcodes }) => adcodes,
    );
    expect(none.some((adcode) => onNew.has(adcode))).toBe(false);
  });
});
