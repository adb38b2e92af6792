import { describe, expect, it } from 'vitest';
import { callCommandLine, callForJson } from './call-command-line.ts';

interface Structured {
  readonly id: string;
  readonly year: number;
  readonly structure: {
    readonly type: {
      readonly type: string;
      readonly literature: { readonly type: string } | null;
      readonly coverage: { readonly excluded: readonly { readonly adcode: string }[] };
    };
    readonly rankSize: {
      readonly exponent: number;
      readonly standardError: number;
      readonly points: readonly unknown[];
    };
    readonly ellipse: Readonly<Record<string, unknown>> | null;
  };
}

describe('structure', () => {
  it('gives 成渝 as a dumbbell with the literature beside it, b with b·√(2/n), and no drawing data', async () => {
    const { id, year, structure } = await callForJson<Structured>(
      'structure',
      '--agglomeration',
      'chengyu',
      '--year',
      '2020',
    );
    expect({ id, year }).toEqual({ id: 'chengyu', year: 2020 });
    expect(structure.type).toMatchObject({ type: 'dumbbell', literature: { type: 'dumbbell' } });
    const { exponent, standardError, points } = structure.rankSize;
    expect(standardError).toBeCloseTo(exponent * Math.sqrt(2 / points.length), 9);
    expect(structure.ellipse).not.toHaveProperty('ring');
  });

  it('names the cities without a figure instead of dropping them', async () => {
    const { structure } = await callForJson<Structured>('structure', '--agglomeration', 'gba');
    expect(structure.type.coverage.excluded.map(({ adcode }) => adcode).sort()).toEqual(['810000', '820000']);
  });

  it.each([
    [['structure'], '--agglomeration'],
    [['structure', '--agglomeration', 'atlantis'], 'chengyu'],
    [['structure', '--agglomeration', 'chengyu', '--year', '2015'], '2020'],
    [['structure', '--agglomeration', 'chengyu', '--year', 'soon'], '--year'],
    [['industry', '--agglomeration', 'chengyu', '--year', '2015'], '2010, 2020'],
    [['industry', '--agglomeration', 'nowhere'], 'chengyu'],
    [['profile'], '--id'],
    [['profile', '--id', 'nowhere'], 'chengyu'],
  ])('refuses %j with exit code 2', async (words, hint) => {
    const { code, out, err } = await callCommandLine(...words, '--json');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(hint);
  });
});

describe('industry', () => {
  it('gives symmetric matrices within their bounds and pairs from complementary to duplicated', async () => {
    const document = await callForJson<{
      readonly cities: readonly { readonly adcode: string }[];
      readonly order: readonly string[];
      readonly krugman: readonly (readonly number[])[];
      readonly similarity: readonly (readonly number[])[];
      readonly mostComplementary: readonly { readonly krugman: number }[];
      readonly mostDuplicated: readonly { readonly krugman: number }[];
      readonly changes: readonly unknown[];
    }>('industry', '--agglomeration', 'chengyu');
    const { cities, order, krugman, similarity, mostComplementary, mostDuplicated } = document;
    expect([...order].sort()).toEqual(cities.map(({ adcode }) => adcode).sort());
    krugman.forEach((row, i) =>
      row.forEach((value, j) => {
        expect(value).toBe(krugman[j]?.[i]);
        expect(value).toBeLessThanOrEqual(2);
        expect(similarity[i]?.[j]).toBeLessThanOrEqual(1);
        if (i === j) expect([value, similarity[i]?.[j]]).toEqual([0, 1]);
      }),
    );
    expect(mostComplementary[0]?.krugman).toBe(Math.max(...krugman.flat()));
    expect(mostDuplicated[0]?.krugman).toBeLessThan(mostComplementary.at(-1)?.krugman ?? 0);
    expect(document.changes.length).toBe((cities.length * (cities.length - 1)) / 2);
  });
});

describe('profile', () => {
  it('puts figures with sources, structure, industry, modelled ties and institutions on one page', async () => {
    const document = await callForJson<{
      readonly keyFigures: readonly {
        readonly id: string;
        readonly value: number | null;
        readonly sourceIds: readonly string[];
      }[];
      readonly ties: {
        readonly basis: string;
        readonly strongest: readonly {
          readonly from: string;
          readonly to: string;
          readonly minutes: number;
        }[];
      };
      readonly industry: { readonly year: number };
      readonly institutions: readonly unknown[];
    }>('profile', '--id', 'chengyu');
    const figure = (id: string) => document.keyFigures.find((each) => each.id === id);
    expect(figure('population')?.value).toBeGreaterThan(9e7);
    expect(figure('population')?.sourceIds.length).toBeGreaterThan(0);
    expect(document.ties.basis).toBe('door-to-door, peak');
    expect(document.ties.strongest.length).toBeGreaterThan(0);
    expect(document.industry.year).toBe(2020);
    expect(document.institutions.length).toBe(4);
  });
});
