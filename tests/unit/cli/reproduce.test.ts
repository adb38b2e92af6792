import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINE_VERSION } from '#core/reproduction/engine-version.ts';
import { runAccessibility } from '#core/accessibility/accessibility.ts';
import {
  accessibilityNumbers,
  type AccessibilityQuestion,
  accessibilityRequests,
} from '#core/reproduction/accessibility-numbers.ts';
import { certaintyNumbers, certaintyQuestion } from '#core/reproduction/certainty-numbers.ts';
import {
  accessibilityRangeNumbers,
  type AccessibilityRangesQuestion,
  accessibilityRangesRequest,
  scenarioRangeNumbers,
  scenarioRangesQuestion,
} from '#core/reproduction/range-numbers.ts';
import { circleNumbers, compareNumbers, scenarioNumbers } from '#core/reproduction/key-numbers.ts';
import { compareScenario } from '#core/scenario/scenario-comparison.ts';
import type { OwnTable } from '#core/indicators/own-table.ts';
import { selectRegions } from '#core/scoring/agglomeration-set.ts';
import { indexIndicators } from '#core/scoring/composite/own-index.ts';
import { PAPER_OPTIONS } from '#core/scoring/score-options.ts';
import { scoreRegions } from '#core/scoring/score.ts';
import type { CircleRequest } from '#core/surface/circle-request.ts';
import { runAccessibilityUncertainty } from '#core/uncertainty/accessibility-uncertainty.ts';
import { runScenarioUncertainty } from '#core/uncertainty/scenario-uncertainty.ts';
import { runUncertainty, type UncertaintyRequest } from '#core/uncertainty/circle-uncertainty.ts';
import type { Result } from '#core/units/result.ts';
import { decodeReceipt, type Receipt } from '#data/receipt.ts';
import { withPngText } from '#features/briefing/export/png-text.ts';
import { viewMeasure } from '#features/integration/measure/measure-view.ts';
import { type OwnAdditions, statedColours } from '#features/integration/measure/stated-colours.ts';
import { countyFigures } from '#state/score/county-figures.ts';
import type { ShownMeasure } from '#state/document/integration-state.ts';
import { csvText } from '#ui/files/save-file.ts';
import { openAtlasFiles } from '../../../src/cli/atlas-files.ts';
import { loadScoringTable } from '../../../src/cli/scoring-data.ts';
import { clustersAgain } from '../../../src/cli/reproduction/structure-again.ts';
import { EMPTY_RECEIPT } from '../../fixtures/empty-receipt.ts';
import { callCommandLine } from './call-command-line.ts';

const data = openAtlasFiles(resolve(import.meta.dirname, '../../../public/data'));
let folder = '';
let real: Receipt;

function given<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

/** A receipt as the page makes it, of a score, a circle and a scenario at once. */
async function makeReceipt(): Promise<Receipt> {
  const { table, regions } = given(await loadScoringTable(data));
  const chosen = given(selectRegions(regions, 'yangtze5'));
  const result = scoreRegions(table, chosen, { ...PAPER_OPTIONS, scope: 'indicator', yearWindow: 1 });
  const engine = given(await data.engine());
  const request: CircleRequest = {
    origins: [{ kind: 'point', at: [113.5767, 22.2707] }],
    mode: 'road',
    maxMinutes: 120,
    preset: 'peak',
    parameters: {},
    edits: [],
  };
  const circle = given(engine.computeSurface(request));
  const edits = [{ type: 'close', id: 'hzmb' }] as const;
  const tried: UncertaintyRequest = {
    circle: { ...request, maxMinutes: 60 },
    draws: 12,
    seed: 1,
    bounds: { detourFactor: [1.25, 1.5] },
  };
  const reach: AccessibilityQuestion = {
    request: { counties: ['440400', '820000'], minutes: 90, mode: 'road', preset: 'peak', edits: [] },
    edits,
    opportunity: 'people',
  };
  const changeTried = scenarioRangesQuestion({
    // Within an hour the bridge changes nothing in any draw.
    base: { ...request, maxMinutes: 120 },
    edits,
    draws: 5,
    seed: 1,
    bounds: {},
  });
  const reachTried: AccessibilityRangesQuestion = {
    ...reach,
    method: 'latin-hypercube',
    draws: 5,
    seed: 1,
    bounds: { detourFactor: [1.25, 1.5] },
  };
  return {
    format: 'chengqun-receipt',
    version: 1,
    engineVersion: ENGINE_VERSION,
    dataVersion: given(await data.dataVersion()),
    link: 'ws=briefing&v=1',
    ...statedColours(
      {
        shown: { kind: 'change', id: 'composite', fromYear: 2010, level: 'agglomeration' },
        year: 2020,
        values: new Map(),
      },
      { result, under: null, own: NOTHING_OWN },
    ),
    circle: {
      question: { request, minutes: 60 },
      notCarried: [],
      numbers: circleNumbers(engine.readings(circle.surface, 60), circle.stations.length),
    },
    certainty: {
      question: certaintyQuestion(tried),
      notCarried: [],
      numbers: certaintyNumbers(given(runUncertainty(engine, tried))),
    },
    scenario: {
      question: { base: request, edits, minutes: 60 },
      notCarried: [],
      numbers: scenarioNumbers(given(compareScenario(engine, request, edits, 60))),
    },
    accessibility: {
      question: reach,
      notCarried: [],
      numbers: accessibilityNumbers(reach, given(runAccessibility(engine, accessibilityRequests(reach)))),
    },
    scenarioRanges: {
      question: changeTried,
      notCarried: [],
      numbers: scenarioRangeNumbers(given(runScenarioUncertainty(engine, changeTried))),
    },
    accessibilityRanges: {
      question: reachTried,
      notCarried: [],
      numbers: accessibilityRangeNumbers(
        reachTried,
        given(runAccessibilityUncertainty(engine, accessibilityRangesRequest(reachTried))),
      ),
    },
    structure: null,
    ties: null,
    clusters: null,
  };
}

