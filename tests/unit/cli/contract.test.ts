import { describe, expect, it } from 'vitest';
import { callCommandLine, callForJson } from './call-command-line.ts';

interface Listed {
  readonly kind: string;
  readonly items: readonly (Readonly<Record<string, unknown>> & { readonly id: string })[];
}

describe('list', () => {
  it.each(['agglomerations', 'metros', 'cities', 'lines', 'links', 'indicators'])(
    '%s: one document { kind, items } with id and both names',
    async (kind) => {
      const { kind: said, items } = await callForJson<Listed>('list', kind);
      expect(said).toBe(kind);
      expect(items.length).toBeGreaterThan(15);
      for (const item of items) {
        expect(item).toMatchObject({
          id: expect.any(String),
          nameZh: expect.any(String),
          nameEn: expect.any(String),
        });
      }
    },
  );

  it('gives regions one item a variant, the current one first, with members, area, people, source', async () => {
    const { items } = await callForJson<Listed>('list', 'agglomerations');
    expect(new Set(items.map(({ id }) => id)).size).toBe(19);
    const yrd = items.filter(({ id }) => id === 'yrd');
    expect(yrd.map(({ variant, current }) => [variant, current])).toEqual([
      ['2019-core', true],
      ['2016-plan', false],
      ['2010-plan-core', false],
    ]);
    for (const item of items) {
      expect(item['members']).toEqual(expect.arrayContaining([expect.stringMatching(/^\d{6}$/)]));
      expect(item['areaKm2']).toBeGreaterThan(1000);
      // 金门 is in no census of ours: named, so that nobody takes the sum for the whole.
      expect(item['populationMissing']).toEqual(item.id === 'ymz' ? ['350527'] : []);
      expect(item['population2020']).toBeGreaterThan(1e5);
      expect(item['source']).toEqual(expect.any(String));
    }
    const chengyu = items.find(({ id }) => id === 'chengyu');
    expect(chengyu?.['members']).toContain('510100');
    expect(chengyu?.['population2020']).toBeGreaterThan(94e6);
    expect(chengyu?.['population2020']).toBeLessThan(98e6);
  });

  it('knows the bridge, Hong Kong, Macao and Taiwan', async () => {
    const links = await callForJson<Listed>('list', 'links');
    expect(links.items.find(({ id }) => id === 'hzmb')).toMatchObject({ nameZh: '港珠澳大桥' });
    const cities = await callForJson<Listed>('list', 'cities');
    expect(cities.items.map(({ id }) => id)).toEqual(expect.arrayContaining(['710000', '810000', '820000']));
  });

  it('refuses another kind', async () => {
    const { code, out, err } = await callCommandLine('list', 'planets', '--json');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('agglomerations');
  });
});

interface Scored {
  readonly reducedSet: boolean;
  readonly agglomerations: readonly {
    readonly id: string;
    readonly composite: number | null;
    readonly coverage: number;
    readonly dimensions: readonly {
      readonly id: string;
      readonly score: number | null;
      readonly indicators: readonly {
        readonly id: string;
        readonly cv: number | null;
        readonly k: number | null;
        readonly R: number;
        readonly f: number | null;
        readonly K: number | null;
        readonly coverage: number;
        readonly reason?: string;
      }[];
    }[];
  }[];
}

const modelledCells = ({ agglomerations }: Scored) =>
  agglomerations.map(({ dimensions }) =>
    dimensions
      .flatMap(({ indicators }) => indicators)
      .filter(({ id }) => id === 'core_hour_share' || id === 'mean_travel_minutes'),
  );

