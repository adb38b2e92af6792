import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planShortNamesEn } from '#core/geography/plan-short-names.ts';
import { decodeRegions } from '#data/decode-regions.ts';
import { nameInChart, nameOfRegion } from '#features/integration/region-names.ts';
import { buildSearchIndex, searchIndex } from '#state/search/search-index.ts';
import { listSearchSubjects } from '#state/search/search-subjects.ts';

const read = decodeRegions(
  JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../public/data/regions.json'), 'utf8')),
);
if (!read.ok) throw new Error(read.failure.message);
const regions = read.value;
const agglomerations = regions.filter(({ kind }) => kind === 'agglomeration');

describe('names of agglomerations', () => {
  it('are in tables those of the map, in both languages', () => {
    expect(agglomerations).toHaveLength(19);
    for (const { id, nameZh, nameEn } of agglomerations) {
      expect(nameOfRegion(regions, id, 'en')).toBe(planShortNamesEn[id] ?? nameEn);
      expect(nameOfRegion(regions, id, 'zh-CN')).toBe(nameZh);
    }
  });

  it('are abbreviated in charts, never another name, and in English alone', () => {
    for (const { id, nameZh } of agglomerations) {
      const whole = nameOfRegion(regions, id, 'en');
      const short = nameInChart(id, whole, 'en');
      expect(short.length).toBeLessThanOrEqual(Math.min(whole.length, 22));
      expect(nameInChart(id, nameZh, 'zh-CN')).toBe(nameZh);
    }
    expect(nameInChart('jingjinji', 'Beijing–Tianjin–Hebei', 'en')).toBe('Beijing–Tianjin–Hebei');
  });

  it('are found by their other English names', () => {
    const index = buildSearchIndex(
      listSearchSubjects({
        provinces: [],
        units: [],
        counties: [],
        regions,
        lines: [],
        links: [],
        stations: [],
        stationNames: null,
        population: new Map(),
      }),
      null,
    );
    const first = (query: string) => searchIndex(index, query, 1)[0]?.selection;
    expect(first('Jing-Jin-Ji')).toEqual({ kind: 'region', regionId: 'jingjinji' });
    expect(first('Mid-Yangtze')).toEqual({ kind: 'region', regionId: 'midyangtze' });
    expect(first('Capital Region')).toEqual({ kind: 'region', regionId: 'jingjinji' });
  });
});
