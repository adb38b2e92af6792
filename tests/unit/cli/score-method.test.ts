import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { METHOD_OPTIONS, readMethod } from '../../../src/cli/score-method.ts';
import { selectRegions } from '#core/scoring/agglomeration-set.ts';
import { readOwnIndex } from '#core/scoring/composite/own-index.ts';
import { scoreRegions } from '#core/scoring/score.ts';
import { openAtlasFiles } from '../../../src/cli/atlas-files.ts';
import { loadScoringTable } from '../../../src/cli/scoring-data.ts';
import { PAPER_OPTIONS } from '#core/scoring/score-options.ts';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';
import { baseOptionsOf, scoreOptionsOf } from '#state/score/score-choices.ts';
import { callCommandLine, callForJson } from './call-command-line.ts';

interface Scored {
  readonly weights: Readonly<Record<string, number>>;
  readonly without: readonly string[];
  readonly departures: readonly string[];
  readonly agglomerations: readonly {
    readonly id: string;
    readonly members: number;
    readonly composite: number | null;
    readonly dimensions: readonly {
      readonly id: string;
      readonly score: number | null;
      readonly indicators: readonly {
        readonly id: string;
        readonly cv: number | null;
        readonly R: number;
        readonly f: number | null;
        readonly K: number | null;
        readonly membersUsed: number;
        readonly used: boolean;
      }[];
    }[];
  }[];
}

const FIVE = ['score', '--set', 'yangtze5', '--year', '2020'] as const;
const score = (...words: string[]) => callForJson<Scored>(...FIVE, ...words);
const cells = ({ agglomerations }: Scored) =>
  agglomerations.flatMap(({ dimensions }) => dimensions.flatMap(({ indicators }) => indicators));

const usedCells = async (...words: string[]) =>
  cells(await score(...words)).filter(({ used }) => used).length;