const NOTHING_OWN: OwnAdditions = { ownTables: [], ownRegions: [], ownIndex: null };

const codes = (units: readonly { readonly adcode: string }[]) => units.map(({ adcode }) => adcode);

async function reproduceFile(name: string, content: string | Uint8Array, ...words: readonly string[]) {
  const path = join(folder, name);
  await writeFile(path, content);
  const { code, out, err } = await callCommandLine('reproduce', '--receipt', path, ...words, '--json');
  return { code, err, answer: out === '' ? null : (JSON.parse(out) as Answer) };
}

interface Answer {
  readonly same: boolean;
  readonly receipts: readonly {
    readonly dataVersion: { readonly same: boolean };
    readonly results: readonly {
      readonly kind: string;
      readonly outcome: string;
      readonly reasons: readonly string[];
      readonly numbers: readonly { readonly id: string; readonly same: boolean; readonly stated: number }[];
    }[];
  }[];
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atlas-receipt-'));
  real = await makeReceipt();
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

describe('reproduce', () => {
  it('finds every number of a real receipt the same', async () => {
    const { code, answer } = await reproduceFile('real.json', JSON.stringify(real, null, 2));
    expect(code).toBe(0);
    expect(answer?.same).toBe(true);
    const [receipt] = answer?.receipts ?? [];
    expect(receipt?.results.map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ['score', 'same'],
      ['circle', 'same'],
      ['certainty', 'same'],
      ['scenario', 'same'],
      ['scenarioRanges', 'same'],
      ['accessibility', 'same'],
      ['accessibilityRanges', 'same'],
    ]);
    // Five agglomerations, two years: composite, rank and at least three dimensions each.
    const [score, circle] = receipt?.results ?? [];
    expect(score?.numbers.length).toBeGreaterThanOrEqual(50);
    expect(circle?.numbers.find(({ id }) => id === 'circle.60min.population')?.stated).toBeGreaterThan(1e6);
  });

  it.each<[string, ShownMeasure]>([
    ['of prefectures', { kind: 'value', id: 'gdp_per_capita', level: 'prefecture' }],
    ['of counties, and their change', { kind: 'change', id: 'population', level: 'county', fromYear: 2010 }],
    ['of counties’ density, which is derived', { kind: 'value', id: 'population_density', level: 'county' }],
  ])(
    'finds the figures %s of a plain indicator map the same, and a changed one different',
    async (_, shown) => {
      const { table, regions } = given(await loadScoringTable(data));
      const options = { ...PAPER_OPTIONS, yearWindow: 1 };
      const result = scoreRegions(table, given(selectRegions(regions, 'yangtze5')), options);
      const counties = given(await data.artefact('units-county'));
      const source = {
        result,
        table,
        counties: countyFigures(given(await data.artefact('indicators-county')).table, counties.units),
        prefectureCodes: codes(given(await data.prefectures())),
        countyCodes: codes(counties.units),
      };
      const view = viewMeasure(source, shown, 2020);
      if (view === null) throw new Error('nothing to colour');
      const receipt = {
        ...EMPTY_RECEIPT,
        dataVersion: real.dataVersion,
        ...statedColours(view, { result, under: null, own: NOTHING_OWN }),
      };
      const { code, answer } = await reproduceFile('figures.json', JSON.stringify(receipt));
      const [figures] = answer?.receipts[0]?.results ?? [];
      expect([code, figures?.kind, figures?.outcome, figures?.numbers.length]).toEqual([
        0,
        'figures',
        'same',
        6,
      ]);
      const [units, missing] = figures?.numbers ?? [];
      expect((units?.stated ?? 0) + (missing?.stated ?? 0)).toBe(view.values.size);
      expect(units?.stated).toBeGreaterThan(250);

      const [first = ''] = [...view.values].find(([, value]) => value !== null) ?? [];
      const changed = new Map(view.values).set(first, (view.values.get(first) ?? 0) + 1);
      const other = {
        ...receipt,
        ...statedColours({ ...view, values: changed }, { result, under: null, own: NOTHING_OWN }),
      };
      const again = await reproduceFile('other.json', JSON.stringify(other));
      expect([again.code, again.answer?.receipts[0]?.results[0]?.outcome]).toEqual([1, 'different']);
    },
  );

  it('finds clusters of a figure that counties have derived: their density', async () => {
    const question = {
      level: 'county',
      indicator: 'population_density',
      year: 2020,
      neighbours: 'borders',
    } as const;
    const numbers = new Map(
      given(await clustersAgain(question, data)).map(({ id, value }): [string, number | null] => [id, value]),
    );
    expect(numbers.get('moran.used')).toBeGreaterThan(2_800);
    expect(numbers.get('moran.index')).toBeGreaterThan(0.3);
  }, 60_000);

  it('names the number that was changed, and exits with 1', async () => {
    const tampered = JSON.parse(JSON.stringify(real)) as {
      circle: { numbers: { id: string; value: number }[] };
    };
    const number = tampered.circle.numbers.find(({ id }) => id === 'circle.60min.population');
    if (number === undefined) throw new Error('no population');
    number.value *= 1.01;
    const { code, answer } = await reproduceFile('tampered.json', JSON.stringify(tampered));
    expect(code).toBe(1);
    const results = answer?.receipts[0]?.results ?? [];
    expect(results.filter(({ outcome }) => outcome !== 'same').map(({ kind }) => kind)).toEqual(['circle']);
    expect(results.flatMap(({ numbers }) => numbers).filter(({ same }) => !same)).toMatchObject([
      { id: 'circle.60min.population', stated: number.value },
    ]);
  });

  it.each([
    ['another seed', { seed: 2 }],
    ['fewer draws', { draws: 11 }],
    ['a range that was not changed', { bounds: {} }],
  ])(
    'finds the range of a circle different under %s, its ends and not the circle itself',
    async (_, change) => {
      const stated = real.certainty;
      if (stated === null) throw new Error('no range');
      const other = {
        ...real,
        certainty: { ...stated, question: { ...stated.question, ...change } },
        score: null,
        scenario: null,
        scenarioRanges: null,
      };
      const { code, answer } = await reproduceFile('range.json', JSON.stringify(other));
      expect(code).toBe(1);
      const [circle, certainty] = answer?.receipts[0]?.results ?? [];
      expect([circle?.outcome, certainty?.outcome]).toEqual(['same', 'different']);
      const differing = certainty?.numbers.filter(({ same }) => !same).map(({ id }) => id) ?? [];
      expect(differing).toContain('certainty.60min.population.p95');
      expect(differing).not.toContain('certainty.60min.population');
    },
  );

  it.each([
    ['another seed', { seed: 2 }],
    ['another range', { bounds: { detourFactor: [1.45, 1.5] as const } }],
  ])('finds the ranges of a change different under %s, and not the change itself', async (_, change) => {
    const { scenarioRanges, accessibilityRanges } = real;
    if (scenarioRanges === null || accessibilityRanges === null) throw new Error('no ranges');
    const other: Receipt = {
      ...real,
      score: null,
      certainty: null,
      scenarioRanges: { ...scenarioRanges, question: { ...scenarioRanges.question, ...change } },
      accessibilityRanges: {
        ...accessibilityRanges,
        question: { ...accessibilityRanges.question, ...change },
      },
    };
    const { code, answer } = await reproduceFile('ranges.json', JSON.stringify(other));
    expect(code).toBe(1);
    expect(answer?.receipts[0]?.results.map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ['circle', 'same'],
      ['scenario', 'same'],
      ['scenarioRanges', 'different'],
      ['accessibility', 'same'],
      ['accessibilityRanges', 'different'],
    ]);
  });

