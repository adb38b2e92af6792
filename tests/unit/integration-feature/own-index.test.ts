import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { computeOwnIndex, type OwnIndex } from '#core/scoring/composite/own-index.ts';
import { scoreDeclaration } from '#core/scoring/composite/score-columns.ts';
import { PAPER_OPTIONS } from '#core/scoring/score-options.ts';
import { scoreRegions, scoresOfYear } from '#core/scoring/score.ts';
import { toCsv } from '#ui/files/save-file.ts';
import {
  declarationTable,
  declarationText,
  readDeclaration,
} from '#features/integration/own-index/declaration-file.ts';
import {
  changeNode,
  EMPTY_INDEX,
  freeId,
  placeNodes,
  removeNode,
  renameNode,
  withNodes,
} from '#features/integration/own-index/index-draft.ts';
import { measureWords } from '#features/integration/measure/measure-words.ts';
import { callForJson } from '../cli/call-command-line.ts';

const nodes = [
  { id: 'index' },
  { id: 'economy', parent: 'index' },
  { id: 'gdp', parent: 'economy', direction: 1 as const },
  { id: 'pm25', parent: 'index', direction: -1 as const, weight: 2 },
];

describe('the tree of an own index', () => {
  it('stands with children after their parent, by depth', () => {
    expect(placeNodes(nodes.toReversed()).map(({ node, depth, isLeaf }) => [node.id, depth, isLeaf])).toEqual(
      [
        ['index', 0, false],
        ['pm25', 1, true],
        ['economy', 1, false],
        ['gdp', 2, true],
      ],
    );
  });

  it('calls the root by a word of the language until somebody names it', () => {
    const { nodeName } = measureWords(((key: string) => key) as never, 'zh-CN', null);
    const [root] = EMPTY_INDEX.declaration.nodes;
    expect(nodeName(root?.id ?? '', new Map())).toBe('ownIndex.rootName');
    expect(nodeName('宜居', new Map())).toBe('宜居');
  });

  it('shows a cycle’s nodes too', () => {
    const cycle = [...nodes, { id: 'a', parent: 'b' }, { id: 'b', parent: 'a' }];
    expect(placeNodes(cycle).map(({ node }) => node.id)).toEqual(expect.arrayContaining(['a', 'b']));
  });

  it('keeps children with their parent when it is renamed, and gives them to its parent when it goes', () => {
    expect(renameNode(nodes, 'economy', 'growth').map(({ parent }) => parent)).toEqual([
      undefined,
      'index',
      'growth',
      'index',
    ]);
    expect(removeNode(nodes, 'economy').map(({ id, parent }) => [id, parent])).toEqual([
      ['index', undefined],
      ['gdp', 'index'],
      ['pm25', 'index'],
    ]);
  });

  it('drops a property that is set back', () => {
    expect(changeNode(nodes, 'pm25', { weight: undefined })[3]).toEqual({
      id: 'pm25',
      parent: 'index',
      direction: -1,
    });
  });

  it('finds a free name', () => {
    expect(freeId([{ id: 'g' }, { id: 'g 2' }], 'g')).toBe('g 3');
  });
});

describe('a declaration read from text', () => {
  const indicators = ['gdp', 'pm25'];
  const index = withNodes(EMPTY_INDEX, nodes);

  it('comes back as it was written', () => {
    expect(readDeclaration(declarationText(index), indicators)).toEqual({ ok: true, value: index });
    const K: OwnIndex = { ...index, quantity: 'K' };
    expect(readDeclaration(declarationText(K), indicators)).toEqual({ ok: true, value: K });
  });

  it.each([
    ['not-json', '{\n  "units": "r",\n  oops\n}', { line: 3 }],
    ['not-json', '{ "units": "r"', { line: 1 }],
    ['not-an-object', '[]', {}],
    ['no-nodes', '{ "units": "r", "nodes": [] }', {}],
    ['bad-quantity', declarationText(index).replace('"mean"', '"median"'), { given: '"median"' }],
    [
      'cycle',
      declarationText(withNodes(EMPTY_INDEX, [...nodes, { id: 'a', parent: 'b' }, { id: 'b', parent: 'a' }])),
      { node: 'a', path: 'a → b → a' },
    ],
    ['no-root', declarationText(withNodes(EMPTY_INDEX, [{ id: 'index' }])), {}],
    [
      'missing-column',
      declarationText(withNodes(EMPTY_INDEX, [...nodes, { id: 'gpd', parent: 'index' }])),
      { column: 'gpd', node: 'gpd' },
    ],
    [
      'bad-normalisation',
      declarationText(index).replace('"weight": 2', '"weight": 2, "normalise": { "method": "softmax" }'),
      { node: 'pm25' },
    ],
    ['too-long', ' '.repeat(200_001), { most: 200_000 }],
  ])('says %s, and at which line', (reason, text, values) => {
    const read = readDeclaration(text, indicators);
    expect(read.ok ? 'ok' : read.failure.reason).toBe(reason);
    if (read.ok) return;
    expect(read.failure.values ?? {}).toMatchObject(values);
    const node = read.failure.values?.['node'];
    if (typeof node === 'string')
      expect(text.split('\n')[Number(read.failure.values?.['line']) - 1]).toContain(`"${node}"`);
  });
});