describe('options of the score’s method', () => {
  it('read as the app reads the same choices', () => {
    const read = readMethod(
      {
        scope: 'indicator',
        ddof: '1',
        missing: 'available',
        coverage: '0.5',
        'year-window': '0',
        'year-matching': 'indicator',
        size: 'off',
        level: 'off',
        weights: ['innovation=2', 'pm25=0.5,services=0'],
        without: ['hsr_open,krugman'],
      },
      PAPER_OPTIONS,
    );
    const inTheApp = scoreOptionsOf(baseOptionsOf('paper'), {
      scope: 'indicator',
      ddof: 1,
      missing: 'available',
      coverageThreshold: 0.5,
      yearWindow: 0,
      yearMatching: 'indicator',
      useR: false,
      useLevel: false,
      weights: { innovation: 2, pm25: 0.5, services: 0 },
      without: ['hsr_open', 'krugman'],
    });
    expect(read).toEqual({ ok: true, value: inTheApp });
  });

  it('are one for every choice of the methods page', () => {
    const choices = Object.keys(DEFAULT_DOCUMENT.integration.options);
    expect(Object.keys(METHOD_OPTIONS)).toHaveLength(choices.length);
  });

  it('stay the paper’s where none is given', () => {
    expect(readMethod({}, PAPER_OPTIONS)).toEqual({ ok: true, value: PAPER_OPTIONS });
  });

  it('weigh: with the other dimensions at 0 the composite is the one that is left', async () => {
    const scored = await score(
      '--weights',
      'innovation=0,infrastructure=0,environment=0',
      '--weights',
      'services=0',
    );
    expect(scored.weights).toEqual({ innovation: 0, infrastructure: 0, environment: 0, services: 0 });
    expect(scored.departures).toContain('dimensions are not weighted equally');
    for (const { composite, dimensions } of scored.agglomerations)
      expect(composite).toBe(dimensions.find(({ id }) => id === 'regional')?.score);
  });

  it('take the sample deviation: every cv grows by √(n / (n − 1))', async () => {
    const [population, sample] = [cells(await score()), cells(await score('--ddof', '1'))];
    const pairs = population.flatMap((cell, i) =>
      cell.cv === null || cell.cv === 0 ? [] : [[(sample[i]?.cv ?? 0) / cell.cv, cell.membersUsed] as const],
    );
    expect(pairs.length).toBeGreaterThan(10);
    for (const [ratio, n] of pairs) expect(ratio).toBeCloseTo(Math.sqrt(n / (n - 1)), 10);
  });

  it('switch R and f off, and leave indicators out', async () => {
    const scored = await score('--size', 'off', '--level', 'off', '--without', 'krugman');
    expect(new Set(cells(scored).map(({ R }) => R))).toEqual(new Set([1]));
    expect(cells(scored).filter(({ used, f }) => used && f !== 1)).toEqual([]);
    expect(cells(scored).map(({ id }) => id)).not.toContain('krugman');
    expect(scored.without).toEqual(['krugman']);
  });

  it('let more in: what is available, no threshold, a wide window', async () => {
    const strict = await usedCells('--year-window', '0');
    const usual = await usedCells();
    const open = await usedCells('--missing', 'available', '--coverage', '0', '--year-window', '5');
    expect(strict).toBeLessThanOrEqual(usual);
    expect(usual).toBeLessThan(open);
  });

  it('hold for robustness too', async () => {
    const { agglomerations, scope } = await callForJson<{
      scope: string;
      agglomerations: readonly { id: string; declared: number }[];
    }>(
      'robustness',
      '--set',
      'yangtze5',
      '--year',
      '2020',
      '--draws',
      '100',
      '--scope',
      'indicator',
      '--size',
      'off',
    );
    expect(scope).toBe('indicator');
    const scored = await score('--scope', 'indicator', '--size', 'off');
    const order = scored.agglomerations
      .toSorted((a, b) => (b.composite ?? 0) - (a.composite ?? 0))
      .map(({ id }) => id);
    expect(agglomerations.toSorted((a, b) => a.declared - b.declared).map(({ id }) => id)).toEqual(order);
  });

  it.each([
    ['--ddof', '2', 'Use one of: 0, 1.'],
    ['--scope', 'all', 'panel, indicator'],
    ['--missing', 'none', 'common, available'],
    ['--coverage', '65', 'a number from 0 to 1'],
    ['--coverage', '65%', 'a number from 0 to 1'],
    ['--year-window', '1.5', 'a whole number from 0 to 10'],
    ['--year-matching', 'nearest', 'value, indicator'],
    ['--size', 'yes', 'on, off'],
    ['--level', '0', 'on, off'],
    ['--weights', 'innovation', 'id=weight'],
    ['--weights', 'innovation=-1', 'from 0 to 1000'],
    ['--weights', 'innovation=NaN', 'from 0 to 1000'],
    ['--weights', 'innovation=1=2', 'id=weight'],
    ['--weights', 'inovation=2', 'regional, innovation'],
    ['--weights', 'pm25=2,pm25=3', 'twice'],
    ['--weights', 'regional=0,innovation=0,infrastructure=0,environment=0,services=0', 'Keep one above 0'],
    ['--without', 'pm2.5', 'pm25'],
    ['--without', PAPER_OPTIONS.indicators.map(({ id }) => id).join(','), 'Keep at least one'],
    ['--preset', 'mine', 'paper, embedded, own'],
    ['--preset', 'own', 'Give --index'],
    ['--index', 'index.json', 'Add --preset own'],
  ])('refuse %s %s with what would do', async (option, value, words) => {
    const { code, out, err } = await callCommandLine(...FIVE, option, value, '--json');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
  });
});

async function scoringTable() {
  const loaded = await loadScoringTable(openAtlasFiles(resolve(import.meta.dirname, '../../../public/data')));
  if (!loaded.ok) throw new Error(loaded.failure.message);
  return loaded.value;
}