  it('does not pass a number that was taken out', async () => {
    const shorter = {
      ...real,
      scenario: real.scenario && { ...real.scenario, numbers: real.scenario.numbers.slice(1) },
    };
    const { code, answer } = await reproduceFile('shorter.json', JSON.stringify(shorter));
    expect([code, answer?.same]).toEqual([1, false]);
  });

  it('says that the data are another version, and still compares', async () => {
    const { code, answer } = await reproduceFile(
      'old.json',
      JSON.stringify({ ...real, dataVersion: '0123456789ab' }),
    );
    expect([code, answer?.same, answer?.receipts[0]?.dataVersion]).toMatchObject([
      0,
      true,
      { stated: '0123456789ab', same: false },
    ]);
  });

  it('says what it cannot compute again because the receipt does not carry it', async () => {
    const own = { ...real, circle: real.circle && { ...real.circle, notCarried: ['feed.zip'] } };
    const { code, answer } = await reproduceFile('own.json', JSON.stringify(own));
    expect(code).toBe(1);
    expect(answer?.receipts[0]?.results[1]).toMatchObject({ outcome: 'not-carried', reasons: ['feed.zip'] });
  });

  describe('of a person’s own index, on own figures and an own region', () => {
    const own: OwnAdditions = {
      ownTables: [
        {
          id: 'visits',
          name: '游客.csv',
          importedOn: '2026-11-30',
          indicators: [
            {
              id: 'own:visits',
              name: '游客',
              unit: '万人次',
              direction: 1,
              dimension: 'services',
              decimals: 1,
              level: 'prefecture',
              series: [
                {
                  year: 2020,
                  codes: ['510100', '510600', '500000', '520100'],
                  values: [120.5, 33, 210, 80],
                  rows: [2, 3, 4, 5],
                },
              ],
            },
          ],
        },
      ],
      ownRegions: [
        {
          id: 'custom:mine',
          kind: 'agglomeration',
          name: '成德',
          wholeUnits: ['510100', '510600'],
          partCounties: [],
          cores: ['510100'],
          copiedFrom: null,
        },
      ],
      ownIndex: {
        quantity: 'mean',
        declaration: {
          units: 'region',
          normalise: { method: 'minmax', range: [1, 100] },
          aggregate: 'geometric',
          nodes: [
            { id: 'mine' },
            { id: 'economy', parent: 'mine', aggregate: 'arithmetic' },
            { id: 'gdp_per_capita', parent: 'economy' },
            { id: 'wage', parent: 'economy', weight: 2 },
            { id: 'own:visits', parent: 'mine' },
          ],
        },
      },
    };
    const keys = ['chengyu', 'qianzhong', 'custom:mine'];

    async function receiptOfOwn() {
      const tables = own.ownTables;
      const { table, regions } = given(await loadScoringTable(data, { tables, regions: own.ownRegions }));
      const index = own.ownIndex;
      if (index === null) throw new Error('no index');
      const options = {
        ...PAPER_OPTIONS,
        preset: 'own' as const,
        missing: 'available' as const,
        coverageThreshold: 0,
        indicators: indexIndicators(index.declaration, table.definitions),
      };
      const result = scoreRegions(table, given(selectRegions(regions, keys)), options);
      const shown: ShownMeasure = { kind: 'index', id: 'mine' };
      const stated = statedColours({ shown, year: 2020, values: new Map() }, { result, under: null, own });
      return { ...EMPTY_RECEIPT, dataVersion: real.dataVersion, ...stated };
    }
    const project = (change: (tables: readonly OwnTable[]) => readonly OwnTable[]) =>
      JSON.stringify({ format: 'chengqun-project', version: 1, ownTables: change(own.ownTables) });

    it('carries declaration and members, names the figures by hash, and is computed again from the project', async () => {
      const receipt = await receiptOfOwn();
      const question = receipt.score?.question;
      expect(question?.index).toEqual(own.ownIndex);
      expect(question?.ownRegions).toEqual(own.ownRegions);
      expect(question?.ownFigures).toMatchObject([{ id: 'own:visits', table: '游客.csv' }]);
      // Two nodes of three agglomerations, and none of them without a number.
      expect(receipt.score?.numbers.map(({ value }) => typeof value)).toEqual(Array(6).fill('number'));

      const path = join(folder, 'project.json');
      await writeFile(
        path,
        project((tables) => tables),
      );
      const again = await reproduceFile('own-index.json', JSON.stringify(receipt), '--project', path);
      expect([again.code, again.answer?.receipts[0]?.results]).toMatchObject([
        0,
        [{ kind: 'score', outcome: 'same', numbers: { length: 6 } }],
      ]);
    });

    it('says whose figures are missing, by hash, and which are others', async () => {
      const receipt = JSON.stringify(await receiptOfOwn());
      const without = await reproduceFile('own-index.json', receipt);
      expect(without.answer?.receipts[0]?.results[0]).toMatchObject({ outcome: 'not-carried' });
      expect(without.answer?.receipts[0]?.results[0]?.reasons[0]).toMatch(
        /own:visits of 游客\.csv \(SHA-256 [0-9a-f]{64}\)/u,
      );
      const path = join(folder, 'changed.json');
      await writeFile(
        path,
        project((tables) => JSON.parse(JSON.stringify(tables).replace('120.5', '120.6')) as OwnTable[]),
      );
      const changed = await reproduceFile('own-index.json', receipt, '--project', path);
      expect(changed.answer?.receipts[0]?.results[0]?.outcome).toBe('refused');
      expect(changed.answer?.receipts[0]?.results[0]?.reasons[0]).toContain('other figures');
    });

    it('refuses what is no project', async () => {
      const path = join(folder, 'no-project.json');
      await writeFile(path, '{"ownTables": 3}');
      const { code, err } = await reproduceFile('real.json', JSON.stringify(real), '--project', path);
      expect([code, err]).toEqual([2, expect.stringContaining('no project file')]);
    });
  });