const city = (id: string, values: readonly number[]) => ({
  indicator: id,
  level: 'prefecture' as const,
  year: 2020,
  sourceId: 's',
  values: new Map(values.map((value, at) => [`c${at}`, value])),
  flags: new Map<string, never>(),
  notes: new Map<string, never>(),
});

describe('an own index saved with its table', () => {
  const table = {
    definitions: new Map(),
    series: [
      city('gdp_per_capita', [10, 12, 7, 9, 5, 8]),
      city('pm25', [40, 35, 50, 20, 30, 28]),
      city('urban_share', [60, 70, 40, 55, 50, 52]),
    ],
    regional: [],
  };
  const regions = ['a', 'b', 'c'].map((id, r) => ({
    id,
    variantKey: id,
    members: [`c${2 * r}`, `c${2 * r + 1}`],
  }));
  const chosen = PAPER_OPTIONS.indicators.filter(({ id }) =>
    ['gdp_per_capita', 'pm25', 'urban_share'].includes(id),
  );
  const result = scoreRegions(table, regions, { ...PAPER_OPTIONS, indicators: chosen, years: [2020] });
  const declared: OwnIndex = {
    quantity: 'mean',
    declaration: {
      units: 'region',
      normalise: { method: 'minmax', range: [0, 10] },
      aggregate: 'geometric',
      nodes: [
        { id: 'index', aggregate: 'arithmetic' },
        { id: 'growth', parent: 'index', weight: 2 },
        { id: 'gdp_per_capita', parent: 'growth', direction: 1 },
        { id: 'urban_share', parent: 'growth', direction: 1, normalise: { method: 'rank' } },
        { id: 'pm25', parent: 'index', direction: -1 },
      ],
    },
  };

  it.each([
    ['levels', declared],
    ['convergence', { ...declared, quantity: 'k' as const }],
    ['the paper’s K', { quantity: 'K' as const, declaration: scoreDeclaration(result, 2020) }],
  ])('gives the same numbers on the command line (%s)', async (_name, index) => {
    const folder = await mkdtemp(join(tmpdir(), 'own-index-'));
    const [json, csv] = [join(folder, 'index.json'), join(folder, 'table.csv')];
    await writeFile(json, declarationText(index));
    await writeFile(csv, toCsv(declarationTable(result, index, 2020)));
    const { units } = await callForJson<{
      units: readonly { unit: string; values: Readonly<Record<string, number | null>> }[];
    }>('index', '--data', csv, '--index', json);
    await rm(folder, { recursive: true });
    const computed = computeOwnIndex(result, index, 2020);
    const composed = computed.nodes.filter(({ leaf }) => !leaf);
    expect(composed.length).toBeGreaterThan(0);
    for (const { id, values } of composed) expect(units.map((unit) => unit.values[id])).toEqual(values);
  });

  it('started from the score is the score', () => {
    const index: OwnIndex = { quantity: 'K', declaration: scoreDeclaration(result, 2020) };
    const root = computeOwnIndex(result, index, 2020).nodes.find(({ id }) => id === 'composite');
    const composites = scoresOfYear(result, 2020)?.agglomerations.map(({ composite }) => composite) ?? [];
    expect(composites.length).toBe(3);
    composites.forEach((composite, at) => expect(root?.values[at]).toBeCloseTo(composite ?? Number.NaN, 12));
  });
});
