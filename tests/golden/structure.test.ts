import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indexSeries } from '#core/indicators/series-index.ts';
import { concentrationOf } from '#core/structure/concentration.ts';
import { industryMatrixOf, industryPairsOf, meanOfPairs } from '#core/structure/industry-similarity.ts';
import { NATIONAL_TOTALS, nationalFrameOf } from '#core/structure/national-frame.ts';
import { populationChangeOf } from '#core/structure/population-change.ts';
import { literatureTypesOf, publishedSharesOf } from '#core/structure/published-figure.ts';
import { rankSizeOf } from '#core/structure/rank-size.ts';
import { sizeStructureOf } from '#core/structure/size-class.ts';
import { figureColumn } from '#core/structure/structure-figures.ts';
import { structureTypeOf } from '#core/structure/structure-type.ts';
import { decodeIndicators } from '#data/decode-indicators.ts';
import { readAgglomerations, readColumn, readFacts } from './facts-tables.ts';

const agglomerations = readAgglomerations();
const in2020 = (row: Record<string, string>): boolean => row['year'] === '2020';
const core = readColumn('census_prefecture', 'urban_core_population', in2020);
const population = readColumn('census_prefecture', 'population', in2020);
const decoded = decodeIndicators(
  JSON.parse(readFileSync(resolve(import.meta.dirname, '../../public/data/indicators.json'), 'utf8')),
  'prefecture',
);
if (!decoded.ok) throw new Error(decoded.failure.message);
// Not the facts: some of their figures are of another territory than those of 2020 (census-territory.ts).
const before = figureColumn(
  indexSeries(decoded.value.table.series),
  'population_2010_on_2020_boundary',
  2010,
).values;
const published = readFacts('published_figures').map((row) => ({
  subject: row['subject'] ?? '',
  indicator: row['indicator'] ?? '',
  year: row['year'] ?? null,
  value: Number.isFinite(Number(row['value'])) ? Number(row['value']) : (row['value'] ?? null),
  unit: row['unit'] ?? '',
  source: row['source'] ?? '',
}));
const round = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 1000) / 1000;

describe('the 19 agglomerations', () => {
  it('have these hierarchies and types', async () => {
    const literature = literatureTypesOf(published);
    const table = agglomerations.map(({ id, members }) => {
      const type = structureTypeOf(members, core, literature.get(id) ?? null);
      const rankSize = rankSizeOf(members, core);
      const concentration = concentrationOf(members, core);
      const change = populationChangeOf(members, before, population, 10);
      return {
        id,
        members: members.length,
        type: type.type,
        literature: type.literature?.type ?? null,
        agreement: type.agreement,
        typeBySensitivity: type.sensitivity.map((step) => step.type).join(' '),
        top: type.evidence.top.map(({ adcode, share }) => `${adcode} ${round(share)}`),
        exponent: round(rankSize.exponent),
        standardError: round(rankSize.standardError),
        s2: round(concentration.s2),
        s4: round(concentration.s4),
        s11: round(concentration.s11),
        herfindahl: round(concentration.herfindahl),
        gini: round(concentration.gini),
        changePercent: round(change.changePercent),
        shrinking: change.shrinking,
        largestGainShare: round(change.largestGainShare),
        withoutCorePopulation: concentration.coverage.excluded.map(({ adcode }) => adcode),
        withoutChange: change.coverage.excluded.map(({ adcode }) => adcode),
      };
    });
    await expect(`${JSON.stringify(table, null, 1)}\n`).toMatchFileSnapshot('structure-agglomerations.json');
  });

  it("agree with the literature's four labels on urban-core population", () => {
    const literature = literatureTypesOf(published);
    expect(literature.size).toBe(4);
    for (const [id, label] of literature) {
      const members = agglomerations.find((region) => region.id === id)?.members ?? [];
      expect([id, structureTypeOf(members, core, label).agreement]).toEqual([id, true]);
    }
  });

  it('hold about the published four fifths of the people', () => {
    const total = NATIONAL_TOTALS.population[2020] ?? null;
    const frame = nationalFrameOf(
      agglomerations,
      population,
      total,
      2020,
      publishedSharesOf(published, 'population'),
    );
    expect(frame.published).toHaveLength(3);
    // 78 and 80.4 % are printed; ours takes whole prefectures where plans take parts.
    expect(frame.together.percent).toBeGreaterThan(74);
    expect(frame.together.percent).toBeLessThan(86);
    expect(
      frame.regions
        .flatMap((region) => region.coverage.excluded)
        .filter(({ reason }) => reason === 'missing'),
    ).toEqual([]);
  });
});

describe('all cities', () => {
  it('fall into these size classes by urban-core population 2020', () => {
    const { rows } = sizeStructureOf([...core.keys()], core);
    // National tabulation 2020 (城区, county-level cities not among ours): 7 super and 14 mega cities.
    expect(rows.map(({ sizeClass, cities }) => [sizeClass.id, cities.length])).toMatchInlineSnapshot(`
      [
        [
          "super",
          7,
        ],
        [
          "mega",
          14,
        ],
        [
          "large-1",
          14,
        ],
        [
          "large-2",
          66,
        ],
        [
          "medium",
          111,
        ],
        [
          "small-1",
          77,
        ],
        [
          "small-2",
          26,
        ],
      ]
    `);
  });

  it('Chengdu gained more than 5.8 million on its boundary of 2020', () => {
    expect((population.get('510100') ?? 0) - (before.get('510100') ?? 0)).toBeGreaterThan(5_800_000);
  });
});

describe('industry of 成渝', () => {
  it('has these pairs', () => {
    const sections = Object.keys(readFacts('employment_section_prefecture')[0] ?? {}).filter((name) =>
      /^[A-S]_/.test(name),
    );
    expect(sections).toHaveLength(19);
    const counts = new Map(
      readFacts('employment_section_prefecture')
        .filter(in2020)
        .map((row) => [row['adcode'] ?? '', sections.map((section) => Number(row[section]))]),
    );
    const members = agglomerations.find((region) => region.id === 'chengyu')?.members ?? [];
    const matrix = industryMatrixOf(members, counts);
    const pairs = industryPairsOf(matrix);
    expect({
      excluded: matrix.coverage.excluded,
      meanKrugman: round(meanOfPairs(matrix, 'krugman')),
      meanSimilarity: round(meanOfPairs(matrix, 'similarity')),
      complementary: pairs
        .slice(0, 3)
        .map(({ a, b, krugman, similarity }) => [a, b, round(krugman), round(similarity)]),
      duplicated: pairs
        .slice(-3)
        .map(({ a, b, krugman, similarity }) => [a, b, round(krugman), round(similarity)]),
    }).toMatchInlineSnapshot(`
      {
        "complementary": [
          [
            "510100",
            "512000",
            0.658,
            0.707,
          ],
          [
            "510100",
            "511800",
            0.581,
            0.732,
          ],
          [
            "510100",
            "511600",
            0.56,
            0.787,
          ],
        ],
        "duplicated": [
          [
            "510300",
            "511400",
            0.07,
            0.997,
          ],
          [
            "510300",
            "510500",
            0.064,
            0.998,
          ],
          [
            "510500",
            "511400",
            0.043,
            1,
          ],
        ],
        "excluded": [],
        "meanKrugman": 0.249,
        "meanSimilarity": 0.945,
      }
    `);
  });
});