  it('says why these data cannot answer', async () => {
    const unknown = {
      ...real,
      score: real.score && { ...real.score, question: { ...real.score.question, regions: ['atlantis'] } },
    };
    const { code, answer } = await reproduceFile('unknown.json', JSON.stringify(unknown));
    expect(code).toBe(1);
    expect(answer?.receipts[0]?.results[0]?.reasons[0]).toContain('atlantis');
  });

  it('takes the receipt out of PNG, SVG, GeoJSON, CSV and the notes of slides', async () => {
    const text = JSON.stringify(real);
    const escaped = text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
    const emptyPng = Uint8Array.from([
      137,
      80,
      78,
      71,
      13,
      10,
      26,
      10,
      ...Array.from({ length: 25 }, () => 0),
    ]);
    const files: readonly (readonly [string, string | Uint8Array, number])[] = [
      ['map.png', withPngText(emptyPng, 'chengqun-receipt', text), 1],
      ['map.svg', `<svg><metadata>${escaped}</metadata></svg>`, 1],
      ['map.geojson', JSON.stringify({ type: 'FeatureCollection', features: [], receipt: real }), 1],
      ['map.csv', csvText([['id', 'value'], ['a', 1]], [['receipt', text]]), 1], // prettier-ignore
      [
        'briefing.pptx',
        zipSync({
          'ppt/notesSlides/notesSlide1.xml': strToU8(`<a:t>Receipt: ${escaped}</a:t>`),
          'ppt/notesSlides/notesSlide2.xml': strToU8(`<a:t>Receipt: ${escaped}</a:t>`),
        }),
        2,
      ],
    ];
    for (const [name, content, count] of files) {
      const { code, answer } = await reproduceFile(name, content);
      expect([name, code, answer?.receipts.length]).toEqual([name, 0, count]);
    }
  }, 120_000);

