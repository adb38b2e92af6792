import { describe, expect, it } from 'vitest';
import { noteDoubtfulFigures } from '../../../geodata/pipeline/tables/doubtful-figures.ts';
import { prefectureCatalogue } from '../../../geodata/pipeline/tables/indicator-catalogue.ts';
import { SeriesCollector } from '../../../geodata/pipeline/tables/series-collector.ts';
import { sourceWords } from '../../../src/ui/facts/source-words.ts';

type Row = readonly [indicator: string, adcode: string, figures: Readonly<Record<number, number>>];

function noted(rows: readonly Row[]) {
  const collector = new SeriesCollector(prefectureCatalogue);
  for (const [indicator, adcode, figures] of rows)
    for (const [year, value] of Object.entries(figures))
      collector.add({ indicator, year: Number(year), sourceId: 'yearbook-economy', adcode, value });
  const units = [...new Set(rows.map(([, adcode]) => adcode))].toSorted();
  const sentences = noteDoubtfulFigures(collector, units, new Map([['110000', '甲市']]));
  const notes = collector
    .records(units)
    .flatMap(({ indicator, year, notes: byCity = {} }) =>
      Object.entries(byCity).map(([adcode, note]) => ({ indicator, year, adcode, note })),
    );
  return { sentences, notes };
}

const people = (adcode: string, in2015: number) =>
  noted([
    ['population', adcode, { 2010: 1_000_000, 2020: 1_200_000 }],
    ['resident_population', adcode, { 2015: in2015 }],
  ]);

describe('figures that change unlike all others', () => {
  it('are noted in both years, in both languages, and counted against the median', () => {
    const { sentences, notes } = noted([
      ['gdp', '110000', { 2019: 100, 2020: 122 }],
      ['gdp', '120000', { 2019: 100, 2020: 104 }],
      ['gdp', '130100', { 2019: 100, 2020: 102 }],
    ]);
    expect(sentences).toEqual(['甲市 gdp: 100 in 2019, 122 in 2020 (+22.0%, median +4.0%)']);
    expect(notes.map(({ year, adcode }) => [year, adcode])).toEqual([
      [2019, '110000'],
      [2020, '110000'],
    ]);
    const note = notes[0]?.note ?? '';
    expect(sourceWords(note, 'en')).toBe(
      'change of +22.0% from 2019 to 2020, median of the cities +4.0%: one of the two is doubtful',
    );
    expect(sourceWords(note, 'zh-CN')).toBe('2019—2020 年变化 +22.0%，各市中位数 +4.0%，两数之一存疑');
  });

  it('are not those of a city that took or gave people between the years: 四平 without 公主岭', () => {
    expect(noted([['gdp', '220300', { 2019: 796, 2020: 527 }]]).sentences).toEqual([]);
    expect(noted([['gdp', '220600', { 2019: 796, 2020: 527 }]]).sentences).toHaveLength(1);
  });
});

describe('residents of 2015', () => {
  it('are noted where they are more or fewer than at both censuses by over 3%', () => {
    expect(people('110000', 110).notes).toEqual([]);
    expect(people('110000', 97.5).notes).toEqual([]);
    expect(people('110000', 123.5).notes).toEqual([]);
    expect(people('110000', 96).notes[0]?.note).toContain('fewer than at both censuses (−4.0%)');
    expect(people('110000', 125).notes[0]?.note).toContain('more than at both censuses (+4.2%)');
  });

  it('are left alone where the territory changed in between', () => {
    expect(people('370100', 80).sentences).toEqual([]);
  });
});