describe('the preset own', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'atlas-own-index-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const declaration = {
    units: 'region',
    quantity: 'K',
    normalise: { method: 'minmax', range: [0, 100] },
    aggregate: 'arithmetic',
    nodes: [
      { id: 'wealth' },
      { id: 'gdp_per_capita', parent: 'wealth', direction: 1, weight: 3 },
      { id: 'urban_share', parent: 'wealth', direction: 1 },
    ],
  };
  const saved = async (content: unknown) => {
    const path = join(folder, 'index.json');
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
    return ['--preset', 'own', '--index', path] as const;
  };

  it('scores the leaves by the paper’s recipe, and computes the declared tree on them', async () => {
    const { agglomerations, index } = await callForJson<
      Scored & {
        readonly index: {
          readonly root: string;
          readonly units: readonly { readonly unit: string; readonly values: { readonly wealth: number } }[];
        };
      }
    >(...FIVE, ...(await saved(declaration)));
    const ids = new Set(cells({ agglomerations } as Scored).map(({ id }) => id));
    expect(ids).toEqual(new Set(['gdp_per_capita', 'urban_share']));
    const columns = ['gdp_per_capita', 'urban_share'].map((id) =>
      agglomerations.map(
        ({ dimensions }) =>
          dimensions.flatMap(({ indicators }) => indicators).find((one) => one.id === id)?.K ?? NaN,
      ),
    );
    const scaled = columns.map((values) => {
      const [low, high] = [Math.min(...values), Math.max(...values)];
      return values.map((value) => (100 * (value - low)) / (high - low));
    });
    const byHand = agglomerations.map(
      (_, at) => (3 * (scaled[0]?.[at] ?? NaN) + (scaled[1]?.[at] ?? NaN)) / 4,
    );
    expect(index.root).toBe('wealth');
    index.units.forEach(({ values }, at) => expect(values.wealth).toBeCloseTo(byHand[at] ?? NaN, 9));
  });

  it('starts from the options that the app has for the same declaration', async () => {
    const { table, regions } = await scoringTable();
    const index = readOwnIndex(declaration);
    if (!index.ok) throw new Error(index.failure.message);
    const base = baseOptionsOf('own', { index: index.value, definitions: table.definitions, tables: [] });
    const chosen = selectRegions(regions, 'yangtze5');
    if (!chosen.ok) throw new Error(chosen.failure.message);
    const inTheApp = scoreRegions(table, chosen.value, base).years.find(({ year }) => year === 2020);
    const { agglomerations } = await score(...(await saved(declaration)));
    expect(agglomerations).toEqual(JSON.parse(JSON.stringify(inTheApp?.agglomerations)));
  });

  it('draws around the same indicators', async () => {
    const { agglomerations, preset } = await callForJson<{
      readonly preset: string;
      readonly agglomerations: readonly { readonly id: string; readonly declared: number }[];
    }>('robustness', ...FIVE.slice(1), '--draws', '100', ...(await saved(declaration)));
    const scored = await score(...(await saved(declaration)));
    const order = scored.agglomerations
      .toSorted((a, b) => (b.composite ?? 0) - (a.composite ?? 0))
      .map(({ id }) => id);
    expect(preset).toBe('own');
    expect(agglomerations.toSorted((a, b) => a.declared - b.declared).map(({ id }) => id)).toEqual(order);
  });

  it.each([
    ['not JSON', '{"units": ', 'is not JSON'],
    [
      'a cycle',
      {
        ...declaration,
        nodes: [
          { id: 'a', parent: 'b' },
          { id: 'b', parent: 'a' },
        ],
      },
      'a',
    ],
    [
      'an indicator that is none',
      { ...declaration, nodes: [{ id: 'wealth' }, { id: 'gold', parent: 'wealth' }] },
      '"gold" of',
    ],
  ])('refuses %s', async (_, content, words) => {
    const { code, out, err } = await callCommandLine(...FIVE, ...(await saved(content)), '--json');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
  });
});