  it.each([
    ['nothing.json', '{}', 'carries no receipt'],
    ['newer.json', '{"format":"chengqun-receipt","version":2}', 'version 2'],
    ['bad.json', '{"format":"chengqun-receipt","version":1,"engineVersion":3}', 'engineVersion'],
    ['cut.zip', 'PK\u0003\u0004rest', 'damaged'],
  ])('refuses %s', async (name, content, words) => {
    const { code, err, answer } = await reproduceFile(name, content);
    expect([code, answer]).toEqual([2, null]);
    expect(err).toContain(words);
  });
});

describe('a receipt', () => {
  it('cannot reach prototypes', () => {
    const hostile = JSON.parse(
      JSON.stringify(real).replace('"version":1', '"version":1,"__proto__":{"polluted":1}'),
    );
    expect(decodeReceipt(hostile).ok).toBe(true);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('names the engine by the version of the package', async () => {
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
    expect(ENGINE_VERSION).toBe(version);
  });
});

describe('numbers held against each other', () => {
  it('are the same within the tolerance, null only with null', () => {
    const compared = compareNumbers(
      [
        { id: 'a', value: 100 },
        { id: 'b', value: 100 },
        { id: 'c', value: null },
        { id: 'd', value: 0 },
        { id: 'e', value: null },
      ],
      [
        { id: 'a', value: 100.5 },
        { id: 'b', value: 101.5 },
        { id: 'c', value: null },
        { id: 'd', value: 0 },
        { id: 'e', value: 0 },
      ],
      0.01,
    );
    expect(compared.map(({ same }) => same)).toEqual([true, false, true, true, false]);
  });
});