describe('score', () => {
  it('gives the contract shape; what is undefined is null with a reason', async () => {
    const document = await callForJson<Scored>('score', '--set', 'yangtze5', '--year', '2020');
    expect(document).toMatchObject({
      set: 'yangtze5',
      year: 2020,
      preset: 'paper',
      scope: 'panel',
      reducedSet: true,
    });
    expect(document.agglomerations.map(({ id }) => id)).toEqual([
      'yrd',
      'midyangtze',
      'chengyu',
      'qianzhong',
      'dianzhong',
    ]);
    for (const { composite, coverage, dimensions } of document.agglomerations) {
      expect(composite).toBeGreaterThan(0);
      expect(coverage).toBeGreaterThan(0);
      expect(coverage).toBeLessThan(1);
      expect(dimensions.map(({ id }) => id)).toEqual([
        'regional',
        'innovation',
        'infrastructure',
        'environment',
        'services',
      ]);
      expect(dimensions.flatMap(({ indicators }) => indicators)).toHaveLength(19);
      for (const indicator of dimensions.flatMap(({ indicators }) => indicators)) {
        if (indicator.K === null) expect(indicator.reason).toEqual(expect.any(String));
        else if (indicator.k !== null)
          expect(indicator.K).toBeCloseTo(indicator.k * indicator.R * (indicator.f ?? NaN), 9);
      }
      // Composite and dimensions are plain means of what is defined.
      const scores = dimensions.flatMap(({ score }) => (score === null ? [] : [score]));
      expect(composite).toBeCloseTo(scores.reduce((sum, score) => sum + score, 0) / scores.length, 9);
    }
  });

  it('keeps the order of the paper in the years it has', async () => {
    const { agglomerations } = await callForJson<Scored>('score', '--set', 'yangtze5', '--year', '2020');
    const ranked = [...agglomerations]
      .sort((a, b) => (b.composite ?? 0) - (a.composite ?? 0))
      .map(({ id }) => id);
    expect(ranked.slice(0, 3)).toEqual(['yrd', 'midyangtze', 'chengyu']);
  });

  it('takes ids, variant keys, presets and scopes', async () => {
    const document = await callForJson<Scored>(
      'score',
      '--set',
      'yrd@2016-plan,chengyu',
      '--year',
      '2010',
      '--preset',
      'embedded',
      '--scope',
      'indicator',
    );
    expect(document).toMatchObject({ preset: 'embedded', scope: 'indicator', year: 2010 });
    expect(document.agglomerations).toHaveLength(2);
    const all = await callForJson<Scored>('score', '--set', 'all19', '--year', '2015');
    expect(all.agglomerations).toHaveLength(19);
  });

  it('models travel for the embedded preset, for 2020 alone, and names what with; never for the paper', async () => {
    interface WithModel extends Scored {
      readonly modelled: { readonly parameters: Readonly<Record<string, unknown>> } | null;
    }
    const score = (year: string, preset: string) =>
      callForJson<WithModel>('score', '--set', 'jinzhong,ningxia', '--year', year, '--preset', preset);
    const now = await score('2020', 'embedded');
    expect(now.modelled).toMatchObject({
      provenance: 'modelled',
      indicators: ['core_hour_share', 'mean_travel_minutes'],
      year: 2020,
      mode: 'door-to-door',
      preset: 'peak',
      minutes: 60,
    });
    expect(now.modelled?.parameters).toMatchObject({ detourFactor: 1.3, waitMinutes: 15 });
    for (const cells of modelledCells(now)) {
      expect(cells).toHaveLength(2);
      for (const { K, coverage } of cells) {
        expect(coverage).toBe(1);
        expect(K).toEqual(expect.any(Number));
      }
    }
    for (const cells of modelledCells(await score('2015', 'embedded')))
      for (const cell of cells) expect(cell).toMatchObject({ K: null, reason: 'no-values' });
    const paper = await score('2020', 'paper');
    expect(paper.modelled).toBeNull();
    expect(modelledCells(paper)).toEqual([[], []]);
  });

  it.each([
    [['score', '--year', '2020'], '--set'],
    [['score', '--set', 'yangtze5'], '--year'],
    [['score', '--set', 'yangtze5', '--year', '2012'], '2010, 2015, 2020'],
    [['score', '--set', 'yangtze5', '--year', 'soon'], '--year'],
    [['score', '--set', 'atlantis', '--year', '2020'], 'atlantis'],
    [['score', '--set', 'yrd,yrd', '--year', '2020'], 'twice'],
    [['score', '--set', 'yrd@1999', '--year', '2020'], 'yrd@2016-plan'],
    [['score', '--set', ',', '--year', '2020'], 'empty'],
    [['score', '--set', 'all19', '--year', '2020', '--preset', 'mine'], 'paper, embedded'],
    [['score', '--set', 'all19', '--year', '2020', '--scope', 'mine'], 'panel, indicator'],
  ])('refuses %j', async (words, hint) => {
    const { code, out, err } = await callCommandLine(...words, '--json');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(hint);
  });
});

const robustness = (seed: string) =>
  callForJson<{ agglomerations: unknown[] }>(
    'robustness',
    '--set',
    'yangtze5',
    '--year',
    '2020',
    '--draws',
    '500',
    '--seed',
    seed,
  );

describe('robustness', () => {
  it('gives the same numbers for the same seed and others for another', async () => {
    const first = await robustness('1');
    expect(first.agglomerations).toHaveLength(5);
    expect(await robustness('1')).toEqual(first);
    expect(await robustness('2')).not.toEqual(first);
  });

  it.each(['99', '1e9', 'many'])('refuses %s draws', async (draws) => {
    const { code } = await callCommandLine(
      'robustness',
      '--set',
      'yangtze5',
      '--year',
      '2020',
      '--draws',
      draws,
    );
    expect(code).toBe(2);
  });
});
